// @ts-check
/**
 * Finds documents by their words.
 *
 * A word that is known means itself; one that is not is the beginning of words; one that begins
 * none is taken for an error and corrected. Several words mean all of them; where no document
 * holds them all, as many as one document holds, and the others are said to be missing.
 *
 * @typedef {{typed: string, scores: Map<number, number>, terms: number[], shown: string[]}} Meaning
 *   A clause: the documents that hold it, its terms, and where it was corrected the words shown.
 * @typedef {{scores: Map<number, number>, meanings: Meaning[], missing: string[]}} TextResult
 * @typedef {{documents: number, asTyped?: boolean, typing?: boolean}} TextOptions
 *   Ordinals below `documents` count; `asTyped` corrects nothing; while `typing`, the last word
 *   is a beginning too.
 */
class TextSearch {
  /** @param {{words: string[], postings: string, stops: string[], elisions: string[]}} manifest */
  constructor(manifest) {
    this.vocabulary = new Vocabulary(manifest.words);
    this.starts = Reading.rising(manifest.postings);
    this.stops = new Set(manifest.stops);
    this.elisions = new Set(manifest.elisions);
    /** @type {Map<number, Posting>} */
    this.postings = new Map();
  }

  /**
   * What a query finds; nothing where it has no word that says something.
   * @param {string} query @param {TextOptions} options @returns {Promise<TextResult | null>}
   */
  async find(query, options) {
    const clauses = Words.clauses(query, this.elisions, this.stops);
    if (!clauses.length) return null;
    const last = options.typing ? clauses.length - 1 : -1;
    const meanings = await Promise.all(
      clauses.map((clause, at) => this.meaning(clause, options, at === last)),
    );
    return TextSearch.together(meanings);
  }

  /** @param {Clause} clause @param {TextOptions} options @param {boolean} open @returns {Promise<Meaning>} */
  async meaning({ typed, parts, whole }, options, open) {
    const words = await Promise.all(parts.map((part) => this.word(part, options, open)));
    const compound = whole ? await this.known(await this.vocabulary.exactly(whole), options) : [];
    const scores = this.scores(compound, options);
    const all = words.map((word) => word.scores);
    for (const [ordinal, score] of TextSearch.common(all))
      scores.set(ordinal, Math.max(score, scores.get(ordinal) ?? 0));
    return {
      typed,
      scores,
      terms: [...words.flatMap((word) => word.terms), ...compound.map((each) => each.term)],
      shown: scores.size ? words.flatMap((word) => word.shown) : [],
    };
  }

  /**
   * What one word means.
   * @param {string} word @param {TextOptions} options @param {boolean} open
   * @returns {Promise<Meaning>}
   */
  async word(word, options, open) {
    const exact = await this.known(await this.vocabulary.exactly(word), options);
    const starts = exact.length && !open ? [] : await this.vocabulary.beginning(word);
    const begun = await this.known(starts, options);
    if (exact.length || begun.length) {
      const scores = this.scores(begun, options);
      for (const [ordinal, score] of this.scores(exact, options))
        scores.set(ordinal, open ? 4 * score : score);
      const terms = [...exact, ...begun].map((each) => each.term);
      return { typed: word, scores, terms, shown: [] };
    }
    const found = options.asTyped ? [] : await this.corrected(word, options);
    return {
      typed: word,
      scores: this.scores(found, options),
      terms: found.map((each) => each.term),
      shown: found.map((each) => each.shown),
    };
  }

  /** The likeliest words meant: with the fewest edits, then in most documents; three at most.
   * @param {string} word @param {TextOptions} options @returns {Promise<Found[]>} */
  async corrected(word, options) {
    for (let edits = 1; edits <= Words.forgiven(word); edits++) {
      const near = await this.known(await this.vocabulary.near(word, edits), options);
      if (!near.length) continue;
      const often = (/** @type {Found} */ each) =>
        this.posting(each.term).documents.filter((ordinal) => ordinal < options.documents).length;
      const ranked = near
        .map((each) => ({ each, number: often(each) }))
        .sort((a, b) => b.number - a.number || (a.each.surface < b.each.surface ? -1 : 1));
      const terms = new Map();
      for (const { each } of ranked) if (!terms.has(each.term)) terms.set(each.term, each);
      return [...terms.values()].slice(0, 3);
    }
    return [];
  }

  /** Those words that a document which counts holds. @param {Found[]} words @param {TextOptions} options */
  async known(words, { documents }) {
    await this.load(words.map((word) => word.term));
    return words.filter((word) => this.posting(word.term).documents[0] < documents);
  }

  /** The best score of each document that counts under any of the words, whose postings are there.
   * @param {Found[]} words @param {TextOptions} options */
  scores(words, { documents: end }) {
    /** @type {Map<number, number>} */
    const best = new Map();
    for (const term of new Set(words.map((word) => word.term))) {
      const { rarity, documents, weights } = this.posting(term);
      for (let at = 0; at < documents.length && documents[at] < end; at++) {
        const score = rarity * weights[at];
        if (score > (best.get(documents[at]) ?? 0)) best.set(documents[at], score);
      }
    }
    return best;
  }

  /** @param {number[]} terms */
  async load(terms) {
    await passerelles.load([...new Set(terms.map((term) => `postings-${this.shard(term)}`))]);
  }

  /** A term whose shard is there. @param {number} term @returns {Posting} */
  posting(term) {
    let posting = this.postings.get(term);
    if (!posting) {
      const shard = this.shard(term);
      posting = Reading.posting(passerelles.get(`postings-${shard}`)[term - this.starts[shard]]);
      this.postings.set(term, posting);
    }
    return posting;
  }

  /** @param {number} term */
  shard(term) {
    return Engine.before(this.starts, term);
  }

  /** The documents that all hold, with the sum of their scores. @param {Map<number, number>[]} all */
  static common(all) {
    /** @type {Map<number, number>} */
    const sums = new Map();
    for (const [ordinal] of all[0]) {
      if (all.every((scores) => scores.has(ordinal)))
        sums.set(
          ordinal,
          all.reduce((sum, scores) => sum + (scores.get(ordinal) ?? 0), 0),
        );
    }
    return sums;
  }

  /** The documents with most clauses set the clauses that count. @param {Meaning[]} meanings @returns {TextResult} */
  static together(meanings) {
    /** @type {Map<number, {held: number, score: number}>} */
    const documents = new Map();
    for (const { scores } of meanings)
      for (const [ordinal, score] of scores) {
        const before = documents.get(ordinal) ?? { held: 0, score: 0 };
        documents.set(ordinal, { held: before.held + 1, score: before.score + score });
      }
    let best = -1;
    for (const [ordinal, { held, score }] of documents) {
      const first = documents.get(best);
      const more = first && (held - first.held || score - first.score || best - ordinal);
      if (!first || (more && more > 0)) best = ordinal;
    }
    const kept = meanings.filter(({ scores }) => scores.has(best));
    return {
      scores: kept.length ? TextSearch.common(kept.map(({ scores }) => scores)) : new Map(),
      meanings: kept,
      missing: meanings.filter((each) => !kept.includes(each)).map(({ typed }) => typed),
    };
  }
}
