// @ts-check
/**
 * From what somebody types to words, as `words.py` makes them of texts. What is French about it is
 * sent with the index; only folding stands here twice, and a test compares the two.
 *
 * @typedef {{typed: string, parts: string[], whole: string}} Clause
 *   What was typed between blanks: the words in it, and the same in one where it is a compound.
 * @typedef {((word: string) => boolean) | null} Marks Tells the words that are marked, if any are.
 */
const Words = (() => {
  "use strict";

  const MOST = 12;
  const SAME = /** @type {Record<string, string>} */ ({ œ: "oe", æ: "ae", ß: "ss" });
  const TOKEN = /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

  const WORD = /[\p{L}\p{N}\p{M}]+/gu;

  /** The form under which two spellings are the same. @param {string} text */
  function fold(text) {
    if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
    return text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
      .replace(/[œæß]/g, (letter) => SAME[letter])
      .replace(/[\u2018\u2019\u02bc\u00b4\u2032]/g, "'")
      .replace(/[\u2010-\u2015\u2043\u2212]/g, "-");
  }

  /**
   * The clauses of a query, each once; too common words say nothing.
   * @param {string} query @param {Set<string>} elisions @param {Set<string>} stops
   * @returns {Clause[]}
   */
  function clauses(query, elisions, stops) {
    /** @type {Map<string, Clause>} */
    const found = new Map();
    for (const [typed] of fold(query).matchAll(TOKEN)) {
      const all = typed
        .replaceAll(".", "")
        .split("-")
        .map((part) => withoutElision(part, elisions));
      const parts = all.filter((part) => says(part, stops));
      const whole = all.length === 2 ? all.join("") : "";
      const key = parts.join(" ");
      if (parts.length && !found.has(key)) found.set(key, { typed: all.join("-"), parts, whole });
    }
    return [...found.values()].slice(0, MOST);
  }

  /** @param {string} part @param {Set<string>} elisions */
  function withoutElision(part, elisions) {
    const pieces = part.split("'");
    while (pieces.length > 1 && elisions.has(pieces[0])) pieces.shift();
    return pieces.join("");
  }

  /** @param {string} part @param {Set<string>} stops */
  function says(part, stops) {
    return !stops.has(part) && (part.length > 1 || /\d/.test(part));
  }

  /**
   * How many edits lead from one word to another: a letter more, less or other, or two neighbours
   * swapped; more than `most` are not counted further.
   *
   * Source: optimal string alignment, L. Boytsov, « Indexing methods for approximate dictionary
   * searching », ACM JEA 16, 2011, § 2.
   * @param {string} one @param {string} other @param {number} most
   */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let earlier = [];
    let above = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          cost = Math.min(cost, earlier[j - 2] + 1);
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      earlier = above;
      above = row;
    }
    return above[other.length];
  }

  /** How many edits are forgiven in a word. @param {string} word */
  function forgiven(word) {
    return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  }

  /**
   * Tells the words that are marked; each is folded once, since texts repeat themselves.
   * @param {Set<string>} surfaces @param {Set<string>} elisions @returns {Marks}
   */
  function marks(surfaces, elisions) {
    if (!surfaces.size) return null;
    /** @type {Map<string, boolean>} */
    const known = new Map();
    return (word) => {
      let is = known.get(word);
      if (is === undefined) {
        const folded = fold(word);
        known.set(word, (is = surfaces.has(folded) && !elisions.has(folded)));
      }
      return is;
    };
  }

  /**
   * A text cut into pieces, those that are one of the words apart.
   * @param {string} text @param {(word: string) => boolean} wanted
   * @returns {{text: string, marked: boolean}[]}
   */
  function pieces(text, wanted) {
    const found = [];
    let from = 0;
    WORD.lastIndex = 0;
    for (let match; (match = WORD.exec(text));) {
      const { 0: word, index } = match;
      if (!wanted(word)) continue;
      if (index > from) found.push({ text: text.slice(from, index), marked: false });
      from = index + word.length;
      found.push({ text: word, marked: true });
    }
    if (from < text.length) found.push({ text: text.slice(from), marked: false });
    return found;
  }

  return { fold, clauses, distance, forgiven, marks, pieces };
})();
