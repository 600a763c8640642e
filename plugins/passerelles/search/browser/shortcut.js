// @ts-check
/**
 * The key that leads to the header's search from anywhere but a field. Whoever dictates would set
 * it off by speaking (WCAG 2.1.4): a switch below the field turns it off, and the browser keeps
 * that, as « Mentions légales » says.
 */
(() => {
  "use strict";

  const KEY = "/";
  /** What is kept, and only once the key was turned off. */
  const [NAME, OFF] = ["passerelles-raccourci", "non"];
  const form = document.querySelector("[data-recherche]");
  const field = form?.querySelector("input[type=search]");
  const choice = form?.querySelector("[data-raccourci]");
  const sign = form?.querySelector("kbd");
  if (!(field instanceof HTMLInputElement && choice instanceof HTMLInputElement)) return;

  choice.checked = kept() !== OFF;
  announce(field, choice.checked);
  choice.addEventListener("change", () => {
    announce(field, choice.checked);
    keep(choice.checked);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== KEY || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!choice.checked || event.defaultPrevented || writes(event.target)) return;
    if (!field.checkVisibility()) return;
    event.preventDefault();
    field.focus();
  });

  /** Says that there is the key, or no longer. @param {HTMLInputElement} field @param {boolean} on */
  function announce(field, on) {
    if (on) field.setAttribute("aria-keyshortcuts", KEY);
    else field.removeAttribute("aria-keyshortcuts");
    sign?.toggleAttribute("hidden", !on);
  }

  /** Whether what is typed goes somewhere already. @param {EventTarget | null} target */
  function writes(target) {
    return (
      target instanceof HTMLElement &&
      (target.isContentEditable ||
        target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
    );
  }

  /** What the browser keeps, where it keeps anything. */
  function kept() {
    try {
      return localStorage.getItem(NAME);
    } catch {
      return null;
    }
  }

  /** @param {boolean} on */
  function keep(on) {
    try {
      if (on) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, OFF);
    } catch {
      // Until the page is left, it is as was chosen.
    }
  }
})();
