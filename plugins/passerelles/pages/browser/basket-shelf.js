// @ts-check
/** The shelf: the cards of the base, blank ones, and the form that puts a card on the table. */
const BasketShelf = (() => {
  "use strict";

  const { make, button, select, field, fill, label, fluxLabel } = BasketElements;
  const MORE = 8;
  const BLANK = "blanche";
  /** What is looked at; none of it belongs to the basket. */
  const view = { query: "", flux: "", theme: "", open: "", shown: MORE, brings: "", kind: "biens" };

  /** The cards that the filters leave.
   * @returns {ExchangeRecord[]} */
  function chosen() {
    return ExchangesData.read().echanges.filter(
      (each) =>
        (!view.flux || each.flux === view.flux) &&
        (!view.theme || each.thematique === view.theme) &&
        (!view.query ||
          ExchangesData.found(
            view.query,
            `${each.apport} ${each.de_nom} ${each.vers_nom} ${each.cas_titre}`,
          )),
    );
  }

  /** Draws the fields by which one searches the shelf, once.
   * @param {() => void} redraw */
  function drawFilters(redraw) {
    /** @param {Partial<typeof view>} change */
    const look = (change) => {
      Object.assign(view, { shown: MORE }, change);
      redraw();
    };
    const words = make("input", { type: "search", autocomplete: "off" });
    words.addEventListener("input", () => look({ query: words.value.trim() }));
    fill(
      "panier-filtres",
      make(
        "div",
        { class: "panier-filtres" },
        field("Chercher une carte", words),
        field(
          "Flux",
          select(choices("flux"), "", (flux) => look({ flux })),
        ),
        field(
          "Thématique",
          select(choices("thematique"), "", (theme) => look({ theme })),
        ),
      ),
    );
  }

  /** @param {"flux" | "thematique"} column @returns {[string, string][]} */
  function choices(column) {
    return [
      ["", "toutes les cartes"],
      ...Object.entries(ExchangesData.read().libelles[column] ?? {}),
    ];
  }

  /** @param {Basket} basket @param {BasketDeed} act @param {() => void} redraw */
  function draw(basket, act, redraw) {
    const cards = chosen();
    const shown = cards.slice(0, view.shown);
    const count = `${cards.length} ${cards.length === 1 ? "carte" : "cartes"}`;
    fill(
      "panier-cartes",
      make("p", { class: "details", role: "status" }, count),
      make(
        "ul",
        { class: "panier-cartes" },
        blankCard(basket, act, redraw),
        ...shown.map((each) => card(each, basket, act, redraw)),
      ),
      cards.length > shown.length &&
        button(
          `Montrer ${Math.min(MORE, cards.length - shown.length)} cartes de plus`,
          () => {
            view.shown += MORE;
            redraw();
          },
          { "data-focus": "plus-de-cartes" },
        ),
    );
  }

  /** @param {ExchangeRecord} record @param {Basket} basket @param {BasketDeed} act
   * @param {() => void} redraw */
  function card(record, basket, act, redraw) {
    const placed = basket.items.some((each) => each.card === record.id);
    const link = ExchangesData.read().liens[record.cas] ?? "";
    return make(
      "li",
      { class: "panier-carte" },
      make("p", { class: "apport" }, record.apport),
      make("p", { class: "details" }, fluxLabel(record.flux), placed && " · sur la table"),
      make(
        "p",
        { class: "details" },
        `${record.de_nom} → ${record.vers_nom}, `,
        make("a", { href: link }, record.cas_titre),
      ),
      placing(record.id, basket, redraw, `Poser cette carte : ${record.apport}`, () =>
        BasketPlacing.form(basket, record, act, () => BasketState.cardOf(record), close),
      ),
    );
  }

  /** @param {Basket} basket @param {BasketDeed} act @param {() => void} redraw */
  function blankCard(basket, act, redraw) {
    const what = make("input", {
      type: "text",
      maxlength: BasketState.LONGEST.brings,
      autocomplete: "off",
      value: view.brings,
      "data-focus": "carte-blanche-apport",
      oninput: () => {
        view.brings = what.value;
      },
    });
    const kinds = Object.entries(ExchangesData.read().libelles.flux ?? {});
    return make(
      "li",
      { class: "panier-carte blanche" },
      make("p", { class: "apport" }, "Une carte blanche"),
      make("p", { class: "details" }, "Pour ce qu’aucune carte ne dit."),
      placing(BLANK, basket, redraw, "Écrire et poser une carte blanche", () =>
        make(
          "div",
          {},
          field("Ce qui est apporté", what),
          field(
            "Flux",
            select(kinds, view.kind, (kind) => {
              view.kind = kind;
            }),
          ),
          BasketPlacing.form(basket, null, act, blank, () => {
            view.brings = "";
            return close();
          }),
        ),
      ),
    );
  }

  /** What a blank card says.
   * @returns {{brings: string, flux: string, card: string}} */
  function blank() {
    return { brings: view.brings.trim(), flux: view.kind, card: "" };
  }

  /** Closes the form that is open; gives the key of the button that opens it. */
  function close() {
    const key = `carte-${view.open}`;
    view.open = "";
    return key;
  }

  /** The button that opens the form of a card, and the form once it is open.
   * @param {string} key @param {Basket} basket @param {() => void} redraw @param {string} name
   * @param {() => HTMLElement} content */
  function placing(key, basket, redraw, name, content) {
    const open = view.open === key;
    const toggle = button(
      open ? "Refermer" : "Poser",
      () => {
        view.open = open ? "" : key;
        redraw();
      },
      {
        "aria-expanded": open ? "true" : "false",
        "aria-label": open ? "Refermer" : name,
        "data-focus": `carte-${key}`,
        disabled: basket.items.length >= BasketState.MOST_ITEMS,
      },
    );
    return make("div", { class: "panier-poser" }, toggle, open && content());
  }

  return { chosen, draw, drawFilters };
})();
