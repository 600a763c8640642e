// Runs the browser's engine outside of a browser: reads scripts, pieces of the index and questions
// from standard input, and writes the answer to each question, all as JSON.
const assert = require("node:assert");
const vm = require("node:vm");
const { scripts, pieces, questions } = JSON.parse(require("node:fs").readFileSync(0, "utf-8"));

for (const script of scripts) vm.runInThisContext(script);
const passerelles = vm.runInThisContext("passerelles");
passerelles.pattern = "{}";
passerelles.script = async (name) => vm.runInThisContext(pieces[name]);

const answers = {
  /** What stands in the picture of a state: the same at once, and when it is kept. */
  async state(engine, { address }) {
    const facets = await engine.columns();
    const state = vm.runInThisContext("States").read(address, facets.all);
    const answer = await engine.answer(state);
    const atOnce = engine.atOnce(state);
    assert.deepStrictEqual(atOnce, answer);
    assert.equal(engine.atOnce(state), atOnce);
    const { results, counts, alone, others, text } = answer;
    const named = facets.all.map(({ name, values }, at) => [
      name,
      Object.fromEntries(values.map(([id], rank) => [id, counts[at][rank]])),
    ]);
    return {
      results,
      others,
      alone: Object.fromEntries(facets.all.map(({ name }, at) => [name, alone[at]])),
      counts: Object.fromEntries(named),
      missing: text ? text.missing : [],
      written: vm.runInThisContext("States").write(state),
    };
  },
  /** The documents that a text finds, the best first. */
  async text(engine, { q, documents, typing }) {
    const found = await engine.text.find(q, { documents: documents ?? engine.documents, typing });
    if (!found) return null;
    const { scores, meanings } = found;
    return {
      documents: [...scores.keys()].sort((a, b) => scores.get(b) - scores.get(a) || a - b),
      shown: meanings.flatMap(({ shown }) => shown),
      missing: found.missing,
    };
  },
  /** Folded texts. */
  async fold(engine, { texts }) {
    return texts.map(vm.runInThisContext("Words").fold);
  },
};

(async () => {
  const engine = await vm.runInThisContext("Engine").open();
  const all = [];
  for (const question of questions) all.push(await answers[question.ask](engine, question));
  process.stdout.write(JSON.stringify(all));
})();
