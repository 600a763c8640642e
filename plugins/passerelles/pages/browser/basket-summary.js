// @ts-check
/** The balance as it grows, the facilitator's questions, and what is agreed. */
const BasketSummary = (() => {
  "use strict";

  const { make, line, fill, field, fluxLabel, mark, partyLabel } = BasketElements;

  /** @param {Basket} basket */
  function drawBalance(basket) {
    fill("panier-equilibre", ...balance(basket));
  }

  /** The sentence, then what each party brings and receives.
   * @param {Basket} basket */
  function balance(basket) {
    const head = ["Partie", "Apporte", "Reçoit"].map((each) => make("th", { scope: "col" }, each));
    const rows = basket.parties.map((party) => {
      const { gives, receives } = BasketBalance.part(basket, party.id);
      return make(
        "tr",
        {},
        make("th", { scope: "row" }, partyLabel(party)),
        make("td", {}, counted(gives, "giverCares")),
        make("td", {}, counted(receives, "receiverCares")),
      );
    });
    return [
      make("p", { class: "panier-phrase" }, make("strong", {}, BasketBalance.sentence(basket))),
      make(
        "table",
        { class: "parts" },
        make("thead", {}, make("tr", {}, ...head)),
        make("tbody", {}, ...rows),
      ),
      make(
        "p",
        { class: "reserve" },
        "Une marque par degré d’importance, aux yeux de la partie. Cela ne s’additionne pas.",
      ),
    ];
  }

  /** Cards by flux, each with as many marks as it matters to the party.
   * @param {BasketItem[]} items @param {"giverCares" | "receiverCares"} side */
  function counted(items, side) {
    const kinds = BasketRecords.FLUX.filter((flux) => items.some((each) => each.flux === flux));
    if (!kinds.length) return make("span", { class: "rien" }, "rien encore");
    const rows = kinds.map((flux) => {
      const of = items.filter((each) => each.flux === flux);
      const marks = of.flatMap((each) => Array.from({ length: each[side] }, () => mark(flux)));
      const said = of.map((each) => each[side] || "non dite").join(", ");
      const times = of.length > 1 ? `\u00a0×\u00a0${of.length}` : "";
      return make(
        "li",
        {},
        fluxLabel(flux),
        times,
        make("span", { class: "visuellement-cache" }, ` (importance : ${said})`),
        marks.length > 0 && make("span", { class: "panier-marques" }, ...marks),
      );
    });
    return make("ul", { class: "panier-comptes" }, ...rows);
  }

  /** @param {Basket} basket */
  function drawQuestions(basket) {
    const questions = BasketQuestions.ask(basket).map((each) => make("li", {}, each.text));
    fill("panier-questions", make("ul", { class: "panier-questions" }, ...questions));
  }

  /** @param {Basket} basket @param {BasketDeed} act */
  function drawAgreement(basket, act) {
    /** @param {"conditions" | "steps"} name */
    const area = (name) => {
      const made = make("textarea", {
        value: basket[name],
        rows: 4,
        maxlength: BasketState.LONGEST[name],
        "data-focus": name,
        oninput: () => act((now) => BasketState.note(now, name, made.value), { typed: name }),
      });
      return made;
    };
    const title = line(
      basket.title,
      (title) => act((now) => BasketState.note(now, "title", title), { typed: "title" }),
      { maxlength: BasketState.LONGEST.title, "data-focus": "title" },
    );
    fill(
      "panier-accord",
      field("Titre du panier", title),
      field("Conditions : ce qu’il faut pour que cela tienne", area("conditions")),
      field("Suites : qui fait quoi, pour quand, qui suit", area("steps")),
    );
  }

  return { balance, drawBalance, drawQuestions, drawAgreement };
})();
