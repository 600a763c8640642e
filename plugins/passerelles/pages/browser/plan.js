// @ts-check
/**
 * Lets the contents of a page follow its reader: open where there is room beside the text, and
 * marking the part that is being read. Without this script they are a list that one unfolds.
 */
(() => {
  "use strict";

  const plan = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".plan details"));
  if (!plan) return;

  const wide = window.matchMedia("(min-width: 64rem)");
  const unfold = () => {
    plan.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();

  const links = [...plan.querySelectorAll("a")];
  const parts = links.map((link) =>
    document.getElementById(decodeURIComponent(link.hash.slice(1))),
  );
  /** The parts that begin above the line where one reads, near the top of the window. */
  const begun = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) begun.add(target);
        else begun.delete(target);
      const current = links.filter((_, rank) => begun.has(parts[rank])).at(-1);
      links.forEach((link) => {
        if (link === current) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
    },
    { rootMargin: "1000000px 0px -85% 0px" },
  );
  for (const part of parts) if (part) observer.observe(part);
})();
