// @ts-check
/** Who sits at the table: two to six parties, each with a name and a role. */
const BasketParties = (() => {
  "use strict";

  const { make, button, select, line, field, fill, label } = BasketElements;

  /** @param {Basket} basket @param {BasketDeed} act */
  function draw(basket, act) {
    const roles = BasketState.ROLES.map(
      (role) => /** @type {[string, string]} */ ([role, label("role", role)]),
    );
    const rows = basket.parties.map((party, place) => row(basket, party, place, roles, act));
    const full = basket.parties.length >= BasketState.MOST_PARTIES;
    fill(
      "panier-parties",
      make("ul", { class: "panier-parties" }, ...rows),
      button("Ajouter une partie", () => add(basket, act), {
        disabled: full,
        "data-focus": "ajouter-partie",
      }),
      full && make("p", { class: "details" }, "La table a six places."),
    );
  }

  /** @param {Basket} basket @param {BasketParty} party @param {number} place
   * @param {[string, string][]} roles @param {BasketDeed} act */
  function row(basket, party, place, roles, act) {
    const number = place + 1;
    const typed = `nom-${party.id}`;
    const name = line(
      party.name,
      (name) => act((now) => BasketState.changeParty(now, party.id, { name }), { typed }),
      { maxlength: BasketState.LONGEST.name, "data-focus": typed },
    );
    const role = select(
      roles,
      party.role,
      (role) => act((now) => BasketState.changeParty(now, party.id, { role })),
      { "data-focus": `role-${party.id}` },
    );
    const leave = button("Retirer", () => remove(basket, party, act), {
      "aria-label": `Retirer la partie ${party.name || number}`,
      disabled: basket.parties.length <= BasketState.FEWEST,
    });
    const attributes = { class: `panier-partie role-${party.role}` };
    return make("li", attributes, field(`Partie ${number}`, name), field("Rôle", role), leave);
  }

  /** @param {Basket} basket @param {BasketDeed} act */
  function add(basket, act) {
    const { parties } = BasketState.addParty(basket, "", "rural");
    const focus = `nom-${parties[parties.length - 1]?.id}`;
    const says = "Une partie de plus est à la table.";
    act((now) => BasketState.addParty(now, "", "rural"), { says, focus });
  }

  /** @param {Basket} basket @param {BasketParty} party @param {BasketDeed} act */
  function remove(basket, party, act) {
    const next = BasketState.removeParty(basket, party.id);
    const gone = basket.items.length - next.items.length;
    const cards = gone ? `, avec ${gone} ${gone === 1 ? "carte" : "cartes"}` : "";
    const says = `${party.name || "La partie"} a quitté la table${cards}. « Annuler » la ramène.`;
    act((now) => BasketState.removeParty(now, party.id), { says, focus: "ajouter-partie" });
  }

  return { draw };
})();
