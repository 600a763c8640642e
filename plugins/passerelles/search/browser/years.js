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
        class: "baton",
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

    const element = make(
      "div",
      { class: "annees" },
      make("div", { class: "histogramme", "aria-hidden": "true" }, ...bars),
      make("p", { class: "bornes" }, "de ", from, " à ", to),
    );
    const drawn = bars.map(() => ({ height: "", within: false }));

    /** @param {Int32Array} counts @param {Set<string>} chosen */
    function draw(counts, chosen) {
      const most = Math.max(1, ...counts);
      bars.forEach((bar, rank) => {
        const before = drawn[rank];
        const height = `${Math.round((1000 * counts[rank]) / most) / 10}%`;
        if (before.height !== height) bar.style.height = before.height = height;
        const within = chosen.has(ids[rank]);
        if (before.within !== within) bar.classList.toggle("choisie", within);
        before.within = within;
      });
      const years = [...chosen].sort();
      from.value = years[0] ?? "";
      to.value = years[years.length - 1] ?? "";
    }

    return { element, draw };
  }

  return { range };
})();
