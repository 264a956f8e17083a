// Turns in a group, and what somebody will do, as the pages think of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { apply } from "../../Web/shared/fold/room.js";
import { saveAction } from "../../Web/shared/model/takeaway.js";
import { pairPlan } from "../../Web/console/forming/pairs.js";
import { pairing, thinkable } from "../../Web/console/forming/think-pair.js";
import { emptyPlan } from "../../Web/console/forming/plan.js";
import { atTables, sources, withinWish } from "../../Web/console/forming/within.js";
import { answersOf } from "../../Web/room/takeaway/answers.js";
import { endGroupTurns, giveGroupTurn, nextTurn } from "../../Web/shared/model/turns.js";

const person = (isPresent = true) => ({ name: "X", role: "participant", mode: "remote", isPresent });
const room = (more = {}) => ({ sequence: 1, at: 0, people: { a: person(), b: person(), c: person(), d: person(false) }, ...more });
const group = (turns) => ({ id: "g1", members: ["a", "b", "c", "d"], roles: {}, texts: {}, cards: [], visitors: [],
  isDone: false, turns });
const turn = (one, ...had) => ({ person: one, since: 0, seconds: 120, had });

test("who comes next: whoever is here and has had none, in the order of seats from the one who has it", () => {
  for (const [turns, next] of [
    [undefined, "a"],
    [turn("a", "a"), "b"],
    // From the middle, round to the beginning.
    [turn("b", "b"), "c"],
    [turn("c", "b", "c"), "a"],
    // All who are here have had theirs; one who is not here is not waited for.
    [turn("a", "b", "c", "a"), null],
    // Whoever had it left.
    [turn(undefined, "a"), "b"],
  ]) assert.equal(nextTurn(room(), group(turns)), next, JSON.stringify(turns));
});

test("wishes leave out what they do not say", () => {
  assert.deepEqual(giveGroupTurn(), { giveGroupTurn: {} });
  assert.deepEqual(giveGroupTurn("p1"), { giveGroupTurn: { after: "p1" } });
  assert.deepEqual(endGroupTurns(), { endGroupTurns: {} });
  assert.deepEqual(saveAction({}), { saveAction: {} });
  assert.deepEqual(saveAction({ what: "Grow", by: undefined, showTo: "Owain" }), { saveAction: { what: "Grow", showTo: "Owain" } });
});

test("what somebody will do is in no room: of the fact a page is told nothing", () => {
  const before = room();
  const after = apply(structuredClone(before), { sequence: 2, at: 5, event: { actionSaved: { person: "a", what: "x" } } }, "lead");
  assert.deepEqual(after, { ...before, sequence: 2, at: 5 });
});

test("answers that one takes along, in words; those of others are in none", () => {
  const prompt = (id, kind, choices = []) => ({ id, kind, text: `${id}?`, choices, openedAt: 1, responses: [], handedIn: 0 });
  const mine = (texts, numbers = []) => ({ response: { id: "x", answer: { texts, numbers }, isHandedIn: true } });
  const state = { subject: null, you: { person: "a", prompts: { a: { w1: mine(["one", "two"]), w2: mine([], [4]), w3: mine([], [1, 0]),
    w4: mine([], [1, 7]), w5: mine([], [2, 5]), w7: mine([]) }, b: { w6: mine(["theirs"]) } } }, pending: [],
  room: { prompts: [prompt("w1", "cards"), prompt("w2", "scale", ["no", "yes"]), prompt("w3", "order", ["a", "b"]),
    prompt("w4", "choice", ["a", "b"]), prompt("w5", "confidence", ["I can", "I dare"]), prompt("w6", "word"), prompt("w7", "open")] } };
  assert.deepEqual(answersOf(state).map(({ prompt: { id }, lines }) => [id, lines]), [
    ["w1", ["one", "two"]], ["w2", ["4/5 (no – yes)"]], ["w3", ["1. b", "2. a"]], ["w4", ["b"]],
    ["w5", ["I can: 2/5", "I dare: 5/5"]]]);
});

