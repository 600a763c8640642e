// @ts-check
/**
 * The workshop table: holds the basket at hand, those before it, and draws what changed.
 *
 * @typedef {object} BasketTelling What a deed says of itself.
 * @property {string} [says] Words for everybody, spoken to who cannot see.
 * @property {string} [focus] Where one is to stand afterwards.
 * @property {string} [typed] The field in which one is typing: one undo takes back all of it.
 *
 * @typedef {(change: (now: Basket) => Basket, telling?: BasketTelling) => void} BasketDeed
 * Changes the basket at hand, which may be newer than the one that was drawn.
 */
(() => {
  "use strict";

  const page = document.getElementById("panier");
  if (!page) return;

  const LONGEST_PAST = 100;
  const LONG_LINK = 2000;
  let basket = BasketState.start();
  /** @type {{basket: Basket, typed: string}[]} */
  const past = [];

  /** @type {BasketDeed} */
  function act(change, telling = {}) {
    const next = change(basket);
    if (telling.says) say(telling.says);
    if (next !== basket) {
      const last = past[past.length - 1];
      const typing = telling.typed && last?.typed === telling.typed;
      if (!typing) past.push({ basket, typed: telling.typed ?? "" });
      past.splice(0, past.length - LONGEST_PAST);
      basket = next;
      if (!BasketMemory.keep(BasketFormat.write(basket)))
        say("Ce navigateur ne garde rien : enregistrez le panier avant de fermer.");
    }
    draw(telling.typed);
    if (telling.focus) BasketElements.focus(telling.focus);
  }

  /** Puts another basket in the place of the present one, which can be taken back.
   * @param {Basket} next @param {string} says */
  function replace(next, says) {
    if (BasketState.used(basket)) BasketMemory.keepPrevious(BasketFormat.write(basket));
    act(() => next, { says });
  }

  function undo() {
    const last = past.pop();
    if (!last) return;
    basket = last.basket;
    BasketMemory.keep(BasketFormat.write(basket));
    say("Annulé.");
    draw();
    BasketElements.focus("annuler");
  }

  /** @param {string} words */
  function say(words) {
    const place = document.getElementById("panier-message");
    if (place) place.textContent = ExchangesData.french(words);
  }

  /** Draws everything, but not the field in which one is typing.
   * @param {string} [typed] */
  function draw(typed = "") {
    drawTools();
    if (!typed.startsWith("nom-")) BasketParties.draw(basket, act);
    if (!typed.startsWith("apport-")) BasketTable.draw(basket, act);
    if (!["title", "conditions", "steps"].includes(typed)) BasketSummary.drawAgreement(basket, act);
    drawShelf();
    BasketSummary.drawBalance(basket);
    BasketSummary.drawQuestions(basket);
  }

  function drawShelf() {
    BasketShelf.draw(basket, act, drawShelf);
  }

  function drawTools() {
    const { button, select, field, fill } = BasketElements;
    const titles = new Map(ExchangesData.read().echanges.map((each) => [each.cas, each.cas_titre]));
    const cases = select([["", "Choisir un cas"], ...titles], "", fromCase, {
      "data-focus": "partir-d-un-cas",
    });
    const previous = BasketMemory.previous();
    fill(
      "panier-outils",
      button("Annuler", undo, { disabled: !past.length, "data-focus": "annuler" }),
      button("Enregistrer", save, { "data-focus": "enregistrer" }),
      button("Ouvrir", () => chooser.click(), { "data-focus": "ouvrir" }),
      button("Partager", share, { "data-focus": "partager" }),
      button("Imprimer le panier", () => BasketPrint.print("panier")),
      button("Imprimer les cartes", printDeck),
      button("Recommencer", () => replace(BasketState.start(), "La table est débarrassée."), {
        disabled: !BasketState.used(basket),
      }),
      previous !== null && button("Reprendre le panier précédent", () => takeBack(previous)),
      field("Partir d’un cas", cases),
    );
  }

  /** @param {string} name */
  function fromCase(name) {
    const records = ExchangesData.read().echanges.filter((each) => each.cas === name);
    if (!records.length) return say("Ce cas n’est pas dans la base, ou n’a pas d’échange.");
    const { basket: next, left } = BasketState.fromCase(records);
    const rest = left === 1 ? "Un échange n’a" : `${left} échanges n’ont`;
    const lost = left ? ` ${rest} pas trouvé place : la table a six sièges.` : "";
    replace(next, `Les échanges du cas « ${records[0]?.cas_titre} » sont sur la table.${lost}`);
  }

  function save() {
    const day = new Date().toISOString().slice(0, 10);
    Downloads.save(`panier-${day}.json`, "application/json", BasketFormat.write(basket));
    say("Le panier est enregistré parmi vos téléchargements.");
  }

  const chooser = document.createElement("input");
  chooser.type = "file";
  chooser.accept = ".json,application/json";
  chooser.addEventListener("change", async () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (file) open(BasketFormat.read(await file.text()), "Ce fichier");
  });

  /** @param {BasketReading | null} reading @param {string} what */
  function open(reading, what) {
    if (!reading) return say(`${what} n’est pas un panier, ou il est trop abîmé pour être lu.`);
    const lost = reading.lost === 1 ? "un élément manque" : `${reading.lost} éléments manquent`;
    const damage = reading.lost ? lost : "vérifiez ce qu’il contient";
    const words = [
      reading.damaged ? `${what} est abîmé : ${damage}. Le reste est sur la table.` : "",
      reading.newer
        ? `${what} vient d’une version plus récente : tout n’a peut-être pas été lu.`
        : "",
    ].join(" ");
    replace(reading.basket, words.trim() || "Le panier est ouvert.");
  }

  async function share() {
    const fragment = BasketFormat.fragment(basket);
    if (!fragment) return say("Ce panier est trop long pour un lien : enregistrez-le en fichier.");
    const link = `${location.href.split("#")[0]}${fragment}`;
    const long =
      link.length > LONG_LINK ? " Il est long : s’il arrive coupé, envoyez le fichier." : "";
    try {
      await navigator.clipboard.writeText(link);
      say(`Le lien est copié : qui l’ouvre trouve ce panier.${long}`);
    } catch {
      window.prompt("Le lien à copier :", link);
    }
  }

  function printDeck() {
    BasketPrint.drawDeck(BasketShelf.chosen());
    BasketPrint.print("cartes");
  }

  /** @param {string} text */
  function takeBack(text) {
    const reading = BasketFormat.read(text);
    if (reading) replace(reading.basket, "Le panier précédent est sur la table.");
  }

  /** Does what the fragment of the address asks for, and takes it away. */
  function follow() {
    const hash = location.hash;
    const name = new URLSearchParams(hash.slice(1)).get("cas");
    if (!name && !hash.startsWith(BasketFormat.FRAGMENT)) return;
    history.replaceState(null, "", location.href.split("#")[0]);
    if (name) fromCase(name);
    else open(BasketFormat.readFragment(hash), "Ce lien");
  }

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.matches("input, textarea");
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && !event.shiftKey && !typing) {
      event.preventDefault();
      undo();
    }
  });
  document.getElementById("panier-effacer")?.addEventListener("click", () => {
    past.splice(0);
    basket = BasketState.start();
    BasketMemory.forget();
    draw();
    say("Tout est effacé de cet appareil.");
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => BasketPrint.drawSheet(basket));

  const kept = BasketMemory.present();
  const reading = kept === null ? null : BasketFormat.read(kept);
  if (reading) basket = reading.basket;
  document.getElementById("panier-sans-script")?.remove();
  for (const each of [page, document.getElementById("panier-memoire")])
    if (each) each.hidden = false;
  BasketShelf.drawFilters(drawShelf);
  draw();
  follow();
  document.documentElement.dataset.ready = "1";
})();
