// @ts-check
/** The address on a printed sheet leads back to what was seen: its state stands in the address. */
window.addEventListener("beforeprint", () => {
  const imprint = /** @type {HTMLElement | null} */ (document.querySelector(".imprime"));
  if (imprint) imprint.dataset.etat = location.search;
});
