// What the wall shows when, and how places in groups fill it.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { freshResult, messageToAll, modeOf, reports, whatToDo } from "../../Web/shared/model/on-wall.js";
import { indexRows, letterOf, NAMES_ON_PAGE, pageAt, pageOf, pagesOf, tablesFit, toldApart } from "../../Web/wall/places.js";

const NOW = 1_000_000;

/** A group of a round. */
const group = (id, members, more = {}) => ({ id, members, roles: {}, texts: {}, cards: [], isDone: false, visitors: [],
  ...more });

/** An open meeting in its talk. */
const meeting = (more = {}) => ({
  sequence: 1, at: 0, current: "s1", people: {}, pulses: [], rounds: [], announcements: [], queue: [], questions: [],
  details: { phase: "open", zone: "Europe/London", isLocked: false, title: "Greenhouse", options: {} },
  agenda: [{ id: "s1", kind: "talk", title: "Sensors", note: "Dry, then wet", timeboxSeconds: 600, state: "open",
    runs: [{ from: NOW - 300_000 }] }],
  ...more,
});
const round = (more = {}) => ({ id: "r1", formedAt: NOW - 60_000, groups: [group("g1", ["p1"])], draw: {}, ...more });
const said = (at, more = {}) => ({ id: "n1", round: "r1", author: "p9", text: "Two minutes", at, ...more });
const pulse = (more = {}) => ({ id: "u1", segment: "s1", openedAt: NOW - 90_000, counts: { got_it: 3, lost: 1 },
  answers: {}, ...more });
const report = { id: "k1", author: "counted", text: "It drinks", at: 1, isReport: true, stars: [] };
const ended = round({ endedAt: NOW - 300_000, groups: [group("g1", ["p1"], { cards: [report] })] });

for (const [name, room, expected] of [
  ["before it begins", meeting({ details: { phase: "planned" } }), "planned"],
  ["after it", meeting({ details: { phase: "ended" } }), "ended"],
  ["a talk", meeting(), "item"],
  ["nothing is on", meeting({ current: undefined }), "item"],
  ["groups run", meeting({ rounds: [round()] }), "groups"],
  ["a word to all groups comes first", meeting({ rounds: [round()], announcements: [said(NOW - 29_999)] }), "message"],
  ["then one sees again where to sit", meeting({ rounds: [round()], announcements: [said(NOW - 30_000)] }), "groups"],
  ["an erased word is none", meeting({ rounds: [round()], announcements: [said(NOW, { text: undefined })] }), "groups"],
  ["a word to groups that have ended", meeting({ rounds: [ended], announcements: [said(NOW)] }), "harvest"],
  ["the quick question is open", meeting({ pulses: [pulse()] }), "item"],
  ["a lead closed it", meeting({ pulses: [pulse({ closedAt: NOW - 1_000 })] }), "result"],
  ["a minute later", meeting({ pulses: [pulse({ closedAt: NOW - 60_000 })] }), "item"],
  ["it closed because the meeting went on", meeting({ pulses: [pulse({ closedAt: NOW - 300_000 })] }), "item"],
  ["nobody answered", meeting({ pulses: [pulse({ closedAt: NOW - 1_000, counts: {} })] }), "item"],
  ["what groups brought back", meeting({ rounds: [ended] }), "harvest"],
  ["groups that brought nothing", meeting({ rounds: [round({ endedAt: NOW - 1 })] }), "item"],
]) test(`the wall shows: ${name}`, () => assert.equal(modeOf(room, NOW), expected));

test("what to do is the item's, in groups what they share", () => {
  assert.deepEqual(whatToDo(meeting()), { title: "Sensors", note: "Dry, then wet" });
  assert.equal(whatToDo(meeting({ rounds: [round({ task: "Build it" })] })).note, "Build it");
  assert.deepEqual(whatToDo(meeting({ current: undefined })), { title: "Greenhouse", note: "" });
});

