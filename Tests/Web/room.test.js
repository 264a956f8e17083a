// Every event of the room, folded as each viewer sees it: a line is a fact and what it changes.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { advance, apply } from "../../Web/shared/fold/room.js";
import { peopleOf } from "../../Web/shared/model/people.js";
import { BENCH_CASES } from "./cases-bench.js";
import { GROUP_CASES } from "./cases-groups.js";
import { PROMPT_CASES } from "./cases-prompts.js";

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
  // What only one person is told of themselves comes by another message.
  ["actionSaved", {}, { person: "p1", what: "Grow cress" }, {}],
  ["recordCorrected", {}, { person: "p1", claim: "was_here" }, {}],
  // Nobody who is connected is told of reports.
  ["reportImported", {}, { report: "i1", form: "zoom_chat" }, {}],
  ["callerImported", {}, { report: "i1", person: "p9", caller: "person", callOnly: true, name: "Kai", stays: [] }, {}],
  ["speechImported", {}, { report: "i1", turns: [{ at: 5, milliseconds: 9, words: 2 }] }, {}],
  ["chatImported", {}, { report: "i1", person: "p9", messages: [{ at: 5, words: 2 }] }, {}],
  ["importUndone", {}, { report: "i1" }, {}],
  ["meetingPlanned", {}, { title: "A", plannedStart: 9, zone: "UTC", options },
    { details: { ...details, title: "A", plannedStart: 9, zone: "UTC" } }],
  ["meetingRetitled", {}, { title: "B" }, { details: { ...details, title: "B" } }],
  ["meetingScheduled", { details: { ...details, plannedStart: 3 } }, { zone: "UTC" },
    { details: { ...details, zone: "UTC" } }],
  ["venueSet", {}, { place: "Hall", callLink: "https://call.example/1" },
    { details: { ...details, place: "Hall", callLink: "https://call.example/1" } }],
  ["venueSet", { details: { ...details, place: "Hall", callLink: "https://call.example/1" } }, {}, { details }],
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
  ["waitEnded", { waiting: { p2: {} } }, { person: "p2" }, { waiting: {} }, "lead"],
  ["personRemoved", { people: { p1: person() } }, { person: "p1" }, { people: {} }],
  ["personRemoved", { people: { p1: person() } }, { person: "p1" }, { people: {}, removed: ["p1"] }, "lead"],
  ["entryClaimed", { people: { p1: person() } }, { person: "p1", other: "p2" }, { people: { p1: person() } }],
  ["entryClaimed", { people: { p1: person() } }, { person: "p1", other: "p2" },
    { people: { p1: person({ claims: "p2" }) } }, "lead"],
  ["personMerged", { people: { p1: person({ isPresent: true }), p2: person({ joinedAt: 1 }) } },
    { person: "p1", into: "p2" },
    { people: { p2: person({ isPresent: true, joinedAt: 1 }) }, merged: { p1: "p2" } }],
  ["personErased", { people: { p1: person() } }, { person: "p1" }, { people: {} }],
  ["personErased", { people: {}, waiting: { p1: {} } }, { person: "p1" }, { people: {}, waiting: {} }, "lead"],
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
  ["segmentAdded", {}, { segment: "s2", kind: "breakout", title: "T", timeboxSeconds: 60, index: 0,
    breakout: { choice: "mix", size: 5 } },
  { agenda: [{ ...segment("s2"), kind: "breakout", title: "T", timeboxSeconds: 60, state: "upcoming", runs: [],
    breakout: { choice: "mix", size: 5 } }] }],
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
  ["stepUndone", {
    current: "s2", agenda: [segment("s1", { state: "done", runs: [{ from: 9, to: 50 }] }),
      segment("s2", { state: "open", runs: [{ from: 50 }] })],
    pulses: [{ id: "u1", segment: "s1", openedAt: 5, closedAt: 50 }, { id: "u2", segment: "s1", openedAt: 50 }],
    rounds: [{ id: "r1", groups: [], formedAt: 7, endedAt: 50 }],
  }, {
    segments: [{ segment: "s1", state: "open" }, { segment: "s2", state: "upcoming" }], current: "s1", round: "r1",
    speaker: "p1", reopened: ["u1"], closed: ["u2"],
  }, {
    current: "s1", agenda: [segment("s1", { state: "open", runs: [{ from: 9 }] }), segment("s2")],
    pulses: [{ id: "u1", segment: "s1", openedAt: 5 }, { id: "u2", segment: "s1", openedAt: 50, closedAt: 100 }],
    rounds: [{ id: "r1", groups: [], formedAt: 7 }], queue: [],
    turn: { person: "p1", startedAt: 100, source: "client", words: 0, characters: 0 },
  }],
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
  ["messageRestored", { messages: [(({ text, ...rest }) => rest)(message("m1", { isWithdrawn: true }))] },
    { message: "m1", text: "Hi", words: 1 }, { messages: [message("m1", { text: "Hi" })] }],
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
  ["questionHidden", { questions: [question("q1"), question("q2")] }, { question: "q1" },
    { questions: [question("q2")] }, "wall"],
  ["questionHidden", { questions: [question("q1")] }, { question: "q1" }, { questions: [] }, "guest"],
  ["recordingBegan", {}, { recording: { id: "r1", hasClock: true } }, {}, "lead"],
  ["viewOpened", {}, { person: "p1", view: "queue" }, {}, "lead"],
  ["somethingOfALaterVersion", {}, { person: "p1" }, {}],
  ...GROUP_CASES,
  ...BENCH_CASES,
  ...PROMPT_CASES,
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
  const files = (await readdir(golden)).filter((name) => !name.startsWith("network-"));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, golden), "utf8")));
  const lines = texts.flatMap((text) => text.split("# events\n")[1].split("\n"));
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
