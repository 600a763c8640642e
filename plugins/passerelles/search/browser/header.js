// @ts-check
/**
 * The search field above every page: suggestions by kind while one types, from the same index.
 *
 * Source: ARIA Authoring Practices Guide, « Combobox », list autocomplete with manual selection.
 */
(() => {
  "use strict";

  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-recherche]"));
  if (!form) return;
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const list = /** @type {HTMLElement} */ (form.querySelector("[role=listbox]"));
  const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const { root = "", pieces = "", engine: address = "" } = form.dataset;
  passerelles.pattern = pieces;

  const LABELS = /** @type {Record<string, string>} */ ({
    cas: "Cas",
    concept: "Glossaire",
    territoire: "Territoires",
    source: "Sources",
    session: "Sessions",
    page: "Pages",
  });
  const EACH = 4;
  /** @type {Promise<Engine> | null} */
  let engine = null;
  let runs = 0;
  let active = -1;

  /** @returns {Promise<Engine>} */
  function ready() {
    const loaded = typeof Engine === "undefined" ? passerelles.script(address) : Promise.resolve();
    engine ??= loaded.then(() => Engine.open());
    return engine;
  }

  field.addEventListener("focus", () => void ready(), { once: true });
  field.addEventListener("input", () => void suggest());
  field.addEventListener("keydown", (event) => {
    const all = options();
    if (event.key === "Escape") {
      // The first time it closes the list; only then it empties the field, as browsers do.
      if (!list.hidden) event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden || !all.length) return void suggest();
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      point((active + step + all.length + (active < 0 && step < 0 ? 1 : 0)) % all.length);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      all[active]?.click();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());

  function options() {
    return /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);
  }

  /** @param {number} at */
  function point(at) {
    active = at;
    options().forEach((option, each) => {
      option.setAttribute("aria-selected", String(each === at));
      if (each !== at) return;
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    });
  }

  function close() {
    runs++;
    active = -1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  async function suggest() {
    const run = ++runs;
    const query = field.value.slice(0, 200);
    if (!query.trim()) return close();
    const search = await ready();
    const { documents } = search;
    const found = await search.text.find(query, { documents, typing: true });
    const scores = found?.scores ?? new Map();
    const ranked = [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b);
    const groups = Object.keys(LABELS).map((kind) => ({
      kind,
      ordinals: ranked.filter((ordinal) => search.kind(ordinal) === kind).slice(0, EACH),
    }));
    await passerelles.load(
      search.shards(
        groups.flatMap(({ ordinals }) => ordinals),
        "cards",
      ),
    );
    if (run === runs)
      draw(
        search,
        groups.filter(({ ordinals }) => ordinals.length),
        ranked.length,
      );
  }

  /** @param {Engine} search @param {{kind: string, ordinals: number[]}[]} groups @param {number} total */
  function draw(search, groups, total) {
    active = -1;
    field.removeAttribute("aria-activedescendant");
    let number = 0;
    list.replaceChildren(
      ...groups.map(({ kind, ordinals }) => {
        const group = document.createElement("div");
        group.setAttribute("role", "group");
        group.setAttribute("aria-label", LABELS[kind]);
        const title = document.createElement("p");
        title.className = "genre";
        title.setAttribute("aria-hidden", "true");
        title.textContent = LABELS[kind];
        group.append(title, ...ordinals.map((ordinal) => option(search.card(ordinal), number++)));
        return group;
      }),
    );
    list.hidden = !number;
    field.setAttribute("aria-expanded", String(number > 0));
    said.textContent = total ? `${total} résultats` : "Aucun résultat";
  }

  /** @param {Card} card @param {number} at */
  function option({ path, title, text }, at) {
    const link = document.createElement("a");
    link.id = `suggestion-${at}`;
    link.href = root + path;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    const name = document.createElement("strong");
    name.textContent = title;
    const words = document.createElement("span");
    words.textContent = text;
    link.append(name, words);
    return link;
  }
})();
