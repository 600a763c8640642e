// @ts-check
/** The form that puts a card on the table: who brings, who receives. No dragging. */
const BasketPlacing = (() => {
  "use strict";

  const { make, button, select, field } = BasketElements;

  /** Draws the form.
   * @param {Basket} basket
   * @param {ExchangeRecord | null} record The card of the base, if it is one: whose parties are
   *   like those at the table is proposed first.
   * @param {BasketDeed} act
   * @param {() => {brings: string, flux: string, card: string}} card What is put on the table.
   * @param {() => string} close Closes the form, and says where one is to stand then. */
  function form(basket, record, act, card, close) {
    const way = guess(basket, record);
    const names = basket.parties.map(
      (each, place) =>
        /** @type {[string, string]} */ ([each.id, each.name || `Partie ${place + 1}`]),
    );
    const from = select(names, way.from, (value) => {
      if (value === way.to) to.value = way.to = way.from;
      way.from = value;
    });
    const to = select(names, way.to, (value) => {
      if (value === way.from) from.value = way.from = way.to;
      way.to = value;
    });
    const put = () => {
      const placed = card();
      if (!placed.brings) return act((now) => now, { says: "Écrivez d’abord ce qui est apporté." });
      const says = `Sur la table : « ${placed.brings} ».`;
      act((now) => BasketState.place(now, placed, way.from, way.to), { says, focus: close() });
    };
    return make(
      "div",
      { class: "panier-sens" },
      field("Qui apporte", from),
      field("Qui reçoit", to),
      button("Mettre sur la table", put, { class: "bouton principal" }),
    );
  }

  /** The parties at the table that are most like those of a card.
   * @param {Basket} basket @param {ExchangeRecord | null} record */
  function guess(basket, record) {
    const like = basket.parties.find((each) => each.role === record?.de_role);
    const from = like?.id ?? basket.parties[0]?.id ?? "";
    const others = basket.parties.filter((each) => each.id !== from);
    const to = others.find((each) => each.role === record?.vers_role) ?? others[0];
    return { from, to: to?.id ?? "" };
  }

  return { form };
})();
