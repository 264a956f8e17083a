// A round as its lead thinks of it: what is counted down, what is prepared, who is put where without touching others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FakeStorage } from "./fake-storage.js";
import "./with-limits.js";
import { keptForming } from "../../Web/console/forming/kept.js";
import { roundSeconds } from "../../Web/console/forming/minutes.js";
import * as plans from "../../Web/console/forming/plan.js";
import { places, roundPlan } from "../../Web/console/forming/plan-places.js";
import { preparedAmount, preparedTexts, waitingBreakout } from "../../Web/console/forming/prepared.js";
import { placed, restWish, seatRest, smallestFirst } from "../../Web/console/forming/rest.js";
import { inParts, isSayable } from "../../Web/console/forming/whole.js";
import { HTTPFailure } from "../../Web/shared/line/http.js";
import { lonely } from "../../Web/shared/model/board.js";
import { countdown, expectedEnd, roundEnd, timetable } from "../../Web/shared/model/selectors-time.js";

const MINUTE = 60_000;
const segment = (more = {}) => ({ id: "s1", kind: "breakout", title: "T", timeboxSeconds: 600, state: "open",
  runs: [{ from: 0 }], ...more });
const group = (id, members) => ({ id, members, roles: {}, texts: {}, cards: [], isDone: false, visitors: [] });
const round = (groups, more = {}) => ({ id: "r1", segment: "s1", formedAt: 9 * MINUTE, groups, ...more });
const room = (more = {}) => ({ sequence: 1, at: 0, details: { phase: "open", zone: "Europe/London" }, current: "s1",
  agenda: [segment()], ...more });
const person = (more = {}) => ({ role: "participant", mode: "remote", isPresent: true, ...more });

test("what is counted down is the time of the groups; without one it is the item's", () => {
  // Nine minutes of ten are gone when the second round begins: it has its own five.
  const timed = room({ rounds: [round([], { timeboxSeconds: 300 })] });
  assert.deepEqual(countdown(timed), { id: "r1.300", end: 14 * MINUTE, allMilliseconds: 5 * MINUTE, isRound: true });
  assert.equal(roundEnd(round([], { timeboxSeconds: 300 })), 14 * MINUTE);
  const untimed = room({ rounds: [round([])] });
  assert.deepEqual(countdown(untimed), { id: "s1.1.600", end: 10 * MINUTE, allMilliseconds: 10 * MINUTE,
    isRound: false });
  assert.equal(countdown(room({ rounds: [round([], { timeboxSeconds: 300, endedAt: 1 })] }))?.isRound, false);
  assert.equal(countdown(room({ agenda: [], rounds: [round([], { timeboxSeconds: 300 })] }))?.end, 14 * MINUTE);
  assert.equal(countdown(room({ agenda: [] })), null);
  assert.equal(countdown(null), null);
});

test("the meeting ends later when groups work longer than their item", () => {
  const timed = room({ agenda: [segment(), segment({ id: "s2", state: "upcoming", runs: [] })],
    rounds: [round([], { timeboxSeconds: 300 })] });
  assert.equal(expectedEnd(timed, 9 * MINUTE), 24 * MINUTE);
  assert.deepEqual(timetable(timed, 9 * MINUTE), { starts: [0, 14 * MINUTE], end: 24 * MINUTE });
});

test("how long groups work is what is prepared, else the item's whole time, within the bounds", () => {
  const seconds = (more) => roundSeconds(room({ agenda: [segment(more)] }));
  assert.equal(seconds({ breakout: { choice: "mix", seconds: 420 } }), 420);
  assert.equal(seconds({}), 600);
  assert.equal(seconds({ timeboxSeconds: 20 }), 180);
  assert.equal(seconds({ timeboxSeconds: 9_000 }), 3_600);
  assert.equal(roundSeconds(room({ agenda: [] })), 600);
});

