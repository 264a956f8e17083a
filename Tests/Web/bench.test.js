// What pages make of kits: unknown is not in the box, one's own tap counts at once, the wall shows where most are.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { benchOf, benchSums, busiestStep, countAt, myAskers, openBench, ownBench, photoCount, reviewSums }
  from "../../Web/shared/model/bench.js";

const person = (more = {}) => ({ name: "Tom", role: "participant", mode: "remote", isPresent: true, isScribe: false,
  isCheckedIn: false, joinedAt: 1, ...more });
const segment = { id: "s1", kind: "hands-on", state: "open", timeboxSeconds: 600, runs: [{ from: 1 }],
  bench: { kit: "Sensor", steps: [{ text: "One" }, { text: "Two" }, { text: "Three" }] } };
const room = (more = {}) => ({ sequence: 1, at: 1, details: { phase: "open" }, current: "s1", agenda: [segment],
  people: { p1: person(), p2: person(), p3: person({ isPresent: false }), l1: person({ role: "lead" }) }, ...more });
const bench = (counts) => ({ segment: "s1", counts });
const state = (more = {}) => ({ room: room(), you: { person: "p1", as: "participant" }, pending: [], subject: null, ...more });

test("kits are used in the item that is on, while the meeting is", () => {
  assert.equal(openBench(room())?.segment.id, "s1");
  assert.equal(openBench(room({ details: { phase: "ended" } })), null);
  assert.equal(openBench(room({ agenda: [{ ...segment, bench: undefined }] })), null);
  assert.equal(openBench(null), null);
});

test("who has said nothing is unknown, and in no box", () => {
  const sums = benchSums(room(), bench({ "0.in_box": 1 }), 3);
  assert.deepEqual(sums, { known: 1, working: 0, finished: 0, all: 2, unknown: 1 });
  // Whoever said something and went is one of those who did.
  assert.equal(benchSums(room(), bench({ "0.working": 3, "2.working": 1 }), 3).unknown, 0);
  assert.deepEqual(benchOf(room(), "s1"), { segment: "s1", counts: {} });
});

test("a step that was taken out leaves those who were there at the last one", () => {
  const counts = bench({ "1.building": 1, "4.building": 2, "4.stuck": 1 });
  assert.equal(countAt(counts, 2, 1, "building"), 3);
  assert.equal(countAt(counts, 2, 0, "building"), 0);
});

test("a wall shows the step where most are, the first before anybody said anything", () => {
  assert.equal(busiestStep(bench({}), 3), 0);
  assert.equal(busiestStep(bench({ "0.working": 1, "1.building": 2, "1.stuck": 1, "2.opened": 1 }), 3), 1);
  assert.equal(busiestStep(bench({ "0.opened": 1, "2.opened": 1 }), 3), 2);
});

test("a tap shows before it is answered, for whom it was", () => {
  const own = { p1: { s1: { place: { step: 0, state: "opened", at: 1 } } } };
  const you = { person: "p1", as: "participant", benches: own };
  assert.equal(ownBench(state({ you }), "s1").place?.state, "opened");
  const wish = (more = {}) => ({ id: "c1", at: 1, do: { setKit: { segment: "s1", step: 1, state: "stuck" } }, ...more });
  assert.equal(ownBench(state({ you, pending: [wish()] }), "s1").place?.state, "stuck");
  assert.equal(ownBench(state({ you, pending: [wish({ for: "p9" })] }), "s1").place?.state, "opened");
  assert.deepEqual(ownBench(state(), "s1"), {});
});

test("whoever is asked to go sees to whom, while the item is on", () => {
  const you = { person: "p1", as: "participant", benches: { p1: { s1: { askers: [{ person: "p2", step: 1 }] } } } };
  assert.deepEqual(myAskers(state({ you })), [{ person: "p2", step: 1, segment: "s1" }]);
  assert.deepEqual(myAskers(state({ you, room: room({ current: undefined }) })), []);
});

test("pictures of all items count; reviews of one hat stay apart from those of the other", () => {
  assert.equal(photoCount(room({ benches: [{ segment: "s1", counts: {}, photoIDs: ["f1"] },
    { segment: "s2", counts: {}, photoIDs: ["f2", "f3"] }] })), 3);
  const reviews = [{ person: "p1", isStudent: false, fiddly: 5, frustrating: 1 },
    { person: "p2", isStudent: false, fiddly: 2, frustrating: 2 }, { person: "p1", isStudent: true, fiddly: 1, frustrating: 4 }];
  assert.deepEqual(reviewSums({ ...bench({}), reviews }, false), { count: 2, fiddly: 3.5, frustrating: 1.5 });
  assert.deepEqual(reviewSums(bench({}), true), { count: 0, fiddly: 0, frustrating: 0 });
});
