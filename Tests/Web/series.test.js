// Knows what is asked of the server so that a meeting is in the series that was chosen.
import assert from "node:assert/strict";
import { test } from "node:test";
import { steps } from "../../Web/meetings/series.js";

const SERIES = [{ id: "s1", name: "Spring", meetings: [{ id: "m1" }] }, { id: "s4", name: "Summer", meetings: [] }];

for (const [title, meeting, chosen, name, expected] of /** @type {[string, string, string, string, object[]][]} */ ([
  ["nothing changes", "m1", "s1", "Spring", []],
  ["another name", "m1", "s1", "Gwanwyn", [{ path: "rename", body: { series: "s1", name: "Gwanwyn" } }]],
  ["into another", "m1", "s4", "Summer", [{ path: "place", body: { meeting: "m1", series: "s4" } }]],
  ["another name, and into it", "m2", "s4", "Haf",
    [{ path: "rename", body: { series: "s4", name: "Haf" } }, { path: "place", body: { meeting: "m2", series: "s4" } }]],
  ["out of it", "m1", "", "", [{ path: "place", body: { meeting: "m1" } }]],
  ["out of none", "m2", "", "", []],
  ["a new one", "m2", "new", "Autumn", [{ path: "make", body: { name: "Autumn", meeting: "m2" } }]],
  ["a new one without a name", "m2", "new", "", []],
])) {
  test(title, () => assert.deepEqual(steps(SERIES, meeting, chosen, name), expected));
}
