// @ts-check
/**
 * The exchanges that a choice leaves, as a list: in the order of the page, some at a time.
 *
 * The page itself may hold only the first of all exchanges; what is drawn here comes from the data.
 */
const ExchangesFound = (() => {
  "use strict";

  const { make, fluxLabel, label } = BasketElements;
  const EACH = 50;

  /** Records by direction, then by flux, as the matrix has them. @param {ExchangeRecord[]} records */
  function sorted(records) {
    const { sens = {}, flux = {} } = ExchangesData.read().libelles;
    const columns = Object.keys(sens);
    const rows = Object.keys(flux);
    /** @param {ExchangeRecord} each */
    const place = (each) => columns.indexOf(each.sens) * rows.length + rows.indexOf(each.flux);
    return [...records].sort((one, other) => place(one) - place(other));
  }

  /** Draws the list anew.
   * @param {HTMLElement} holder @param {ExchangeRecord[]} records @param {string} basket */
  function draw(holder, records, basket) {
    holder.replaceChildren();
    more(holder, sorted(records), 0, basket);
  }

  /** Draws the next ones, and a button while there are others.
   * @param {HTMLElement} holder @param {ExchangeRecord[]} records @param {number} from
   * @param {string} basket */
  function more(holder, records, from, basket) {
    let sens = from ? records[from - 1]?.sens : "";
    let list = holder.querySelector("ul:last-of-type");
    for (const record of records.slice(from, from + EACH)) {
      if (record.sens !== sens || !list) {
        list = make("ul", { class: "liste-echanges" });
        holder.append(make("h3", {}, capital(label("sens", record.sens))), list);
        sens = record.sens;
      }
      list.append(row(record, basket));
    }
    const rest = records.length - from - EACH;
    if (rest <= 0) return;
    const button = BasketElements.button(`Montrer les suivants (${rest})`, () => {
      button.remove();
      more(holder, records, from + EACH, basket);
      const next = holder.querySelectorAll("[data-echange] a")[from + EACH];
      if (next instanceof HTMLElement) next.focus();
    });
    holder.append(button);
  }

  /** @param {ExchangeRecord} record @param {string} basket */
  function row(record, basket) {
    const to = new URL(ExchangesData.read().liens[record.cas] ?? "", basket).href;
    const theme = record.thematique ? ` · ${label("thematique", record.thematique)}` : "";
    return make(
      "li",
      { class: `echange etat-${record.etat}`, "data-echange": record.id },
      make(
        "p",
        { class: "parties" },
        party(record.de_nom, record.de_role),
        " ",
        make("span", { class: "fleche", "aria-hidden": "true" }),
        make("span", { class: "visuellement-cache" }, "apporte à"),
        " ",
        party(record.vers_nom, record.vers_role),
      ),
      make("p", { class: "apport" }, record.apport),
      make(
        "p",
        { class: "details" },
        fluxLabel(record.flux),
        ` · ${label("etat", record.etat)}${theme} · `,
        make("a", { href: to }, record.cas_titre),
      ),
    );
  }

  /** @param {string} name @param {string | null} role */
  function party(name, role) {
    return make("span", { class: `partie role-${role ?? ""}` }, name);
  }

  /** @param {string} text */
  function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
  }

  /** All that can be read of an exchange, for looking for words in it. @param {ExchangeRecord} each */
  function text(each) {
    const labels = [
      label("flux", each.flux),
      label("etat", each.etat),
      label("thematique", each.thematique ?? ""),
    ];
    return [each.de_nom, each.vers_nom, each.apport, each.cas_titre, each.source, ...labels].join(
      " ",
    );
  }

  return { draw, text };
})();
