// @ts-check
/** A facet whose values have an order: a small histogram, and a range that ticks all within it. */
const Years = (() => {
  "use strict";

  /** @param {Facet} facet @param {Int32Array} totals @param {(ids: string[]) => void} choose */
  function range(facet, totals, choose) {
    const { make } = Drawing;
    const ids = facet.values.map(([id]) => id);
    const first = Number(ids[0]);
    const span = ids.length ? Number(ids[ids.length - 1]) - first + 1 : 1;
    const most = Math.max(1, ...totals);
    const bars = facet.values.map(([id, label], rank) =>
      make("span", {
        class: "barre",
        "data-annee": id,
        style: `left:${(100 * (Number(id) - first)) / span}%;width:${90 / span}%;height:${(100 * totals[rank]) / most}%`,
        title: `${label}\u00a0: ${totals[rank]}`,
      }),
    );
    const bound = (/** @type {string} */ label) =>
      make(
        "select",
        { "aria-label": label, onchange: apply },
        make("option", { value: "" }, "…"),
        ...facet.values.map(([id, shown]) => make("option", { value: id }, shown)),
      );
    const from = bound("À partir de l’année");
    const to = bound("Jusqu’à l’année");

    function apply() {
      const low = Number(from.value || ids[0]);
      const high = Number(to.value || ids[ids.length - 1]);
      const all = !from.value && !to.value;
      choose(all ? [] : ids.filter((id) => Number(id) >= low && Number(id) <= high));
    }

    return make(
      "div",
      { class: "annees" },
      make("div", { class: "histogramme", "aria-hidden": "true" }, ...bars),
      make("p", { class: "bornes" }, "de ", from, " à ", to),
    );
  }

  /** @param {HTMLElement} element @param {Int32Array} counts @param {Set<string>} chosen */
  function draw(element, counts, chosen) {
    const most = Math.max(1, ...counts);
    element.querySelectorAll(".barre").forEach((bar, rank) => {
      if (!(bar instanceof HTMLElement)) return;
      const height = `${(100 * counts[rank]) / most}%`;
      if (bar.style.height !== height) bar.style.height = height;
      bar.classList.toggle("choisie", chosen.has(bar.dataset.annee ?? ""));
    });
    const years = [...chosen].sort();
    const [from, to] = element.querySelectorAll("select");
    from.value = years[0] ?? "";
    to.value = years[years.length - 1] ?? "";
  }

  return { range, draw };
})();
