// Groups while they are put together: the plan, its places, lists that come in and go out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import "./with-limits.js";
import { load } from "../../Web/shared/texts/i18n.js";
import { csvText } from "../../Web/console/forming/csv.js";
import { groupSentences } from "../../Web/console/forming/facts.js";
import { listText, zoomFile } from "../../Web/console/groups/export-texts.js";
import * as plans from "../../Web/console/forming/plan.js";
import { linkFrom, places, roundPlan } from "../../Web/console/forming/plan-places.js";

const texts = (part) => JSON.parse(readFileSync(new URL(`../../Web/locales/en${part}.json`, import.meta.url), "utf8"));
load("en", { ...texts(""), ...texts(".forming"), ...texts(".matching") }, true);

const person = (mode, more = {}) => ({ role: "participant", mode, isPresent: true, ...more });
const PEOPLE = { p1: person("room_device"), p2: person("remote"), p3: person("room_no_device"), p4: person("remote"),
  c: person("room_device", { role: "coordinator" }) };
const NO_CALL = { template: "", meeting: "k7qd2m" };

/** Two groups, of which the first has roles and a bridge. */
function sample() {
  const plan = plans.fromProposal(plans.emptyPlan(), { groups: [
    { members: ["p1", "p2"], bridge: "p1", roles: { reporter: "p2" }, facts: [{ code: "nobodyMet" }] },
    { members: ["p3", "p4"], roles: {}, facts: [] }], draw: plans.drawByHand("mix"), gaps: [], facilitators: 1 });
  return plan;
}

test("a move takes roles and reasons along, pins the person, and marks the draw as changed", () => {
  const moved = plans.move(sample(), ["p1", "p2"], 1);
  assert.deepEqual(moved.groups.map((group) => group.members), [[], ["p3", "p4", "p1", "p2"]]);
  assert.deepEqual(moved.groups[0].roles, {});
  assert.equal(moved.groups[0].bridge, undefined);
  assert.deepEqual(moved.groups[0].facts, []);
  assert.deepEqual(moved.pins, ["p1", "p2"]);
  assert.equal(moved.draw.isEdited, true);
  assert.equal(plans.move(moved, ["p1"], 1), moved);
});

test("out of the groups and back in: the next proposal leaves out only who still is", () => {
  const out = plans.move(sample(), ["p2", "~Nia"], null);
  assert.deepEqual(out.left, ["p2"]);
  assert.deepEqual(plans.held(out, PEOPLE, "mix").without, ["p2"]);
  const back = plans.move(out, ["p2"], 1);
  assert.deepEqual(back.left, []);
  assert.deepEqual(plans.held(back, PEOPLE, "mix").pins, { p2: 1 });
});

test("two change places; in one group there is nothing to change", () => {
  assert.deepEqual(plans.swap(sample(), ["p1"], ["p4"]).groups.map((group) => group.members), [["p2", "p4"],
    ["p3", "p1"]]);
  const plan = sample();
  assert.equal(plans.swap(plan, ["p1"], ["p2"]), plan);
});

test("what is held: pins, locks, leads who were given a seat; the last groups hold nothing", () => {
  let plan = plans.change(plans.pin(sample(), ["p2", "~Nia"], true), 1, { isLocked: true });
  plan = plans.move(plan, ["c"], 0);
  assert.deepEqual(plans.held(plan, PEOPLE, "mix"), { leads: ["c"], without: [], pins: { p2: 0, c: 0 }, locked: [1],
    current: [["p1", "p2", "c"], ["p3", "p4"]] });
  assert.deepEqual(plans.held(plan, PEOPLE, "keepLast"), { leads: ["c"], without: [] });
});

test("a better proposal keeps what was chosen for each number", () => {
  const plan = plans.change(sample(), 0, { task: "Read", table: 7, isLocked: true });
  const next = plans.fromProposal(plan, { groups: [{ members: ["p3"], roles: {} }], draw: plan.draw });
  assert.deepEqual([next.groups[0].task, next.groups[0].table, next.groups[0].isLocked], ["Read", 7, true]);
  assert.equal(next.groups.length, 1);
});

