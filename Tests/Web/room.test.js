// Every event of the room, folded as each viewer sees it: a line is a fact and what it changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { advance, apply } from "../../Web/shared/fold/room.js";
import { peopleOf } from "../../Web/shared/model/people.js";
import { GROUP_CASES } from "./cases-groups.js";

const person = (more = {}) => ({
  name: "Tom", school: "Oakfield", role: "participant", mode: "remote", isScribe: false, isPresent: false,
  isCheckedIn: false, joinedAt: 5, ...more,
});
const segment = (id, more = {}) => ({
  id, kind: "talk", title: "T", timeboxSeconds: 60, state: "upcoming", runs: [], ...more,
});
const message = (id, more = {}) => ({
  id, author: "p1", name: "Tom", text: "Hi", at: 5, isWithdrawn: false, isHidden: false, reactions: {}, ...more,
});
const question = (id, more = {}) => ({
  id, author: "p1", name: "Tom", text: "Why?", at: 5, supporters: [], isAnswered: false, isHidden: false, ...more,
});
const options = { lobby: false, leastHeardFirst: false, pulseAfterTalk: true, chat: true };
const details = { zone: "Europe/London", phase: "open", isLocked: false, options };
const base = (more = {}) => ({
  sequence: 1, at: 1, details, people: {}, waiting: {}, denials: {}, removed: [], agenda: [], pulses: [],
  messages: [], queue: [], talk: {}, questions: [], ...more,
});

