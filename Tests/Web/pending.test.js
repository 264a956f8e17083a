// Words on their way stand there once: pending until their fact is there, whichever comes first, fact or acknowledgement.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "./with-limits.js";
import { messagesOnTheirWay, notesOnTheirWay } from "../../Web/shared/model/arrived.js";
import { addSample, resetClock } from "../../Web/shared/line/time.js";

const AT = 1_000_000;
const posted = (id, more = {}) => ({ id, author: "p1", text: "Hello", at: AT + 40, ...more });
const sent = (id, more = {}, wish = {}) => ({ id, at: AT, do: { postMessage: { text: "Hello", ...wish } }, ...more });
const state = (messages, pending) => ({ room: { messages }, you: { person: "p1", as: "participant" }, pending });
const left = (...args) => messagesOnTheirWay(state(...args)).map(({ id }) => id);

beforeEach(resetClock);

test("a message stands among the others or on its way, never both", () => {
  assert.deepEqual(left([], [sent("a")]), ["a"]);
  assert.deepEqual(left([posted("m1")], [sent("a")]), []);
  assert.deepEqual(left([posted("m1")], [sent("a"), sent("b")]), ["b"], "who says the same twice says it twice");
  assert.deepEqual(left([posted("m1"), posted("m2")], [sent("a"), sent("b")]), []);
});

for (const [what, message, command, wish] of [
  ["another's", { author: "p2" }, {}, {}], ["of before", { at: AT - 60_000 }, {}, {}],
  ["other words", { text: "Hello!" }, {}, {}], ["erased", { text: undefined }, {}, {}],
  ["an answer", { re: "m0" }, {}, {}], ["not the answer", {}, {}, { re: "m0" }],
  ["mine, and sent for another", {}, { for: "p2" }, {}], ["the group's", { group: "g1" }, {}, {}],
]) {
  test(`is not taken for the same: ${what}`, () => {
    assert.deepEqual(left([posted("m1", message)], [sent("a", command, wish)]), ["a"]);
  });
}

for (const [what, message, command, wish] of [
  ["tidied by the server", { text: "Siân and\n\nI" }, {}, { text: "  Sia\u0302n  and \n\n\nI\u200B " }],
  ["for somebody at the table", { author: "p2" }, { for: "p2" }, {}], ["an answer", { re: "m0" }, {}, { re: "m0" }],
]) {
  test(`is the same: ${what}`, () => {
    assert.deepEqual(left([posted("m1", message)], [sent("a", command, wish)]), []);
  });
}

test("a device whose clock is wrong by an hour is compared by the server's", () => {
  const hour = 3_600_000;
  addSample(AT, AT - hour, AT);
  assert.deepEqual(left([posted("m1", { at: AT - hour + 40 })], [sent("a")]), []);
  assert.deepEqual(left([posted("m1", { at: AT - 2 * hour })], [sent("a")]), ["a"]);
});

test("a group's words and notes are of that group", () => {
  const talk = state([posted("m1", { group: "g1" })], [sent("a", {}, { group: "g1" }), sent("b", {}, { group: "g2" })]);
  assert.deepEqual(messagesOnTheirWay(talk, "g1"), []);
  assert.deepEqual(messagesOnTheirWay(talk, "g2").map(({ id }) => id), ["b"]);
  const note = { id: "n", at: AT, do: { writeCard: { text: "Hello", group: "g1", isReport: false } } };
  const group = (cards) => ({ id: "g1", cards });
  assert.deepEqual(notesOnTheirWay(state([], [note]), group([])).map(({ id }) => id), ["n"]);
  assert.deepEqual(notesOnTheirWay(state([], [note]), group([posted("c1")])), []);
});
