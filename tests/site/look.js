// What can be measured of a page as it stands in the window.
() => {
  const shown = (/** @type {Element} */ each) =>
    each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const called = (/** @type {Element} */ each) =>
    `${each.tagName.toLowerCase()}.${each.className} ${(each.textContent ?? "").trim().slice(0, 30)}`;
  const all = (/** @type {string} */ selector) =>
    /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]).filter(shown);

  const nameOf = (/** @type {HTMLElement} */ link) =>
    (link.getAttribute("aria-label") ?? "").trim() ||
    link.innerText.trim() ||
    [...link.querySelectorAll("img")].map((image) => image.alt.trim()).join("");

  const labelled = (/** @type {any} */ control) =>
    [...(control.labels ?? [])].some((label) => label.textContent.trim()) ||
    ["aria-label", "title"].some((name) => (control.getAttribute(name) ?? "").trim()) ||
    (control.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .some((/** @type {string} */ id) => id && document.getElementById(id)?.textContent?.trim());

  // What is drawn around an element that has the focus, and is not when it has not.
  const ring = (/** @type {Element} */ each) => {
    const style = getComputedStyle(each);
    return `${style.outlineStyle} ${parseFloat(style.outlineWidth)}`;
  };
  const unseen = [];
  const focusable = all("a[href], button, input, select, textarea, summary, [tabindex='0']");
  for (const each of focusable) {
    if (/** @type {any} */ (each).disabled) continue;
    const before = ring(each);
    each.focus({ preventScroll: true });
    const [style, width] = ring(each).split(" ");
    if (ring(each) === before || style === "none" || Number(width) < 2) unseen.push(called(each));
    each.blur();
  }

  // A control is 24 px wide and high, or its label is; axe-core looks at links, and at the space
  // around them.
  const small = all("button, input, select, textarea, summary, .entete nav a, .bouton")
    .map((each) => each.closest("label") ?? each)
    .filter((each) => {
      const box = each.getBoundingClientRect();
      return Math.min(box.width, box.height) < 23.99 && !each.matches(".evitement");
    })
    .map(called);

  // What is cut off by the element it stands in, unless one can scroll there.
  const cut = all("main *, header *, footer *")
    .filter((each) => {
      const style = getComputedStyle(each);
      const hides = ["hidden", "clip"].includes(style.overflowX);
      const drawn = each.closest("svg, .visuellement-cache, input, select");
      return hides && !drawn && each.scrollWidth > each.clientWidth + 1;
    })
    .map(called);

  const skip = /** @type {HTMLElement | null} */ (document.querySelector("a.evitement"));
  skip?.focus();
  const at = skip?.getBoundingClientRect();
  const skips = Boolean(at && at.left >= 0 && at.top >= 0 && at.right <= innerWidth);
  skip?.blur();

  const place = (/** @type {string} */ selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box && [box.left, box.top + scrollY].map(Math.round);
  };
  return {
    nameless: all("a[href]")
      .filter((link) => !nameOf(link))
      .map(called),
    unlabelled: all("input, select, textarea")
      .filter((control) => !labelled(control))
      .map(called),
    unseen,
    small,
    cut,
    skips,
    wide: document.documentElement.scrollWidth - innerWidth,
    moving: document.getAnimations().length,
    menu: place("header.entete nav"),
    stored: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  };
};
