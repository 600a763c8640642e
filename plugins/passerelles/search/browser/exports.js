// @ts-check
/** What is shown, to take away: as CSV, as JSON, as a list of links. */
const Exports = (() => {
  "use strict";

  /** @param {Picture} picture @param {number[]} ordinals */
  async function rows({ engine, facets, root }, ordinals) {
    await Results.ready(engine, ordinals);
    return ordinals.map((ordinal) => {
      const card = engine.card(ordinal);
      const values = facets.all.map(({ name }) => [name, facets.labels(ordinal, name)]);
      return {
        id: card.id,
        titre: card.title,
        url: address(root + card.path),
        resume: card.text,
        .../** @type {Record<string, string[]>} */ (Object.fromEntries(values)),
      };
    });
  }

  /** @param {Picture} picture @param {number[]} ordinals */
  async function json(picture, ordinals) {
    const cases = await rows(picture, ordinals);
    save("cas.json", "application/json", JSON.stringify({ cas: cases }, null, 1));
  }

  /** As spreadsheets read it: RFC 4180, with a mark that says UTF-8; no cell is a formula.
   * @param {Picture} picture @param {number[]} ordinals */
  async function csv(picture, ordinals) {
    const all = await rows(picture, ordinals);
    const heads = ["id", "titre", "url", "resume", ...picture.facets.all.map(({ name }) => name)];
    const lines = all.map((row) => heads.map((head) => cell(/** @type {any} */ (row)[head])));
    const text = [heads, ...lines].map((line) => line.join(",")).join("\r\n");
    save("cas.csv", "text/csv", `\ufeff${text}\r\n`);
  }

  /** @param {string | string[]} value */
  function cell(value) {
    const text = Array.isArray(value) ? value.join(" | ") : value;
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /** @param {string} path */
  function address(path) {
    return new URL(path, location.href).href;
  }

  /** @param {string} name @param {string} type @param {string} text */
  function save(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    Drawing.make("a", { href: url, download: name }).click();
    window.setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  return { json, csv, rows };
})();