/** name, before, event, after; the viewer is a participant unless the line says another. */
const CASES = [
  ["meetingPlanned", {}, { title: "A", plannedStart: 9, zone: "UTC", options },
    { details: { ...details, title: "A", plannedStart: 9, zone: "UTC" } }],
  ["meetingRetitled", {}, { title: "B" }, { details: { ...details, title: "B" } }],
  ["meetingScheduled", { details: { ...details, plannedStart: 3 } }, { zone: "UTC" },
    { details: { ...details, zone: "UTC" } }],
  ["optionsSet", {}, { options: { ...options, chat: false } },
    { details: { ...details, options: { ...options, chat: false } } }],
  ["meetingOpened", { details: { ...details, phase: "planned" } }, {}, { details: { ...details, openedAt: 100 } }],
  ["meetingEnded", { queue: [{ person: "p1", raisedAt: 5 }], turn: { person: "p1" }, waiting: { p2: {} },
    people: { p1: person({ isPresent: true }) } }, {},
  { details: { ...details, phase: "ended", endedAt: 100 }, queue: [], waiting: {}, people: { p1: person() } }],
  ["meetingReopened", { details: { ...details, phase: "ended", endedAt: 7 } }, {}, { details }],
  ["roomLocked", {}, {}, { details: { ...details, isLocked: true } }],
  ["roomUnlocked", { details: { ...details, isLocked: true } }, {}, { details }],
  ["personJoined", { waiting: { p1: {} } }, { person: "p1", role: "participant", mode: "remote", name: "Tom",
    school: "Oakfield" }, { waiting: {}, people: { p1: person({ joinedAt: 100, offers: [], needs: [] }) } }],
  ["personWaited", {}, { person: "p2", mode: "remote", name: "Eve" }, {}],
  ["personWaited", {}, { person: "p2", mode: "remote", name: "Eve" },
    { waiting: { p2: { name: "Eve", mode: "remote", since: 100 } } }, "lead"],
  ["personDenied", { waiting: { p2: {} } }, { person: "p2" }, { waiting: {}, denials: { p2: 1 } }, "lead"],
  ["personRemoved", { people: { p1: person() } }, { person: "p1" }, { people: {} }],
  ["personRemoved", { people: { p1: person() } }, { person: "p1" }, { people: {}, removed: ["p1"] }, "lead"],
  ["personReturnedToLobby", { people: { p1: person() } }, { person: "p1" },
    { people: {}, waiting: { p1: { name: "Tom", school: "Oakfield", mode: "remote", since: 100 } } }, "lead"],
  ["personReturnedToLobby", { people: { p1: person() } }, { person: "p1" }, { people: {} }],
  ["personRenamed", { people: { p1: person() } }, { person: "p1", name: "Tomos" },
    { people: { p1: (({ school, ...rest }) => rest)(person({ name: "Tomos" })) } }],
  ["modeSet", { people: { p1: person() } }, { person: "p1", mode: "room_device", source: "client" },
    { people: { p1: person({ mode: "room_device" }) } }],
  ["tierSet", { people: { p1: person() } }, { person: "p1", tier: "quotable" }, { people: { p1: person() } }],
  ["presenceBegan", { people: { p1: person({ leftAt: 7 }) } }, { person: "p1", mode: "phone_in" },
    { people: { p1: person({ isPresent: true, mode: "phone_in" }) } }, "lead"],
  ["personCheckedIn", { people: { p1: person({ leftAt: 7 }) } }, { person: "p1", source: "lead_tap" },
    { people: { p1: person({ isPresent: true, isCheckedIn: true }) } }],
  ["personSeated", { people: { p1: person() } }, { person: "p1", table: "t1" },
    { people: { p1: person({ table: "t1" }) } }],
  ["personSeated", { people: { p1: person({ table: "t1" }) } }, { person: "p1" }, { people: { p1: person() } }],
  ["presenceEnded", { people: { p1: person({ isPresent: true }) } }, { person: "p1", reason: "lost" },
    { people: { p1: person() } }],
  ["leaveTaken", { people: { p1: person() } }, { person: "p1" }, { people: { p1: person() } }],
  ["leaveTaken", { people: { p1: person() } }, { person: "p1" }, { people: { p1: person({ leftAt: 100 }) } }, "lead"],
  ["leadAppointed", { people: { p1: person({ isScribe: true }) } }, { person: "p1" },
    { people: { p1: person({ role: "lead" }) } }],
  ["leadDismissed", { people: { p1: person({ role: "lead" }) } }, { person: "p1" }, { people: { p1: person() } }],
  ["scribeAppointed", { people: { p1: person() } }, { person: "p1" }, { people: { p1: person({ isScribe: true }) } }],
  ["scribeDismissed", { people: { p1: person({ isScribe: true }) } }, { person: "p1" }, { people: { p1: person() } }],
  ["segmentAdded", { agenda: [segment("s1")] }, { segment: "s2", kind: "talk", title: "T", timeboxSeconds: 60,
    index: 0 }, { agenda: [segment("s2"), segment("s1")] }],
  ["segmentEdited", { agenda: [segment("s1", { note: "x" })] }, { segment: "s1", kind: "break", title: "Tea",
    timeboxSeconds: 90 }, { agenda: [segment("s1", { kind: "break", title: "Tea", timeboxSeconds: 90 })] }],
  ["segmentMoved", { agenda: [segment("s1"), segment("s2"), segment("s3")] }, { segment: "s1", index: 2 },
    { agenda: [segment("s2"), segment("s3"), segment("s1")] }],
  ["segmentRemoved", { agenda: [segment("s1")] }, { segment: "s1" }, { agenda: [] }],
  ["segmentOpened", { agenda: [segment("s1")] }, { segment: "s1" },
    { current: "s1", agenda: [segment("s1", { state: "open", runs: [{ from: 100 }] })] }],
  ["segmentEnded", { current: "s1", agenda: [segment("s1", { state: "open", runs: [{ from: 9 }] })] },
    { segment: "s1" }, { agenda: [segment("s1", { state: "done", runs: [{ from: 9, to: 100 }] })] }],
  ["segmentSkipped", { agenda: [segment("s1")] }, { segment: "s1" }, { agenda: [segment("s1", { state: "skipped" })] }],
  ["timeboxSet", { agenda: [segment("s1")] }, { segment: "s1", timeboxSeconds: 120 },
    { agenda: [segment("s1", { timeboxSeconds: 120 })] }],
  ["pulseOpened", {}, { pulse: "u1", segment: "s1" },
    { pulses: [{ id: "u1", segment: "s1", openedAt: 100, counts: {}, answers: {} }] }],
  ["pulseAnswered", { pulses: [{ id: "u1", segment: "s1", openedAt: 5, counts: { lost: 1, nearly: 2 }, answers: {} }] },
    { pulse: "u1", answer: "nearly", previous: "lost" },
    { pulses: [{ id: "u1", segment: "s1", openedAt: 5, counts: { nearly: 3 }, answers: {} }] }],
  ["pulseClosed", { pulses: [{ id: "u1", segment: "s1", openedAt: 5 }] }, { pulse: "u1" },
    { pulses: [{ id: "u1", segment: "s1", openedAt: 5, closedAt: 100 }] }],
  ["messagePosted", {}, { message: "m1", person: "p1", name: "Tom", text: "Hi", words: 1, re: "m0" },
    { messages: [message("m1", { at: 100, re: "m0" })] }],
  ["messageCorrected", { messages: [message("m1")] }, { message: "m1", text: "Ho", words: 1 },
    { messages: [message("m1", { text: "Ho", correctedAt: 100 })] }],
  ["messageWithdrawn", { messages: [message("m1")] }, { message: "m1" },
    { messages: [(({ text, ...rest }) => rest)(message("m1", { isWithdrawn: true }))] }],
  ["messageHidden", { messages: [message("m1")] }, { message: "m1" },
    { messages: [(({ text, ...rest }) => rest)(message("m1", { isHidden: true }))] }],
  ["messageHidden", { messages: [message("m1")] }, { message: "m1" },
    { messages: [message("m1", { isHidden: true })] }, "lead"],
  ["reactionAdded", { messages: [message("m1")] }, { message: "m1", person: "p2", reaction: "agree" },
    { messages: [message("m1", { reactions: { agree: ["p2"] } })] }],
  ["reactionRemoved", { messages: [message("m1", { reactions: { agree: ["p2"] } })] },
    { message: "m1", person: "p2", reaction: "agree" }, { messages: [message("m1")] }],
  ["handRaised", { queue: [{ person: "p1", raisedAt: 5 }] }, { person: "p2", index: 0, source: "client" },
    { queue: [{ person: "p2", raisedAt: 100 }, { person: "p1", raisedAt: 5 }] }],
  ["handRaised", {}, { person: "counted", index: 0, source: "client" }, {}],
  ["handLowered", { queue: [{ person: "p1", raisedAt: 5 }] }, { person: "p1", source: "client" }, { queue: [] }],
  ["handCalled", { queue: [{ person: "p1", raisedAt: 5 }] }, { person: "p1" }, { queue: [] }],
  ["turnStarted", { queue: [{ person: "p1", raisedAt: 5 }] }, { person: "p1", source: "scribe" },
    { queue: [], turn: { person: "p1", startedAt: 100, source: "scribe", words: 0, characters: 0 } }],
  ["speechNoted", { turn: { person: "p1", startedAt: 5, source: "client", words: 1, characters: 4 } },
    { person: "p1", words: 2, characters: 9, source: "client" },
    { turn: { person: "p1", startedAt: 5, source: "client", words: 3, characters: 13 },
      talk: { p1: { turns: 0, milliseconds: 0, words: 2 } } }, "lead"],
  ["turnEnded", { turn: { person: "p1" } }, { person: "p1", milliseconds: 70 }, {}],
  ["turnEnded", { turn: { person: "p1" } }, { person: "p1", milliseconds: 70 },
    { talk: { p1: { turns: 1, milliseconds: 70, words: 0 } } }, "lead"],
  ["questionAsked", {}, { question: "q1", person: "p1", name: "Tom", text: "Why?", words: 1 },
    { questions: [question("q1", { at: 100 })] }],
  ["questionSupported", { questions: [question("q1")] }, { question: "q1", person: "p2" },
    { questions: [question("q1", { supporters: ["p2"] })] }],
  ["questionAnswered", { questions: [question("q1")] }, { question: "q1" },
    { questions: [question("q1", { isAnswered: true })] }],
  ["questionHidden", { questions: [question("q1")] }, { question: "q1" },
    { questions: [(({ text, ...rest }) => rest)(question("q1", { isHidden: true }))] }],
  ["recordingBegan", {}, { recording: { id: "r1", hasClock: true } }, {}, "lead"],
  ["viewOpened", {}, { person: "p1", view: "queue" }, {}, "lead"],
  ["somethingOfALaterVersion", {}, { person: "p1" }, {}],
  ...GROUP_CASES,
];

