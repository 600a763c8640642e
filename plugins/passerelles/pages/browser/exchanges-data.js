// @ts-check
/**
 * The exchanges of the base, as the script `donnees/echanges.js` brings them, and French spaces.
 *
 * @typedef {object} ExchangeRecord One exchange; null where the base says nothing.
 * @property {string} id
 * @property {string} cas
 * @property {string} cas_titre
 * @property {string} url
 * @property {number} rang
 * @property {string} de
 * @property {string} de_nom
 * @property {string | null} de_role
 * @property {string} vers
 * @property {string} vers_nom
 * @property {string | null} vers_role
 * @property {string} apport
 * @property {string} flux
 * @property {string | null} thematique
 * @property {string} etat
 * @property {string} sens
 * @property {string | null} source
 *
 * @typedef {object} ExchangesFile
 * @property {ExchangeRecord[]} echanges
 * @property {Record<string, string>} liens Links to the cases, from the page of the basket.
 * @property {Record<string, string>} formes Outlines of the marks of flux, in a square of 12.
 * @property {Record<string, Record<string, string>>} libelles Labels of values, by column.
 */
const ExchangesData = (() => {
  "use strict";

  const NOTHING = { echanges: [], liens: {}, formes: {}, libelles: {} };

  /** What the base brings; nothing where its script could not be loaded.
   * @returns {ExchangesFile} */
  function read() {
    return /** @type {any} */ (globalThis).passerellesEchanges ?? NOTHING;
  }

  /** Puts the spaces of French typography where ordinary ones stand.
   * @param {string} text */
  function french(text) {
    return text
      .replace(/ ([;!?»])/g, "\u202f$1")
      .replace(/« /g, "«\u202f")
      .replace(/ :/g, "\u00a0:");
  }

  /** Without accents and capitals, for searching.
   * @param {string} text */
  function fold(text) {
    return text
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/[’ʼ]/g, "'")
      .replace(/œ/gi, "oe")
      .toLowerCase();
  }

  /** Whether every word of a query stands in a text.
   * @param {string} query @param {string} text */
  function found(query, text) {
    const where = fold(text);
    return fold(query)
      .split(/\s+/)
      .every((word) => where.includes(word));
  }

  return { read, french, found };
})();
