// The basket without a browser: its deeds, its balance, its questions, its text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const FOLDER = new URL("../../../plugins/passerelles/pages/browser/", import.meta.url);
const SCRIPTS = ["basket-state", "basket-records", "basket-format", "basket-balance"];
const context = vm.createContext({ TextEncoder, TextDecoder, atob, btoa });
for (const name of [...SCRIPTS, "basket-questions", "../../search/browser/downloads"])
  vm.runInContext(readFileSync(new URL(`${name}.js`, FOLDER), "utf8"), context);
const [State, Format, Balance, Questions] = [
  "BasketState",
  "BasketFormat",
  "BasketBalance",
  "BasketQuestions",
].map((name) => vm.runInContext(name, context));

const WOOD = { brings: "Du bois « local » ; 40 € l’œuvre 🌲", flux: "biens", card: "pacte-1" };
const CARE = { brings: "Des soins", flux: "services", card: "" };

/** Values of another context compare once they are of this one. */
function same(one, other) {
  assert.deepEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)));
}

/** Town and countryside, wood one way, care the other. */
function fair() {
  const basket = State.place(State.start(), WOOD, "p2", "p1");
  return State.place(basket, CARE, "p1", "p2");
}

function keys(basket) {
  return Questions.ask(basket).map((each) => each.key);
}

test("a deed gives a new basket and leaves the old one as it was", () => {
  const start = State.start();
  const next = State.place(start, WOOD, "p2", "p1");
  assert.equal(start.items.length, 0);
  assert.equal(next.items.length, 1);
});

test("two to six parties sit at the table", () => {
  let basket = State.start();
  same(State.removeParty(basket, "p1"), basket);
  for (let number = 0; number < 9; number += 1) basket = State.addParty(basket, "X", "acteur");
  assert.equal(basket.parties.length, 6);
  assert.equal(new Set(basket.parties.map((each) => each.id)).size, 6);
});

test("who leaves the table takes along what they bring and receive", () => {
  const three = State.addParty(fair(), "Le parc", "rural");
  const basket = State.place(three, CARE, "p3", "p1");
  assert.equal(State.removeParty(basket, "p2").items.length, 1);
});

test("nobody brings something to themselves", () => {
  const basket = fair();
  same(State.place(basket, WOOD, "p1", "p1"), basket);
  const [turned] = State.changeItem(basket, "a1", { from: "p1" }).items;
  same([turned.from, turned.to], ["p1", "p2"]);
});

test("a table holds as many cards as fit on one page", () => {
  let basket = State.start();
  for (let number = 0; number < 40; number += 1) basket = State.place(basket, WOOD, "p1", "p2");
  assert.equal(basket.items.length, State.MOST_ITEMS);
});

test("a case comes to the table with its parties, town first, and what finds no seat is counted", () => {
  const records = Array.from({ length: 7 }, (_, number) => ({
    ...{ id: `c-${number}`, cas: "c", cas_titre: "Un cas", apport: "Du bois", flux: "biens" },
    ...{ de: `rural-${number}`, de_nom: `Rural ${number}`, de_role: "rural" },
    ...{ vers: "ville", vers_nom: "La ville", vers_role: "urbain" },
  }));
  const { basket, left } = State.fromCase(records);
  assert.equal(basket.parties.length, 6);
  assert.equal(basket.parties[0].name, "La ville");
  assert.equal(basket.items.length, 5);
  assert.equal(left, 2);
});

test("a role that the base does not give is not invented", () => {
  const record = {
    id: "c-1",
    cas: "c",
    cas_titre: "C",
    apport: "X",
    flux: "biens",
    de: "a",
    vers: "b",
  };
  const { basket } = State.fromCase([{ ...record, de_nom: "A", vers_nom: "B", de_role: null }]);
  assert.equal(basket.parties[0].role, "");
});

test("the balance is said in words", () => {
  assert.match(Balance.sentence(State.start()), /vide/);
  const one = State.place(State.start(), WOOD, "p2", "p1");
  assert.equal(Balance.sentence(one), "Échange à sens unique.");
  assert.equal(Balance.sentence(fair()), "Réciprocité sur deux flux.");
  const three = State.place(State.addParty(fair(), "Parc", "rural"), WOOD, "p1", "p3");
  assert.equal(Balance.sentence(three), "Réciprocité sur deux flux, et un échange à sens unique.");
});

test("what comes back through a third party is a circle", () => {
  let basket = State.addParty(State.start(), "Parc", "rural");
  for (const [from, to] of [
    ["p1", "p2"],
    ["p2", "p3"],
    ["p3", "p1"],
  ])
    basket = State.place(basket, WOOD, from, to);
  assert.equal(Balance.sentence(basket), "Échanges en boucle sur un seul flux.");
});

test("an empty table is asked what each has that the other has not", () => {
  same(keys(State.start()), ["debut"]);
});

test("questions are asked about who receives nothing, one way, one flux", () => {
  const one = State.place(State.start(), WOOD, "p2", "p1");
  const asked = keys(State.place(one, WOOD, "p2", "p1"));
  for (const key of ["vers-p2", "de-p1", "sens-unique", "un-flux"]) assert.ok(asked.includes(key));
});

test("what matters very unequally, and what would be missed, is asked about", () => {
  const basket = State.changeItem(fair(), "a1", { giverCares: 1, receiverCares: 5 });
  const texts = Questions.ask(basket).map((each) => each.text);
  assert.ok(texts.some((text) => text.includes("bien plus à La ville qu’à La campagne")));
  assert.ok(texts.some((text) => text.startsWith("Et si cet apport cessait")));
});

