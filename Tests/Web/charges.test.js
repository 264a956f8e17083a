// For whom somebody taps on their own device.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { chargesOf } from "../../Web/shared/model/charges.js";
import { isSameAnswer, ownPrompt } from "../../Web/shared/model/prompts.js";

const person = (name, mode, more = {}) => ({ name, role: "participant", mode, isScribe: false, isPresent: true,
  isCheckedIn: false, joinedAt: 1, ...more });

/** `dai` and `fay` have no device, `una` shares a table's, `ned` has gone; `bob` writes for the group of `dai`. */
const room = (more = {}, isOver = false) => ({
  people: {
    ann: person("Ann", "remote"), bob: person("Bob", "room_device"), dai: person("Dai", "room_no_device"),
    fay: person("Fay", "phone_in"), una: person("Una", "table_device", { table: "tab" }),
    ned: person("Ned", "room_no_device", { isPresent: false }),
    tab: person("Table 1", "table_device", { role: "table" }), lea: person("Lea", "remote", { role: "lead" }), ...more,
  },
  rounds: [{ id: "r1", ...isOver && { endedAt: 9 }, groups: [
    { id: "g1", members: ["ann", "fay"], roles: {}, cards: [], texts: {} },
    { id: "g2", members: ["bob", "dai"], roles: { scribe: "bob" }, cards: [], texts: {} }] }],
});
const charges = (who, shown = room()) =>
  chargesOf({ room: shown, you: { person: who, as: "participant" }, subject: null }).map(({ id }) => id);

test("a lead and a scribe tap for everybody without a device, who writes for a group for its own", () => {
  for (const [who, those] of [["lea", ["dai", "fay"]], ["bob", ["dai"]], ["ann", []], ["dai", []], ["tab", []]]) {
    assert.deepEqual(charges(who), those, who);
  }
  const appointed = { ann: person("Ann", "remote", { isScribe: true }) };
  assert.deepEqual(charges("ann", room(appointed)), ["fay", "dai"], "those of one's own group first");
  assert.deepEqual(charges("bob", room({}, true)), [], "the round is over");
  assert.deepEqual(charges("nobody"), []);
});

test("what is one's own and what is written for another are not mixed", () => {
  const own = (text) => ({ response: { id: text, answer: { texts: [text], numbers: [] }, isHandedIn: false } });
  const state = { you: { person: "bob", prompts: { bob: { w1: own("mine") }, dai: { w1: own("theirs") } } }, subject: null };
  assert.equal(ownPrompt(state, "w1").response.id, "mine");
  assert.equal(ownPrompt({ ...state, subject: "dai" }, "w1").response.id, "theirs");
  assert.equal(ownPrompt({ ...state, subject: "fay" }, "w1"), null);
});

test("an answer in the student's hat is another one, in whatever order its fields come", () => {
  const plain = { texts: ["Cress"], numbers: [] };
  assert.ok(isSameAnswer(plain, { numbers: [], texts: ["Cress"] }));
  assert.ok(isSameAnswer(plain, { ...plain, isStudent: false }));
  assert.ok(!isSameAnswer(plain, { ...plain, isStudent: true }));
});