for (const [index, [name, before, fields, after, viewer = "participant"]] of CASES.entries()) {
  test(`${index} ${name} for a ${viewer}`, () => {
    const room = structuredClone(base(before));
    peopleOf(room);
    apply(room, { sequence: 2, at: 100, event: { [name]: fields } }, viewer);
    const left = { ...before };
    for (const key of ["turn", "current"]) if (!(key in after)) delete left[key];
    assert.deepEqual(room, { ...base(left), ...after, sequence: 2, at: 100 });
    assert.deepEqual(peopleOf(room), peopleOf(structuredClone(room)), "who is counted is who is there");
  });
}

test("there is a case for every event of the domain", async () => {
  const { readdir, readFile } = await import("node:fs/promises");
  const golden = new URL("../Data/golden/", import.meta.url);
  const files = (await readdir(golden)).filter((name) => name.endsWith(".events") && !name.startsWith("network-"));
  const lines = (await Promise.all(files.map((name) => readFile(new URL(name, golden), "utf8")))).join("").split("\n");
  const names = lines.filter(Boolean).map((line) => Object.keys(JSON.parse(line))[0]);
  assert.ok(names.length > 40);
  const known = new Set(CASES.map(([name]) => name));
  assert.deepEqual(names.filter((name) => !known.has(name)), []);
});

test("a fact for somebody else still counts", () => {
  const room = base();
  advance(room, 9);
  advance(room, 4);
  assert.equal(room.sequence, 9);
});

test("only the newest messages are kept", () => {
  const room = base();
  for (let n = 2; n < 400; n += 1) {
    apply(room, { sequence: n, at: n, event: { messagePosted: { message: `m${n}`, person: "p1", words: 1 } } }, "lead");
  }
  assert.equal(room.messages.length, 300);
  assert.equal(room.messages[299].id, "m399");
});
