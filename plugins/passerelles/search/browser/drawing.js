// @ts-check
/** Makes elements; text is always text. */
const Drawing = (() => {
  "use strict";

  /** @typedef {Node | string | null | undefined | false} Child */

  /**
   * An element. Attributes that are `false` or absent are left out, `true` stands without a value,
   * and those that begin with `on` are listeners. A style is set as a property, which the content
   * policy allows.
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag @param {Record<string, any>} attributes @param {...(Child | Child[])} children
   * @returns {HTMLElementTagNameMap[T]}
   */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    dress(element, attributes);
    element.append(...kept(children));
    return element;
  }

  /** An element of a drawing. @param {string} tag @param {Record<string, any>} attributes
   * @param {...(Child | Child[])} children @returns {SVGElement} */
  function svg(tag, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    dress(element, attributes);
    element.append(...kept(children));
    return element;
  }

  /** @param {Element} element @param {Record<string, any>} attributes */
  function dress(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "style" && element instanceof HTMLElement) element.style.cssText = value;
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== undefined && value !== null)
        element.setAttribute(name, String(value));
    }
  }

  /** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
  function kept(children) {
    return /** @type {(Node | string)[]} */ (children.flat().filter(Boolean));
  }

  /** A text with its matched words marked. @param {string} text @param {Marks} marks */
  function marked(text, marks) {
    if (!marks) return [text];
    return Words.pieces(text, marks).map((piece) =>
      piece.marked ? make("mark", {}, piece.text) : piece.text,
    );
  }

  /** `1 cas`, `2 cas`; `1 mot`, `2 mots`. @param {number} number @param {string} one @param {string} many */
  function count(number, one, many) {
    return `${number}\u00a0${number < 2 ? one : many}`;
  }

  /** The element that a page must have. @param {ParentNode} within @param {string} selector
   * @returns {HTMLElement} */
  function part(within, selector) {
    const found = within.querySelector(selector);
    if (!(found instanceof HTMLElement)) throw new Error(selector);
    return found;
  }

  return { make, svg, marked, count, part };
})();
