// @ts-check
/**
 * Counts facets: « or » inside each, « and » between them, each without its own choices.
 *
 * @typedef {Column & {starts: Int32Array, ranks: Int32Array}} Facet
 * @typedef {{results: number[], counts: Int32Array[], alone: number[], others: number}} Counted
 *   `alone[f]`: how many more there would be without the choices of facet `f`;
 *   `others`: how many there would be without the text.
 */
class Facets {
  /** @param {Column[]} columns @param {number} cases */
  constructor(columns, cases) {
    this.cases = cases;
    /** @type {Facet[]} */
    this.all = columns.map((column) => ({ ...column, ...Reading.cells(column, cases) }));
  }

  /**
   * @param {Record<string, string[]>} chosen @param {Map<number, number> | null} text
   * @returns {Counted}
   */
  count(chosen, text) {
    const active = this.all.flatMap((facet, at) => (chosen[facet.name]?.length ? [at] : []));
    const { fails, failing } = this.fails(active, chosen);
    const counts = this.all.map((facet) => new Int32Array(facet.values.length));
    const alone = this.all.map(() => 0);
    /** @type {number[]} */
    const results = [];
    let others = 0;
    for (let ordinal = 0; ordinal < this.cases; ordinal++) {
      if (fails[ordinal] > 1) continue;
      if (!fails[ordinal]) others++;
      if (text && !text.has(ordinal)) continue;
      if (!fails[ordinal]) results.push(ordinal);
      else alone[failing[ordinal]]++;
    }
    this.all.forEach((facet, at) => this.add(facet, results, counts[at]));
    for (const at of active) {
      const near = [];
      for (let ordinal = 0; ordinal < this.cases; ordinal++)
        if (fails[ordinal] === 1 && failing[ordinal] === at && (!text || text.has(ordinal)))
          near.push(ordinal);
      this.add(this.all[at], near, counts[at]);
    }
    return { results, counts, alone, others };
  }

  /** How many chosen facets each case fails, and the last that it fails.
   * @param {number[]} active @param {Record<string, string[]>} chosen */
  fails(active, chosen) {
    const fails = new Uint8Array(this.cases);
    const failing = new Uint8Array(this.cases);
    for (const at of active) {
      const { name, values, starts, ranks } = this.all[at];
      const wanted = Uint8Array.from(values, ([id]) => Number(chosen[name].includes(id)));
      for (let ordinal = 0; ordinal < this.cases; ordinal++) {
        let place = starts[ordinal];
        const end = starts[ordinal + 1];
        while (place < end && !wanted[ranks[place]]) place++;
        if (place === end) {
          fails[ordinal]++;
          failing[ordinal] = at;
        }
      }
    }
    return { fails, failing };
  }

  /** @param {Facet} facet @param {number[]} ordinals @param {Int32Array} counts */
  add({ starts, ranks }, ordinals, counts) {
    for (const ordinal of ordinals)
      for (let place = starts[ordinal]; place < starts[ordinal + 1]; place++)
        counts[ranks[place]]++;
  }

  /** The rank of the first value of a case; empty where it has none.
   * @param {Facet} facet @param {number} ordinal */
  static first({ starts, ranks }, ordinal) {
    const own = ranks.subarray(starts[ordinal], starts[ordinal + 1]);
    return own.length ? Math.min(...own) : "";
  }

  /** The labels of a case under a facet, those it names itself and broader ones.
   * @param {number} ordinal @param {string} name */
  labels(ordinal, name) {
    const facet = this.all.find((each) => each.name === name);
    if (!facet) return [];
    const ranks = facet.ranks.slice(facet.starts[ordinal], facet.starts[ordinal + 1]);
    return [...ranks].map((rank) => facet.values[rank][1]);
  }
}
