// @ts-check
/** Takes from a record of a file or a link what a basket can use; nothing in it is trusted. */
const BasketRecords = (() => {
  "use strict";

  const FLUX = ["information", "capitaux", "biens", "matieres_energie", "personnes", "services"];
  const IDENTIFIER = /^[a-z0-9-]{1,100}$/;

  /** @param {unknown} value */
  function text(value) {
    return typeof value === "string" ? value : "";
  }

  /** @param {Record<string, unknown> | null} record @returns {BasketParty} */
  function party(record) {
    const role = text(record?.role);
    return {
      id: text(record?.id),
      name: text(record?.nom).slice(0, BasketState.LONGEST.name),
      role: BasketState.ROLES.includes(role) ? role : "",
    };
  }

  /** Parties that can be told apart.
   * @param {BasketParty[]} parties */
  function distinct(parties) {
    return parties.filter(
      (each, place) =>
        IDENTIFIER.test(each.id) && parties.findIndex((other) => other.id === each.id) === place,
    );
  }

  /** Parties, and a seat without a name for each other one that cards speak of: its record was lost.
   * @param {BasketParty[]} parties @param {(Record<string, unknown> | null)[]} cards */
  function seated(parties, cards) {
    const seats = [...parties];
    for (const id of cards.flatMap((each) => [text(each?.de), text(each?.vers)]))
      if (IDENTIFIER.test(id) && !seats.some((each) => each.id === id))
        seats.push({ id, name: "", role: "" });
    return seats.slice(0, BasketState.MOST_PARTIES);
  }

  /** @param {Record<string, unknown> | null} record @param {number} number
   * @param {Set<string>} seats @returns {BasketItem | null} */
  function item(record, number, seats) {
    const from = text(record?.de);
    const to = text(record?.vers);
    const flux = text(record?.flux);
    const card = text(record?.carte);
    const brings = text(record?.apport).slice(0, BasketState.LONGEST.brings);
    if (from === to || !seats.has(from) || !seats.has(to) || !FLUX.includes(flux)) return null;
    const cares = Array.isArray(record?.importance) ? record.importance : [];
    return {
      id: `a${number + 1}`,
      from,
      to,
      brings,
      flux,
      card: IDENTIFIER.test(card) ? card : "",
      giverCares: importance(cares[0]),
      receiverCares: importance(cares[1]),
    };
  }

  /** @param {unknown} value */
  function importance(value) {
    return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 5
      ? value
      : 0;
  }

  return { FLUX, text, party, distinct, seated, item };
})();
