// @ts-check
/**
 * A state of the explorer and its address: each can be had from the other.
 *
 * @typedef {Query & {view: string, columns: string[], picked: string[], unknown: string[]}} State
 *   `unknown`: choices in the address that there are not; they restrict nothing.
 */
const States = (() => {
  "use strict";

  const LONGEST = 200;
  const VIEWS = ["cartes", "tableau", "carte", "frise"];
  const SORTS = ["pertinence", "titre", "debut", "revue"];

  /** @param {string} address What stands after the path. @param {Facet[]} facets @returns {State} */
  function read(address, facets) {
    const given = new URLSearchParams(address);
    /** @type {Record<string, string[]>} */
    const chosen = {};
    const unknown = [];
    for (const { name, values } of facets) {
      const known = new Set(values.map(([id]) => id));
      const wanted = [...new Set(given.getAll(name))].filter(Boolean);
      chosen[name] = wanted.filter((id) => known.has(id));
      unknown.push(...wanted.filter((id) => !known.has(id)));
    }
    const names = facets.map(({ name }) => name);
    const sort = given.get("tri") ?? "";
    return {
      q: (given.get("q") ?? "").slice(0, LONGEST),
      asTyped: given.get("tel_quel") === "1",
      chosen,
      sort: [...SORTS, ...names].includes(sort.replace(/^-/, "")) ? sort : "",
      view: one(given.get("vue"), VIEWS),
      columns: [...new Set(given.getAll("colonne"))].filter((name) => names.includes(name)),
      picked: [...new Set(given.getAll("choix"))].filter((id) => /^[a-z0-9-]{1,80}$/.test(id)),
      unknown: unknown.slice(0, 5).map((id) => id.slice(0, 40)),
    };
  }

  /** @param {string | null} value @param {string[]} among */
  function one(value, among) {
    return value && among.includes(value) ? value : among[0];
  }

  /** @param {State} state @returns {string} What stands after the path; nothing for the first state. */
  function write(state) {
    const given = new URLSearchParams();
    const q = state.q.trim();
    if (q) given.append("q", q);
    if (q && state.asTyped) given.append("tel_quel", "1");
    for (const [name, ids] of Object.entries(state.chosen))
      for (const id of ids) given.append(name, id);
    if (state.sort) given.append("tri", state.sort);
    if (state.view !== VIEWS[0]) given.append("vue", state.view);
    for (const name of state.columns) given.append("colonne", name);
    for (const id of state.picked) given.append("choix", id);
    const text = given.toString();
    return text ? `?${text}` : "";
  }

  /** A state with one choice more or less. @param {State} state @param {string} name
   * @param {string} id @param {boolean} wanted @returns {State} */
  function choose(state, name, id, wanted) {
    const others = state.chosen[name].filter((each) => each !== id);
    return withChosen(state, name, wanted ? [...others, id] : others);
  }

  /** @param {State} state @param {string} name @param {string[]} ids @returns {State} */
  function withChosen(state, name, ids) {
    return { ...state, chosen: { ...state.chosen, [name]: ids }, unknown: [] };
  }

  /** A state in which nothing restricts. @param {State} state @returns {State} */
  function clear(state) {
    const chosen = Object.fromEntries(Object.keys(state.chosen).map((name) => [name, []]));
    return { ...state, q: "", asTyped: false, chosen, unknown: [] };
  }

  return { read, write, choose, withChosen, clear, LONGEST };
})();
