// @ts-check
/**
 * Who brings and receives what, and whether something comes back: words, no score.
 *
 * @typedef {object} BasketPart
 * @property {BasketItem[]} gives
 * @property {BasketItem[]} receives
 */
const BasketBalance = (() => {
  "use strict";

  const NUMBERS = ["aucun", "un seul", "deux", "trois", "quatre", "cinq", "six"];

  /** What a party brings and receives.
   * @param {Basket} basket @param {string} party @returns {BasketPart} */
  function part(basket, party) {
    return {
      gives: basket.items.filter((each) => each.from === party),
      receives: basket.items.filter((each) => each.to === party),
    };
  }

  /** Cards for which nothing comes back, be it through others.
   * @param {Basket} basket */
  function oneWay(basket) {
    return basket.items.filter((each) => !reached(basket, each.to).has(each.from));
  }

  /** Whom one reaches from a party by following the cards.
   * @param {Basket} basket @param {string} start */
  function reached(basket, start) {
    /** @type {Set<string>} */
    const found = new Set();
    const waiting = [start];
    for (const party of waiting)
      for (const each of basket.items)
        if (each.from === party && !found.has(each.to)) {
          found.add(each.to);
          waiting.push(each.to);
        }
    return found;
  }

  /** « Réciprocité sur deux flux, et un échange à sens unique. »
   * @param {Basket} basket */
  function sentence(basket) {
    if (!basket.items.length) return "La table est vide : posez une première carte.";
    const alone = oneWay(basket);
    const back = basket.items.filter((each) => !alone.includes(each));
    const flux = new Set(back.map((each) => each.flux)).size;
    const rest = alone.length === 1 ? "un échange" : `${alone.length} échanges`;
    if (!back.length) return `${alone.length === 1 ? "Échange" : "Échanges"} à sens unique.`;
    const direct = back.some((each) =>
      basket.items.some((other) => other.from === each.to && other.to === each.from),
    );
    const words = `${direct ? "Réciprocité" : "Échanges en boucle"} sur ${NUMBERS[flux]} flux`;
    return alone.length ? `${words}, et ${rest} à sens unique.` : `${words}.`;
  }

  return { part, oneWay, sentence };
})();
