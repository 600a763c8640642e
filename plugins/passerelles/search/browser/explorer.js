// @ts-check
/** The explorer: reads a state from the address, draws it, and writes each change back. */
(() => {
  "use strict";

  const place = document.querySelector("[data-explorer]");
  if (!(place instanceof HTMLElement)) return;
  const root = place.dataset.root ?? "";
  const compare = place.dataset.compare ?? "";
  const { part } = Drawing;
  const field = /** @type {HTMLInputElement} */ (part(place, "[data-champ]"));
  const sort = /** @type {HTMLSelectElement} */ (part(place, "[data-tri]"));
  const views = {
    cartes: Results.cards,
    tableau: Table.draw,
    carte: Chart.draw,
    frise: Timeline.draw,
  };
  let runs = 0;
  /** @type {{text: TextResult | null, words: Set<string>, drawn: Picture["drawn"]}} */
  let marking = { text: null, words: new Set(), drawn: new Map() };
  /** @type {number | undefined} */
  let timer;

  open().catch(failed);

  async function open() {
    const engine = await Engine.open();
    await glimpse(engine);
    const facets = await engine.columns();
    const read = () => States.read(location.search, facets.all);
    let state = read();
    const totals = facets.count({}, null).counts;
    const choices = new Choices(
      part(page(), "[data-facettes]"),
      facets,
      totals,
      state,
      (name, ids) => go(States.withChosen(state, name, ids)),
    );
    const ahead = new Ahead(engine, choices, part(page(), "[data-facettes]"));

    /** Goes to a state by a step that « back » undoes, or by none. @param {State} next @param {boolean} step */
    function go(next, step = true) {
      window.clearTimeout(timer);
      // Before anything is drawn: afterwards the browser would lay the page out for it.
      const address = States.write(next) || location.pathname;
      if (step) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
      show(next);
    }

    /** @param {State} next */
    function show(next) {
      state = next;
      return draw(next).catch(failed);
    }

    /** Picking changes the address, but is no step. @param {string} id @param {boolean} wanted */
    function pick(id, wanted) {
      const others = state.picked.filter((each) => each !== id);
      state = { ...state, picked: wanted ? [...others, id] : others };
      history.replaceState(null, "", States.write(state) || location.pathname);
      if (last) takeAway((last = { ...last, state }));
    }

    /** @type {Picture | null} */
    let last = null;

    /** @param {State} next */
    async function draw(next) {
      const run = ++runs;
      delete document.documentElement.dataset.ready;
      const answer = engine.atOnce(next) ?? (await engine.answer(next));
      if (run !== runs) return;
      const { words, drawn } = marks(engine, answer);
      last = { engine, facets, answer, state: next, root, marks: words, drawn, pick, go };
      choices.draw(answer, next);
      frame(last);
      await Results.ready(engine, answer.results.slice(0, Results.FIRST));
      if (run !== runs) return;
      await paint(last);
      if (run !== runs) return;
      document.documentElement.dataset.ready = "1";
      ahead.after(next);
      window.setTimeout(() => run === runs && last && takeAway(last));
    }

    /** What stands below the results, which nobody waits for. @param {Picture} picture */
    function takeAway(picture) {
      Picked.draw(part(page(), "[data-emporter]"), picture, compare).catch(failed);
    }

    field.addEventListener("input", () => {
      delete document.documentElement.dataset.ready;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const next = { ...state, q: field.value, asTyped: false };
        go(next, Boolean(state.q) !== Boolean(next.q));
      }, 120);
    });
    part(page(), "[data-choix]").addEventListener("submit", (event) => event.preventDefault());
    part(page(), "form").addEventListener("submit", (event) => {
      event.preventDefault();
      go({ ...state, q: field.value });
    });
    sort.addEventListener("change", () => go({ ...state, sort: sort.value }));
    for (const button of page().querySelectorAll("[data-vue]"))
      if (button instanceof HTMLElement)
        button.addEventListener("click", () => go({ ...state, view: button.dataset.vue ?? "" }));
    const filters = part(page(), "[data-filtrer]");
    const unfold = (/** @type {boolean} */ open) => {
      page().classList.toggle("filtres-ouverts", open);
      filters.setAttribute("aria-expanded", String(open));
    };
    filters.addEventListener("click", () => unfold(!page().classList.contains("filtres-ouverts")));
    part(page(), "[data-fermer]").addEventListener("click", () => unfold(false));
    window.addEventListener("popstate", () => show(read()));

    page().querySelector("[data-secours]")?.remove();
    await show(state);
    page().classList.add("pret");
  }

  /**
   * Where the facets are in several pieces, shows what the first of them allow while the others are
   * on their way: until they are there, nothing in it can be used.
   * @param {Engine} engine
   */
  async function glimpse(engine) {
    const given = [...new URLSearchParams(location.search).keys()];
    if (engine.manifest.columns.length === 1 || given.some((name) => !/^(q|tel_quel)$/.test(name)))
      return;
    if (passerelles.has([`columns-${engine.manifest.columns.length - 1}`])) return;
    const facets = await engine.first(Choices.OPEN);
    const state = States.read(location.search, facets.all);
    const totals = facets.count({}, null).counts;
    const choices = new Choices(part(page(), "[data-facettes]"), facets, totals, state, () => {});
    const match = state.q ? await engine.matches(state.q, state.asTyped) : null;
    const answer = engine.picture(facets, match, {}, "");
    const nothing = () => {};
    choices.draw(answer, state);
    page().inert = true;
    page().classList.add("pret");
    const picture = {
      engine,
      facets,
      answer,
      state,
      root,
      marks: marks(engine, answer).words,
      drawn: new Map(),
      pick: nothing,
      go: nothing,
    };
    frame(picture);
    await paint(picture);
    await new Promise((resolve) => setTimeout(resolve, 50));
    page().inert = false;
  }

  /** The words that are marked, and the cards that were drawn with these.
   * @param {Engine} engine @param {Answer} answer */
  function marks(engine, { text }) {
    if (marking.text === text) return marking;
    const terms = new Set((text?.meanings ?? []).flatMap((meaning) => meaning.terms));
    /** @type {Set<string>} */
    const words = terms.size ? engine.text.vocabulary.surfaces(terms) : new Set();
    marking = { text, words, drawn: new Map() };
    return marking;
  }

  /** The results. @param {Picture} picture */
  async function paint(picture) {
    const list = part(page(), "[data-resultats]");
    const view = views[/** @type {keyof typeof views} */ (picture.state.view)];
    if (picture.answer.results.length) await view(list, picture);
    else list.replaceChildren(Toolbar.ways(picture));
  }

  /** What stands around the results. @param {Picture} picture */
  function frame(picture) {
    const { state, answer } = picture;
    if (document.activeElement !== field && field.value !== state.q) field.value = state.q;
    Toolbar.chips(part(page(), "[data-pastilles]"), picture);
    Toolbar.total(part(page(), "[data-somme]"), picture);
    Toolbar.understood(part(page(), "[data-compris]"), picture);
    sort.value = state.sort;
    for (const button of page().querySelectorAll("[data-vue]"))
      button.setAttribute("aria-pressed", String(button.getAttribute("data-vue") === state.view));
    const number = Object.values(state.chosen).flat().length;
    part(page(), "[data-filtrer]").textContent = number ? `Filtrer (${number})` : "Filtrer";
    part(page(), "[data-fermer]").textContent =
      `Voir ${Drawing.count(answer.results.length, "cas", "cas")}`;
  }

  function page() {
    return /** @type {HTMLElement} */ (place);
  }

  /** @param {unknown} error */
  function failed(error) {
    const words =
      "La recherche n’a pas pu être chargée\u202f; la liste complète reste à la rubrique «\u00a0Cas\u00a0».";
    part(page(), "[data-compris]").textContent = words;
    console.error(error);
  }
})();
