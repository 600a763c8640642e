// @ts-check
/**
 * Counts facets: « or » inside each, « and » between them, each without its own choices.
 *
 * Sets of cases are bits, 32 to a word: what all facets but one allow is an « and » of words, and
 * a count is the number of bits that it shares with a value.
 *
 * @typedef {Uint32Array} Bits
 * @typedef {{starts: Int32Array, ranks: Int32Array, begins: Int32Array, members: Int32Array}} Cells
 *   The ranks of case `c` stand in `ranks` from `starts[c]`; the cases of rank `r`, rising, in
 *   `members` from `begins[r]`.
 * @typedef {Column & Cells & {bits: (Bits | null)[], work: number}} Facet
 *   `bits`: of each value that has more cases than there are words; `work`: about how many steps it
 *   takes to count all values.
 * @typedef {{results: Bits, ordinals: number[], counts: Int32Array[], alone: number[], others: number}}
 *   Counted
 *   `alone[f]`: how many more there would be without the choices of facet `f`;
 *   `others`: how many there would be without the text.
 */
class Facets {
  /** @param {Column[]} columns @param {number} cases */
  constructor(columns, cases) {
    this.cases = cases;
    this.words = (cases + 31) >>> 5;
    /** Every case. */
    this.every = this.bits(Array.from({ length: cases }, (_, ordinal) => ordinal));
    /** @type {Facet[]} */
    this.all = columns.map((column) => this.facet(column));
  }

  /** @param {Column} column @returns {Facet} */
  facet(column) {
    const cells = Reading.cells(column, this.cases);
    const { begins, members } = cells;
    let work = 0;
    const bits = column.values.map((_, rank) => {
      const number = begins[rank + 1] - begins[rank];
      work += Math.min(number, this.words);
      const many = number > this.words;
      return many ? this.bits(members.subarray(begins[rank], begins[rank + 1])) : null;
    });
    return { ...column, ...cells, bits, work };
  }

  /** @param {Iterable<number>} ordinals @returns {Bits} */
  bits(ordinals) {
    const found = new Uint32Array(this.words);
    for (const ordinal of ordinals) found[ordinal >>> 5] |= 1 << (ordinal & 31);
    return found;
  }

  /** @param {Record<string, string[]>} chosen @param {Bits | null} text @returns {Counted} */
  count(chosen, text) {
    const active = this.all.flatMap((facet, at) => (chosen[facet.name]?.length ? [at] : []));
    const allowed = active.map((at) => this.either(this.all[at], chosen[this.all[at].name]));
    const without = this.without(allowed, text ?? this.every);
    const results = allowed.reduce(Facets.and, text ?? this.every);
    const ordinals = Facets.ordinals(results);
    const total = ordinals.length;
    const counts = this.all.map((facet, at) => {
      const place = active.indexOf(at);
      return place < 0
        ? this.values(facet, results, ordinals)
        : this.values(facet, without[place], Facets.ordinals(without[place]));
    });
    const alone = this.all.map(() => 0);
    active.forEach((at, place) => (alone[at] = Facets.size(without[place]) - total));
    const others = text ? Facets.size(allowed.reduce(Facets.and, this.every)) : total;
    return { results, ordinals, counts, alone, others };
  }

  /** The cases that have one of some values. @param {Facet} facet @param {string[]} ids */
  either(facet, ids) {
    const found = new Uint32Array(this.words);
    facet.values.forEach(([id], rank) => {
      if (!ids.includes(id)) return;
      for (let at = facet.begins[rank]; at < facet.begins[rank + 1]; at++) {
        const ordinal = facet.members[at];
        found[ordinal >>> 5] |= 1 << (ordinal & 31);
      }
    });
    return found;
  }

  /** For each of some sets, what all the others and `among` have in common.
   * @param {Bits[]} sets @param {Bits} among @returns {Bits[]} */
  without(sets, among) {
    /** @type {Bits[]} */
    const found = [];
    let before = among;
    for (const set of sets) {
      found.push(before);
      before = Facets.and(before, set);
    }
    let after = this.every;
    for (let at = sets.length - 1; at >= 0; at--) {
      found[at] = Facets.and(found[at], after);
      after = Facets.and(after, sets[at]);
    }
    return found;
  }

  /** How many of some cases have each value: counted by value or by case, whichever is less work.
   * @param {Facet} facet @param {Bits} among @param {number[]} ordinals The same, one by one. */
  values({ starts, ranks, begins, members, bits, work }, among, ordinals) {
    const counts = new Int32Array(bits.length);
    if (ordinals.length * ranks.length < work * this.cases) {
      for (const ordinal of ordinals)
        for (let at = starts[ordinal]; at < starts[ordinal + 1]; at++) counts[ranks[at]]++;
      return counts;
    }
    bits.forEach((own, rank) => {
      let number = 0;
      if (own) number = Facets.shared(own, among);
      else
        for (let at = begins[rank]; at < begins[rank + 1]; at++)
          number += (among[members[at] >>> 5] >>> (members[at] & 31)) & 1;
      counts[rank] = number;
    });
    return counts;
  }

  /** @param {Bits} one @param {Bits} other @returns {Bits} */
  static and(one, other) {
    const found = new Uint32Array(one.length);
    for (let at = 0; at < one.length; at++) found[at] = one[at] & other[at];
    return found;
  }

  /** @param {Bits} set */
  static size(set) {
    return Facets.shared(set, set);
  }

  /**
   * How many bits two sets share.
   *
   * Source: H. S. Warren, « Hacker’s Delight », 2nd ed., 2012, fig. 5-2.
   * @param {Bits} one @param {Bits} other
   */
  static shared(one, other) {
    let number = 0;
    for (let at = 0; at < one.length; at++) {
      let word = one[at] & other[at];
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      number += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return number;
  }

  /** @param {Bits} set @param {number} ordinal */
  static has(set, ordinal) {
    return (set[ordinal >>> 5] >>> (ordinal & 31)) & 1;
  }

  /** The ordinals of a set, rising. @param {Bits} set @returns {number[]} */
  static ordinals(set) {
    const found = new Array(Facets.size(set));
    let number = 0;
    for (let at = 0; at < set.length; at++)
      for (let word = set[at]; word; word &= word - 1)
        found[number++] = 32 * at + 31 - Math.clz32(word & -word);
    return found;
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
