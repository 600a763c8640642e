// @ts-check
/** The explorer's page: its parts, found once, and how a picture is put into them. */
class Scene {
  /** @type {Record<string, (place: HTMLElement, picture: Picture) => void | Promise<void>>} */
  static VIEWS = {
    cartes: Results.cards,
    tableau: Table.draw,
    carte: Chart.draw,
    frise: Timeline.draw,
  };

  /** @param {HTMLElement} place */
  constructor(place) {
    const at = (/** @type {string} */ selector) => Drawing.part(place, selector);
    this.place = place;
    this.root = place.dataset.root ?? "";
    this.compare = place.dataset.compare ?? "";
    this.question = at("form");
    this.field = /** @type {HTMLInputElement} */ (at("[data-champ]"));
    this.filter = at("[data-filtrer]");
    this.form = at("[data-choix]");
    this.facets = at("[data-facettes]");
    this.close = at("[data-fermer]");
    this.chips = at("[data-pastilles]");
    this.sum = at("[data-somme]");
    this.understood = at("[data-compris]");
    this.views = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-vue]")]);
    this.sort = /** @type {HTMLSelectElement} */ (at("[data-tri]"));
    this.results = at("[data-resultats]");
    this.aside = at("[data-emporter]");
    this.sent = this.cards();
    for (const each of place.querySelectorAll(".secours")) each.remove();
  }

  /**
   * The cards that came with the page, by ordinal. They are those of the first state: in any other
   * they are taken away before somebody reads them.
   */
  cards() {
    const all = /** @type {HTMLElement[]} */ ([...this.results.querySelectorAll("[data-case]")]);
    if (location.search) this.results.replaceChildren();
    return new Map(all.entries());
  }

  /** What stands around the results. @param {Picture} picture */
  frame(picture) {
    const { state, answer } = picture;
    if (document.activeElement !== this.field && this.field.value !== state.q)
      this.field.value = state.q;
    Toolbar.chips(this.chips, picture);
    Toolbar.total(this.sum, picture);
    Toolbar.understood(this.understood, picture);
    this.sort.value = state.sort;
    for (const button of this.views)
      button.setAttribute("aria-pressed", String(button.dataset.vue === state.view));
    const number = Object.values(state.chosen).flat().length;
    this.filter.textContent = number ? `Filtrer (${number})` : "Filtrer";
    this.close.textContent = `Voir ${Drawing.count(answer.results.length, "cas", "cas")}`;
  }

  /** The results. @param {Picture} picture */
  async paint(picture) {
    if (picture.answer.results.length) await Scene.VIEWS[picture.state.view](this.results, picture);
    else this.results.replaceChildren(Toolbar.ways(picture));
  }

  /** The results that one may see next: cards are kept. @param {Picture} picture */
  prepare(picture) {
    if (Scene.VIEWS[picture.state.view] === Results.cards) Results.prepare(picture);
  }

  /** Shows the facets on a phone, or hides them. @param {boolean} open */
  unfold(open) {
    this.place.classList.toggle("filtres-ouverts", open);
    this.filter.setAttribute("aria-expanded", String(open));
  }

  /** @param {unknown} error */
  failed(error) {
    this.understood.textContent =
      "La recherche n’a pas pu être chargée\u202f; la liste complète reste à la rubrique «\u00a0Cas\u00a0».";
    console.error(error);
  }
}
