// @ts-check
/** The cards on the table: from whom to whom, and how much each matters to both. */
const BasketTable = (() => {
  "use strict";

  const { make, button, select, line, fill, fluxLabel } = BasketElements;
  const DEGREES = [1, 2, 3, 4, 5];

  /** @param {Basket} basket @param {BasketDeed} act */
  function draw(basket, act) {
    if (!basket.items.length) {
      const words = "Rien encore. Choisissez une carte, dites qui l’apporte et qui la reçoit.";
      fill("panier-table", make("p", { class: "panier-vide" }, words));
      return;
    }
    const full = basket.items.length >= BasketState.MOST_ITEMS;
    fill(
      "panier-table",
      make("p", { class: "details" }, "Combien cela compte-t-il ? 1 : un peu ; 5 : énormément."),
      make("ol", { class: "panier-table" }, ...basket.items.map((each) => row(basket, each, act))),
      full && make("p", { class: "details" }, "La table est pleine : retirez une carte d’abord."),
    );
  }

  /** @param {Basket} basket @param {BasketItem} item @param {BasketDeed} act */
  function row(basket, item, act) {
    /** @param {"from" | "to"} end @param {string} name */
    const seat = (end, name) =>
      select(
        basket.parties.map((each, place) => [each.id, each.name || `Partie ${place + 1}`]),
        item[end],
        (party) => act((now) => BasketState.changeItem(now, item.id, { [end]: party })),
        {
          "aria-label": `${name} : ${item.brings}`,
          "data-focus": `${end}-${item.id}`,
          class: `role-${role(basket, item[end])}`,
        },
      );
    const typed = `apport-${item.id}`;
    const words = line(
      item.brings,
      (brings) => act((now) => BasketState.changeItem(now, item.id, { brings }), { typed }),
      {
        class: "apport",
        rows: 2,
        maxlength: BasketState.LONGEST.brings,
        "aria-label": "Ce qui est apporté",
        "data-focus": typed,
      },
    );
    return make(
      "li",
      { class: "panier-apport" },
      make(
        "div",
        { class: "parties" },
        seat("from", "Qui apporte"),
        make("span", { class: "fleche", "aria-hidden": "true" }),
        seat("to", "Qui reçoit"),
      ),
      words,
      make("p", { class: "details" }, fluxLabel(item.flux)),
      button("Retirer", () => remove(basket, item, act), {
        "aria-label": `Retirer de la table : ${item.brings}`,
        "data-focus": `retirer-${item.id}`,
      }),
      cares(basket, item, "giverCares", item.from, act),
      cares(basket, item, "receiverCares", item.to, act),
    );
  }

  /** How much a card matters to one side.
   * @param {Basket} basket @param {BasketItem} item @param {"giverCares" | "receiverCares"} side
   * @param {string} party @param {BasketDeed} act */
  function cares(basket, item, side, party, act) {
    const who = basket.parties.find((each) => each.id === party)?.name || "cette partie";
    const degrees = DEGREES.map((degree) =>
      make(
        "label",
        {},
        make("input", {
          type: "radio",
          name: `${side}-${item.id}`,
          value: degree,
          checked: item[side] === degree,
          "data-focus": `${side}-${item.id}-${degree}`,
          onchange: () => act((now) => BasketState.changeItem(now, item.id, { [side]: degree })),
        }),
        make("span", {}, String(degree)),
      ),
    );
    const legend = make("legend", {}, `Compte pour ${who}`);
    return make("fieldset", { class: "panier-degres" }, legend, make("div", {}, ...degrees));
  }

  /** @param {Basket} basket @param {BasketItem} item @param {BasketDeed} act */
  function remove(basket, item, act) {
    const place = basket.items.indexOf(item);
    const next = BasketState.removeItem(basket, item.id);
    const neighbour = next.items[Math.min(place, next.items.length - 1)];
    const says = `Retirée : « ${item.brings} ». « Annuler » la remet.`;
    const focus = neighbour ? `retirer-${neighbour.id}` : "annuler";
    act((now) => BasketState.removeItem(now, item.id), { says, focus });
  }

  /** @param {Basket} basket @param {string} party */
  function role(basket, party) {
    return basket.parties.find((each) => each.id === party)?.role ?? "";
  }

  return { draw };
})();
