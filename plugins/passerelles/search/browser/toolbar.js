// @ts-check
/** What stands above the results: the total, what was understood, chips, and what one may do. */
const Toolbar = (() => {
  "use strict";
  const { make, count } = Drawing;

  /** The chips of all that is chosen. @param {HTMLElement} place @param {Picture} picture */
  function chips(place, { state, facets, go }) {
    const found = facets.all.flatMap((facet) =>
      runs(facet, state.chosen[facet.name]).map(({ label, ids }) =>
        chip(label, facet.label, () => {
          const left = state.chosen[facet.name].filter((id) => !ids.includes(id));
          go(States.withChosen(state, facet.name, left));
        }),
      ),
    );
    if (state.q.trim())
      found.unshift(chip(quoted(state.q.trim()), "Texte", () => go({ ...state, q: "" })));
    const all = make("button", {
      type: "button",
      class: "lien",
      onclick: () => go(States.clear(state)),
    });
    all.textContent = "tout effacer";
    place.replaceChildren(...found, ...(found.length ? [all] : []));
  }

  /** Values with their labels; of years, those that follow one another together.
   * @param {Facet} facet @param {string[]} chosen */
  function runs(facet, chosen) {
    if (!chosen.length) return [];
    const all = facet.values.filter(([id]) => chosen.includes(id));
    if (!facet.ordered) return all.map(([id, label]) => ({ label, ids: [id] }));
    const order = facet.values.map(([id]) => id);
    /** @type {string[][]} */
    const groups = [];
    for (const [id] of all) {
      const group = groups[groups.length - 1];
      if (group && order.indexOf(id) === order.indexOf(group[group.length - 1]) + 1) group.push(id);
      else groups.push([id]);
    }
    return groups.map((ids) => ({
      label: ids.length > 1 ? `${ids[0]}\u2009–\u2009${ids[ids.length - 1]}` : ids[0],
      ids,
    }));
  }

  /** @param {string} label @param {string} kind @param {() => void} remove */
  function chip(label, kind, remove) {
    const button = make("button", { type: "button", class: "pastille", onclick: remove });
    button.append(
      make("span", { class: "visuellement-cache" }, `Retirer ${kind}\u00a0: `),
      label,
      make("span", { "aria-hidden": "true" }, "\u00a0×"),
    );
    return button;
  }

  /** The total, announced. @param {HTMLElement} place @param {Picture} picture */
  function total(place, { answer, engine, state }) {
    const number = answer.results.length;
    place.replaceChildren(
      make("strong", {}, make("span", { "data-total": true }, String(number)), "\u00a0cas"),
      ` sur ${engine.cases}`,
      state.unknown.length
        ? ` · choix inconnu, ignoré\u00a0: ${state.unknown.map(quoted).join(", ")}`
        : "",
    );
  }

  /** @param {string} text */
  function quoted(text) {
    return `«\u00a0${text}\u00a0»`;
  }

  /** What was made of the query. @param {HTMLElement} place @param {Picture} picture */
  function understood(place, { answer, state, go }) {
    /** @type {(string | Node)[]} */
    const said = [];
    const { text } = answer;
    if (state.q.trim() && !text) said.push("Ces mots sont trop courants pour chercher. ");
    const corrected = (text?.meanings ?? []).filter(({ shown }) => shown.length);
    if (corrected.length) {
      const words = corrected.flatMap(({ shown }) => shown);
      said.push("Résultats pour\u00a0: ", make("strong", {}, words.join(", ")), ". ");
      said.push(
        make(
          "button",
          { type: "button", class: "lien", onclick: () => go({ ...state, asTyped: true }) },
          "Chercher tel quel",
        ),
        " ",
      );
    }
    if (text?.missing.length) {
      const words = text.missing.map(quoted).join(", ");
      const held = text.meanings.length > 0;
      said.push(
        held
          ? `Aucun cas ne réunit tous les mots\u202f; sans ${words}.`
          : `Aucun cas ne contient ${words}.`,
      );
    }
    if (state.asTyped && state.q.trim())
      said.push(
        make(
          "button",
          { type: "button", class: "lien", onclick: () => go({ ...state, asTyped: false }) },
          "Corriger les fautes de frappe",
        ),
      );
    place.replaceChildren(...said);
  }

  /** Ways out of an empty result: what to lift, and what it gives. @param {Picture} picture */
  function ways({ answer, facets, state, go }) {
    const found = facets.all.flatMap(({ name, values }, at) => {
      if (!answer.alone[at]) return [];
      const labels = values
        .filter(([id]) => state.chosen[name].includes(id))
        .map(([, shown]) => shown);
      const label = labels.map(quoted).join(", ");
      return [{ label, number: answer.alone[at], to: States.withChosen(state, name, []) }];
    });
    const text = state.q.trim();
    if (text && answer.others)
      found.push({
        label: `le texte ${quoted(text)}`,
        number: answer.others,
        to: { ...state, q: "" },
      });
    found.sort((a, b) => b.number - a.number);
    const all = { label: "", number: 0, to: States.clear(state) };
    return make(
      "div",
      { class: "impasse" },
      make("p", {}, "Aucun cas ne répond à tous ces choix à la fois."),
      make(
        "ul",
        {},
        ...(found.length ? found : [all]).map(({ label, number, to }) =>
          make(
            "li",
            {},
            make(
              "button",
              { type: "button", class: "lien", onclick: () => go(to) },
              number ? `Sans ${label}\u00a0: ${count(number, "cas", "cas")}` : "Tout effacer",
            ),
          ),
        ),
      ),
    );
  }

  return { chips, total, understood, ways };
})();
