// @ts-check
/**
 * Shows the definition of a glossary term over it: on hover, on focus and on tap.
 *
 * The definitions stand in the page, hidden; without this script a term is a plain link. What is
 * shown can be hovered itself, stays until one leaves it, and goes with Escape (WCAG 2.2, 1.4.13).
 */
(() => {
  "use strict";

  const MARGIN = 8;
  const DELAY = 150;

  const store = document.getElementById("definitions");
  if (!store) return;

  const bubble = document.createElement("div");
  bubble.id = "bulle";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  store.after(bubble);

  /** @type {HTMLAnchorElement | null} The term whose definition is shown. */
  let shown = null;
  /** @type {number | undefined} */
  let timer;

  /** @param {HTMLAnchorElement} term */
  function show(term) {
    window.clearTimeout(timer);
    if (shown === term) return;
    hide();
    const definition = document.getElementById(`definition-${term.dataset.terme}`);
    if (!definition) return;
    bubble.replaceChildren(...[...definition.childNodes].map((node) => node.cloneNode(true)));
    bubble.hidden = false;
    shown = term;
    term.setAttribute("aria-describedby", bubble.id);
    place(term);
  }

  /** Puts the bubble under the term, or above it where there is no room, within the window.
   * @param {HTMLAnchorElement} term */
  function place(term) {
    const [line] = term.getClientRects();
    if (!line) return;
    const width = document.documentElement.clientWidth;
    const left = Math.max(MARGIN, Math.min(line.left, width - bubble.offsetWidth - MARGIN));
    const below = line.bottom + bubble.offsetHeight + MARGIN < window.innerHeight;
    const top = below ? line.bottom : line.top - bubble.offsetHeight;
    bubble.style.left = `${left + window.scrollX}px`;
    bubble.style.top = `${top + window.scrollY}px`;
  }

  function hide() {
    window.clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    bubble.hidden = true;
  }

  function hideSoon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(hide, DELAY);
  }

  /** @param {Event} event @returns {HTMLAnchorElement | null} */
  function termOf(event) {
    return event.target instanceof Element ? event.target.closest("a.terme") : null;
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const term = termOf(event);
    if (term) show(term);
    else if (event.target instanceof Node && bubble.contains(event.target))
      window.clearTimeout(timer);
    else if (shown && document.activeElement !== shown) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const term = termOf(event);
    if (term) show(term);
    else if (event.target instanceof Node && !bubble.contains(event.target)) hide();
  });
  document.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && bubble.contains(event.relatedTarget)) return;
    if (shown) hideSoon();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown) hide();
  });
  document.addEventListener("click", (event) => {
    const term = termOf(event);
    const tapped = touched && event.detail > 0;
    if (term && tapped && shownBefore !== term) {
      event.preventDefault();
      show(term);
    } else if (!term && event.target instanceof Node && !bubble.contains(event.target)) {
      hide();
    }
  });

  /** @type {HTMLAnchorElement | null} What was shown when the finger came down. */
  let shownBefore = null;
  /** Whether it was a finger: the click that follows does not say so in every browser. */
  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    shownBefore = shown;
    touched = event.pointerType === "touch";
  });
})();
