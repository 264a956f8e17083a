// A proposal of buddies that is changed by hand: nobody is in it twice, and whoever is left alone has nobody.
import "./with-limits.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring, possible, swap, takeOut } from "../../Web/console/buddies/by-hand.js";
import { isTopic, linesOf } from "../../Web/buddies/skill-chips.js";

const groups = [["a", "b"], ["c", "d", "e"]];

/** what, of whom, what comes of it */
const CHANGES = [
  [takeOut, ["a"], [["c", "d", "e"]]], [takeOut, ["c"], [["a", "b"], ["d", "e"]]], [takeOut, ["z"], groups],
  [swap, ["a", "c"], [["c", "b"], ["a", "d", "e"]]], [swap, ["a", "z"], [["z", "b"], ["c", "d", "e"]]],
  [bring, ["a", "c"], [["d", "e"], ["a", "c"]]], [bring, ["y", "z"], [...groups, ["y", "z"]]],
  [bring, ["a", "b", "z"], [["c", "d", "e"], ["a", "b", "z"]]],
];
for (const [change, chosen, expected] of CHANGES) {
  test(`${change.name} ${chosen}`, () => assert.deepEqual(change(groups, chosen), expected));
}

test("only what makes sense is offered", () => {
  assert.deepEqual(possible(groups, []), []);
  assert.deepEqual(possible(groups, ["a"]), ["takeOut"]);
  assert.deepEqual(possible(groups, ["z"]), []);
  assert.deepEqual(possible(groups, ["a", "c"]), ["takeOut", "swap", "bring"]);
  assert.deepEqual(possible(groups, ["a", "b"]), ["takeOut"]);
  assert.deepEqual(possible(groups, ["c", "d"]), ["takeOut", "bring"]);
  assert.deepEqual(possible(groups, ["y", "z"]), ["bring"]);
  assert.deepEqual(possible(groups, ["c", "d", "e"]), ["takeOut"]);
});

test("a line is a topic however it is written, in either language", () => {
  const topic = { id: "cad", names: { en: "CAD and 3D printing", cy: "CAD ac argraffu 3D" } };
  for (const line of ["cad and 3d-printing", "CAD ac argraffu 3D "]) assert.ok(isTopic(topic, line));
  assert.ok(!isTopic(topic, "CAD"));
  assert.deepEqual(linesOf(" a\n\n b "), ["a", "b"]);
});
