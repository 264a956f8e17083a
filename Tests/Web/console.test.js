// The pure parts of the console: the agenda by the clock, how late it is, who takes part, who is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMITS } from "./with-limits.js";
import { lateMinutes, planOfEnd } from "../../Web/console/run/clock.js";
import { find, letterOf } from "../../Web/console/run/people-tools.js";
import { pulseAudience } from "../../Web/console/run/pulse.js";
import { isDoubled } from "../../Web/shared/model/people.js";
import { floorHolder, quietPeople, talkSoFar } from "../../Web/shared/model/taking-part.js";
import { expectedEnd, timetable } from "../../Web/shared/model/selectors-time.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = 1_700_000_040_000 - (1_700_000_040_000 % MINUTE);
const segment = (id, minutes, state = "upcoming", runs = []) => ({ id, kind: "talk", title: id,
  timeboxSeconds: minutes * 60, state, runs });
const person = (more = {}) => ({ name: "Tom", school: "Oakfield", role: "participant", mode: "remote", isScribe: false,
  isPresent: true, isCheckedIn: false, joinedAt: 5, ...more });
const room = (more = {}, details = {}) => ({ sequence: 1, at: 1, people: {}, agenda: [], messages: [], questions: [],
  queue: [], talk: {}, ...more, details: { zone: "Europe/London", phase: "open", isLocked: false, ...details } });

/** given: what runs and what the plan says; when: minutes after START; then: minutes late, below zero in hand. */
const LATE = [
  ["it began and runs as planned", { plannedStart: START, openedAt: START }, 0, 3, 0],
  ["it began five minutes early", { plannedStart: START, openedAt: START - 5 * MINUTE }, -5, -4, -5],
  ["it began ten minutes late", { plannedStart: START, openedAt: START + 10 * MINUTE }, 10, 12, 10],
  ["it has no planned start", { openedAt: START }, 0, 3, 0],
  ["it is rehearsed a week before", { plannedStart: START + 7 * DAY, openedAt: START }, 0, 3, 0],
  ["it is held a day after its plan", { plannedStart: START - DAY, openedAt: START }, 0, 3, 0],
  ["the first item is over its time by six", { plannedStart: START, openedAt: START }, 0, 16, 6],
];
for (const [given, details, began, minutes, late] of LATE) {
  test(`${given}: ${late} minutes late`, () => {
    const agenda = [segment("a", 10, "open", [{ from: START + began * MINUTE }]), segment("b", 20)];
    assert.equal(lateMinutes(room({ agenda, current: "a" }, details), START + minutes * MINUTE), late);
  });
}

test("minutes in hand and the end that is shown agree, whatever the seconds are", () => {
  for (let seconds = 0; seconds < 180; seconds += 7) {
    const began = START + seconds * 1000;
    const agenda = [segment("a", 10, "open", [{ from: began }]), segment("b", 20)];
    const now = room({ agenda, current: "a" }, { plannedStart: START, openedAt: began });
    const shown = Math.floor(expectedEnd(now, began + 1) / MINUTE) - Math.floor(planOfEnd(now) / MINUTE);
    assert.equal(lateMinutes(now, began + 1), shown);
  }
});

test("the timetable: before the opening by the plan, then by what was and what is left", () => {
  const plan = [segment("a", 10), segment("b", 20), segment("c", 5)];
  const before = timetable(room({ agenda: plan }, { phase: "planned", plannedStart: START }), START - DAY);
  assert.deepEqual(before, { starts: [START, START + 10 * MINUTE, START + 30 * MINUTE], end: START + 35 * MINUTE });
  const runs = [segment("a", 10, "done", [{ from: START, to: START + 12 * MINUTE }]),
    segment("b", 20, "open", [{ from: START + 12 * MINUTE }]), segment("c", 5)];
  const now = timetable(room({ agenda: runs, current: "b" }, { openedAt: START }), START + 15 * MINUTE);
  assert.deepEqual(now, { starts: [START, START + 12 * MINUTE, START + 32 * MINUTE], end: START + 37 * MINUTE });
  const late = timetable(room({ agenda: runs, current: "b" }, { openedAt: START }), START + 40 * MINUTE);
  assert.deepEqual(late.starts[2], START + 40 * MINUTE);
  const skipped = timetable(room({ agenda: [segment("a", 10, "skipped"), segment("b", 5)] }, {}), START);
  assert.deepEqual(skipped, { starts: [null, START], end: START + 5 * MINUTE });
  assert.deepEqual(timetable(room({ agenda: plan }, { phase: "planned" }), START), { starts: [null, null, null], end: null });
});

test("whoever was not heard yet stands in the order of names, and whoever has gone meanwhile does not", () => {
  const people = { a: person({ name: "Owain" }), b: person({ name: "Élin" }), c: person({ name: "Dafydd" }) };
  const panel = { items: [], room: { offered: 0, done: 0, unseen: 0 }, call: { offered: 3, done: 1, unseen: 0 },
    quiet: ["a", "b", "gone"] };
  assert.deepEqual(quietPeople(room({ people }), panel), ["b", "a"]);
});

