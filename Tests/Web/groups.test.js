// What the pages ask of groups: my seat, why we sit together, what came back; and how wishes about groups are written.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formGroups, setTeaching, writeCard } from "../../Web/shared/model/commands-groups.js";
import { callLink, groupText, harvestOf, lastGroup, myGroup, pastRounds, topicName }
  from "../../Web/shared/model/selectors-groups.js";
import { pieces } from "../../Web/shared/page/links.js";
import { groupReasons } from "../../Web/room/groups/reason-sentences.js";

const person = (name, more = {}) => ({ name, school: name, role: "participant", mode: "remote", offers: [], needs: [],
  isPresent: true, ...more });
const group = (id, members, more = {}) => ({ id, members, roles: {}, texts: {}, cards: [], isDone: false, visitors: [],
  ...more });
const card = (id, more = {}) => ({ id, author: "p1", text: id, at: 5, isReport: false, stars: [], ...more });
const round = (id, formedAt, groups, more = {}) => ({ id, formedAt, groups, ...more });

const people = {
  p1: person("Siân"), p2: person("Amir"), p3: person("Mair"),
  t1: person("Table 2", { role: "table" }), p4: person("Una", { table: "t1" }), p5: person("Ned", { table: "t1" }),
};
const running = round("r2", 20, [group("g2-1", ["p1", "p2"]), group("g2-2", ["p4", "p5"])]);
const over = round("r1", 10, [group("g1-1", ["p3", "p1"])], { endedAt: 15 });
const stateOf = (id, more = {}) => ({ you: { person: id }, subject: null,
  room: { people, rounds: [over, running] }, ...more });

test("my group is where I sit, a table's where those at it do, nobody's where I do not", () => {
  assert.equal(myGroup(stateOf("p2")).number, 1);
  assert.deepEqual([myGroup(stateOf("t1")).number, myGroup(stateOf("t1")).person], [2, "p4"]);
  assert.equal(myGroup(stateOf("t1", { subject: "p5" })).person, "p5");
  assert.equal(myGroup(stateOf("p3")), null);
  assert.equal(lastGroup(stateOf("p3")).group.id, "g1-1");
  assert.equal(myGroup(stateOf("p1", { room: { people, rounds: [over] } })), null);
  assert.equal(myGroup({ you: null, subject: null, room: null }), null);
});

/** who, what everybody offers and needs, the reasons that one reads. */
const REASONS = [
  ["what I asked for comes first", "p1", { p1: { needs: ["b", "a"] }, p2: { offers: ["a", "b"] } }, [
    { key: "group.why.youAsked", topics: ["b"], people: ["p2"] },
    { key: "group.why.youAsked", topics: ["a"], people: ["p2"] }]],
  ["what I offer and another asked for", "p2", { p1: { needs: ["b", "a"] }, p2: { offers: ["a"] } },
    [{ key: "group.why.youOffer", people: ["p1"], topics: ["a"] }]],
  ["what the others have for each other", "p3", { p1: { needs: ["a"] }, p2: { offers: ["a"] } },
    [{ key: "group.why.others", people: ["p2"], other: "p1", topics: ["a"] }]],
];
for (const [name, me, wishes, expected] of REASONS) {
  test(`reasons: ${name}`, () => {
    const all = Object.fromEntries(["p1", "p2", "p3"].map((id) => [id, person(id, { school: "", ...wishes[id] })]));
    const now = round("r2", 20, [group("g", ["p1", "p2", "p3"])]);
    assert.deepEqual(groupReasons({ people: all, rounds: [now] }, now, now.groups[0], me), expected);
  });
}

test("reasons: the bridge joins only who is apart, and is not told of itself as of another", () => {
  const mixed = { p1: person("A", { school: "" }), p2: person("B", { mode: "room_device", school: "" }) };
  const now = round("r2", 20, [group("g", ["p1", "p2"], { bridge: "p2" })]);
  const reasons = (who, me) => groupReasons({ people: who, rounds: [now] }, now, now.groups[0], me);
  assert.deepEqual(reasons(mixed, "p1"), [{ key: "group.why.bridge", people: ["p2"] }]);
  assert.deepEqual(reasons(mixed, "p2"), [{ key: "group.why.youBridge" }]);
  assert.deepEqual(reasons({ ...mixed, p2: person("B", { school: "" }) }, "p1"), []);
});

