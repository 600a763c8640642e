// @ts-check
/**
 * Keeps the basket in this browser, so that unsaved work survives a closed tab.
 *
 * Two entries of `localStorage`, named in « Mentions légales »: `passerelles-panier`, the basket at
 * hand, and `passerelles-panier-precedent`, the one that a link, a file or a case took the place
 * of. Nothing else is stored, and nothing leaves the browser.
 */
const BasketMemory = (() => {
  "use strict";

  const PRESENT = "passerelles-panier";
  const PREVIOUS = "passerelles-panier-precedent";

  /** What is kept; null where there is nothing, or no storage.
   * @param {string} name */
  function get(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  /** Keeps a text; says whether it could.
   * @param {string} name @param {string} text */
  function set(name, text) {
    try {
      localStorage.setItem(name, text);
      return true;
    } catch {
      return false;
    }
  }

  /** Leaves nothing. */
  function forget() {
    try {
      for (const name of [PRESENT, PREVIOUS]) localStorage.removeItem(name);
    } catch {
      // Without storage there is nothing to forget.
    }
  }

  return {
    present: () => get(PRESENT),
    previous: () => get(PREVIOUS),
    /** @param {string} text */
    keep: (text) => set(PRESENT, text),
    /** @param {string} text */
    keepPrevious: (text) => set(PREVIOUS, text),
    forget,
  };
})();