test("what is prepared waits from the opening of its item until groups are formed in it", () => {
  const breakout = { choice: "mix", size: 5, task: "Talk" };
  const open = room({ agenda: [segment({ breakout, note: "Read" })] });
  assert.equal(waitingBreakout(open)?.key, "s1.1");
  assert.equal(waitingBreakout(room()), null);
  assert.equal(waitingBreakout(room({ ...open, details: { phase: "planned" } })), null);
  assert.equal(waitingBreakout({ ...open, rounds: [round([])] }), null, "groups are at work");
  assert.equal(waitingBreakout({ ...open, rounds: [round([], { endedAt: 99 })] }), null, "they were");
  const again = { ...open, agenda: [segment({ breakout, runs: [{ from: 0, to: 10 * MINUTE }, { from: 20 * MINUTE }] })],
    rounds: [round([], { endedAt: 99 })] };
  assert.equal(waitingBreakout(again)?.key, "s1.2", "the item is opened once more");
  assert.equal(waitingBreakout({ ...open, rounds: [round([], { segment: "s0", endedAt: 99 })] })?.key, "s1.1");
  assert.deepEqual(preparedTexts(segment({ breakout, note: "Read" })), { task: "Talk", resources: "" });
  assert.deepEqual(preparedTexts(segment({ breakout: { choice: "mix" }, note: "Read" })), { task: "Read", resources: "" });
  assert.deepEqual(preparedAmount(segment({ breakout })), { size: 5 });
  assert.deepEqual(preparedAmount(segment({ breakout: { choice: "mix", count: 6 } })), { count: 6 });
  assert.equal(preparedAmount(segment({ breakout: { choice: "mix" } })), null);
});

test("what a lead looked at is there after a reload, and what is prepared is proposed once for each opening", () => {
  globalThis.sessionStorage = new FakeStorage();
  const breakout = { choice: "mix", size: 5 };
  const open = room({ agenda: [segment({ breakout })] });
  const first = keptForming("m1");
  assert.equal(first.read(), null);
  assert.equal(first.due(open, plans.emptyPlan())?.id, "s1");
  assert.equal(first.due(open, plans.emptyPlan()), null);
  const plan = plans.move({ ...plans.emptyPlan(), groups: [plans.wanted(["a", "b"]), plans.wanted(["~Gwen"])] }, ["a"], 1);
  const kept = { plan, choice: "mix", draft: null, amount: { size: 5 }, texts: { task: "T", resources: "", seconds: 420 } };
  first.write(kept);
  const second = keptForming("m1");
  assert.deepEqual(second.read(), JSON.parse(JSON.stringify({ ...kept, prepared: "s1.1" })));
  assert.equal(second.read(), null, "once");
  assert.equal(second.due(open, plan), null, "it was proposed before the reload");
  assert.equal(keptForming("m2").read(), null);
  const edited = keptForming("m3");
  assert.equal(edited.due(open, plan), null, "what was changed by hand stays");
  sessionStorage.setItem("staffroom.console.forming.m4", "{broken");
  assert.equal(keptForming("m4").read(), null);
});

