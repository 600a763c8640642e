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
    Downloads.save("cas.json", "application/json", JSON.stringify({ cas: cases }, null, 1));
  }

  /** @param {Picture} picture @param {number[]} ordinals */
  async function csv(picture, ordinals) {
    const all = await rows(picture, ordinals);
    const flat = all.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, [value].flat().join(" | ")]),
      ),
    );
    Downloads.save("cas.csv", "text/csv", Downloads.csv(flat));
  }

  /** @param {string} path */
  function address(path) {
    return new URL(path, location.href).href;
  }

  return { json, csv, rows };
})();
