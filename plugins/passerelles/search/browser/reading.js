// @ts-check
/**
 * Reads what `encoding.py` and `shards.py` wrote.
 *
 * @typedef {{rarity: number, documents: number[], weights: number[]}} Posting
 * @typedef {{surfaces: string[], shown: string[], terms: number[]}} WordList
 * @typedef {[id: string, label: string, broader: number[]]} FacetValue
 * @typedef {{name: string, label: string, ordered: boolean, values: FacetValue[], cells: string}} Column
 */
const Reading = (() => {
  "use strict";

  const ALPHABET = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))
    .filter((character) => character !== '"' && character !== "\\")
    .join("");
  const BASE = ALPHABET.length / 2;
  const VALUES = new Int8Array(127);
  [...ALPHABET].forEach((character, value) => (VALUES[character.charCodeAt(0)] = value));

  /** Numbers written one after the other. @param {string} text @returns {number[]} */
  function numbers(text) {
    const found = [];
    let value = 0;
    for (let at = 0; at < text.length; at++) {
      const digit = VALUES[text.charCodeAt(at)];
      if (digit >= BASE) value = (value + digit - BASE) * BASE;
      else {
        found.push(value + digit);
        value = 0;
      }
    }
    return found;
  }

  /** Rising numbers, written as gaps. @param {string} text @returns {number[]} */
  function rising(text) {
    let value = -1;
    return numbers(text).map((step) => (value += step));
  }

  /** A shard of words. @param {[string, string]} shard @returns {WordList} */
  function words([texts, steps]) {
    const shown = [];
    let before = "";
    for (const text of texts.split(" ")) {
      let end = 1;
      while (VALUES[text.charCodeAt(end - 1)] >= BASE) end++;
      before = before.slice(0, numbers(text.slice(0, end))[0]) + text.slice(end);
      shown.push(before);
    }
    let term = 0;
    const terms = numbers(steps).map((step) => (term += step % 2 ? -(step + 1) / 2 : step / 2));
    return { surfaces: shown.map(Words.fold), shown, terms };
  }

  /** A term. @param {string} text @returns {Posting} */
  function posting(text) {
    const [rarity, ...pairs] = numbers(text);
    const documents = [];
    const weights = [];
    let ordinal = -1;
    for (let at = 0; at < pairs.length; at += 2) {
      documents.push((ordinal += pairs[at]));
      weights.push(pairs[at + 1]);
    }
    return { rarity, documents, weights };
  }

  /**
   * A column both ways: the ranks of each case, those of broader values among them, and the cases
   * of each rank.
   * @param {Column} column @param {number} cases @returns {Cells}
   */
  function cells(column, cases) {
    const above = column.values.map((_, rank) => closure(column.values, rank));
    const starts = new Int32Array(cases + 1);
    /** @type {number[]} */
    const ranks = [];
    /** @type {Set<number>} */
    const held = new Set();
    let rank = -1;
    let at = 0;
    for (const step of numbers(column.cells)) {
      if (step) {
        rank += step;
        for (const each of above[rank]) held.add(each);
      } else {
        ranks.push(...held);
        held.clear();
        rank = -1;
        starts[++at] = ranks.length;
      }
    }
    return { starts, ranks: Int32Array.from(ranks), ...turned(starts, ranks, above.length) };
  }

  /** The cases of each rank. @param {Int32Array} starts @param {number[]} ranks @param {number} values */
  function turned(starts, ranks, values) {
    const begins = new Int32Array(values + 1);
    for (const rank of ranks) begins[rank + 1]++;
    for (let rank = 0; rank < values; rank++) begins[rank + 1] += begins[rank];
    const members = new Int32Array(ranks.length);
    const filled = begins.slice();
    for (let ordinal = 0; ordinal + 1 < starts.length; ordinal++)
      for (let at = starts[ordinal]; at < starts[ordinal + 1]; at++)
        members[filled[ranks[at]]++] = ordinal;
    return { begins, members };
  }

  /** A value and all broader ones. @param {FacetValue[]} values @param {number} rank */
  function closure(values, rank) {
    const found = new Set([rank]);
    for (const each of found) for (const up of values[each][2]) found.add(up);
    return [...found];
  }

  return { numbers, rising, words, posting, cells };
})();
