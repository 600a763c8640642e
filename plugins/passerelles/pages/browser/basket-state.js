// @ts-check
/**
 * The basket as a value, and all that can be done with it: each deed gives a new basket.
 *
 * @typedef {object} BasketParty
 * @property {string} id
 * @property {string} name
 * @property {string} role `urbain`, `periurbain`, `rural`, `mixte`, `acteur`, or empty.
 *
 * @typedef {object} BasketItem A card on the table.
 * @property {string} id
 * @property {string} from The party that brings.
 * @property {string} to The party that receives.
 * @property {string} brings
 * @property {string} flux
 * @property {string} card The exchange of the base that it comes from; empty for a blank card.
 * @property {number} giverCares How much it matters to who brings, 1 to 5; 0 while not said.
 * @property {number} receiverCares The same for who receives.
 *
 * @typedef {object} Basket
 * @property {string} title
 * @property {BasketParty[]} parties
 * @property {BasketItem[]} items
 * @property {string} conditions
 * @property {string} steps
 */
const BasketState = (() => {
  "use strict";

  const FEWEST = 2;
  const MOST_PARTIES = 6;
  const MOST_ITEMS = 20;
  /** What still fits on one page, all of it together. */
  const LONGEST = { title: 140, name: 80, brings: 200, conditions: 800, steps: 800 };
  /** The last is that of a party that has none. */
  const ROLES = ["urbain", "periurbain", "rural", "mixte", "acteur", ""];
  /** Where each role sits, as in the drawings: everybody else between. */
  const SEATS = { urbain: 0, periurbain: 0, rural: 2 };

  /** A table laid for a town and its countryside.
   * @returns {Basket} */
  function start() {
    const parties = [
      { id: "p1", name: "La ville", role: "urbain" },
      { id: "p2", name: "La campagne", role: "rural" },
    ];
    return { title: "", parties, items: [], conditions: "", steps: "" };
  }

  /** The table of a case; what does not find room at it is counted.
   * @param {ExchangeRecord[]} records @returns {{basket: Basket, left: number}} */
  function fromCase(records) {
    /** @type {Basket} */
    let basket = { ...start(), title: short(records[0]?.cas_titre ?? "", "title"), parties: [] };
    let left = 0;
    /** @type {Map<string, string>} */
    const seats = new Map();
    for (const each of records) {
      const sides = [
        { key: each.de, name: each.de_nom, role: each.de_role },
        { key: each.vers, name: each.vers_nom, role: each.vers_role },
      ];
      const newcomers = sides.filter((side) => !seats.has(side.key));
      if (basket.parties.length + newcomers.length > MOST_PARTIES) {
        left += 1;
        continue;
      }
      for (const { key, name, role } of newcomers) {
        basket = addParty(basket, name, role ?? "");
        seats.set(key, basket.parties[basket.parties.length - 1]?.id ?? "");
      }
      const from = seats.get(each.de) ?? "";
      basket = place(basket, cardOf(each), from, seats.get(each.vers) ?? "");
    }
    const seat = (/** @type {BasketParty} */ each) =>
      SEATS[/** @type {"rural"} */ (each.role)] ?? 1;
    const parties = [...basket.parties].sort((one, two) => seat(one) - seat(two));
    return { basket: { ...basket, parties }, left };
  }

  /** What a card of the base says.
   * @param {ExchangeRecord} record */
  function cardOf(record) {
    return { brings: record.apport, flux: record.flux, card: record.id };
  }

  /** @param {Basket} basket @param {string} name @param {string} role @returns {Basket} */
  function addParty(basket, name, role) {
    if (basket.parties.length >= MOST_PARTIES) return basket;
    const party = { id: free(basket.parties, "p"), name: short(name, "name"), role };
    return { ...basket, parties: [...basket.parties, party] };
  }

  /** @param {Basket} basket @param {string} id @param {Partial<BasketParty>} fields
   * @returns {Basket} */
  function changeParty(basket, id, fields) {
    const parties = basket.parties.map((each) => (each.id === id ? { ...each, ...fields } : each));
    return { ...basket, parties };
  }

  /** Lets a party leave the table with what it brings and receives.
   * @param {Basket} basket @param {string} id @returns {Basket} */
  function removeParty(basket, id) {
    if (basket.parties.length <= FEWEST) return basket;
    return {
      ...basket,
      parties: basket.parties.filter((each) => each.id !== id),
      items: basket.items.filter((each) => each.from !== id && each.to !== id),
    };
  }

  /** Puts a card on the table, from one party to another.
   * @param {Basket} basket @param {{brings: string, flux: string, card: string}} card
   * @param {string} from @param {string} to @returns {Basket} */
  function place(basket, card, from, to) {
    if (from === to || basket.items.length >= MOST_ITEMS) return basket;
    const brings = short(card.brings, "brings");
    const id = free(basket.items, "a");
    const item = { ...card, brings, id, from, to, giverCares: 0, receiverCares: 0 };
    return { ...basket, items: [...basket.items, item] };
  }

  /** Changes a card on the table; whoever would then face themselves changes places.
   * @param {Basket} basket @param {string} id @param {Partial<BasketItem>} fields
   * @returns {Basket} */
  function changeItem(basket, id, fields) {
    const items = basket.items.map((each) => {
      if (each.id !== id) return each;
      const next = { ...each, ...fields };
      if (next.from !== next.to) return next;
      return fields.from ? { ...next, to: each.from } : { ...next, from: each.to };
    });
    return { ...basket, items };
  }

  /** @param {Basket} basket @param {string} id @returns {Basket} */
  function removeItem(basket, id) {
    return { ...basket, items: basket.items.filter((each) => each.id !== id) };
  }

  /** @param {Basket} basket @param {"title" | "conditions" | "steps"} field @param {string} text
   * @returns {Basket} */
  function note(basket, field, text) {
    return { ...basket, [field]: short(text, field) };
  }

  /** Whether somebody has put anything into it.
   * @param {Basket} basket */
  function used(basket) {
    return JSON.stringify(basket) !== JSON.stringify(start());
  }

  /** @param {string} text @param {keyof typeof LONGEST} field */
  function short(text, field) {
    return text.slice(0, LONGEST[field]);
  }

  /** @param {{id: string}[]} taken @param {string} letter */
  function free(taken, letter) {
    const names = new Set(taken.map((each) => each.id));
    let number = 1;
    while (names.has(`${letter}${number}`)) number += 1;
    return `${letter}${number}`;
  }

  return {
    FEWEST,
    MOST_PARTIES,
    MOST_ITEMS,
    LONGEST,
    ROLES,
    start,
    fromCase,
    cardOf,
    addParty,
    changeParty,
    removeParty,
    place,
    changeItem,
    removeItem,
    note,
    used,
  };
})();
