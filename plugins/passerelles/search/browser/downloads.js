// @ts-check
/** Files that the browser makes itself: nothing is sent anywhere. */
const Downloads = (() => {
  "use strict";

  const FORMULA = /^[=+\-@\t\r\n]/;
  const BYTE_ORDER_MARK = "\ufeff";

  /** Hands a text over as a file.
   * @param {string} name @param {string} type @param {string} text */
  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** Records as the site's own CSV has them: semicolons, no cell that could be a formula.
   * @param {Record<string, string | number | null>[]} records */
  function csv(records) {
    const columns = Object.keys(records[0] ?? {});
    const rows = records.map((record) => columns.map((column) => cell(record[column] ?? "")));
    return BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.join(";")}\r\n`).join("");
  }

  /** @param {string | number} value */
  function cell(value) {
    const text = FORMULA.test(String(value)) ? `'${value}` : String(value);
    return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  return { save, csv };
})();
