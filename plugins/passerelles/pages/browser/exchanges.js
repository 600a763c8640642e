// @ts-check
/**
 * Filters the page of all exchanges; the choice stands in its address.
 *
 * Without this script the matrix leads to sections of the page. With it, its numbers follow the
 * other filters, and lead to one flux in one direction.
 */
(() => {
  "use strict";

  const form = document.querySelector("form#filtres");
  if (!(form instanceof HTMLFormElement)) return;
  const filters = form;
  const NAMES = /** @type {const} */ (["flux", "sens", "etat", "thematique", "cas"]);
  const records = new Map(ExchangesData.read().echanges.map((each) => [each.id, each]));
  const rows = [...document.querySelectorAll("[data-echange]")].flatMap((element) => {
    const record = records.get(element.getAttribute("data-echange") ?? "");
    return element instanceof HTMLElement && record ? [{ element, record }] : [];
  });
  if (!rows.length) return;

  /** @returns {URLSearchParams} What is chosen, without what is not. */
  function chosen() {
    const choice = new URLSearchParams();
    for (const [name, value] of new FormData(filters)) {
      if (typeof value === "string" && value.trim()) choice.set(name, value.trim());
    }
    return choice;
  }

  /** @param {URLSearchParams} choice @param {{element: HTMLElement, record: ExchangeRecord}} row
   * @param {readonly string[]} [without] Filters that do not count. */
  function kept(choice, row, without = []) {
    const query = choice.get("q");
    if (query && !ExchangesData.found(query, row.element.textContent ?? "")) return false;
    return NAMES.every((name) => {
      const value = choice.get(name);
      return !value || without.includes(name) || row.record[name] === value;
    });
  }

  function show() {
    const choice = chosen();
    for (const row of rows) row.element.hidden = !kept(choice, row);
    for (const group of document.querySelectorAll("[data-groupe], [data-sens]")) {
      const left = group.querySelector("[data-echange]:not([hidden])");
      if (group instanceof HTMLElement) group.hidden = !left;
    }
    const shown = rows.filter((row) => !row.element.hidden).length;
    const total = filters.querySelector("[data-total]");
    if (total) total.textContent = words(shown);
    for (const button of filters.querySelectorAll("button[data-telecharger]"))
      if (button instanceof HTMLButtonElement) button.disabled = !shown;
    count(rows.filter((row) => kept(choice, row, ["flux", "sens"])).map((row) => row.record));
    document.documentElement.dataset.ready = "1";
  }

  /** @param {number} shown */
  function words(shown) {
    if (!shown) return "Aucun échange ne correspond. Retirez un filtre.";
    const all = shown === rows.length ? "" : ` sur ${rows.length}`;
    return `${shown} ${shown === 1 ? "échange" : "échanges"}${all}`;
  }

  /** Puts the numbers of some exchanges into the matrix.
   * @param {ExchangeRecord[]} left */
  function count(left) {
    for (const cell of document.querySelectorAll("[data-case-flux]")) {
      const flux = cell.getAttribute("data-case-flux");
      const sens = cell.getAttribute("data-case-sens");
      const number = left.filter((each) => each.flux === flux && (!sens || each.sens === sens));
      const holder = cell.firstElementChild ?? cell;
      holder.textContent = String(number.length);
      holder.classList.toggle("zero", !number.length);
    }
  }

  /** @param {URLSearchParams} choice */
  function choose(choice) {
    for (const field of filters.elements) {
      if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement)
        field.value = choice.get(field.name) ?? "";
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
    }
    show();
  }

  function changed() {
    const query = chosen().toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}`);
    show();
  }

  filters.addEventListener("input", changed);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => window.setTimeout(changed));
  filters.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-telecharger]");
    const left = rows.filter((row) => !row.element.hidden).map((row) => row.record);
    if (!button) return;
    if (button.getAttribute("data-telecharger") === "csv")
      Downloads.save("echanges.csv", "text/csv", Downloads.csv(/** @type {any} */ (left)));
    else {
      const text = JSON.stringify({ echanges: left }, null, 1);
      Downloads.save("echanges.json", "application/json", text);
    }
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
