// Questions that were asked at several meetings, as the page of figures draws and tables them.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { columns } from "../../Web/figures/charts/columns.js";
import { asTable, groupsOf, saidKey } from "../../Web/review/asked.js";

const at = (more = {}) => ({ id: "m1", title: "", start: 1_773_334_250_000, zone: "Europe/London", people: 4, counts: [], means: [],
  change: [], words: [], isPrivate: false, isTooFew: false, isHeldBack: false, ...more });
const asked = (kind, choices, meetings) => ({ kind, isMultiple: false, isReworded: false, wordings: [{ text: "Why?", choices }], meetings });
const counted = (groups) => groups.map(({ columns: all }) => all.map(({ count, all: of }) => `${count}/${of}`).join(" "));

test("of numbers each meeting is a group; of choices each is, with a column a meeting", () => {
  const scale = asked("scale", ["no", "yes"], [at({ counts: [[1, 0, 0, 1, 2]], means: [3.75] }), at({ people: 0, isHeldBack: true }),
    at({ people: 6, counts: [[0, 0, 0, 6, 0]], means: [4] })]);
  assert.deepEqual(counted(groupsOf(scale)), ["1/4 0/4 0/4 1/4 2/4", "0/6 0/6 0/6 6/6 0/6"]);
  assert.equal(asTable(scale).rows.length, 3);
  assert.deepEqual(asTable(scale).rows[0].slice(1), [4, 1, 0, 0, 1, 2, "3.8"]);
  // What is held back stands in the table, with why.
  assert.deepEqual(asTable(scale).rows[1].slice(2), ["–", "–", "–", "–", "–", "–"]);
  const sure = asked("confidence", ["teach", "help"], [at({ people: 1, counts: [[0, 1, 0, 0, 0], [0, 0, 0, 0, 1]], means: [2, 5] })]);
  assert.deepEqual([0, 1].flatMap((row) => counted(groupsOf(sure, row))), ["0/1 1/1 0/1 0/1 0/1", "0/1 0/1 0/1 0/1 1/1"]);
  assert.deepEqual(asTable(sure, 1).rows[0].slice(1), [1, 0, 0, 0, 0, 1, "5.0"]);
  const choice = asked("choice", ["a", "b"], [at({ counts: [[3, 1]] }), at({ counts: [[0, 4]] })]);
  assert.deepEqual(counted(groupsOf(choice)), ["3/4 0/4", "1/4 4/4"]);
  const order = asked("order", ["a", "b"], [at({ counts: [[3, 1], [1, 3]] })]);
  assert.deepEqual(counted(groupsOf(order)), ["3/4", "1/4"]);
  assert.deepEqual(asTable(order).rows[0].slice(1), [4, 3, 1]);
});

test("where nothing is drawn it is said why, and words with how many said them", () => {
  const key = (more) => [saidKey(at(more))].flat();
  assert.deepEqual(key({ people: 0, isTooFew: true }), ["review.asked.tooFew"]);
  assert.deepEqual(key({ people: 0, isHeldBack: true }), ["review.asked.heldBack"]);
  assert.deepEqual(key({ people: 0, isPrivate: true }), ["review.asked.private"]);
  assert.deepEqual(key({ people: 0 }), ["review.asked.nobody"]);
  assert.deepEqual(key({}), ["review.asked.answers", { count: 4 }]);
  assert.deepEqual(key({ words: [{ word: "tired", count: 3 }, { word: "glad", count: 1 }] }),
    ["review.asked.words", { n: 4, words: "tired 3 · glad 1" }]);
});

test("columns stand within the picture, all to one scale, and go into rows where it is narrow", () => {
  const group = (...counts) => ({ name: "12 May", below: "n = 8", columns: counts.map((count, n) => ({ name: String(n + 1), count, all: 8 })) });
  const draw = (width) => columns({ groups: [group(8, 0, 0, 0, 0), group(4, 4, 0, 0, 0)] },
    { width, em: 15, widthOf: (text) => text.length * 8 });
  for (const width of [120, 320, 900]) {
    const { height, marks } = draw(width);
    const bars = marks.filter(({ tag }) => tag === "rect");
    assert.equal(bars.length, 10);
    for (const one of bars) assert.ok(one.x >= 0 && one.x + one.width <= width + 1 && one.y >= 0 && one.y + one.height <= height, JSON.stringify(one));
    assert.ok(Math.abs(bars[0].height - 2 * bars[5].height) < 0.2);
  }
  assert.ok(draw(900).height < draw(120).height);
});