test("reasons: who met earlier today, and how many schools", () => {
  const reasons = (members, me) => {
    const now = round("r2", 20, [group("g", members)]);
    return groupReasons({ people, rounds: [over, now] }, now, now.groups[0], me).map(({ key, people: who, count }) =>
      [key, who ?? count ?? ""]);
  };
  assert.deepEqual(reasons(["p1", "p2"], "p1"), [["group.why.allNew", ""], ["group.why.schools", 2]]);
  assert.deepEqual(reasons(["p1", "p3"], "p1"), [["group.why.sameAgain", ""], ["group.why.schools", 2]]);
  assert.deepEqual(reasons(["p1", "p2", "p3"], "p3"), [["group.why.met", ["p1"]], ["group.why.schools", 3]]);
  assert.deepEqual(reasons(["p1", "p2"], "p2"), [["group.why.schools", 2]]);
});

test("a text that a group lacks is the round's; only web addresses open by a tap", () => {
  const own = group("g", [], { texts: { task: "Own", link: "javascript:alert(1)" } });
  const all = { task: "All", resources: "See" };
  assert.deepEqual([groupText(all, own, "task"), groupText(all, own, "resources")], ["Own", "See"]);
  assert.equal(callLink(own), undefined);
  assert.equal(callLink(group("g", [], { texts: { link: "https://meet.example/1" } })), "https://meet.example/1");
});

test("reports come back first, the most starred before; what was taken back does not", () => {
  const cards = [card("k1"), card("k2", { isReport: true }), card("k3", { isReport: true, stars: ["p1"] }),
    { ...card("k4"), text: undefined }];
  const [full, empty] = harvestOf(round("r1", 1, [group("g1", [], { cards }), group("g2", [])]));
  assert.deepEqual([full.reports.map((one) => one.id), full.notes.map((one) => one.id)], [["k3", "k2"], ["k1"]]);
  assert.deepEqual([empty.number, empty.reports, empty.notes], [2, [], []]);
});

test("what came back stays open for the part after the groups, then it folds", () => {
  const runs = (...from) => [{ runs: from.map((one) => ({ from: one })) }];
  const fresh = (...from) => pastRounds({ rounds: [over], agenda: runs(...from) }).isFresh;
  assert.deepEqual([fresh(), fresh(8), fresh(8, 15), fresh(15, 30)], [true, true, true, false]);
  assert.deepEqual(pastRounds({ rounds: [over, running] }), { rounds: [over], isFresh: false });
});

test("a topic without a name in this language has another's", () => {
  const room = { topics: [{ id: "x", names: { en: "Robots" } }] };
  assert.deepEqual([topicName(room, "x", "cy"), topicName(room, "gone", "en")], ["Robots", "gone"]);
});

test("wishes carry what the server cannot do without, and nothing that is missing", () => {
  assert.deepEqual(formGroups({ groups: [{ members: ["p1"], table: null }], task: "", draw: { choice: "mix" } }),
    { formGroups: { plan: { groups: [{ members: ["p1"], roles: {}, texts: {} }], task: "", draw: {
      choice: "mix", seed: 0, iterations: 0, engine: "", points: 0, isEdited: false } } } });
  assert.deepEqual(writeCard("Hi", null), { writeCard: { text: "Hi", isReport: false } });
  assert.deepEqual(setTeaching(null), { setTeaching: {} });
});

/** text, its pieces; an address stands in brackets. */
const TEXTS = [
  ["See https://a.example/x.", "See |[https://a.example/x]|."],
  ["(http://a.example/x?y=1#z)", "(|[http://a.example/x?y=1#z]|)"],
  ["javascript:alert(1) data:text/html,x ftp://a.example", "javascript:alert(1) data:text/html,x ftp://a.example"],
  ["https:// and http://?", "https:// and http://?"],
  ["https://a.example", "[https://a.example]"],
  ["<a href=\"https://a.example\">", "<a href=\"|[https://a.example]|\">"],
  ["", ""],
];
for (const [text, expected] of TEXTS) {
  test(`addresses in "${text}"`, () => {
    const shown = pieces(text).map((piece) => (typeof piece === "string" ? piece : `[${piece.href}]`));
    assert.equal(shown.join("|"), expected);
  });
}
