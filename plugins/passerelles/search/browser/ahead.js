// @ts-check
/**
 * Fetches the cards that a choice would show before it is made: all of them, bundle by bundle,
 * once the page has been left alone for a moment; until they are there, those of any choice as
 * soon as somebody points at it. Who asks for little traffic, or has a slow network, is spared.
 */
class Ahead {
  /** How long nothing may happen before the first bundle is fetched, in milliseconds. */
  static STILL = 1000;
  /** No more bundles than these are fetched: what they hold is enough for most choices. */
  static MOST = 250;

  /** @param {Engine} engine @param {HTMLElement} place */
  constructor(engine, place) {
    this.engine = engine;
    this.done = Ahead.sparing() || this.complete();
    this.begun = false;
    /** @type {State | null} */
    this.state = null;
    if (this.done) return;
    for (const event of ["pointerover", "focusin"])
      place.addEventListener(event, ({ target }) => {
        const row = target instanceof Element && target.closest("label");
        const box = row && Choices.box(row.querySelector("input"));
        if (box) this.pointed(box.name, box.value).catch(Ahead.missed);
      });
  }

  /** Whether the visitor asks for little traffic, or can have only little. */
  static sparing() {
    const { connection } = /** @type {any} */ (navigator);
    return Boolean(connection?.saveData) || /[23]g/.test(connection?.effectiveType ?? "");
  }

  /** A piece that did not come is asked for again when it is needed. */
  static missed() {}

  /** Whether all cards are there already, as in a small base. */
  complete() {
    return passerelles.has(this.engine.starts.cards.map((_, piece) => `cards-${piece}`));
  }

  /** Once a state is drawn. @param {State} state */
  after(state) {
    this.state = state;
    if (this.done || this.begun) return;
    this.begun = true;
    window.setTimeout(() => this.all().catch(Ahead.missed), Ahead.STILL);
  }

  /** Fetches all bundles, one after the other. */
  async all() {
    const { bundles } = this.engine.manifest;
    for (let bundle = 0; bundle < Math.min(bundles, Ahead.MOST); bundle++) {
      await Ahead.idle();
      await passerelles.load([`bundle-${bundle}`]);
    }
    this.done = bundles <= Ahead.MOST;
  }

  /** When nothing else is to be done. @returns {Promise<unknown>} */
  static idle() {
    return new Promise((resolve) => {
      if ("requestIdleCallback" in window) window.requestIdleCallback(resolve);
      else setTimeout(resolve, 200);
    });
  }

  /** Fetches what a choice would show. @param {string} name @param {string} id */
  async pointed(name, id) {
    const { state, engine, done } = this;
    if (done || !state) return;
    const wanted = !state.chosen[name].includes(id);
    const answer = engine.atOnce(States.choose(state, name, id, wanted));
    if (answer) await Results.ready(engine, answer.results.slice(0, Results.FIRST));
  }
}
