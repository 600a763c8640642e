// @ts-check
/** The explorer: reads a state from the address, draws it, and writes each change back. */
class Explorer {
  /** How long nobody may type before what was typed is looked for, in milliseconds. */
  static PAUSE = 120;

  /** @param {Engine} engine @param {Scene} scene */
  constructor(engine, scene) {
    this.engine = engine;
    this.scene = scene;
    this.runs = 0;
    /** @type {number | undefined} */
    this.timer = undefined;
    /** How the address is still to be written. @type {"pushState" | "replaceState" | null} */
    this.step = null;
    /** @type {Pick<Picture, "marks" | "drawn"> & {text: TextResult | null}} */
    this.marking = { text: null, marks: null, drawn: scene.sent };
  }

  /** Draws the state of the address, and answers to what is done from then on. */
  async start() {
    await this.glimpse();
    this.facets = await this.engine.columns();
    this.state = this.read(this.facets);
    this.choices = this.facetsOf(this.facets, this.state, (name, ids) =>
      this.go(States.withChosen(this.now(), name, ids)),
    );
    this.ahead = new Ahead(this.engine, this.scene.facets, (answer, state) =>
      this.prepare(answer, state),
    );
    this.listen();
    await this.show(this.state);
    this.scene.place.classList.add("pret");
  }

  /** @param {Facets} facets */
  read(facets) {
    return States.read(location.search, facets.all);
  }

  /** The state that is shown. @returns {State} */
  now() {
    return /** @type {State} */ (this.state);
  }

  /** @param {Facets} facets @param {State} state
   * @param {(name: string, ids: string[]) => void} choose */
  facetsOf(facets, state, choose) {
    return new Choices(this.scene.facets, facets, facets.count({}, null).counts, state, choose);
  }

  /**
   * Where the facets are in several pieces, shows what the first of them allow while the others are
   * on their way: until they are there, nothing in it can be used.
   */
  async glimpse() {
    const { engine, scene } = this;
    const given = [...new URLSearchParams(location.search).keys()];
    const last = engine.manifest.columns.length - 1;
    if (!last || given.some((name) => !/^(q|tel_quel)$/.test(name))) return;
    if (passerelles.has([`columns-${last}`])) return;
    const facets = await engine.first(Choices.OPEN);
    const state = this.read(facets);
    const match = state.q ? await engine.matches(state.q, state.asTyped) : null;
    const answer = engine.picture(facets, match, {}, "");
    this.facetsOf(facets, state, () => {}).draw(answer, state, true);
    scene.place.inert = true;
    scene.place.classList.add("pret");
    const picture = this.picture(facets, answer, state, () => {});
    scene.frame(picture);
    await null; // The facets stand before a card is asked for.
    await scene.paint(picture);
    await new Promise((resolve) => setTimeout(resolve, 50));
    scene.place.inert = false;
  }

  /** Goes to a state by a step that « back » undoes, or by none. @param {State} next @param {boolean} step */
  go(next, step = true) {
    window.clearTimeout(this.timer);
    this.writeAddress(); // That of a step made an instant ago.
    this.step = step ? "pushState" : "replaceState";
    this.show(next);
  }

  /** Writes the address of the state that is shown, unless it stands already. */
  writeAddress() {
    if (this.step) history[this.step](null, "", States.write(this.now()) || location.pathname);
    this.step = null;
  }

  /** @param {State} next */
  async show(next) {
    this.state = next;
    try {
      await this.draw(next, ++this.runs);
    } catch (error) {
      this.scene.failed(error);
    }
  }

  /** @param {State} next @param {number} run */
  async draw(next, run) {
    const { engine, scene, facets, choices } = this;
    if (!facets || !choices) return;
    delete document.documentElement.dataset.ready;
    let answer = engine.atOnce(next);
    if (!answer) {
      this.writeAddress();
      answer = await engine.answer(next);
      if (run !== this.runs) return;
    }
    const picture = this.picture(facets, answer, next, (to) => this.go(to));
    this.last = picture;
    const out = () => this.outOfSight(picture, choices);
    choices.draw(answer, next, true);
    scene.frame(picture);
    const first = answer.results.slice(0, Results.FIRST);
    if (!Results.there(engine, first)) {
      out();
      await Results.ready(engine, first);
      if (run !== this.runs) return;
    }
    const painted = scene.paint(picture);
    await null;
    out();
    await painted;
    if (run !== this.runs) return;
    document.documentElement.dataset.ready = "1";
    this.ahead?.after(next);
    window.setTimeout(() => run === this.runs && this.takeAway());
  }

