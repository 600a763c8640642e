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
  const { root = "", pieces = "", engine = "" } = form?.dataset ?? {};
  const MOST = 4;
  const CONSIDERED = 60;
  const FAR = 40;

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

  /** @param {string} path */
  function words(path) {
    const found = path.match(/[\p{L}\p{N}]+/gu) ?? [];
    const parts = new Set(place?.dataset.rubriques?.split(" "));
    const telling = found.filter((word) => !parts.has(word));
    return (telling.length ? telling : found).join(" ");
  }

  /** How far a page's address is from the one that was asked for. @param {string} path @param {string} wanted */
  function far(path, wanted) {
    return Words.distance(path.slice(0, FAR), wanted.slice(0, FAR), FAR);
  }

  async function propose() {
    const wanted = asked();
    const query = words(wanted);
    if (!query || !place) return;
    if (field instanceof HTMLInputElement) field.value = query;
    passerelles.pattern = pieces;
    await passerelles.script(engine);
    const search = await Engine.open();
    const found = await search.text.find(query, { documents: search.documents });
    const scores = [...(found?.scores ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const ordinals = scores.slice(0, CONSIDERED).map(([ordinal]) => ordinal);
    await passerelles.load(search.shards(ordinals, "cards"));
    const cards = ordinals.map((ordinal) => search.card(ordinal));
    const near = cards
      .map((card) => ({ card, away: far(card.path, wanted) }))
      .sort((one, other) => one.away - other.away)
      .slice(0, MOST);
    draw(near.map(({ card }) => card));
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
