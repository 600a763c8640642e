// @ts-check
/** The facets beside the results: drawn once; later only what changes is touched. */
class Choices {
  /** So many values are shown before « voir tout ». */
  static SHORT = 8;
  /** So many facets are open at first. */
  static OPEN = 3;
  /** No more values than this are drawn of one facet, those with most cases. */
  static DRAWN = 400;

  /**
   * @param {HTMLElement} place @param {Facets} facets @param {Int32Array[]} totals
   * @param {State} state The first one: what it chooses is drawn whatever its number.
   * @param {(name: string, ids: string[]) => void} choose
   */
  constructor(place, facets, totals, state, choose) {
    this.choose = choose;
    this.groups = facets.all.map((facet, at) =>
      this.group(facet, totals[at], state.chosen[facet.name], at),
    );
    place.replaceChildren(...this.groups.map(({ element }) => element));
    place.addEventListener("change", ({ target }) => {
      const group = this.groups.find(({ facet }) => facet.name === Choices.box(target)?.name);
      if (group) choose(group.facet.name, Choices.ticked(group));
    });
  }

  /** The box of a choice, if that is what something is. @param {EventTarget | null} target */
  static box(target) {
    return target instanceof HTMLInputElement && target.type === "checkbox" ? target : null;
  }

  /** @param {Group} group */
  static ticked({ rows }) {
    return rows.filter(({ input }) => input.checked).map(({ id }) => id);
  }

  /** @param {Facet} facet @param {Int32Array} totals @param {string[]} chosen @param {number} at */
  group(facet, totals, chosen, at) {
    const { make } = Drawing;
    const order = Choices.order(facet, totals, chosen);
    const rows = order.map(({ rank, depth }) => this.row(facet, rank, depth));
    const list = make("ul", {}, ...rows.map(({ element }) => element));
    const badge = make("span", { class: "nombre" });
    const long = !facet.ordered && rows.length > Choices.SHORT;
    const element = make(
      "details",
      {
        class: "facette",
        "data-facette": facet.name,
        open: at < Choices.OPEN || chosen.length > 0,
      },
      make("summary", {}, make("span", {}, facet.label), " ", badge),
    );
    const apply = (/** @type {string[]} */ ids) => this.choose(facet.name, ids);
    const years = facet.ordered ? Years.range(facet, totals, apply) : null;
    const group = { facet, rows, years, badge, element, long, whole: !long, wanted: "", key: "-" };
    if (long) element.append(this.finder(group));
    if (years) element.append(years.element);
    element.append(list);
    if (long) element.append(this.more(group));
    element.addEventListener("toggle", () => Choices.dim(group));
    return group;
  }

  /** Values in the order in which they are drawn, narrower ones below their broader one, each once;
   * those that no case has are left out unless they are chosen.
   * @param {Facet} facet @param {Int32Array} totals @param {string[]} chosen */
  static order(facet, totals, chosen) {
    const wanted = facet.values.map(([id], rank) => totals[rank] > 0 || chosen.includes(id));
    const ranks = facet.values.map((_, rank) => rank).filter((rank) => wanted[rank]);
    if (!facet.ordered) ranks.sort((a, b) => totals[b] - totals[a] || a - b);
    const kept = new Set(
      ranks.filter((rank, at) => at < Choices.DRAWN || chosen.includes(facet.values[rank][0])),
    );
    /** @type {{rank: number, depth: number}[]} */
    const found = [];
    const done = new Set();
    const add = (/** @type {number} */ rank, /** @type {number} */ depth) => {
      if (done.has(rank)) return;
      done.add(rank);
      found.push({ rank, depth });
      for (const each of kept) if (facet.values[each][2].includes(rank)) add(each, depth + 1);
    };
    for (const rank of kept) if (!facet.values[rank][2].some((up) => kept.has(up))) add(rank, 0);
    for (const rank of kept) add(rank, 0);
    return found;
  }

  /** @param {Facet} facet @param {number} rank @param {number} depth */
  row(facet, rank, depth) {
    const { make } = Drawing;
    const [id, label] = facet.values[rank];
    const input = make("input", { type: "checkbox", name: facet.name, value: id });
    const number = document.createTextNode("");
    const count = make("span", { class: "nombre", "data-count": true }, number);
    const element = make(
      "li",
      { class: depth ? `sous-${Math.min(depth, 3)}` : false },
      make("label", {}, input, make("span", { class: "intitule" }, label), " ", count),
    );
    return { id, rank, label: Words.fold(label), input, number, element, shown: -1, dim: false };
  }

  /** The field that searches a long facet. @param {Group} group */
  finder(group) {
    const { make } = Drawing;
    const label = `Chercher dans « ${group.facet.label} »`;
    return make("input", {
      type: "search",
      class: "chercher-valeur",
      placeholder: "Chercher une valeur",
      "aria-label": label,
      oninput: (/** @type {Event} */ event) => {
        group.wanted = Words.fold(/** @type {HTMLInputElement} */ (event.target).value.trim());
        Choices.show(group);
      },
    });
  }

  /** @param {Group} group */
  more(group) {
    const { make } = Drawing;
    const button = make("button", { type: "button", class: "lien", "aria-expanded": "false" });
    const words = () => {
      button.textContent = group.whole ? "Voir moins" : `Voir tout (${group.rows.length})`;
      button.setAttribute("aria-expanded", String(group.whole));
    };
    button.addEventListener("click", () => {
      group.whole = !group.whole;
      words();
      Choices.show(group);
    });
    words();
    return button;
  }

  /** Shows what is searched for; otherwise the first values and those that are chosen.
   * @param {Group} group */
  static show(group) {
    const { rows, whole, wanted } = group;
    rows.forEach(({ element, label, input }, at) => {
      const first = whole || at < Choices.SHORT || input.checked;
      const hidden = wanted ? !label.includes(wanted) : !first;
      if (element.hidden !== hidden) element.hidden = hidden;
    });
    Choices.dim(group);
  }

  /** Greys those that one sees and that would give nothing. @param {Group} group */
  static dim({ element: { open }, rows }) {
    if (!open) return;
    for (const row of rows) {
      const none = !row.shown;
      if (row.dim === none || row.element.hidden) continue;
      row.element.classList.toggle("sans", none);
      row.dim = none;
    }
  }

  /** Draws the facets that are open, or those that are not.
   * @param {Answer} answer @param {State} state @param {boolean} open */
  draw(answer, state, open) {
    this.groups.forEach((group, at) => {
      if (group.element.open !== open) return;
      Choices.write(group, answer.counts[at]);
      Choices.dim(group);
      const ids = state.chosen[group.facet.name];
      const chosen = new Set(ids);
      group.years?.draw(answer.counts[at], chosen);
      const key = ids.join();
      if (group.key === key) return;
      group.key = key;
      for (const { input, id } of group.rows) input.checked = chosen.has(id);
      group.badge.textContent = chosen.size ? `(${chosen.size})` : "";
      Choices.show(group);
    });
  }

  /** Writes those numbers that are others than before. @param {Group} group @param {Int32Array} counts */
  static write({ rows }, counts) {
    for (const row of rows) {
      const number = counts[row.rank];
      if (row.shown === number) continue;
      row.number.data = String(number);
      row.shown = number;
    }
  }
}

/** @typedef {ReturnType<Choices["group"]>} Group */
