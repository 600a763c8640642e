// @ts-check
/** What one may do with the cases that were picked, or with all that are shown. */
const Picked = (() => {
  "use strict";
  const { make, count } = Drawing;

  /**
   * @param {HTMLElement} place @param {Picture} picture @param {string} compare
   *   The address of the page that compares.
   */
  async function draw(place, picture, compare) {
    const { state, go, answer } = picture;
    const number = state.picked.length;
    const ordinals = number ? await picked(state) : answer.results;
    const button = (/** @type {string} */ label, /** @type {() => void} */ act) =>
      make("button", { type: "button", onclick: act }, label);
    const query = state.picked.slice(0, 4).map((id) => `cas=${encodeURIComponent(id)}`);
    const comparable = number > 1 && number < 5;
    place.replaceChildren(
      make(
        "p",
        {},
        number
          ? make("strong", {}, count(number, "cas choisi", "cas choisis"))
          : "Emporter ces résultats",
      ),
      ...(comparable
        ? [make("a", { class: "bouton", href: `${compare}?${query.join("&")}` }, "Comparer")]
        : []),
      ...(number && !comparable
        ? [make("span", { class: "details" }, "Comparer\u00a0: de deux à quatre cas")]
        : []),
      links(picture, ordinals),
      button("CSV", () => Exports.csv(picture, ordinals)),
      button("JSON", () => Exports.json(picture, ordinals)),
      button("Imprimer", () => window.print()),
      ...(number ? [button("Ne rien choisir", () => go({ ...state, picked: [] }))] : []),
    );
  }

  /** The ordinals of the picked cases. @param {State} state */
  async function picked({ picked: ids }) {
    await passerelles.load(["ids"]);
    const all = passerelles.get("ids");
    return ids.map((id) => all.indexOf(id)).filter((ordinal) => ordinal >= 0);
  }

  /** A list of links, to hand out. @param {Picture} picture @param {number[]} ordinals */
  function links(picture, ordinals) {
    const list = make("ul", { class: "liste-liens" });
    const copied = make("span", { role: "status" });
    const copy = make("button", { type: "button" }, "Copier");
    const details = make("details", {}, make("summary", {}, "Liste de liens"), list, copy, copied);
    details.addEventListener("toggle", async () => {
      if (!details.open || list.childElementCount) return;
      const rows = await Exports.rows(picture, ordinals.slice(0, 200));
      list.append(
        ...rows.map(({ titre, url }) =>
          make("li", {}, titre, make("br", {}), make("a", { href: url }, url)),
        ),
      );
    });
    copy.addEventListener("click", async () => {
      const rows = await Exports.rows(picture, ordinals.slice(0, 200));
      await navigator.clipboard.writeText(
        rows.map(({ titre, url }) => `${titre}\n${url}\n`).join("\n"),
      );
      copied.textContent = " Copié.";
    });
    return details;
  }

  return { draw };
})();
