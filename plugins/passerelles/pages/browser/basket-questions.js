// @ts-check
/**
 * What a facilitator would ask of a basket as it stands.
 *
 * @typedef {object} BasketQuestion
 * @property {string} key What the question is about, to tell it apart from the others.
 * @property {string} text
 */
const BasketQuestions = (() => {
  "use strict";

  const MOST = 7;
  const MUCH = 4;
  const APART = 3;

  /** The questions of a basket, the most pressing first.
   * @param {Basket} basket @returns {BasketQuestion[]} */
  function ask(basket) {
    if (!basket.items.length)
      return [{ key: "debut", text: "Qu’est-ce que chacun a, et que l’autre n’a pas ?" }];
    const questions = [
      ...lonely(basket),
      ...oneSided(basket),
      ...unequal(basket),
      ...fragile(basket),
      ...unsaid(basket),
      ...agreement(basket),
    ];
    return questions.slice(0, MOST);
  }

  /** Parties to whom, or from whom, nothing goes.
   * @param {Basket} basket */
  function lonely(basket) {
    return basket.parties.flatMap((party) => {
      const { gives, receives } = BasketBalance.part(basket, party.id);
      const name = party.name || "Une partie sans nom";
      const towards = `${name} : rien n’y va encore. Que lui manque-t-il qu’un autre possède ?`;
      const from = `${name} : rien n’en vient encore. Qu’y a-t-il à apprendre, à prendre ?`;
      return [
        ...(receives.length ? [] : [{ key: `vers-${party.id}`, text: towards }]),
        ...(gives.length ? [] : [{ key: `de-${party.id}`, text: from }]),
      ];
    });
  }

  /** @param {Basket} basket */
  function oneSided(basket) {
    const alone = BasketBalance.oneWay(basket).length;
    const flux = new Set(basket.items.map((each) => each.flux));
    const text = "Tout va dans un seul sens : est-ce un début assumé ? Que devrait-il revenir ?";
    const single = "Un seul flux circule : que se passe-t-il s’il se tarit ?";
    return [
      ...(alone === basket.items.length ? [{ key: "sens-unique", text }] : []),
      ...(flux.size === 1 && basket.items.length > 1 ? [{ key: "un-flux", text: single }] : []),
    ];
  }

  /** Cards that matter much more to one side than to the other.
   * @param {Basket} basket */
  function unequal(basket) {
    return basket.items
      .filter((each) => each.giverCares && each.receiverCares)
      .filter((each) => Math.abs(each.giverCares - each.receiverCares) >= APART)
      .map((each) => {
        const more = each.giverCares > each.receiverCares ? each.from : each.to;
        const less = more === each.from ? each.to : each.from;
        const who = `bien plus à ${name(basket, more)} qu’à ${name(basket, less)}`;
        return { key: `ecart-${each.id}`, text: `« ${each.brings} » importe ${who} : en parler ?` };
      });
  }

  /** The card that would be missed most.
   * @param {Basket} basket */
  function fragile(basket) {
    const [most] = [...basket.items].sort((one, two) => two.receiverCares - one.receiverCares);
    if (!most || most.receiverCares < MUCH) return [];
    const text = `Et si cet apport cessait : « ${most.brings} » ?`;
    return [{ key: `cesse-${most.id}`, text }];
  }

  /** @param {Basket} basket */
  function unsaid(basket) {
    const open = basket.items.find((each) => !each.giverCares || !each.receiverCares);
    if (!open) return [];
    return [
      { key: "importance", text: `« ${open.brings} » : combien cela compte-t-il à chacun ?` },
    ];
  }

  /** @param {Basket} basket */
  function agreement(basket) {
    const conditions = "À quelles conditions chacun s’engage-t-il ?";
    const steps = "Qui décide, qui suit ? Quel est le premier pas, et pour quand ?";
    const absent = "Qui n’est pas à cette table, et que cela concerne pourtant ?";
    return [
      ...(basket.conditions.trim() ? [] : [{ key: "conditions", text: conditions }]),
      ...(basket.steps.trim() ? [] : [{ key: "suites", text: steps }]),
      { key: "absents", text: absent },
    ];
  }

  /** @param {Basket} basket @param {string} id */
  function name(basket, id) {
    return basket.parties.find((each) => each.id === id)?.name || "cette partie";
  }

  return { ask };
})();