  /**
   * What nobody sees at once stands no sooner than what one does: facets that are closed, and the
   * address, for which the browser computes the styles of all that is new.
   * @param {Picture} picture @param {Choices} choices
   */
  outOfSight({ answer, state }, choices) {
    choices.draw(answer, state, false);
    this.writeAddress();
  }

  /** @param {Facets} facets @param {Answer} answer @param {State} state
   * @param {(state: State) => void} go @returns {Picture} */
  picture(facets, answer, state, go) {
    const { engine, scene } = this;
    const { marks, drawn } = this.marked(answer);
    return { engine, facets, answer, state, root: scene.root, marks, drawn, go };
  }

  /** Draws what one may see next. @param {Answer} answer @param {State} state */
  prepare(answer, state) {
    const { facets, scene } = this;
    if (facets) scene.prepare(this.picture(facets, answer, state, () => {}));
  }

  /** The words that are marked, and the cards that were drawn with these. @param {Answer} answer */
  marked({ text }) {
    if (this.marking.text === text) return this.marking;
    const { vocabulary, elisions } = this.engine.text;
    const terms = new Set((text?.meanings ?? []).flatMap((meaning) => meaning.terms));
    const marks = Words.marks(vocabulary.surfaces(terms), elisions);
    this.marking = { text, marks, drawn: new Map() };
    return this.marking;
  }

  /** What stands below the results, which nobody waits for. */
  takeAway() {
    const { scene, last } = this;
    if (last) Picked.draw(scene.aside, last, scene.compare).catch((error) => scene.failed(error));
  }

  /** Picking changes the address, but is no step. @param {string} id @param {boolean} wanted */
  pick(id, wanted) {
    const state = this.now();
    const others = state.picked.filter((each) => each !== id);
    this.state = { ...state, picked: wanted ? [...others, id] : others };
    this.step ??= "replaceState";
    this.writeAddress();
    if (this.last) this.last = { ...this.last, state: this.state };
    this.takeAway();
  }

  /** Text that is typed is looked for after a pause. */
  typed() {
    delete document.documentElement.dataset.ready;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const state = this.now();
      const next = { ...state, q: this.scene.field.value, asTyped: false };
      this.go(next, Boolean(state.q) !== Boolean(next.q));
    }, Explorer.PAUSE);
  }

  listen() {
    const { scene } = this;
    const { field, sort, place } = scene;
    field.addEventListener("input", () => this.typed());
    scene.form.addEventListener("submit", (event) => event.preventDefault());
    scene.question.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.now(), q: field.value });
    });
    sort.addEventListener("change", () => this.go({ ...this.now(), sort: sort.value }));
    for (const button of scene.views)
      button.addEventListener("click", () =>
        this.go({ ...this.now(), view: button.dataset.vue ?? "" }),
      );
    scene.results.addEventListener("change", ({ target }) => {
      const box = Choices.box(target);
      if (box?.name === "choix") this.pick(box.value, box.checked);
    });
    scene.filter.addEventListener("click", () =>
      scene.unfold(!place.classList.contains("filtres-ouverts")),
    );
    scene.close.addEventListener("click", () => scene.unfold(false));
    window.addEventListener("popstate", () => this.facets && this.show(this.read(this.facets)));
  }
}

(() => {
  "use strict";
  const place = document.querySelector("[data-explorer]");
  if (!(place instanceof HTMLElement)) return;
  const scene = new Scene(place);
  Engine.open()
    .then((engine) => new Explorer(engine, scene).start())
    .catch((error) => scene.failed(error));
})();