test("think, pair, share: which question, and when the pairs come", () => {
  const prompt = (id, more = {}) => ({ id, kind: "open", text: `${id}?`, choices: [], responses: [], handedIn: 0, ...more });
  const at = (prompts, more = {}) => ({ ...room(), current: "s1", agenda: [{ id: "s1", runs: [] }, { id: "s2", runs: [] }], prompts, ...more });
  for (const [prompts, id] of [
    [[], undefined], [undefined, undefined],
    [[prompt("a", { segment: "s2" }), prompt("b", { segment: "s1" })], "b"],
    [[prompt("a", { segment: "s2" }), prompt("b", { openedAt: 1, closedAt: 2 })], "a"],
    // What is being answered goes on.
    [[prompt("a", { segment: "s1" }), prompt("b", { openedAt: 1 })], "b"],
    [[prompt("a", { text: undefined })], undefined],
  ]) assert.equal(thinkable(at(prompts))?.id, id, JSON.stringify(prompts));
  const asked = (more) => at([prompt("a", { openedAt: 1, deadline: 100, ...more })]);
  assert.equal(pairing(asked(), "a", 99)?.isTime, false);
  assert.equal(pairing(asked(), "a", 100)?.isTime, true);
  assert.equal(pairing(asked({ deadline: undefined }), "a", 1e9)?.isTime, false);
  // More time was given, somebody closed it, groups run already, it was never asked.
  assert.equal(pairing(asked({ deadline: 160 }), "a", 100)?.isTime, false);
  assert.equal(pairing(asked({ closedAt: 50 }), "a", 100), null);
  assert.equal(pairing({ ...asked(), rounds: [{ id: "r1", groups: [], formedAt: 1 }] }, "a", 100), null);
  assert.equal(pairing(at([prompt("a")]), "a", 100), null);
  assert.equal(pairing(at([]), "a", 100), null);
});

test("pairs as the server proposes them, with their time, what they talk about and what they are for", () => {
  const answer = { groups: [{ members: ["a", "b"], roles: {} }, { members: ["c"], roles: {} }],
    draw: { choice: "newPartners", seed: 1, iterations: 2, engine: "e", points: 3, isEdited: false } };
  const call = { template: "https://call.example/{group}", meeting: "m" };
  const plan = pairPlan(answer, room().people, call, 240, undefined, "Why?");
  assert.deepEqual(plan.groups.map(({ members, texts }) => [members, texts.link]),
    [[["a", "b"], "https://call.example/1"], [["c"], "https://call.example/2"]]);
  assert.equal(plan.timeboxSeconds, 240);
  assert.equal(plan.task, "Why?");
  assert.ok(!("kind" in plan));
  assert.equal(pairPlan(answer, room().people, call, 600, "coffee").kind, "coffee");
});

test("pairs within groups: those that are put together, else those at work, else those that ended last", () => {
  const some = (...members) => ({ members, roles: {}, facts: [], isLocked: false });
  const plan = (...groups) => ({ ...emptyPlan(), groups });
  const round = (groups, more = {}) => ({ id: "r1", formedAt: 1, groups, ...more });
  const four = { members: ["a", "b", "c", "d"], table: 3 };
  const names = (room, of = plan()) => sources(room, of, of.groups.map(() => ({ table: 7, inRoom: 1, onCall: 0 })))
    .map(({ members, table }) => [members.join(""), table]);
  assert.deepEqual(names(room()), []);
  assert.deepEqual(names(room({ rounds: [round([four])] })), [["abcd", 3]]);
  assert.deepEqual(names(room({ rounds: [round([four], { endedAt: 2 })] })), [["abcd", 3]]);
  // What is being put together counts before what runs; who has not come has no partner yet.
  assert.deepEqual(names(room({ rounds: [round([four])] }), plan(some("d", "c", "b", "a", "~Nia"))), [["dcba", 7]]);
  // Pairs are no groups to cut pairs from.
  assert.deepEqual(names(room({ rounds: [round([four], { endedAt: 2 }), round([{ members: ["a", "b"] }, { members: ["c"] }])] })), []);
  assert.deepEqual(withinWish([four, { members: ["x"] }], { ...room().people, b: { ...person(), role: "lead" } }),
    { within: [["a", "b", "c", "d"], []], leads: ["b"] });
});

test("pairs stay at the table of their group, and one asked while groups work goes on from them", () => {
  const inRoom = (members) => members.includes("a");
  assert.deepEqual(atTables([{ members: ["a", "b"] }, { members: ["c", "d"] }, { members: ["x"] }],
    [{ members: ["a", "b", "c", "d"], table: 3 }], inRoom),
  [{ members: ["a", "b"], table: 3 }, { members: ["c", "d"] }, { members: ["x"] }]);
  const prompt = { id: "a", kind: "open", text: "a?", choices: [], responses: [], handedIn: 0, openedAt: 1, deadline: 100 };
  const at = (round) => ({ ...room(), prompts: [prompt], rounds: [{ id: round, groups: [], formedAt: 1 }] });
  assert.equal(pairing(at("r1"), "a", 100, "r1")?.isTime, true);
  // The pairs run.
  assert.equal(pairing(at("r2"), "a", 100, "r1"), null);
});