test("talks so far: minutes of those that were and are, of those that are planned, and whose turns were tapped", () => {
  const agenda = [segment("a", 10, "done", [{ from: START, to: START + 12 * MINUTE }]),
    { ...segment("b", 5, "skipped") }, segment("c", 20, "open", [{ from: START + 12 * MINUTE }]),
    { ...segment("d", 30), kind: "hands-on" }];
  const people = { lead: person({ role: "lead" }), ann: person() };
  const now = room({ agenda, current: "c", people, talk: { lead: { turns: 1, milliseconds: 6 * MINUTE, words: 0 } },
    turn: { person: "ann", startedAt: START + 13 * MINUTE, source: "client" } });
  assert.deepEqual(talkSoFar(now, START + 15 * MINUTE), { planned: 30, taken: 15, left: 47, turns: 8, ofLeads: 6 });
  assert.deepEqual(talkSoFar(room({ agenda: [] }), START), { planned: 0, taken: 0, left: 0, turns: 0, ofLeads: 0 });
});

const TURN = LIMITS.limits.floorTurnSeconds * 1000;
const TALK = LIMITS.limits.floorTalkSeconds * 1000;
/** given; who speaks; since when; minutes of turns before; in a talk; then: minutes, and of how many. */
const FLOORS = [
  ["a short turn", "ann", TURN - 1, {}, false, null],
  ["a long turn", "ann", TURN, {}, false, { person: "ann", minutes: 3 }],
  ["a lead who presents", "lead", TURN * 3, {}, true, null],
  ["a guest who presents", "guest", TURN * 3, {}, true, null],
  ["somebody else in a talk", "ann", TURN, {}, true, { person: "ann", minutes: 3 }],
  ["a lead in a discussion", "lead", TURN, {}, false, { person: "lead", minutes: 3 }],
  ["half of all turns, and enough of them", "ann", 0, { ann: TALK / 2, bob: TALK / 2 }, false,
    { person: "ann", minutes: 5, of: 10 }],
  ["less than half", "ann", 0, { ann: TALK / 2 - 1, bob: TALK / 2 + 1 }, false, null],
  ["half of few", "ann", 0, { ann: TALK / 2 - 1, bob: TALK / 2 - 1 }, false, null],
  ["a lead who has presented for long", "lead", 0, { lead: TALK, bob: 5 }, false, null],
  ["nobody speaks", null, 0, { ann: TALK }, false, null],
];
for (const [given, who, lasted, before, isTalk, expected] of FLOORS) {
  test(`who holds the floor: ${given}`, () => {
    const talk = Object.fromEntries(Object.entries(before).map(([id, milliseconds]) => [id, { turns: 1, milliseconds, words: 0 }]));
    const people = { ann: person(), bob: person(), lead: person({ role: "lead" }), guest: person({ role: "guest" }) };
    const agenda = [{ ...segment("a", 90, "open", [{ from: START }]), kind: isTalk ? "talk" : "discussion" }];
    const turn = who ? { person: who, startedAt: START - lasted, source: "client" } : undefined;
    assert.deepEqual(floorHolder(room({ people, agenda, current: "a", talk, turn }), START), expected);
  });
}

test("of the quick check those are asked who are here and can answer", () => {
  const people = { a: person(), b: person({ mode: "room_no_device" }), c: person({ isPresent: false }),
    d: person({ role: "coordinator" }), e: person({ role: "guest" }) };
  assert.deepEqual(pulseAudience(room({ people })), { able: 1, blind: 1 });
});

const seats = [["a", { name: "Siân", school: "Ysgol Glan Môr", mode: "room_device" }],
  ["b", { name: "Étienne", school: "Northgate", mode: "remote" }], ["c", { name: "van Dijk", mode: "room_no_device" }],
  ["d", { name: "Nia", mode: "room_device", table: "t" }], ["e", { name: "李", mode: "phone_in", isPresent: false }]]
  .map(([id, more]) => ({ id, person: person({ school: undefined, ...more }) }));
const FOUND = [
  ["", "everybody", "abcde"], ["sian", "everybody", "a"], ["SIÂN MOR", "everybody", "a"], ["mor si", "everybody", "a"],
  ["sian north", "everybody", ""], ["", "room", "acd"], ["", "call", "be"], ["", "noDevice", "cde"], ["", "lost", "e"],
  ["n", "call", "b"], ["  ", "everybody", "abcde"],
];
for (const [words, filter, ids] of FOUND) {
  test(`"${words}" among ${filter} finds "${ids}"`, () => {
    assert.equal(find(seats, words, filter).map(({ id }) => id).join(""), ids);
  });
}

test("the letter of a name is a letter, without its accent", () => {
  assert.deepEqual(["Étienne", "van Dijk", "  sian", "李", "7 of 9", "", undefined].map(letterOf),
    ["E", "V", "S", "李", "", "", ""]);
});

test("two of one name are told apart, however it is written", () => {
  const two = room({ people: { a: person({ name: "Gwen" }), b: person({ name: "gwen" }), c: person({ name: "Huw" }) } });
  assert.deepEqual(["Gwen", "GWEN", "Huw"].map((name) => isDoubled(two, name)), [true, true, false]);
});
