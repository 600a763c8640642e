// @ts-check
/**
 * The basket as text, for a file and for a link.
 *
 * A file is a JSON array with one record on each line, so that a damaged one can still be read line
 * by line: first the basket itself with its version and the number of the others, then parties,
 * cards on the table, notes. A link has the same lines in its fragment, in base64url, after the
 * version and a checksum: `#panier=1.<checksum>.<lines>`.
 *
 * @typedef {object} BasketReading
 * @property {Basket} basket What could be read, filled up so that it can be worked with.
 * @property {number} lost How many records could not.
 * @property {boolean} damaged Whether something is not as it was written.
 * @property {boolean} newer Whether a later version wrote it.
 */
const BasketFormat = (() => {
  "use strict";

  const VERSION = 1;
  const LONGEST_LINK = 12000;
  const LONGEST_FILE = 200000;
  const FRAGMENT = "#panier=";
  const DAMAGED = "\ufffd";

  /** @param {Basket} basket @returns {string[]} */
  function lines(basket) {
    const records = [
      ...basket.parties.map((each) => {
        return { type: "partie", id: each.id, nom: each.name, role: each.role };
      }),
      ...basket.items.map((each) => ({
        type: "apport",
        de: each.from,
        vers: each.to,
        apport: each.brings,
        flux: each.flux,
        carte: each.card,
        importance: [each.giverCares, each.receiverCares],
      })),
      ...[{ type: "conditions", texte: basket.conditions }].filter((each) => each.texte),
      ...[{ type: "suites", texte: basket.steps }].filter((each) => each.texte),
    ];
    const head = { type: "panier", version: VERSION, titre: basket.title };
    return [{ ...head, elements: records.length }, ...records].map((each) => JSON.stringify(each));
  }

  /** The text of a file.
   * @param {Basket} basket */
  function write(basket) {
    return `[\n${lines(basket).join(",\n")}\n]\n`;
  }

  /** Reads a file; null where nothing in it is a basket.
   * @param {string} text @returns {BasketReading | null} */
  function read(text) {
    if (text.length > LONGEST_FILE) return null;
    const whole = parsed(text.replace(/^\ufeff/, ""));
    if (Array.isArray(whole)) return assembled(whole, 0);
    const pieces = text.split("\n").map((line) => line.trim().replace(/,$/, ""));
    const kept = pieces.filter((line) => line && line !== "[" && line !== "]");
    const records = kept.map((line) => (line.includes(DAMAGED) ? null : parsed(line)));
    return assembled(records, 1);
  }

  /** The fragment of a link; null where it would be too long to travel.
   * @param {Basket} basket */
  function fragment(basket) {
    const bytes = new TextEncoder().encode(lines(basket).join("\n"));
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const data = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
    const text = `${FRAGMENT}${VERSION}.${checksum(data)}.${data}`;
    return text.length > LONGEST_LINK ? null : text;
  }

  /** Reads the fragment of a link; null where nothing in it is a basket.
   * @param {string} hash @returns {BasketReading | null} */
  function readFragment(hash) {
    if (!hash.startsWith(FRAGMENT) || hash.length > LONGEST_LINK) return null;
    const [version = "", sum = "", data = ""] = hash.slice(FRAGMENT.length).split(".");
    const clean = data
      .replaceAll("-", "+")
      .replaceAll("_", "/")
      .replace(/[^A-Za-z0-9+/]/g, "A");
    const whole = clean.slice(0, clean.length % 4 === 1 ? -1 : undefined);
    const bytes = Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
    const reading = read(new TextDecoder().decode(bytes));
    if (!reading) return null;
    const damaged = sum !== checksum(data) || reading.lost > 0;
    return { ...reading, damaged, newer: reading.newer || Number(version) > VERSION };
  }

  /** @param {string} text @returns {unknown} */
  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  /** Makes a basket of what can be used among some records.
   * @param {unknown[]} records @param {number} damaged @returns {BasketReading | null} */
  function assembled(records, damaged) {
    const known = records.map(record);
    const head = known.find((each) => each?.type === "panier");
    const parties = known.filter((each) => each?.type === "partie").map(BasketRecords.party);
    const cards = known.filter((each) => each?.type === "apport");
    const found = BasketRecords.distinct(parties).slice(0, BasketState.MOST_PARTIES);
    const seats = BasketRecords.seated(found, cards);
    const names = new Set(seats.map((each) => each.id));
    const items = cards
      .map((each, number) => BasketRecords.item(each, number, names))
      .filter((each) => each !== null)
      .slice(0, BasketState.MOST_ITEMS);
    const texts = ["conditions", "suites"].map((type) => known.find((each) => each?.type === type));
    const kept = found.length + items.length + texts.filter(Boolean).length;
    if (!head && !kept) return null;
    const expected = Math.max(Number(head?.elements) || 0, known.length - (head ? 1 : 0));
    let basket = { ...BasketState.start(), parties: seats, items };
    for (const empty of BasketState.start().parties)
      if (basket.parties.length < BasketState.FEWEST)
        basket = BasketState.addParty(basket, empty.name, empty.role);
    basket = BasketState.note(basket, "title", BasketRecords.text(head?.titre));
    basket = BasketState.note(basket, "conditions", BasketRecords.text(texts[0]?.texte));
    basket = BasketState.note(basket, "steps", BasketRecords.text(texts[1]?.texte));
    const lost = Math.max(0, expected - kept);
    return {
      basket,
      lost,
      damaged: lost > 0 || damaged > 0 || !head,
      newer: Number(head?.version) > VERSION,
    };
  }

  /** @param {unknown} value @returns {Record<string, unknown> | null} */
  function record(value) {
    return value && typeof value === "object" ? /** @type {any} */ (value) : null;
  }

  /** FNV-1a (Fowler, Noll, Vo), 32 bits, in base 36.
   * @param {string} text */
  function checksum(text) {
    let hash = 0x811c9dc5;
    for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    return (hash >>> 0).toString(36);
  }

  return { write, read, fragment, readFragment, FRAGMENT };
})();
