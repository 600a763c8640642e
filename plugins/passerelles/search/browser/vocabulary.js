// @ts-check
/**
 * Looks words up: as they are, as beginnings, and with edits; each way loads what it needs.
 *
 * @typedef {{surface: string, shown: string, term: number}} Found
 */
class Vocabulary {
  /** @param {string[]} starts The first surface of each shard. */
  constructor(starts) {
    this.starts = starts;
    /** @type {Map<number, WordList>} */
    this.lists = new Map();
  }

  /** A word as it is. @param {string} surface @returns {Promise<Found[]>} */
  async exactly(surface) {
    const [list] = await this.read(this.within(surface, surface));
    const at = list ? list.surfaces.indexOf(surface) : -1;
    return at < 0 ? [] : [this.found(list, at)];
  }

  /** The words that begin so. @param {string} start @returns {Promise<Found[]>} */
  async beginning(start) {
    const lists = await this.read(this.within(start, start + "\uffff"));
    return this.filter(lists, (surface) => surface.startsWith(start));
  }

  /**
   * The words that so many edits lead to, no fewer.
   * @param {string} surface @param {number} edits @returns {Promise<Found[]>}
   */
  async near(surface, edits) {
    const lists = await this.read(this.starts.map((_, shard) => shard));
    return this.filter(lists, (each) => Words.distance(surface, each, edits) === edits);
  }

  /** All loaded words of some terms: what is marked in texts. @param {Set<number>} terms */
  surfaces(terms) {
    const lists = [...this.lists.values()];
    return new Set(
      lists.flatMap((list) => list.surfaces.filter((_, at) => terms.has(list.terms[at]))),
    );
  }

  /** The shards between two words. @param {string} from @param {string} to */
  within(from, to) {
    const shards = this.starts.map((_, shard) => shard);
    return shards.filter(
      (shard) =>
        this.starts[shard] <= to && !(shard + 1 < shards.length && this.starts[shard + 1] <= from),
    );
  }

  /** @param {number[]} shards @returns {Promise<WordList[]>} */
  async read(shards) {
    await passerelles.load(shards.map((shard) => `words-${shard}`));
    return shards.map((shard) => {
      const list = this.lists.get(shard) ?? Reading.words(passerelles.get(`words-${shard}`));
      this.lists.set(shard, list);
      return list;
    });
  }

  /** @param {WordList[]} lists @param {(surface: string) => boolean} wanted */
  filter(lists, wanted) {
    return lists.flatMap((list) =>
      list.surfaces.flatMap((surface, at) => (wanted(surface) ? [this.found(list, at)] : [])),
    );
  }

  /** @param {WordList} list @param {number} at @returns {Found} */
  found(list, at) {
    return { surface: list.surfaces[at], shown: list.shown[at], term: list.terms[at] };
  }
}
