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
   * A column: for each case the ranks of its values, those of broader values among them.
   * `starts[c]` to `starts[c + 1]` is where the ranks of case `c` stand in `ranks`.
   * @param {Column} column @param {number} cases
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
    return { starts, ranks: Int32Array.from(ranks) };
  }

  /** A value and all broader ones. @param {FacetValue[]} values @param {number} rank */
  function closure(values, rank) {
    const found = new Set([rank]);
    for (const each of found) for (const up of values[each][2]) found.add(up);
    return [...found];
  }

  return { numbers, words, posting, cells };
})();
