// How an answer is kept while it is written, and what pages make of prompts.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import "./with-limits.js";
import { FakeStorage } from "./fake-storage.js";
import { answeredOf, circleOf, heldPrompts, isWhole, narrowings, openPrompts, orderOf, readable, shownPrompts, sumsOf,
  wordsOf } from "../../Web/shared/model/prompts.js";
import { PAUSE_MILLISECONDS, saving } from "../../Web/room/prompts/saving.js";

const words = (text) => ({ answer: { texts: [text], numbers: [] }, narrowing: null });

/** A device and a server that answers when it is told to. */
function scene(place = "m.p.w") {
  const sent = [];
  const keeper = saving({ place, send: (written, isHandedIn) => new Promise((resolve) => {
    sent.push({ text: written.answer.texts[0], isHandedIn, answer: resolve });
  }) });
  return { keeper, sent };
}
/** Lets promises that are settled go on. */
const settle = async () => { for (let turn = 0; turn < 5; turn += 1) await Promise.resolve(); };

beforeEach(() => { globalThis.localStorage = new FakeStorage(); });

test("after a pause one draft goes, and what was written meanwhile goes after it", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { keeper, sent } = scene();
  keeper.note(words("Cr"));
  keeper.note(words("Cress"));
  mock.timers.tick(PAUSE_MILLISECONDS);
  assert.deepEqual(sent.map((one) => one.text), ["Cress"]);
  keeper.note(words("Cress and beans"));
  mock.timers.tick(PAUSE_MILLISECONDS);
  assert.equal(sent.length, 1, "one at a time");
  sent[0].answer(true);
  await settle();
  mock.timers.tick(PAUSE_MILLISECONDS);
  assert.deepEqual(sent.map((one) => one.text), ["Cress", "Cress and beans"]);
  sent[1].answer(true);
  await settle();
  assert.equal(keeper.waiting, null);
  mock.timers.reset();
});

test("what the server has not got survives a reload, also when it was refused", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { keeper, sent } = scene();
  keeper.note(words("Cress"));
  assert.deepEqual(scene().keeper.waiting, words("Cress"));
  mock.timers.tick(PAUSE_MILLISECONDS);
  sent[0].answer(false);
  await settle();
  assert.deepEqual(scene().keeper.waiting, words("Cress"));
  assert.equal(scene("m.p.other").keeper.waiting, null);
  mock.timers.reset();
});

test("handing in takes the words that stand there; a draft that waits is not sent behind it", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const { keeper, sent } = scene();
  keeper.note(words("Cress"));
  const done = keeper.handIn(words("Cress!"));
  sent[0].answer(true);
  assert.equal(await done, true);
  mock.timers.tick(PAUSE_MILLISECONDS * 3);
  assert.deepEqual(sent.map(({ text, isHandedIn }) => [text, isHandedIn]), [["Cress!", true]]);
  assert.equal(keeper.waiting, null);
  mock.timers.reset();
});

const prompt = (more = {}) => ({ id: "w1", kind: "open", text: "?", choices: [], isMultiple: false, circle: "named",
  handedIn: 0, responses: [], openedAt: 1, ...more });
const given = (...numbers) => ({ id: `a${numbers}`, circle: "named", stars: [], isOnWall: false,
  answer: { texts: [], numbers } });

test("asked, held and shown prompts stand in their order; what is only prepared in none", () => {
  const room = { prompts: [prompt({ id: "late", openedAt: 9 }), prompt({ id: "first" }), prompt({ id: "plan", openedAt: undefined }),
    prompt({ id: "held", closedAt: 3 }), prompt({ id: "old", closedAt: 3, revealedAt: 4 }),
    prompt({ id: "new", closedAt: 3, revealedAt: 5 })] };
  assert.deepEqual(openPrompts(room).map(({ id }) => id), ["first", "late"]);
  assert.deepEqual(heldPrompts(room).map(({ id }) => id), ["held"]);
  assert.deepEqual(shownPrompts(room).map(({ id }) => id), ["new", "old"]);
});