test("who decides is asked until it is written down", () => {
  const basket = fair();
  assert.ok(keys(basket).includes("suites"));
  assert.ok(!keys(State.note(basket, "steps", "Le comité suit.")).includes("suites"));
});

/** A basket with something in every field. */
function full() {
  let basket = State.changeItem(fair(), "a1", { giverCares: 2, receiverCares: 5 });
  basket = State.note(basket, "title", "Un « panier »");
  basket = State.note(basket, "conditions", "Une ligne\nune autre");
  return State.note(basket, "steps", "Lundi");
}

test("a file and a link give back what was put into them", () => {
  for (const reading of [
    Format.read(Format.write(full())),
    Format.readFragment(Format.fragment(full())),
  ]) {
    same(reading.basket, full());
    same([reading.lost, reading.damaged, reading.newer], [0, false, false]);
  }
});

test("a file that was reformatted is read all the same", () => {
  const text = JSON.stringify(JSON.parse(Format.write(full())), null, 4);
  same(Format.read(text).basket, full());
});

test("a file that was cut off keeps the records before the cut", () => {
  const text = Format.write(full());
  const reading = Format.read(text.slice(0, text.indexOf("Des soins")));
  assert.ok(reading.damaged);
  assert.equal(reading.basket.items.length, 1);
  assert.ok(reading.lost >= 1);
});

test("a link that was cut off keeps the records before the cut, wherever it is cut", () => {
  const link = Format.fragment(full());
  for (let length = Format.FRAGMENT.length; length < link.length; length += 1) {
    const reading = Format.readFragment(link.slice(0, length));
    if (reading) assert.ok(reading.damaged, `cut at ${length}`);
    assert.ok(!reading || reading.basket.parties.length >= 2);
  }
  const nearly = Format.readFragment(link.slice(0, -30));
  assert.equal(nearly.basket.items.length, 2);
});

test("a party whose record was lost keeps its seat, without its name", () => {
  const lines = Format.write(full()).split("\n");
  const reading = Format.read(lines.filter((line) => !line.includes("La ville")).join("\n"));
  assert.equal(reading.lost, 1);
  assert.equal(reading.basket.items.length, 2);
  assert.equal(reading.basket.parties.find((each) => each.id === "p1").name, "");
});

test("a link in which a character was changed says so", () => {
  const link = Format.fragment(full());
  const middle = Math.floor(link.length / 2);
  for (const wrong of ["~", link[middle] === "B" ? "C" : "B"]) {
    const reading = Format.readFragment(link.slice(0, middle) + wrong + link.slice(middle + 1));
    assert.ok(reading.damaged);
    assert.ok(reading.basket.parties.length >= 2);
  }
});

test("what is no basket is refused", () => {
  for (const text of ["", "bonjour", "[]", "{}", "[1,2]", "null", '"x"', "x".repeat(300000)])
    assert.equal(Format.read(text), null);
  for (const hash of ["", "#autre", "#panier=", "#panier=1.x.%%%"])
    assert.equal(Format.readFragment(hash), null);
});

test("a basket too long for a link is not shared as one", () => {
  let basket = State.note(State.start(), "conditions", "é".repeat(800));
  for (let number = 0; number < 20; number += 1)
    basket = State.place(basket, { ...WOOD, brings: "é".repeat(200) }, "p1", "p2");
  assert.equal(Format.fragment(basket), null);
  same(Format.read(Format.write(basket)).basket, basket);
});

test("a basket of a later version is read as far as it is known, and said to be one", () => {
  const text = Format.write(full()).replace('"version":1', '"version":2');
  const reading = Format.read(text);
  assert.ok(reading.newer);
  same(reading.basket.items, full().items);
});

test("nothing that a file says is trusted", () => {
  const records = [
    { type: "panier", version: 1, titre: 7 },
    { type: "partie", id: "p1", nom: "x".repeat(500), role: "roi" },
    { type: "partie", id: "p1", nom: "le même", role: "rural" },
    { type: "partie", id: "<b>", nom: "autre", role: "rural" },
    { type: "partie", id: "p2", nom: null, role: "rural" },
    { type: "apport", de: "p1", vers: "p2", apport: "Bon", flux: "biens", importance: [9, "5"] },
    { type: "apport", de: "p1", vers: "p1", apport: "À soi", flux: "biens" },
    { type: "apport", de: "p1", vers: "absent", apport: "À qui", flux: "biens" },
    { type: "apport", de: "p1", vers: "p2", apport: "Sans flux", flux: "magie" },
  ];
  const { basket, lost } = Format.read(JSON.stringify(records));
  same(
    basket.parties.map((each) => [each.id, each.role]),
    [
      ["p1", ""],
      ["p2", "rural"],
      ["absent", ""],
    ],
  );
  assert.equal(basket.parties[0].name.length, 80);
  same(
    basket.items.map((each) => [each.brings, each.giverCares]),
    [
      ["Bon", 0],
      ["À qui", 0],
    ],
  );
  assert.equal(lost, 4);
  assert.equal(basket.title, "");
});

test("what is downloaded holds no formula, and its cells stay apart", () => {
  const records = [{ a: "=1+1", b: 'du « bois » ; "sec"', c: null, d: -2, e: "\tx" }];
  const text = vm.runInContext("Downloads", context).csv(records);
  assert.equal(text, '\ufeffa;b;c;d;e\r\n\'=1+1;"du « bois » ; ""sec""";;\'-2;\'\tx\r\n');
});
