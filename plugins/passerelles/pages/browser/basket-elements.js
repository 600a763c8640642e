// @ts-check
/** Makes elements, and replaces them without losing the reader's place. */
const BasketElements = (() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const MARK = 12;

  /**
   * @typedef {Record<string, string | number | boolean | ((event: Event) => void)>} Attributes
   * Attributes by name; what begins with `on` is listened to, `false` is left out.
   * @typedef {Node | string | null | false} Child Strings get the spaces of French.
   */

  /** Makes an element.
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} name @param {Attributes} attributes @param {...Child} children
   * @returns {HTMLElementTagNameMap[T]} */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(key.slice(2), value);
      else if (key === "value" && "value" in element) element.value = String(value);
      else if (value !== false) element.setAttribute(key, value === true ? "" : String(value));
    }
    for (const child of children)
      if (child !== null && child !== false)
        element.append(typeof child === "string" ? ExchangesData.french(child) : child);
    return element;
  }

  /** A button.
   * @param {string} words @param {() => void} deed @param {Attributes} attributes */
  function button(words, deed, attributes = {}) {
    return make("button", { type: "button", class: "bouton", ...attributes, onclick: deed }, words);
  }

  /** A list to choose from.
   * @param {[string, string][]} choices Values and their labels. @param {string} value
   * @param {(value: string) => void} deed @param {Attributes} attributes */
  function select(choices, value, deed, attributes = {}) {
    const options = choices.map(([each, label]) => make("option", { value: each }, label));
    const list = make("select", attributes, ...options);
    list.value = value;
    list.addEventListener("change", () => deed(list.value));
    return list;
  }

  /** A field under its label.
   * @param {string} label @param {HTMLElement} control */
  function field(label, control) {
    return make("label", { class: "champ" }, make("span", {}, label), control);
  }

  /** A field for one line of words, shown whole on as many lines as the window needs.
   * @param {string} value @param {(value: string) => void} deed @param {Attributes} attributes */
  function line(value, deed, attributes = {}) {
    const words = make("textarea", { rows: 1, autocomplete: "off", ...attributes, value });
    words.classList.add("ligne");
    words.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    words.addEventListener("input", () => {
      if (words.value.includes("\n")) words.value = words.value.replace(/\s*\n\s*/g, " ");
      deed(words.value);
    });
    return words;
  }

  /** The mark of a flux, as drawings have it.
   * @param {string} flux */
  function mark(flux) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", `marque-flux flux-${flux}`);
    svg.setAttribute("viewBox", `0 0 ${MARK} ${MARK}`);
    svg.setAttribute("width", String(MARK));
    svg.setAttribute("height", String(MARK));
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", ExchangesData.read().formes[flux] ?? "");
    svg.append(path);
    return svg;
  }

  /** A flux with its mark.
   * @param {string} flux */
  function fluxLabel(flux) {
    return make("span", { class: "flux" }, mark(flux), " ", label("flux", flux));
  }

  /** What a value is called.
   * @param {string} column @param {string} value */
  function label(column, value) {
    if (column === "role" && !value) return "non précisé";
    return ExchangesData.read().libelles[column]?.[value] ?? value;
  }

  /** A party by its name, in the colours of its side.
   * @param {BasketParty | undefined} party */
  function partyLabel(party) {
    return make("span", { class: `partie role-${party?.role}` }, party?.name || "sans nom");
  }

  /** Puts new content into an element; whoever was at a control stays at its successor.
   * @param {string} id @param {...Child} children */
  function fill(id, ...children) {
    const holder = document.getElementById(id);
    if (!holder) return;
    const active = document.activeElement;
    const inside = active instanceof HTMLElement && holder.contains(active) ? active : null;
    const key = inside?.dataset.focus;
    const typing = inside instanceof HTMLInputElement || inside instanceof HTMLTextAreaElement;
    const caret = typing && inside.type !== "radio" ? inside.selectionStart : null;
    holder.replaceChildren(...children.filter((child) => child !== null && child !== false));
    if (key) focus(key, caret);
  }

  /** Goes to the control that bears a key.
   * @param {string} key @param {number | null} [caret] */
  function focus(key, caret = null) {
    const found = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
    if (!(found instanceof HTMLElement)) return;
    found.focus();
    if (
      caret !== null &&
      (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)
    )
      found.setSelectionRange(caret, caret);
  }

  return { make, button, select, line, field, mark, fluxLabel, label, partyLabel, fill, focus };
})();
