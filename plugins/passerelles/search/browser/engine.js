// @ts-check
/**
 * The search without the page: from a state to what stands in the picture. Knows no DOM.
 *
 * @typedef {{q: string, asTyped: boolean, chosen: Record<string, string[]>, sort: string}} Query
 * @typedef {Counted & {text: TextResult | null}} Answer
 * @typedef {{id: string, path: string, title: string, text: string, banks?: [string, string][],
 *   gives?: string, more?: number, when?: string}} Card
 */
class Engine {
  /** Loads what every search needs. @returns {Promise<Engine>} */
  static async open() {
    await passerelles.load(["index"]);
    return new Engine(passerelles.get("index"));
  }

  /** @param {any} manifest What `search_files` wrote as `index`. */
  constructor(manifest) {
    this.manifest = manifest;
    /** @type {[kind: string, number: number][]} */
    this.kinds = manifest.kinds;
    this.cases = this.kinds[0][1];
    this.documents = this.kinds.reduce((sum, [, number]) => sum + number, 0);
    this.text = new TextSearch(manifest);
    /** @type {Facets | null} */
    this.facets = null;
    /** @type {{key: string, result: TextResult | null}} */
    this.last = { key: "", result: null };
  }

  /** All facets. @returns {Promise<Facets>} */
  async columns() {
    this.facets ??= await this.first(Infinity);
    return this.facets;
  }

  /** The first facets, where the others are not needed yet. @param {number} number @returns {Promise<Facets>} */
  async first(number) {
    const starts = /** @type {number[]} */ (this.manifest.columns);
    const names = starts.flatMap((start, shard) => (start < number ? [`columns-${shard}`] : []));
    await passerelles.load(names);
    return new Facets(
      names.flatMap((name) => passerelles.get(name)),
      this.cases,
    );
  }

  /** What a query finds among the cases; the same query is not run twice.
   * @param {string} q @param {boolean} asTyped */
  async matches(q, asTyped) {
    const key = `${asTyped} ${q}`;
    if (this.last.key !== key) {
      const result = await this.text.find(q, { documents: this.cases, asTyped });
      this.last = { key, result };
    }
    return this.last.result;
  }

  /** @param {Query} query @returns {Promise<Answer>} */
  async answer({ q, asTyped, chosen, sort }) {
    const facets = await this.columns();
    const text = q ? await this.matches(q, asTyped) : null;
    if (Engine.dated(sort)) await passerelles.load(["dates"]);
    return this.picture(facets, text, chosen, sort);
  }

  /** The answer at once, where all that it needs is there; otherwise nothing.
   * @param {Query} query @returns {Answer | null} */
  atOnce({ q, asTyped, chosen, sort }) {
    const known = !q || this.last.key === `${asTyped} ${q}`;
    const ready = known && (!Engine.dated(sort) || passerelles.has(["dates"]));
    if (!this.facets || !ready) return null;
    return this.picture(this.facets, q ? this.last.result : null, chosen, sort);
  }

  /** @param {Facets} facets @param {TextResult | null} text
   * @param {Record<string, string[]>} chosen @param {string} sort @returns {Answer} */
  picture(facets, text, chosen, sort) {
    const counted = facets.count(chosen, text ? text.scores : null);
    return { ...counted, results: this.sorted(counted.results, text, sort), text };
  }

  /**
   * Ordinals are in the order of titles; sorts keep the order of equals. Dates go from the newest
   * to the oldest, facets by their first value; what has no value stands last; `-` turns it round.
   * @param {number[]} results @param {TextResult | null} text @param {string} sort
   */
  sorted(results, text, sort) {
    const name = sort.replace(/^-/, "");
    const turn = sort.startsWith("-") ? -1 : 1;
    const facet = this.facets?.all.find((each) => each.name === name);
    if (name === "debut" || name === "revue") {
      const at = name === "debut" ? 0 : 1;
      const dates = passerelles.get("dates");
      return Engine.by(results, (ordinal) => dates[ordinal][at], -turn);
    }
    if (facet) return Engine.by(results, (ordinal) => Facets.first(facet, ordinal), turn);
    if (name === "titre") return turn < 0 ? results.reverse() : results;
    if (!text) return results;
    const { scores } = text;
    return results.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);
  }

  /** @param {number[]} results @param {(ordinal: number) => string | number} key @param {number} turn */
  static by(results, key, turn) {
    return results.sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      if (one === other) return 0;
      if (one === "" || other === "") return one === "" ? 1 : -1;
      return one < other ? -turn : turn;
    });
  }

  /** The shards in which the cards of documents stand. @param {number[]} ordinals @param {string} name */
  shards(ordinals, name) {
    const starts = this.manifest[name];
    return [...new Set(ordinals.map((ordinal) => `${name}-${Engine.before(starts, ordinal)}`))];
  }

  /** What is drawn of a document whose shard is there. @param {number} ordinal @param {string} name */
  read(ordinal, name) {
    const starts = this.manifest[name];
    const shard = Engine.before(starts, ordinal);
    return passerelles.get(`${name}-${shard}`)[ordinal - starts[shard]];
  }

  /** @param {number} ordinal @returns {Card} */
  card(ordinal) {
    return this.read(ordinal, "cards");
  }

  /** The kind of a document. @param {number} ordinal */
  kind(ordinal) {
    let end = 0;
    for (const [kind, number] of this.kinds) if (ordinal < (end += number)) return kind;
    return "";
  }

  /** Whether a sort is by date. @param {string} sort */
  static dated(sort) {
    return /^-?(debut|revue)$/.test(sort);
  }

  /** The last start that is not above an ordinal. @param {number[]} starts @param {number} ordinal */
  static before(starts, ordinal) {
    let from = 0;
    let to = starts.length;
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (starts[middle] <= ordinal) from = middle;
      else to = middle;
    }
    return from;
  }
}
