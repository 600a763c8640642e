// @ts-check
/**
 * Filters the page of all exchanges; the choice stands in its address.
 *
 * Without this script the matrix leads to sections of the list. With it, its numbers follow the
 * other filters, and lead to one flux in one direction. The data are fetched when one first
 * filters: the page alone stays as small as without them.
 */
(() => {
  "use strict";

  const form = document.querySelector("form#filtres");
  const found = document.getElementById("trouves");
  const list = document.getElementById("tous");
  if (!(form instanceof HTMLFormElement) || !found || !list) return;
  const filters = form;
  const NAMES = /** @type {const} */ (["flux", "sens", "etat", "thematique", "cas"]);
  const { donnees = "", nombre = "", panier = "" } = filters.dataset;
  const basket = new URL(panier, location.href).href;

  /** @returns {URLSearchParams} What is chosen, without what is not. */
  function chosen() {
    const choice = new URLSearchParams();
    for (const [name, value] of new FormData(filters)) {
      if (typeof value === "string" && value.trim()) choice.set(name, value.trim());
    }
    return choice;
  }

  /** The exchanges that a choice leaves.
   * @param {URLSearchParams} choice @param {readonly string[]} [without] Filters that do not count. */
  function kept(choice, without = []) {
    const query = choice.get("q");
    return ExchangesData.read().echanges.filter((record) => {
      if (query && !ExchangesData.found(query, ExchangesFound.text(record))) return false;
      return NAMES.every((name) => {
        const value = choice.get(name);
        return !value || without.includes(name) || record[name] === value;
      });
    });
  }

  async function show() {
    const choice = chosen();
    const any = choice.toString() !== "";
    if (any) await passerelles.script(donnees);
    if (choice.toString() !== chosen().toString()) return;
    const left = any ? kept(choice) : [];
    if (found) found.hidden = !any;
    if (list) list.hidden = any;
    if (found) ExchangesFound.draw(found, left, basket);
    const total = filters.querySelector("[data-total]");
    if (total) total.textContent = any ? words(left.length) : nombre;
    for (const button of filters.querySelectorAll("button[data-telecharger]"))
      if (button instanceof HTMLButtonElement) button.disabled = any && !left.length;
    count(any ? kept(choice, ["flux", "sens"]) : null);
    document.documentElement.dataset.ready = "1";
  }

  /** @param {number} shown */
  function words(shown) {
    if (!shown) return "Aucun échange ne correspond. Retirez un filtre.";
    const all = ExchangesData.read().echanges.length;
    return `${shown} ${shown === 1 ? "échange" : "échanges"}${all === shown ? "" : ` sur ${all}`}`;
  }

  /** Puts the numbers of some exchanges into the matrix; its own where nothing is chosen.
   * @param {ExchangeRecord[] | null} left */
  function count(left) {
    for (const cell of document.querySelectorAll("[data-case-flux]")) {
      const flux = cell.getAttribute("data-case-flux");
      const sens = cell.getAttribute("data-case-sens");
      const holder = cell.firstElementChild ?? cell;
      if (!(holder instanceof HTMLElement)) continue;
      holder.dataset.tous ??= holder.textContent ?? "";
      const number = left?.filter((each) => each.flux === flux && (!sens || each.sens === sens));
      holder.textContent = number ? String(number.length) : holder.dataset.tous;
      holder.classList.toggle("zero", holder.textContent === "0");
    }
  }

  /** @param {URLSearchParams} choice */
  function choose(choice) {
    for (const field of filters.elements) {
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement)
        field.value = choice.get(field.name) ?? "";
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
    }
    void show();
  }

  function changed() {
    const query = chosen().toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}`);
    void show();
  }

  /** @param {string} format */
  async function download(format) {
    await passerelles.script(donnees);
    const left = kept(chosen());
    if (format === "csv")
      Downloads.save("echanges.csv", "text/csv", Downloads.csv(/** @type {any} */ (left)));
    else {
      const text = JSON.stringify({ echanges: left }, null, 1);
      Downloads.save("echanges.json", "application/json", text);
    }
  }

  filters.addEventListener("focusin", () => void passerelles.script(donnees), { once: true });
  filters.addEventListener("input", changed);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(new URLSearchParams());
    changed();
  });
  filters.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-telecharger]");
    if (button) void download(button.getAttribute("data-telecharger") ?? "");
  });
  document.querySelector(".matrice")?.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const choice = chosen();
    const cell = link.parentElement;
    choice.delete("flux");
    choice.set("sens", link.dataset.sensLien ?? cell?.dataset.caseSens ?? "");
    if (cell?.dataset.caseFlux) choice.set("flux", cell.dataset.caseFlux);
    choose(choice);
    changed();
    document.getElementById("titre-liste")?.focus();
  });
  window.addEventListener("popstate", () => choose(new URLSearchParams(location.search)));

  filters.hidden = false;
  choose(new URLSearchParams(location.search));
})();
