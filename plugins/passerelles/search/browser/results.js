// @ts-check
/**
 * What all views share, and the view as cards.
 *
 * @typedef {{engine: Engine, facets: Facets, answer: Answer, state: State, root: string,
 *   marks: Marks, drawn: Map<number, HTMLElement>, go: (state: State) => void}} Picture
 *   `drawn`: the cards that were drawn with the same words marked, to be shown again.
 */
const Results = (() => {
  "use strict";
  const { make, marked } = Drawing;

  /** So many are drawn at once. */
  const FIRST = 20;
  /** Up to so many are all drawn, without a button. */
  const FEW = 100;

  /**
   * Draws results into a list: the first at once, some more right after, many on demand.
   * @param {HTMLElement} list @param {Picture} picture @param {number[]} ordinals
   * @param {(ordinal: number) => Node} draw
   * @returns {Promise<void>} When all that is to be drawn by itself stands.
   */
  async function fill(list, picture, ordinals, draw) {
    const first = ordinals.slice(0, FIRST);
    if (!there(picture.engine, first)) await ready(picture.engine, first);
    list.append(...first.map(draw));
    if (ordinals.length <= FIRST) return;
    if (ordinals.length <= FEW) {
      await new Promise((resolve) => setTimeout(resolve));
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

  /** So many drawn cards are kept. */
  const MOST = 500;

  /** Loads the cards that are missing. @param {Engine} engine @param {number[]} ordinals */
  function ready(engine, ordinals) {
    return passerelles.load(engine.shards(ordinals, "cards"));
  }

  /** Whether no card is missing. @param {Engine} engine @param {number[]} ordinals */
  function there(engine, ordinals) {
    return passerelles.has(engine.shards(ordinals, "cards"));
  }

  /** Draws the first cards of a picture that nobody sees yet; those that stand are left as they are.
   * @param {Picture} picture */
  function prepare(picture) {
    for (const ordinal of picture.answer.results.slice(0, FIRST))
      if (!picture.drawn.has(ordinal)) kept(picture, ordinal);
  }

  /** @param {HTMLElement} place @param {Picture} picture */
  function cards(place, picture) {
    const list = make("ul", { class: "cartes" });
    place.replaceChildren(list);
    return fill(list, picture, picture.answer.results, (ordinal) => kept(picture, ordinal));
  }

  /** A card, drawn anew only where it was not drawn before. @param {Picture} picture @param {number} ordinal */
  function kept(picture, ordinal) {
    const { drawn, state, engine } = picture;
    const found = drawn.get(ordinal);
    const { id } = engine.card(ordinal);
    if (found?.dataset.case !== id) {
      if (drawn.size > MOST) drawn.clear();
      const made = card(picture, ordinal);
      drawn.set(ordinal, made);
      return made;
    }
    const box = found.querySelector("input");
    if (box) box.checked = state.picked.includes(id);
    return found;
  }

  /** What every box that picks a case has. */
  const BOX = { type: "checkbox", name: "choix" };

  /** A card without its contents, to be copied: quicker than to be made anew. */
  const BLANK = make(
    "li",
    { class: "carte" },
    make("h3", {}, make("a", {})),
    make("ul", { class: "bords", "aria-label": "Territoires" }),
    make("p", {}),
    make("p", { class: "details" }),
    make("p", { class: "donne" }),
    make(
      "p",
      { class: "bas details" },
      make("span", {}),
      make("label", { class: "choisir" }, make("input", BOX), " Choisir"),
    ),
  );

  /** @param {Picture} picture @param {number} ordinal */
  function card(picture, ordinal) {
    const { engine, facets, marks } = picture;
    const each = engine.card(ordinal);
    const element = /** @type {HTMLElement} */ (BLANK.cloneNode(true));
    const [title, places, text, themes, gives, foot] = element.children;
    const labels = facets.labels(ordinal, "thematique");
    element.dataset.case = each.id;
    const link = /** @type {HTMLAnchorElement} */ (title.firstChild);
    link.href = picture.root + each.path;
    write(link, each.title, marks);
    places.append(...banks(each));
    write(text, each.text, marks);
    if (labels.length) themes.textContent = labels.join("\u00a0· ");
    else themes.remove();
    write(gives, each.gives ?? "", marks);
    if (each.gives) gives.append(more(each));
    else gives.remove();
    const [when, pick] = foot.children;
    if (each.when) when.textContent = each.when;
    about(/** @type {HTMLInputElement} */ (pick.firstChild), picture, each);
    return element;
  }

  /** Writes a text into an element that has none. @param {Element} element @param {string} text
   * @param {Marks} marks */
  function write(element, text, marks) {
    if (marks) element.append(...marked(text, marks));
    else element.textContent = text;
  }

  /** A territory without its name, by role: to be copied, too. @type {Map<string, HTMLElement>} */
  const ROLES = new Map([["", make("li", { class: "bord" }, " ")]]);

  /** @param {[name: string, role: string, called: string]} given */
  function bank([name, role, called]) {
    let blank = ROLES.get(role);
    if (!blank) {
      const said = make("span", { class: "visuellement-cache" }, ` (${called})`);
      ROLES.set(role, (blank = make("li", { class: `bord role-${role}` }, " ", said)));
    }
    const element = blank.cloneNode(true);
    /** @type {Node} */ (element.firstChild).nodeValue = name;
    return element;
  }

  /** @param {Card} card */
  function banks({ banks: all = [] }) {
    const shown = all.slice(0, 4).map(bank);
    const rest = all.length - shown.length;
    return rest > 0 ? [...shown, make("li", { class: "bord" }, `+ ${rest}`)] : shown;
  }

  /** @param {Card} card */
  function more({ more: others = 0 }) {
    return others ? ` (et ${Drawing.count(others, "autre échange", "autres échanges")})` : "";
  }

  /** The box that picks a case. @param {Picture} picture @param {Card} card */
  function picker(picture, card) {
    return about(make("input", BOX), picture, card);
  }

  /** Makes a box that of a case. @param {HTMLInputElement} box @param {Picture} picture @param {Card} card */
  function about(box, { state }, { id, title }) {
    box.value = id;
    box.checked = state.picked.includes(id);
    box.setAttribute("aria-label", `Choisir «\u202f${title}\u202f»`);
    return box;
  }

  return { cards, prepare, fill, picker, ready, there, FIRST };
})();
