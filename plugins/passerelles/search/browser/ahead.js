// @ts-check
/**
 * Fetches the cards that the next choice would show before it is made: of the choices on display
 * while nothing else is to be done, of any choice as soon as somebody points at it. Who asks for
 * little traffic is spared.
 */
class Ahead {
  /** No more pieces than this are fetched in one visit while nothing else is to be done. */
  static MOST = 300;

  /** @param {Engine} engine @param {Choices} choices @param {HTMLElement} place */
  constructor(engine, choices, place) {
    this.engine = engine;
    this.choices = choices;
    this.left = Ahead.MOST;
    this.runs = 0;
    /** @type {State | null} */
    this.state = null;
    if (Ahead.sparing() || this.complete()) return;
    for (const event of ["pointerover", "focusin"])
      place.addEventListener(event, ({ target }) => {
        const row = target instanceof Element && target.closest("label");
        const box = row && Choices.box(row.querySelector("input"));
        if (box) this.fetch(box.name, box.value, Infinity).catch(Ahead.missed);
      });
    place.addEventListener("toggle", () => this.state && this.after(this.state), true);
  }

  /** Whether the visitor asks for little traffic. */
  static sparing() {
    return Boolean(/** @type {any} */ (navigator).connection?.saveData);
  }

  /** A piece that did not come is asked for again when it is needed. */
  static missed() {}

  /** Whether all cards are there already, as in a small base. */
  complete() {
    return passerelles.has(this.engine.starts.cards.map((_, piece) => `cards-${piece}`));
  }

  /** Once a state is drawn: fetches for each choice on display, one after the other.
   * @param {State} state */
  after(state) {
    const first = !this.state;
    this.state = state;
    const run = ++this.runs;
    if (Ahead.sparing() || (first && this.complete())) return;
    const shown = this.choices.onDisplay();
    const next = async () => {
      const choice = shown.shift();
      if (!choice || run !== this.runs || this.left <= 0) return;
      this.left -= await this.fetch(choice.name, choice.id, this.left);
      Ahead.whenIdle(() => void next().catch(Ahead.missed));
    };
    Ahead.whenIdle(() => void next().catch(Ahead.missed));
  }

  /** @param {() => void} act */
  static whenIdle(act) {
    if ("requestIdleCallback" in window) window.requestIdleCallback(act);
    else setTimeout(act, 200);
  }

  /** Fetches what a choice would show; how many pieces that took.
   * @param {string} name @param {string} id @param {number} most */
  async fetch(name, id, most) {
    const { state, engine } = this;
    if (!state) return 0;
    const wanted = !state.chosen[name].includes(id);
    const answer = engine.atOnce(States.choose(state, name, id, wanted));
    if (!answer) return 0;
    const pieces = engine.shards(answer.results.slice(0, Results.FIRST), "cards");
    const missing = pieces.filter((piece) => !passerelles.has([piece])).slice(0, most);
    await passerelles.load(missing);
    return missing.length;
  }
}
