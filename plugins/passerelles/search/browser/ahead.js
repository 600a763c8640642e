// @ts-check
/**
 * Gets ready what a choice would show before it is made. Once the page has been left alone for a
 * moment, all cards are fetched, bundle by bundle, and those of the choices in sight are drawn;
 * those of any other are fetched, where they are missing, and drawn as soon as somebody points at
 * it. Who asks for little traffic, or has a slow network, is spared the fetching.
 */
class Ahead {
  /** How long nothing may happen before the first bundle is fetched, in milliseconds. */
  static STILL = 1000;
  /** No more bundles than these are fetched: what they hold is enough for most choices. */
  static MOST = 250;
  /** The choices in sight. */
  static SEEN = "[open] li:not([hidden]) input";

  /** @param {Engine} engine @param {HTMLElement} place
   * @param {(answer: Answer, state: State) => void} draw Draws what one may see next. */
  constructor(engine, place, draw) {
    this.engine = engine;
    this.place = place;
    this.draw = draw;
    this.sparing = Ahead.sparing();
    this.begun = this.sparing;
    /** @type {State | null} */
    this.state = null;
    for (const event of ["pointerover", "focusin"])
      place.addEventListener(event, (happened) => {
        const { target, relatedTarget } = /** @type {FocusEvent | PointerEvent} */ (happened);
        const row = target instanceof Element && target.closest("label");
        const within = row && relatedTarget instanceof Node && row.contains(relatedTarget);
        const box = row && !within && Choices.box(row.querySelector("input"));
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
    if (this.begun) return;
    this.begun = true;
    window.setTimeout(() => this.all().catch(Ahead.missed), Ahead.STILL);
  }

  /** Fetches all bundles, one after the other, then draws what each choice in sight would show. */
  async all() {
    const bundles = this.complete() ? 0 : Math.min(this.engine.manifest.bundles, Ahead.MOST);
    for (let bundle = 0; bundle < bundles; bundle++) {
      await Ahead.idle();
      await passerelles.load([`bundle-${bundle}`]);
    }
    for (const box of this.place.querySelectorAll(Ahead.SEEN))
      if (box instanceof HTMLInputElement) await this.pointed(box.name, box.value);
  }

  /** When nothing else is to be done. @returns {Promise<unknown>} */
  static idle() {
    return new Promise((resolve) => {
      if ("requestIdleCallback" in window) window.requestIdleCallback(resolve);
      else setTimeout(resolve, 200);
    });
  }

  /** Fetches and draws what a choice would show. @param {string} name @param {string} id */
  async pointed(name, id) {
    const { state, engine } = this;
    if (!state) return;
    const next = States.choose(state, name, id, !state.chosen[name].includes(id));
    const answer = engine.atOnce(next);
    if (!answer) return;
    const first = answer.results.slice(0, Results.FIRST);
    if (!this.sparing) await Results.ready(engine, first);
    await Ahead.idle();
    if (state === this.state && Results.there(engine, first)) this.draw(answer, next);
  }
}
