// @ts-check
/** The view as a timeline: a bar for each case, from its start to its end or to today. */
const Timeline = (() => {
  "use strict";
  const { make } = Drawing;

  /** @param {HTMLElement} place @param {Picture} picture */
  async function draw(place, picture) {
    await passerelles.load(["dates"]);
    const dates = passerelles.get("dates");
    const start = (/** @type {number} */ ordinal) => dates[ordinal][0];
    const dated = picture.answer.results
      .filter(start)
      .sort((a, b) => (start(a) < start(b) ? -1 : 1));
    const undated = picture.answer.results.filter((ordinal) => !start(ordinal));
    const first = Math.floor(year(start(dated[0]) ?? "2000"));
    const last = new Date().getFullYear() + 1;
    const step = last - first > 40 ? 10 : last - first > 12 ? 5 : 2;
    const ticks = [];
    for (let tick = Math.ceil(first / step) * step; tick < last; tick += step) ticks.push(tick);
    const at = (/** @type {number} */ when) => (100 * (when - first)) / (last - first);
    const scale = make(
      "div",
      { class: "echelle", "aria-hidden": "true" },
      ...ticks.map((tick) => make("span", { style: `left:${at(tick)}%` }, String(tick))),
    );
    const rows = make("ol", { class: "chrono" });
    place.replaceChildren(...(dated.length ? [scale, rows] : []));
    await Results.fill(rows, picture, dated, (ordinal) => {
      const [from, , to] = dates[ordinal];
      const end = to ? year(to) + 0.5 : last;
      const style = `left:${at(year(from))}%;width:${Math.max(1, at(end) - at(year(from)))}%`;
      return row(picture, ordinal, make("span", { class: to ? "duree" : "duree ouverte", style }));
    });
    if (!undated.length) return;
    const rest = make("ul", { class: "chrono" });
    place.append(make("h3", {}, "Sans date de début"), rest);
    await Results.fill(rest, picture, undated, (ordinal) => row(picture, ordinal, null));
  }

  /** @param {Picture} picture @param {number} ordinal @param {HTMLElement | null} bar */
  function row({ engine, root }, ordinal, bar) {
    const card = engine.card(ordinal);
    return make(
      "li",
      { "data-case": card.id },
      make("a", { href: root + card.path }, card.title),
      make("span", { class: "details" }, ` ${(card.when ?? "").replaceAll(" ", "\u00a0")}`),
      bar && make("span", { class: "piste", "aria-hidden": "true" }, bar),
    );
  }

  /** A date as a number of years. @param {string} date */
  function year(date) {
    const [years, months = 1] = date.split("-").map(Number);
    return years + (months - 1) / 12;
  }

  return { draw };
})();
