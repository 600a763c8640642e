// @ts-check
/**
 * What all views share, and the view as cards.
 *
 * @typedef {{engine: Engine, facets: Facets, answer: Answer, state: State, root: string,
 *   marks: Set<string>, pick: (id: string, wanted: boolean) => void,
 *   go: (state: State) => void}} Picture
 */
const Results = (() => {
  "use strict";
  const { make, marked } = Drawing;

  /** So many are drawn at once. */
  const FIRST = 20;
  /** Up to so many are all drawn, without a button. */
  const FEW = 100;

  /**
   * Draws results into a list: the first at once, a few more right after, many on demand.
   * @param {HTMLElement} list @param {Picture} picture @param {number[]} ordinals
   * @param {(ordinal: number) => Node} draw
   * @returns {Promise<void>} When all that is to be drawn by itself stands.
   */
  async function fill(list, picture, ordinals, draw) {
    await ready(picture.engine, ordinals.slice(0, FIRST));
    list.append(...ordinals.slice(0, FIRST).map(draw));
    if (ordinals.length <= FIRST) return;
    if (ordinals.length <= FEW) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await ready(picture.engine, ordinals);
      list.append(...ordinals.slice(FIRST).map(draw));
      return;
    }
    const rest = ordinals.slice(FIRST);
    const button = make("button", { type: "button", class: "suite" }, words());
    button.addEventListener("click", async () => {
      const next = rest.splice(0, 2 * FIRST);
      await ready(picture.engine, next);
      const drawn = next.map(draw);
      list.append(...drawn);
      if (rest.length) button.textContent = words();
      else button.remove();
      const [first] = drawn;
      if (first instanceof Element) first.querySelector("a")?.focus();
    });
    (list.closest("table") ?? list).after(button);

    function words() {
      return `Voir la suite (encore ${rest.length})`;
    }
  }

  /** Loads the cards that are missing. @param {Engine} engine @param {number[]} ordinals */
  function ready(engine, ordinals) {
    return passerelles.load(engine.shards(ordinals, "cards"));
  }

  /** @param {HTMLElement} place @param {Picture} picture */
  async function cards(place, picture) {
    const list = make("ul", { class: "cartes" });
    place.replaceChildren(list);
    await fill(list, picture, picture.answer.results, (ordinal) => card(picture, ordinal));
  }

  /** @param {Picture} picture @param {number} ordinal */
  function card(picture, ordinal) {
    const { engine, facets, marks } = picture;
    const each = engine.card(ordinal);
    const { elisions } = engine.text;
    const themes = facets.labels(ordinal, "thematique");
    return make(
      "li",
      { class: "carte", "data-case": each.id },
      make(
        "h3",
        {},
        make("a", { href: picture.root + each.path }, marked(each.title, marks, elisions)),
      ),
      make("ul", { class: "bords", "aria-label": "Territoires" }, ...banks(each)),
      make("p", {}, marked(each.text, marks, elisions)),
      themes.length > 0 && make("p", { class: "details" }, themes.join(" · ")),
      each.gives && make("p", { class: "donne" }, marked(each.gives, marks, elisions), more(each)),
      make(
        "p",
        { class: "bas details" },
        make("span", {}, each.when ?? ""),
        make("label", { class: "choisir" }, picker(picture, each), " Choisir"),
      ),
    );
  }

  /** @param {Card} card */
  function banks({ banks: all = [] }) {
    const shown = all
      .slice(0, 4)
      .map(([name, role]) =>
        make(
          "li",
          { class: `bord role-${role}` },
          name,
          role && make("span", { class: "visuellement-cache" }, ` (${role})`),
        ),
      );
    const rest = all.length - shown.length;
    return rest > 0 ? [...shown, make("li", { class: "bord" }, `+ ${rest}`)] : shown;
  }

  /** @param {Card} card */
  function more({ more: others = 0 }) {
    return others ? ` (et ${Drawing.count(others, "autre échange", "autres échanges")})` : "";
  }

  /** The box that picks a case. @param {Picture} picture @param {Card} card */
  function picker({ state, pick }, { id, title }) {
    const box = make("input", { type: "checkbox", name: "choix", value: id });
    box.checked = state.picked.includes(id);
    box.setAttribute("aria-label", `Choisir « ${title} »`);
    box.addEventListener("change", () => pick(id, box.checked));
    return box;
  }

  return { cards, fill, picker, ready };
})();
