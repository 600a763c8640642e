// @ts-check
/** The view as a table: columns chosen, rows sorted by any of them. */
const Table = (() => {
  "use strict";
  const { make, marked } = Drawing;
  const USUAL = ["territoire", "thematique", "flux", "annee", "statut"];

  /** The facets that are shown as columns. @param {State} state @param {Facets} facets */
  function columns(state, facets) {
    const wanted = state.columns.length ? state.columns : USUAL;
    return facets.all.filter(({ name }) => wanted.includes(name));
  }

  /** @param {HTMLElement} place @param {Picture} picture */
  async function draw(place, picture) {
    const { engine, facets, answer, state, marks, root } = picture;
    const shown = columns(state, facets);
    const body = make("tbody", {});
    const head = make(
      "tr",
      {},
      heading(picture, "titre", "Cas"),
      ...shown.map(({ name, label }) => heading(picture, name === "annee" ? "debut" : name, label)),
      make("th", { scope: "col" }, "Choisir"),
    );
    const table = make("table", {}, make("thead", {}, head), body);
    const scroll = make("div", { class: "defile", tabindex: "0", role: "region" }, table);
    scroll.setAttribute("aria-label", "Tableau des cas");
    place.replaceChildren(chooser(picture, shown), scroll);
    await Results.fill(body, picture, answer.results, (ordinal) => {
      const card = engine.card(ordinal);
      const link = make("a", { href: root + card.path }, marked(card.title, marks));
      return make(
        "tr",
        { "data-case": card.id },
        make("th", { scope: "row" }, link),
        ...shown.map(({ name }) => make("td", {}, facets.labels(ordinal, name).join(", "))),
        make("td", {}, Results.picker(picture, card)),
      );
    });
  }

  /** @param {Picture} picture @param {string} name @param {string} label */
  function heading({ state, go }, name, label) {
    const up = state.sort === name;
    const down = state.sort === `-${name}`;
    const newest = name === "debut";
    const sorted = up !== newest ? "ascending" : "descending";
    const other = up !== newest ? "descending" : "ascending";
    const direction = up ? sorted : down ? other : undefined;
    const button = make(
      "button",
      {
        type: "button",
        class: "trier",
        onclick: () => go({ ...state, sort: up ? `-${name}` : name }),
      },
      label,
      make(
        "span",
        { "aria-hidden": "true" },
        direction ? (direction === "ascending" ? " ▲" : " ▼") : "",
      ),
    );
    return make("th", { scope: "col", "aria-sort": direction }, button);
  }

  /** @param {Picture} picture @param {Facet[]} shown */
  function chooser({ facets, state, go }, shown) {
    const boxes = facets.all.map(({ name, label }) => {
      const box = make("input", { type: "checkbox", name: "colonne", value: name });
      box.checked = shown.some((each) => each.name === name);
      return { box, element: make("label", {}, box, ` ${label}`) };
    });
    const change = () => {
      const names = boxes.flatMap(({ box }) => (box.checked ? [box.value] : []));
      go({ ...state, columns: names.join() === USUAL.join() ? [] : names });
    };
    return make(
      "details",
      { class: "choix-de-colonnes" },
      make("summary", {}, "Colonnes"),
      make("div", { onchange: change }, ...boxes.map(({ element }) => element)),
    );
  }

  return { draw, columns };
})();