test("tables count past the chosen ones; links go to those on the call; a device in the room is the bridge", () => {
  let plan = plans.change(sample(), 1, { table: 1 });
  const call = { template: "https://meet.example.org/{meeting}-{group}", meeting: "k7 m" };
  assert.deepEqual(places(plan, PEOPLE, call), [
    { inRoom: 1, onCall: 1, table: 2, link: "https://meet.example.org/k7%20m-1", bridge: "p1" },
    { inRoom: 1, onCall: 1, table: 1, link: "https://meet.example.org/k7%20m-2", bridge: undefined }]);
  plan = plans.change(plan, 0, { table: null, link: null });
  assert.deepEqual(places(plan, PEOPLE, NO_CALL)[0], { inRoom: 1, onCall: 1, table: undefined, link: undefined,
    bridge: "p1" });
  assert.equal(linkFrom("https://x.example/{group}/{group}", "m", 12), "https://x.example/12/12");
});

test("the plan as it is sent: names keep a seat, empty groups and empty texts stay out", () => {
  const plan = plans.addGroup(plans.move(sample(), ["~Nia"], 1));
  assert.deepEqual(roundPlan(plan, places(plan, PEOPLE, NO_CALL), { task: " Read ", resources: " " }), {
    groups: [
      { members: ["p1", "p2"], table: 1, bridge: "p1", roles: { reporter: "p2" }, texts: {} },
      { members: ["p3", "p4"], table: 2, roles: {}, texts: { expected: ["Nia"] } }],
    task: "Read", draw: plan.draw });
});

test("the same groups again are without those who went, and keep their texts", () => {
  const plan = plans.fromGroups([{ members: ["p1", "gone"], roles: { scribe: "gone", reporter: "p1" }, bridge: "gone",
    table: 4, texts: { task: "Own", expected: ["Nia"] } }], plans.drawByHand(), (id) => id in PEOPLE);
  assert.deepEqual(plan.groups, [{ members: ["p1", "~Nia"], roles: { reporter: "p1" }, facts: [], isLocked: false,
    table: 4, task: "Own" }]);
});

test("nothing in a file runs in a spreadsheet", () => {
  for (const cell of ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", " =1"]) {
    assert.ok(csvText([[cell]]).startsWith("'") || csvText([[cell]]).startsWith("\"'"), cell);
  }
  assert.equal(csvText([["O\"Neil, Siân", "a\nb"]]), "\"O\"\"Neil, Siân\",\"a\nb\"\r\n");
});

test("Zoom's file has its two columns, and tells who has no address", () => {
  const groups = [{ called: ["common.group", { n: 1 }], names: [{ name: "Siân", member: "p1" }, { name: "Amir", member: "p2" }] },
    { called: ["common.group", { n: 2 }], names: [{ name: "=Mair", member: "~=Mair" }, { name: "Siân", member: "p9" }] }];
  const known = new Map([["p1", "sian@example.org"], ["~=mair", "mair@example.org"]]);
  assert.deepEqual(zoomFile(groups, known), { missing: ["Amir", "Siân"],
    file: "Pre-assign Room Name,Email Address\r\nGroup 1,sian@example.org\r\nGroup 2,mair@example.org\r\n" });
});

test("the list to paste names place, people with roles, link and task", () => {
  assert.equal(listText([{ called: ["common.group", { n: 1 }], table: 3, link: "https://x.example/1", task: "Read", names: [{ name: "Siân",
    role: "scribe" }, { name: "Amir" }] }, { called: ["common.group", { n: 2 }], names: [{ name: "Mair" }] }]),
  "Group 1 – Table 3\nSiân (scribe), Amir\nhttps://x.example/1\nTask: Read\n\nGroup 2\nMair");
});

test("facts become sentences with names, and a name that looks like a placeholder stays one", () => {
  const names = { person: (id) => ({ p1: "{others}", p2: "Amir" }[id] ?? id), topic: (id) => `“${id}”` };
  const facts = [
    { code: "nobodyWelcomes", values: {} },
    { code: "help", values: { skill: "loops", names: { people: ["p1"] }, others: { people: ["p2"] } } },
    { code: "mix", values: { parts: { parts: [{ code: "peopleFrom", values: { people: 4, schools: 1 } },
      { code: "yearsOf", values: { years: 1 } }] } } },
    { code: "met", values: { pairs: { pairs: [["p1", "p2"]] } } },
    { code: "unmet", values: { needs: { wishes: [{ person: "p2", topic: "robots" }] } } }];
  assert.deepEqual(groupSentences(facts, names, false), ["“loops”: {others} can help Amir", "4 people from 1 school, 1 year in teaching",
    "Met before: {others} – Amir", "Not met this time: Amir (“robots”)"]);
});