test("the rest is placed and nobody else is touched", async () => {
  const people = { a: person(), b: person(), c: person(), lea: person({ role: "lead" }), x: person(), y: person() };
  const plan = { ...plans.emptyPlan(), left: ["x"], pins: ["a"], groups: [
    { ...plans.wanted(["a", "b"]), facts: [{ code: "nobodyMet", values: {} }], name: "Red", table: 7 },
    { ...plans.wanted(["c", "lea", "~Gwen"]), facts: [{ code: "nobodyMet", values: {} }] }] };
  assert.deepEqual(restWish(plan, people), { choice: "keepLast", count: 2, current: [["a", "b"], ["c", "lea"]],
    leads: ["lea"], pins: { a: 0, b: 0, c: 1, lea: 1 } });
  const next = placed(plan, [["a", "b", "x"], ["c", "lea"], ["y"]]);
  assert.deepEqual(next.groups.map((one) => one.members), [["a", "b", "x"], ["c", "lea", "~Gwen"], ["y"]]);
  assert.deepEqual([next.groups[0].name, next.groups[0].table, next.left, next.pins], ["Red", 7, [], ["a"]]);
  assert.equal(next.groups[0].facts.length, 0, "a reason goes with the group it was about");
  assert.equal(next.groups[1].facts.length, 1);
  assert.equal(next.draw.isEdited, true);
  assert.equal(placed(plan, [["a", "b"], ["c", "lea"]]), plan, "nobody was left");
  assert.deepEqual(smallestFirst(plan, ["x", "y"]), [["a", "b", "x", "y"], ["c", "lea", "~Gwen"]]);
  const outside = [{ id: "x", person: people.x }, { id: "lea", person: people.lea }];
  const clash = { once: async () => { throw new HTTPFailure("pinnedAndApart", 409); } };
  assert.deepEqual((await seatRest(clash, {}, plan, outside))?.groups[0].members, ["a", "b", "x"]);
  const changed = { once: async () => null };
  assert.equal(await seatRest(changed, {}, plan, outside), null);
  await assert.rejects(seatRest({ once: async () => { throw new HTTPFailure("failed", 500); } }, {}, plan, outside));
});

test("who is here is alone only where others have company", () => {
  const people = { a: person(), b: person({ isPresent: false }), c: person(), d: person(), e: person({ isPresent: false }) };
  const one = round([group("g1", ["a", "b"]), group("g2", ["c", "d"]), group("g3", ["e"])]);
  assert.deepEqual(lonely(room({ people }), one).map(({ n, person: id }) => [n, id]), [[1, "a"]]);
  assert.deepEqual(lonely(room({ people }), round([group("g1", ["a", "b"]), group("g3", ["e"])])), []);
});

test("a name is given with the groups, kept by their place, and stays in a draft", () => {
  const plan = { ...plans.emptyPlan(), groups: [{ ...plans.wanted(["a"]), name: "Red" }, plans.wanted(["b"])] };
  const people = { a: person(), b: person() };
  const wish = roundPlan(plan, places(plan, people, { template: "", meeting: "m" }), { task: "", resources: "", seconds: 900 });
  assert.deepEqual(wish.groups.map((one) => one.texts.name), ["Red", undefined]);
  assert.equal(wish.timeboxSeconds, 900);
  const drawn = plans.fromProposal(plan, { groups: [{ members: ["b"], roles: {} }, { members: ["a"], roles: {} }],
    draw: plans.drawByHand() });
  assert.deepEqual(drawn.groups.map((one) => one.name), ["Red", undefined]);
  const draft = plans.fromGroups(wish.groups, plans.drawByHand(), () => true);
  assert.equal(draft.groups[0].name, "Red");
  const running = plans.fromGroups([{ ...group("g1", ["a"]), name: "Blue" }], plans.drawByHand(), () => true);
  assert.equal(running.groups[0].name, "Blue");
});

test("groups of any size can be said: the seats in one message, what single groups are given after it", () => {
  const plan = (count, task) => ({ draw: plans.drawByHand(), task: "Talk", groups: Array.from({ length: count }, (_, n) => ({
    members: [`person-${n}-a-long-identifier`], roles: {},
    texts: { task, link: `https://meet.example.org/${n}`, expected: [`Gwen ${n}`], name: `Group ${n}` } })) });
  const small = plan(3, "x");
  assert.deepEqual(inParts(small), { first: small, after: [] });
  const large = plan(250, "Ŵ".repeat(600));
  assert.equal(isSayable(large), false);
  const { first, after } = inParts(large);
  assert.equal(isSayable(first), true);
  assert.deepEqual(first.groups[7].texts, { expected: ["Gwen 7"], name: "Group 7" });
  assert.equal(after.length, 250);
  assert.equal(after[7]?.task?.length, 600);
  assert.equal(inParts({ ...large, groups: large.groups.map((one) => ({ ...one, texts: {} })) }).after.length, 0);
});
