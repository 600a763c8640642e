// @ts-check
/**
 * The page that stands where no page is: looks for the words of the address, and proposes the pages
 * whose addresses come nearest to it. The index is the one of the search field above every page.
 */
(() => {
  "use strict";

  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-proches]"));
  const form = /** @type {HTMLFormElement | null} */ (
    document.querySelector("form[data-recherche]")
  );
  const field = document.querySelector("#question");
  const { root = "", pieces: pattern = "", engine = "" } = form?.dataset ?? {};
  const MOST = 4;
  const CONSIDERED = 60;
  const FAR = 40;
  /** The length from which a word tells something by itself. */
  const TELLS = 4;

  /** The part of the address that could not be found, without what says nothing. */
  function asked() {
    let path = location.pathname;
    try {
      path = decodeURIComponent(path);
    } catch {
      // It stays as it is: its words are then looked for as they stand.
    }
    const inside = path.startsWith(root) ? path.slice(root.length) : path;
    return inside.replace(/(index)?\.html?$/i, "").slice(0, 200);
  }

  /** The pieces of an address that tell what was meant, the most telling first: the last one.
   * @param {string} path */
  function telling(path) {
    const parts = new Set(place?.dataset.rubriques?.split(" "));
    return path
      .split("/")
      .filter((piece) => /\p{L}{2}/u.test(piece) && !parts.has(piece))
      .reverse();
  }

  /** How far the name of a page is from the one that was asked for; what one lacks at its end
   * counts for little.
   * @param {string} name @param {string} wanted */
  function far(name, wanted) {
    if (name.startsWith(wanted) || wanted.startsWith(name))
      return Math.abs(name.length - wanted.length) / FAR;
    return Words.distance(name.slice(0, FAR), wanted.slice(0, FAR), FAR);
  }

  async function propose() {
    const pieces = telling(asked());
    if (!pieces.length) return;
    const search = await opened();
    for (const piece of pieces) {
      const query = piece.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
      const cards = await near(search, query);
      if (!cards.length) continue;
      if (field instanceof HTMLInputElement) field.value = query;
      const placed = cards.map((card) => ({ card, away: far(card.id, piece) }));
      placed.sort((one, other) => one.away - other.away);
      return draw(placed.slice(0, MOST).map(({ card }) => card));
    }
  }

  async function opened() {
    passerelles.pattern = pattern;
    await passerelles.script(engine);
    return Engine.open();
  }

  /** The documents that hold all the words, then those that hold one of them: a slip in one word
   * does not hide what the others name. @param {Engine} search @param {string} query */
  async function near(search, query) {
    const cards = new Map();
    const words = query.split(" ").filter((word) => word.length >= TELLS);
    for (const each of new Set([query, ...words.slice(0, MOST)]))
      for (const card of await found(search, each)) cards.set(card.path, card);
    return [...cards.values()];
  }

  /** The documents that hold the words, the best first. @param {Engine} search @param {string} query */
  async function found(search, query) {
    const result = await search.text.find(query, { documents: search.documents });
    const scores = [...(result?.scores ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const ordinals = scores.slice(0, CONSIDERED).map(([ordinal]) => ordinal);
    await passerelles.load(search.shards(ordinals, "cards"));
    return ordinals.map((ordinal) => search.card(ordinal));
  }

  /** @param {Card[]} cards */
  function draw(cards) {
    if (!place || !cards.length) return;
    const list = document.createElement("ul");
    list.className = "lignes";
    list.append(
      ...cards.map(({ path, title, text }) => {
        const item = document.createElement("li");
        const name = document.createElement("p");
        const link = document.createElement("a");
        const said = document.createElement("p");
        name.className = "nom";
        link.href = root + path;
        link.textContent = title;
        said.className = "resume";
        said.textContent = text;
        name.append(link);
        item.append(name, said);
        return item;
      }),
    );
    place.append(list);
    place.hidden = false;
  }

  void propose().finally(() => {
    document.documentElement.dataset.ready = "1";
  });
})();
