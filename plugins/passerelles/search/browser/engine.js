// @ts-check
/**
 * The search without the page: from a state to what stands in the picture. Knows no DOM.
 *
 * @typedef {{q: string, asTyped: boolean, chosen: Record<string, string[]>, sort: string}} Query
 * @typedef {Omit<Counted, "results" | "ordinals"> & {results: number[], text: TextResult | null}} Answer
 * @typedef {{key: string, result: TextResult | null, held: Bits | null, order: number[] | null}}
 *   Match What a query finds, the same as bits, and by relevance.
 * @typedef {{id: string, path: string, title: string, text: string, gives?: string, more?: number,
 *   banks?: [name: string, role: string, called: string][], when?: string}} Card
 */
class Engine {
  /** So many answers are kept. */
  static LATELY = 20;

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
    /** The first ordinal of each shard. @type {Record<string, number[]>} */
    this.starts = {
      cards: Reading.rising(manifest.cards),
      details: Reading.rising(manifest.details),
    };
    /** @type {Facets | null} */
    this.facets = null;
    /** @type {Match} */
    this.last = { key: "", result: null, held: null, order: null };
    /** The orders of all cases that were asked for. @type {Map<string, number[]>} */
    this.orders = new Map();
    /** The last answers. @type {Map<string, Answer>} */
    this.answers = new Map();
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
      this.last = { key, result, held: null, order: null };
    }
    return this.last;
  }

  /** @param {Query} query @returns {Promise<Answer>} */
  async answer({ q, asTyped, chosen, sort }) {
    const facets = await this.columns();
    const match = q ? await this.matches(q, asTyped) : null;
    if (Engine.dated(sort)) await passerelles.load(["dates"]);
    return this.picture(facets, match, chosen, sort);
  }

  /** The answer at once, where all that it needs is there; otherwise nothing. What was asked for
   * lately, as when somebody pointed at a choice, is not counted again.
   * @param {Query} query @returns {Answer | null} */
  atOnce({ q, asTyped, chosen, sort }) {
    const key = JSON.stringify([q, asTyped, chosen, sort]);
    const found = this.answers.get(key);
    if (found) return found;
    const known = !q || this.last.key === `${asTyped} ${q}`;
    const ready = known && (!Engine.dated(sort) || passerelles.has(["dates"]));
    if (!this.facets || !ready) return null;
    if (this.answers.size > Engine.LATELY) this.answers.clear();
    const answer = this.picture(this.facets, q ? this.last : null, chosen, sort);
    this.answers.set(key, answer);
    return answer;
  }

  /** @param {Facets} facets @param {Match | null} match
   * @param {Record<string, string[]>} chosen @param {string} sort @returns {Answer} */
  picture(facets, match, chosen, sort) {
    const text = match?.result ?? null;
    if (match && text) match.held ??= facets.bits(text.scores.keys());
    const counted = facets.count(chosen, match?.held ?? null);
    const order = this.order(text ? match : null, sort);
    const results = order
      ? order.filter((ordinal) => Facets.has(counted.results, ordinal))
      : counted.ordinals;
    const { counts, alone, others } = counted;
    return { counts, alone, others, results, text };
  }

  /**
   * The order in which results stand; none where it is that of the ordinals, which are in the order
   * of titles.
   * @param {Match | null} match @param {string} sort
   */
  order(match, sort) {
    if (sort === "titre" || (!match && Engine.relevant(sort))) return null;
    if (match && Engine.relevant(sort)) return (match.order ??= Engine.ranked(match.result));
    let order = this.orders.get(sort);
    if (!order) this.orders.set(sort, (order = this.sorted(sort)));
    return order;
  }

  /** What a text finds, the best first. @param {TextResult | null} text */
  static ranked(text) {
    return [...(text?.scores ?? [])].sort(([a, x], [b, y]) => y - x || a - b).map(([at]) => at);
  }

  /**
   * All cases in an order that keeps that of equals. Dates go from the newest to the oldest, facets
   * by their first value; what has no value stands last; `-` turns it round.
   * @param {string} sort
   */
  sorted(sort) {
    const name = sort.replace(/^-/, "");
    const turn = sort.startsWith("-") ? -1 : 1;
    const every = Array.from({ length: this.cases }, (_, ordinal) => ordinal);
    const facet = this.facets?.all.find((each) => each.name === name);
    if (Engine.dated(sort)) {
      const at = name === "debut" ? 0 : 1;
      const dates = passerelles.get("dates");
      return Engine.by(every, (ordinal) => dates[ordinal][at], -turn);
    }
    if (facet) return Engine.by(every, (ordinal) => Facets.first(facet, ordinal), turn);
    return turn < 0 ? every.reverse() : every;
  }

  /** @param {number[]} ordinals @param {(ordinal: number) => string | number} key @param {number} turn */
  static by(ordinals, key, turn) {
    return ordinals.sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      if (one === other) return 0;
      if (one === "" || other === "") return one === "" ? 1 : -1;
      return one < other ? -turn : turn;
    });
  }

  /** The shards in which the cards of documents stand. @param {number[]} ordinals @param {string} name */
  shards(ordinals, name) {
    const starts = this.starts[name];
    return [...new Set(ordinals.map((ordinal) => `${name}-${Engine.before(starts, ordinal)}`))];
  }

  /** What is drawn of a document whose shard is there. @param {number} ordinal @param {string} name */
  read(ordinal, name) {
    const starts = this.starts[name];
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

  /** Whether a sort is by relevance, which turned round stays what it is. @param {string} sort */
  static relevant(sort) {
    return /^-?(pertinence)?$/.test(sort);
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
