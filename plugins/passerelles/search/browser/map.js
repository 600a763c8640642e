// @ts-check
/**
 * The view as a map: the territories of the results over the outlines of départements and Belgian
 * provinces, and the same as a list beside it, which says all that the map shows.
 *
 * @typedef {{id: string, name: string, path: string, point: [number, number] | null,
 *   areas: string[], cases: number[]}} Place
 */
const Chart = (() => {
  "use strict";
  const { make, svg } = Drawing;

  /** @param {HTMLElement} place @param {Picture} picture */
  async function draw(place, picture) {
    await passerelles.load(["places", "outlines"]);
    const found = territories(picture);
    const lit = new Set(found.flatMap(({ areas }) => areas));
    const outlines = passerelles.get("outlines");
    const drawing = svg(
      "svg",
      { viewBox: outlines.box.join(" "), role: "group", "aria-label": "Carte des territoires" },
      outlines.areas.map((/** @type {[string, string, string]} */ [code, name, path]) =>
        svg(
          "path",
          { d: path, class: lit.has(code) ? "contour actif" : "contour" },
          svg("title", {}, name),
        ),
      ),
      ...found.flatMap((each) => point(picture, each, outlines)),
    );
    place.replaceChildren(
      make(
        "div",
        { class: "atlas" },
        make("div", { class: "carte-svg" }, drawing),
        list(picture, found),
      ),
    );
    const cases = make("ul", { class: "liste-cas" });
    place.append(make("h3", {}, "Les cas de cette carte"), cases);
    await Results.fill(cases, picture, picture.answer.results, (ordinal) => {
      const card = picture.engine.card(ordinal);
      return make(
        "li",
        { "data-case": card.id },
        make("a", { href: picture.root + card.path }, card.title),
      );
    });
  }

  /** The territories of the results, those with most cases first. @param {Picture} picture @returns {Place[]} */
  function territories({ facets, answer }) {
    const facet = facets.all.find(({ name }) => name === "territoire");
    if (!facet) return [];
    /** @type {Map<number, number[]>} */
    const cases = new Map();
    for (const ordinal of answer.results)
      for (let at = facet.starts[ordinal]; at < facet.starts[ordinal + 1]; at++)
        cases.set(facet.ranks[at], [...(cases.get(facet.ranks[at]) ?? []), ordinal]);
    const places = passerelles.get("places");
    return [...cases]
      .sort(([a, some], [b, others]) => others.length - some.length || a - b)
      .map(([rank, ordinals]) => {
        const id = facet.values[rank][0];
        return { id, ...places[id], cases: ordinals };
      });
  }

  /** @param {Picture} picture @param {Place} place @param {any} outlines */
  function point(picture, place, { west, north, across, down }) {
    if (!place.point) return [];
    const [longitude, latitude] = place.point;
    const number = place.cases.length;
    const label = `${place.name}\u00a0: ${number} cas`;
    const circle = svg("circle", {
      cx: ((longitude - west) * across).toFixed(1),
      cy: ((north - latitude) * down).toFixed(1),
      r: Math.min(22, 5 + 2 * Math.sqrt(number)).toFixed(1),
    });
    const link = svg("a", { href: picture.root + place.path, class: "lieu", "aria-label": label });
    link.append(circle, svg("title", {}, label));
    return [link];
  }

  /** @param {Picture} picture @param {Place[]} found */
  function list({ root }, found) {
    return make(
      "ul",
      { class: "lieux", "aria-label": "Territoires des résultats" },
      ...found.map(({ name, path, point, cases }) =>
        make(
          "li",
          {},
          make("a", { href: root + path }, name),
          make(
            "span",
            { class: "nombre" },
            ` ${cases.length}\u00a0cas${point ? "" : ", hors carte"}`,
          ),
        ),
      ),
    );
  }

  return { draw };
})();