test("of two words to all the newer, of two results the later", () => {
  const room = meeting({ rounds: [round()], announcements: [said(1), said(2, { text: "One minute" })] });
  assert.equal(messageToAll(room)?.text, "One minute");
  const pulses = [pulse({ closedAt: NOW - 20 }), pulse({ id: "u2", closedAt: NOW - 10 })];
  assert.equal(freshResult(meeting({ pulses }), NOW)?.id, "u2");
});

test("reports: the most starred first, no other notes", () => {
  const cards = [report, { ...report, id: "k2", isReport: false }, { ...report, id: "k3", stars: ["counted"] },
    { ...report, id: "k4", text: undefined }];
  const room = meeting({ rounds: [round({ endedAt: NOW - 300_000, groups: [group("g1", ["p1"], { cards })] })] });
  assert.deepEqual(reports(room).map((one) => one.id), ["k3", "k1"]);
});

for (const [count, largest, expected] of [
  [1, 4, "usual"], [4, 13, "usual"], [4, 18, "tight"], [4, 19, null], [8, 6, "usual"], [8, 8, "tight"], [8, 9, null],
  [12, 4, "usual"], [12, 5, "tight"], [12, 6, null], [13, 2, null], [62, 4, null],
]) test(`${count} groups of ${largest} by table`, () => assert.equal(tablesFit(count, largest), expected));

/** So many people, four at a table. */
function hall(size, nameOf = (index) => `Name ${String(index).padStart(3, "0")}`) {
  const people = Object.fromEntries(Array.from({ length: size }, (_, index) => [`p${index}`,
    { name: nameOf(index), school: `School ${index}` }]));
  const groups = Array.from({ length: Math.ceil(size / 4) }, (_, index) => group(`g${index}`,
    [0, 1, 2, 3].map((seat) => `p${index * 4 + seat}`).filter((id) => id in people), { table: index + 1 }));
  return { room: meeting({ people, rounds: [round({ groups })] }), round: round({ groups }) };
}

test("250 people are four pages, everybody once, and all pages turn", () => {
  const { room, round: held } = hall(250);
  const rows = indexRows(room, held, "?", "en");
  const pages = pagesOf(rows.length);
  assert.equal(NAMES_ON_PAGE, 64);
  assert.equal(pages, 4);
  const seen = Array.from({ length: pages }, (_, page) => pageOf(rows, page)).flat().map((one) => one.id);
  assert.equal(new Set(seen).size, 250);
  assert.deepEqual([0, 12_000, 24_000, 36_000, 48_000].map((at) => pageAt(at, pages)), [0, 1, 2, 3, 0]);
});

test("two of one name carry their school, nobody else does", () => {
  const { room, round: held } = hall(5, (index) => ["Aled", "Siân", "Aled", "Mair", "Élin"][index]);
  const rows = indexRows(room, held, "?", "en");
  assert.deepEqual(rows.map((one) => [one.name, one.of]), [["Aled", "School 0"], ["Aled", "School 2"], ["Élin", ""],
    ["Mair", ""], ["Siân", ""]]);
  assert.deepEqual(pageOf(rows, 0).map((one) => one.letter), ["A", "", "E", "M", "S"]);
});

test("two of one name carry their school by table, too, wherever they sit", () => {
  const { room } = hall(6, (index) => ["Aled", "Siân", "Mair", "Nia", "Aled", "Ewa"][index]);
  const told = toldApart(room, "?");
  assert.deepEqual(told("p0"), { name: "Aled", of: "School 0" });
  assert.deepEqual(told("p4"), { name: "Aled", of: "School 4" });
  assert.deepEqual(told("p1"), { name: "Siân", of: "" });
});

test("a column begins with its letter, also where the letter goes on", () => {
  const { room, round: held } = hall(20, () => "Aled");
  const letters = pageOf(indexRows(room, held, "?", "en"), 0).map((one) => one.letter);
  assert.deepEqual(letters.flatMap((letter, index) => (letter ? [index] : [])), [0, 16]);
});

for (const [name, letter] of [["Élin", "E"], ["ŵyn", "W"], ["", ""], ["  ann", "A"], ["7b", "7"], ["🌱 Gwen", "🌱"]]) {
  test(`the letter of "${name}"`, () => assert.equal(letterOf(name), letter));
}
