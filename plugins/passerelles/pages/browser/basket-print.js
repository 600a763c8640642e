// @ts-check
/** What goes on paper: the basket on one A4 page, and the cards to cut out. */
const BasketPrint = (() => {
  "use strict";

  const { make, fill, fluxLabel } = BasketElements;
  /** Sizes of type, in points. */
  const LARGEST = 11;
  const READABLE = 8;
  const SMALLEST = 5;
  const LETTERS = "ABCDEF";
  const STEP = 0.5;
  /** Cards on a sheet: two columns of four. */
  const ON_SHEET = 8;
  const FEWEST_BLANK = 4;

  /** Draws the basket for one page, in the largest type with which it fits. Where names would make
   * it too small to be read, letters stand for them.
   * @param {Basket} basket */
  function drawSheet(basket) {
    const who = basket.parties.map((each) => each.name || "sans nom").join(", ");
    write(basket, who);
    if (fit(READABLE)) return;
    const letters = basket.parties.map((each, place) => ({ ...each, name: LETTERS[place] ?? "" }));
    const key = basket.parties.map(
      (each, place) => `${LETTERS[place]} : ${each.name || "sans nom"}`,
    );
    write({ ...basket, parties: letters }, key.join(" ; "));
    fit(SMALLEST);
  }

  /** @param {Basket} basket @param {string} who */
  function write(basket, who) {
    const name = (/** @type {string} */ id) =>
      basket.parties.find((each) => each.id === id)?.name || "sans nom";
    const rows = basket.items.map((each) =>
      make(
        "tr",
        {},
        make("td", {}, name(each.from)),
        make("td", {}, "→ ", name(each.to)),
        make("th", { scope: "row" }, each.brings),
        make("td", {}, fluxLabel(each.flux)),
        make("td", {}, `${each.giverCares || "–"} / ${each.receiverCares || "–"}`),
      ),
    );
    const head = ["De", "Vers", "Apport", "Flux", "Compte pour qui apporte / reçoit (sur 5)"];
    const table = make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head.map((each) => make("th", {}, each)))),
      make("tbody", {}, ...rows),
    );
    const today = new Date().toLocaleDateString("fr-FR", { dateStyle: "long" });
    fill(
      "feuille",
      make("p", { class: "feuille-titre" }, basket.title || "Un panier d’échanges"),
      make("p", {}, `${today} · ${who}`),
      table,
      ...BasketSummary.balance(basket),
      notes("Conditions", basket.conditions),
      notes("Suites", basket.steps),
      make("p", { class: "feuille-pied" }, "Composé avec Passerelles."),
    );
  }

  /** @param {string} title @param {string} text */
  function notes(title, text) {
    const body = text.trim()
      ? make("p", {}, text.trim())
      : make("p", { class: "feuille-a-ecrire" });
    return make("div", {}, make("p", { class: "feuille-note" }, title), body);
  }

  /** Takes the largest type with which the sheet fits, down to some size; says whether it does.
   * @param {number} smallest */
  function fit(smallest) {
    const sheet = document.getElementById("feuille");
    if (!sheet) return true;
    for (let size = LARGEST; size >= smallest; size -= STEP) {
      sheet.style.fontSize = `${size}pt`;
      if (sheet.scrollHeight <= sheet.clientHeight) return true;
    }
    return false;
  }

  /** Draws cards to cut out, with blank ones that fill the last sheet.
   * @param {ExchangeRecord[]} records */
  function drawDeck(records) {
    const blank =
      FEWEST_BLANK + ((ON_SHEET - ((records.length + FEWEST_BLANK) % ON_SHEET)) % ON_SHEET);
    const cards = [...records.map(card), ...Array.from({ length: blank }, blankCard)];
    const sheets = [];
    for (let start = 0; start < cards.length; start += ON_SHEET)
      sheets.push(make("div", { class: "planche" }, ...cards.slice(start, start + ON_SHEET)));
    fill("paquet", ...sheets);
  }

  /** @param {ExchangeRecord} record */
  function card(record) {
    const origin = `${record.de_nom} → ${record.vers_nom}. ${record.cas_titre}`;
    return make(
      "div",
      { class: "carte-a-decouper" },
      make("p", {}, fluxLabel(record.flux)),
      make("p", { class: "apport" }, record.apport),
      make("p", { class: "details" }, origin),
    );
  }

  function blankCard() {
    return make(
      "div",
      { class: "carte-a-decouper" },
      make("p", {}, "Flux : ……………………………"),
      make("p", { class: "apport" }, "…………………………………………… …………………………………………… ……………………………………………"),
      make("p", { class: "details" }, "De …………………… vers ……………………"),
    );
  }

  /** Prints one of the two.
   * @param {"panier" | "cartes"} what */
  function print(what) {
    document.documentElement.dataset.imprime = what;
    window.print();
  }

  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset.imprime;
  });

  return { drawSheet, drawDeck, print };
})();