for (const [widest, narrowing, circle, choices] of [
  ["named", null, "named", ["group", "only_me"]], ["named", "group", "group", ["group", "only_me"]],
  ["first_names", "only_me", "only_me", ["group", "only_me"]], ["group", null, "group", ["only_me"]],
  ["only_me", "group", "only_me", []],
]) test(`${widest} narrowed to ${narrowing}`, () => {
  assert.equal(circleOf(prompt({ circle: widest }), narrowing), circle);
  assert.deepEqual(narrowings(prompt({ circle: widest })), choices);
});

for (const [kind, answer, isSo] of [
  ["open", { texts: [" "], numbers: [] }, false], ["cards", { texts: ["", "a"], numbers: [] }, true],
  ["scale", { texts: [], numbers: [3] }, true], ["choice", { texts: [], numbers: [] }, false],
  ["order", { texts: [], numbers: [1] }, false], ["confidence", { texts: [], numbers: [1] }, false],
]) test(`${kind} with ${JSON.stringify(answer)} is ${isSo ? "" : "not "}whole`, () =>
  assert.equal(isWhole(prompt({ kind, choices: ["A", "B"] }), answer), isSo));

test("sums by kind, and the order of all together", () => {
  const choices = ["A", "B"];
  assert.deepEqual(sumsOf(prompt({ kind: "scale", choices }), [given(1), given(5), given(5)]), [[1, 0, 0, 0, 2]]);
  assert.deepEqual(sumsOf(prompt({ kind: "choice", choices }), [given(0, 1), given(1)]), [[1, 2]]);
  assert.deepEqual(sumsOf(prompt({ kind: "confidence", choices }), [given(1, 2)]), [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0]]);
  const order = prompt({ kind: "order", choices: ["A", "B", "C"] });
  assert.deepEqual(orderOf(order, [given(2, 0, 1), given(2, 1, 0)]).map(({ choice }) => choice), ["C", "A", "B"]);
  assert.deepEqual(orderOf(order, []).map(({ mean }) => mean), [0, 0, 0]);
});

test("words are counted however they are written; a wall is told the sums", () => {
  const said = (text) => ({ ...given(), id: text, answer: { texts: [text], numbers: [] } });
  assert.deepEqual(wordsOf(prompt({ kind: "word" }), [said("Fun"), said("fun"), said("Hard")]), [["fun", 2], ["hard", 1]]);
  assert.deepEqual(wordsOf(prompt({ kind: "word", words: { hard: 3 } }), []), [["hard", 3]]);
  assert.deepEqual(sumsOf(prompt({ kind: "choice", choices: ["A"], sums: [[4]] }), []), [[4]]);
});

test("what my group was shown is mine to read, once; what was taken back is nobody's", () => {
  const own = { you: { as: "participant", person: "p1", prompts: { p1: { w1: { ofGroup: [given(1), given(2)] } } } } };
  const shown = prompt({ responses: [given(1), { ...given(3), answer: undefined }] });
  assert.deepEqual(readable(own, shown).map(({ id }) => id), ["a1", "a2"]);
});

test("whoever cannot answer is not counted among those who could, nor who leads by office", () => {
  const person = (mode, role = "participant") => ({ name: "N", mode, role, isPresent: true });
  const room = { people: { a: person("remote"), b: person("room_no_device"), c: person("phone_in"), d: person("remote", "guest"),
    e: person("room_device", "coordinator") }, details: {} };
  assert.deepEqual(answeredOf(room, prompt({ handedIn: 1 })), { answered: 1, all: 1 });
  assert.deepEqual(answeredOf(room, prompt({ handedIn: 0 })), { answered: 0, all: 1 });
  assert.deepEqual(answeredOf(room, prompt({ handedIn: 3 })), { answered: 3, all: 3 });
  // One wrote for somebody else, and has not answered.
  assert.deepEqual(answeredOf(room, prompt({ handedIn: 1, handedInForOthers: 1 })), { answered: 1, all: 2 });
});
