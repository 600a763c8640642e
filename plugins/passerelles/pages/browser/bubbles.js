// @ts-check
/**
 * Opens in place what stands elsewhere on the page: the definition of a term of the glossary on
 * hover, on focus and on tap; a note also on click and Enter, which then leads into it.
 *
 * Definitions and notes stand in the page; without this script a term and the call of a note are
 * plain links. One bubble shows them: a note right behind its call, so that Tab goes on from there.
 * It can be hovered itself, stays until one leaves it, and goes with Escape (WCAG 2.2, 1.4.13),
 * which like a click elsewhere is the browser's own work on a popover.
 */
(() => {
  "use strict";

  const MARGIN = 8;
  const DELAY = 150;
  const TERM = "a.terme";
  const CALL = ".appel a";

  const bubble = document.createElement("div");
  if (!bubble.showPopover) return;
  bubble.id = "bulle";
  bubble.popover = "auto";

  /** @type {HTMLAnchorElement | null} The term or call whose bubble is shown. */
  let shown = null;
  /** Whether it was opened to stay: it does not go when the pointer leaves. */
  let pinned = false;
  /** @type {number | undefined} */
  let timer;

  for (const call of document.querySelectorAll(CALL)) {
    call.setAttribute("aria-haspopup", "dialog");
    call.setAttribute("aria-expanded", "false");
  }

  /** @param {HTMLAnchorElement} link @returns {Node[]} What its bubble holds. */
  function contents(link) {
    const id = link.matches(TERM) ? `definition-${link.dataset.terme}` : link.hash.slice(1);
    const copy = document.getElementById(id)?.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return [];
    copy.querySelector(".retour")?.remove();
    return [...copy.childNodes];
  }

  /** @param {HTMLAnchorElement} link */
  function show(link) {
    window.clearTimeout(timer);
    if (shown === link) return;
    hide();
    const nodes = contents(link);
    if (!nodes.length) return;
    bubble.replaceChildren(...nodes);
    const term = link.matches(TERM);
    bubble.setAttribute("role", term ? "tooltip" : "dialog");
    bubble.ariaLabel = term ? null : link.ariaLabel;
    if (term) link.setAttribute("aria-describedby", bubble.id);
    else link.setAttribute("aria-expanded", "true");
    (term ? document.getElementById("definitions") : link)?.after(bubble);
    shown = link;
    bubble.showPopover();
    place(link);
  }

  /** Puts the bubble under its link, or above it where there is no room, within the window.
   * @param {HTMLAnchorElement} link */
  function place(link) {
    const [line] = link.getClientRects();
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
    if (shown) bubble.hidePopover();
  }

  bubble.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed") return;
    shown?.removeAttribute("aria-describedby");
    if (shown?.matches(CALL)) shown.setAttribute("aria-expanded", "false");
    shown = null;
    pinned = false;
  });

  function hideSoon() {
    window.clearTimeout(timer);
    timer = window.setTimeout(hide, DELAY);
  }

  /** @param {EventTarget | null} target @returns {HTMLAnchorElement | null} */
  function linkOf(target) {
    if (!(target instanceof Element) || bubble.contains(target)) return null;
    return target.closest(`${TERM}, ${CALL}`);
  }

  /** @param {EventTarget | null} target */
  const inBubble = (target) => target instanceof Node && bubble.contains(target);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event.target);
    if (link && !(pinned && link !== shown)) show(link);
    else if (inBubble(event.target)) window.clearTimeout(timer);
    else if (shown && !pinned && document.activeElement !== shown) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event.target);
    if (link?.matches(TERM)) show(link);
    else if (!inBubble(event.target) && link !== shown) hide();
  });
  document.addEventListener("focusout", (event) => {
    if (!inBubble(event.relatedTarget) && event.relatedTarget !== shown && shown) hideSoon();
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event.target);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const byKey = event.detail === 0;
    if (link.matches(TERM)) {
      if (byKey || !touched || before === link) return;
      event.preventDefault();
      show(link);
    } else {
      event.preventDefault();
      if (!byKey && before === link && pinnedBefore) return hide();
      show(link);
      pinned = true;
      if (byKey) bubble.querySelector("a")?.focus();
    }
  });

  /** @type {HTMLAnchorElement | null} What was shown when the pointer came down. */
  let before = null;
  let pinnedBefore = false;
  /** Whether it was a finger: the click that follows does not say so in every browser. */
  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    before = shown;
    pinnedBefore = pinned;
    touched = event.pointerType === "touch";
  });
})();
