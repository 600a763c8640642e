// @ts-check
/** Two to four cases side by side, field by field; what they share is said to be common. */
(() => {
  "use strict";

  const place = document.querySelector("[data-comparer]");
  if (!(place instanceof HTMLElement)) return;
  const { make, part } = Drawing;
  const root = place.dataset.root ?? "";
  draw(place).catch((error) => {
    part(place, "[data-etat]").textContent = "La comparaison n’a pas pu être chargée.";
    console.error(error);
  });

  /** @param {HTMLElement} place */
  async function draw(place) {
    const engine = await Engine.open();
    await passerelles.load(["ids"]);
    const ids = passerelles.get("ids");
    const asked = [...new Set(new URLSearchParams(location.search).getAll("cas"))];
    const ordinals = asked.map((id) => ids.indexOf(id)).filter((at) => at >= 0);
    const shown = ordinals.slice(0, 4);
    await passerelles.load([...engine.shards(shown, "cards"), ...engine.shards(shown, "details")]);
    const state = part(place, "[data-etat]");
    if (shown.length < 2) {
      const found = shown.length ? `Un seul cas choisi (${engine.card(shown[0]).title}) : ` : "";
      state.textContent = `${found}choisissez de deux à quatre cas dans l’explorateur, puis « Comparer ».`;
    } else {
      const cut =
        asked.length > shown.length
          ? " Au-delà de quatre, ou inconnus\u00a0: laissés de côté."
          : "";
      state.textContent = `${shown.length} cas côte à côte\u202f; ce qu’ils ont en commun est marqué.${cut}`;
      part(place, "[data-tableau]").replaceChildren(table(engine, shown));
    }
    document.documentElement.dataset.ready = "1";
  }

  /** @param {Engine} engine @param {number[]} ordinals */
  function table(engine, ordinals) {
    const fields = ordinals.map((ordinal) => engine.read(ordinal, "details"));
    const rows = Object.entries(engine.manifest.labels).filter(([key]) =>
      fields.some((each) => each[key]),
    );
    const heads = ordinals.map((ordinal) => {
      const { title, path, id } = engine.card(ordinal);
      return make("th", { scope: "col", "data-case": id }, make("a", { href: root + path }, title));
    });
    return make(
      "table",
      { class: "comparaison" },
      make("thead", {}, make("tr", {}, make("td", {}), ...heads)),
      make(
        "tbody",
        {},
        ...rows.map(([key, label]) =>
          row(
            String(label),
            fields.map((each) => each[key] ?? []),
          ),
        ),
      ),
    );
  }

  /** @param {string} label @param {string[][]} cells */
  function row(label, cells) {
    const [first] = cells;
    const common = new Set(first.filter((text) => cells.every((cell) => cell.includes(text))));
    const same = cells.every((cell) => cell.length === common.size) && common.size > 0;
    const words = same ? "identique" : common.size ? "en partie commun" : "différent";
    return make(
      "tr",
      { class: same ? "identique" : false },
      make("th", { scope: "row" }, label, make("span", { class: "details" }, words)),
      ...cells.map((cell) => make("td", {}, contents(cell, common))),
    );
  }

  /** @param {string[]} texts @param {Set<string>} common */
  function contents(texts, common) {
    if (!texts.length) return make("span", { class: "details" }, "non renseigné");
    return make(
      "ul",
      {},
      ...texts.map((text) =>
        make(
          "li",
          {},
          common.has(text)
            ? make(
                "span",
                { class: "commun" },
                text,
                make("span", { class: "visuellement-cache" }, " (commun)"),
              )
            : text,
        ),
      ),
    );
  }
})();
