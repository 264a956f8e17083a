// The people of a room are sorted and counted once for each change of them, in the order of the language in use.
import "./with-limits.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { apply } from "../../Web/shared/fold/room.js";
import { peopleOf } from "../../Web/shared/model/people.js";
import { hasGuest, isMine, isYou, presentCounts, presentSeats, seatedAt, seats, twins } from "../../Web/shared/model/selectors.js";
import { alikeKey } from "../../Web/shared/texts/alike.js";
import { setLanguage } from "../../Web/shared/texts/i18n.js";
import { collator, dateFormat, numberFormat, pluralRules } from "../../Web/shared/texts/intl.js";

const person = (name, more = {}) => ({ name, role: "participant", mode: "remote", isPresent: true, ...more });
const room = () => ({ sequence: 1, at: 1, details: { phase: "open" }, queue: [], people: {
  p1: person("Siân"), p2: person("amir"), p3: person("Élin", { mode: "room_device" }), p4: person("Zoë", { isPresent: false }),
  p5: person("Elin"), t1: person("Bwrdd 2", { role: "table", mode: "table_device" }), p6: person("Ned", { table: "t1" }),
} });
const happen = (where, event) => apply(where, { sequence: where.sequence + 1, at: 2, event }, "lead");

test("everybody stands by name, without regard to case and accents", () => {
  assert.deepEqual(seats(room()).map(({ id }) => id), ["p2", "t1", "p3", "p5", "p6", "p1", "p4"]);
  assert.deepEqual(seatedAt(room(), "t1").map(({ id }) => id), ["p6"]);
  assert.deepEqual(seatedAt(room(), undefined), []);
  assert.deepEqual(presentCounts(room()), { all: 5, inRoom: 1, onCall: 4 });
});

test("what changes nobody keeps the answers, what changes somebody makes them anew, once", () => {
  const where = room();
  const before = peopleOf(where);
  happen(where, { handRaised: { person: "p1", index: 0 } });
  assert.equal(peopleOf(where), before);
  assert.equal(presentSeats(where), before.present);
  happen(where, { presenceEnded: { person: "p1" } });
  const after = peopleOf(where);
  assert.notEqual(after, before);
  assert.equal(peopleOf(where), after);
  assert.equal(presentCounts(where).all, 4);
  happen(where, { personJoined: { person: "g1", name: "Guto", role: "guest", mode: "remote" } });
  assert.ok(hasGuest(where));
  happen(where, { personRenamed: { person: "p4", name: "Aled" } });
  assert.equal(seats(where)[0].id, "p4");
});

test("another room, or people that came with a welcome, have answers of their own", () => {
  const where = room();
  const before = peopleOf(where);
  assert.notEqual(peopleOf(room()), before);
  where.people = { p9: person("Mair") };
  assert.deepEqual(seats(where).map(({ id }) => id), ["p9"]);
});

test("a change of language is a change of order, and no name is compared for nothing", (context) => {
  const where = room();
  setLanguage("en");
  peopleOf(where);
  const welsh = context.mock.getter(collator("cy"), "compare", () => (one, other) => (one < other ? 1 : -1));
  setLanguage("cy");
  assert.equal(seats(where)[0].id, "p3");
  peopleOf(where);
  assert.equal(welsh.mock.callCount(), 1);
  setLanguage("en");
  assert.equal(seats(where)[0].id, "p2");
});

test("rules of languages and zones are made once", () => {
  const fields = Object.freeze({ hour: "2-digit" });
  for (const make of [() => collator("cy"), () => pluralRules("en"), numberFormat, () => dateFormat(fields, "UTC"),
    () => dateFormat(fields, "Nowhere/AtAll"), () => dateFormat(fields)]) assert.equal(make(), make());
  assert.notEqual(collator("cy"), collator("en"));
  assert.notEqual(dateFormat(fields, "UTC"), dateFormat(fields, "Europe/London"));
});

test("a device that several share is nobody: there is no 'you' beside whom it taps for, nor beside itself", () => {
  const state = { room: room(), you: { person: "t1" }, subject: "p6" };
  for (const id of ["p6", "t1", "p1", undefined]) assert.equal(isYou(state, id), false);
  assert.ok(isMine(state, "p6"));
  assert.ok(isYou({ ...state, you: { person: "p1" } }, "p1"));
});

test("two entries of one person are one: the kept one has the place, the hand and the words", () => {
  const where = room();
  where.people.p9 = person("Siân", { joinedAt: 5, mode: "room_device", offers: ["cad"], isScribe: true });
  Object.assign(where.people.p1, { joinedAt: 2, isPresent: false, claims: "p9" });
  where.queue = [{ person: "p9", raisedAt: 1 }];
  where.turn = { person: "p9" };
  happen(where, { entryClaimed: { person: "p9", other: "p1" } });
  assert.equal(where.people.p9.claims, "p1");
  happen(where, { personMerged: { person: "p9", into: "p1" } });
  assert.equal(where.people.p9, undefined);
  assert.deepEqual([where.people.p1.isPresent, where.people.p1.mode, where.people.p1.offers, where.people.p1.claims],
    [true, "room_device", ["cad"], undefined]);
  assert.deepEqual([where.queue[0].person, where.turn.person], ["p1", "p1"]);
  const state = { room: where, you: { person: "p1" }, subject: null };
  assert.ok(isMine(state, "p9") && isYou(state, "p9"));
});

test("twins have one name and one school, however they are written, and take part", () => {
  const where = room();
  Object.assign(where.people, { a: person("Siân", { school: "Ysgol Glan Môr", joinedAt: 3 }),
    b: person(" sia\u0302n", { school: "ysgol glan mor\u0302".replace("mor\u0302", "mo\u0302r"), joinedAt: 2 }),
    c: person("Siân", { school: "Oakfield" }), d: person("Siân", { school: "Ysgol Glan Môr", role: "lead" }) });
  assert.deepEqual(twins(where, "a").map(({ id }) => id), ["b"]);
  assert.deepEqual(twins(where, "d"), []);
  assert.deepEqual(twins(where, "t1"), []);
});

test("what reads alike has one key", () => {
  const alike = [["micro:bit", " MICRO BIT "], ["O’Neill", "o'neill"], ["3D printing", "3d-printing"], ["D&T", "D & T"],
    ["Nia", " n\u200Dia\u200C "]];
  for (const [one, other] of alike) assert.equal(alikeKey(one), alikeKey(other));
  for (const [one, other] of [["C", "C#"], ["C", "C++"], ["Siân", "Sian"], ["!", "?"], ["🤖", "🚀"]]) {
    assert.notEqual(alikeKey(one), alikeKey(other));
  }
});
