// Charts are marks before they are pictures: every count has its length, nothing runs out of the width, and every name has
// room or gives way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bands } from "../../Web/figures/charts/bands.js";
import { bars } from "../../Web/figures/charts/bars.js";
import { dumbbell } from "../../Web/figures/charts/dumbbell.js";
import { band, clockTicks, fit, steps, ticks } from "../../Web/figures/charts/marks.js";
import { presence } from "../../Web/figures/charts/presence.js";
import { survival } from "../../Web/figures/charts/survival.js";
import { timeline } from "../../Web/figures/charts/timeline.js";

const EM = 13;
const widthOf = (text) => text.length * 7;
const size = (width) => ({ width, em: EM, widthOf });
const WIDTHS = [300, 328, 420, 610, 900];
const clock = (seconds) => `${16 + Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, "0")}`;
const kinds = [["made", "made"], ["acted", "acted"], ["received", "received"], ["nothing offered", "none"], ["cannot tell", "hatched"]]
  .map(([name, kind]) => ({ name, kind, isApart: kind === "hatched" }));

const CHARTS = {
  bands: (width) => bands({ kinds, rows: [
    { name: "Check-in", counts: [8, 13, 2, 0, 1] }, { name: "Talk with a name that has no room at all", counts: [5, 14, 2, 0, 3] },
    { name: "Break", counts: [0, 0, 0, 0, 0] }] }, size(width)),
  bars: (width) => bars({ rows: [{ name: "Core", count: 14, text: "14" }, { name: "Occasional", count: 11, text: "11" },
    { name: "of two schools", count: 22, all: 36, text: "22 of 36", mark: 30 }] }, size(width)),
  shares: (width) => bars({ isShare: true, rows: [{ name: "8 Oct", count: 14, all: 27, text: "14 of 27" },
    { name: "6 Nov", count: 0, all: 0, text: "0 of 0" }] }, size(width)),
  dumbbell: (width) => dumbbell({ words: { room: "in the room, 9", call: "on the call, 15" }, count: ({ count, all }) => `${count} of ${all}`,
    rows: [{ name: "Wrote or said something", room: { count: 7, all: 9 }, call: { count: 14, all: 15 } },
      { name: "Worked in a group", room: { count: 9, all: 9 }, call: { count: 13, all: 15 } },
      { name: "Got the kit working", room: { count: 0, all: 9 }, call: null },
      { name: "Stayed", room: { count: 0, all: 9 }, call: { count: 0, all: 15 } }] }, size(width)),
  presence: (width) => presence({ seconds: 5400, start: 0, clock, note: { at: 5350, text: "4 left in the groups" }, places: [
    { name: "On the call, 15 at most", kind: "first", steps: [[0, 9], [180, 13], [3600, 11], [5400, 10]] },
    { name: "In the room, 9 at most", kind: "second", steps: [[0, 7], [240, 9], [5200, 10]] }] }, size(width)),
  timeline: (width) => timeline({ start: 0, clock, words: { planned: "Planned", actual: "As it was" }, items: [
    { name: "Check-in", kind: "received", planned: [0, 480], actual: [[0, 540]], minutes: "8 → 9 min", change: "+1" },
    { name: "Talk", kind: "hatched", planned: [480, 1080], actual: [[540, 1000], [1100, 1600]], minutes: "10 → 16 min", change: "+6" },
    { name: "Break", kind: "none", planned: [1080, 1380], actual: [], minutes: "left out", change: "−5" },
    { name: "Check-out", kind: "received", planned: [1380, 1500], actual: [[1600, 1700]], minutes: "2 → 2 min", change: "" }] }, size(width)),
  survival: (width) => survival({ words: { end: "64 % after four", interval: "47 to 78 %", risk: "at risk" }, points: [
    { at: 0, name: "Sep", share: 1, low: 1, high: 1, risk: 38 }, { at: 1, name: "Oct", share: 0.8, low: 0.6, high: 0.9, risk: 30 },
    { at: 2, name: "Nov", share: 0.64, low: 0.47, high: 0.78, risk: 20 }] }, size(width)),
};

/** How far a mark reaches to both sides. */
function extent(mark) {
  if (mark.tag === "text") {
    const wide = widthOf(mark.text);
    const left = { start: mark.x, middle: mark.x - wide / 2, end: mark.x - wide }[mark["text-anchor"]];
    return [left, left + wide];
  }
  if (mark.tag === "rect") return [mark.x, mark.x + mark.width];
  if (mark.tag === "line") return [Math.min(mark.x1, mark.x2), Math.max(mark.x1, mark.x2)];
  if (mark.tag === "circle") return [mark.cx - mark.r, mark.cx + mark.r];
  const places = [...mark.d.matchAll(/[MLH](-?[\d.]+)/g)].map(([, x]) => Number(x));
  return [Math.min(...places), Math.max(...places)];
}

for (const [name, draw] of Object.entries(CHARTS)) {
  for (const width of WIDTHS) {
    test(`${name} at ${width}: nothing runs out of it, and every number is one`, () => {
      const { marks, height } = draw(width);
      assert.ok(marks.length > 3 && height > 20 && height < 900);
      for (const mark of marks) {
        assert.doesNotMatch(JSON.stringify(mark), /NaN|null|Infinity|undefined/);
        const [left, right] = extent(mark);
        assert.ok(left >= -1 && right <= width + 1, `${JSON.stringify(mark)}: ${left} to ${right}`);
      }
    });
  }
}

test("a band is as long as its count, none has no length, and what cannot be told stands apart", () => {
  const { marks } = CHARTS.bands(610);
  const row = marks.filter(({ tag, height }) => tag === "rect" && Math.abs(height - 1.8 * EM) < 0.1);
  const [made, acted, received, dark] = row;
  const each = (made.width + 1.5) / 8;
  assert.ok(Math.abs((acted.width + 1.5) / 13 - each) < 0.05);
  assert.ok(Math.abs((received.width + 1.5) / 2 - each) < 0.1);
  assert.equal(dark.class, "hatched");
  assert.ok(dark.x - (received.x + received.width) > 0.5 * EM);
  assert.equal(row.length, 8, "four bands in each of two rows, and none in the third");
});

test("dots lie where their shares are, and where nobody was there is none", () => {
  const { marks } = CHARTS.dumbbell(900);
  const dots = marks.filter(({ tag }) => tag === "circle").slice(2);
  assert.equal(dots.length, 7);
  const base = marks.find((mark) => mark.class === "base").x1;
  const full = dots.find((mark) => mark.class === "open" && mark.cx > base + 100 && mark.cx === Math.max(...dots.map(({ cx }) => cx)));
  const seven = dots.find((mark) => mark.class === "open" && mark !== full && mark.cx > base);
  assert.ok(Math.abs((seven.cx - base) / (full.cx - base) - 7 / 9) < 0.01);
});

test("the counts of two people who left at different times are two steps down", () => {
  assert.equal(steps([[0, 10], [5, 20]], 9, "steps").d, "M0 10H5V20H9");
  assert.equal(steps([], 9, "steps").d, "");
  assert.equal(band([[0, 9, 1], [5, 8, 2]], 9, "interval").d, "M0 1H5L5 2H9L9 8H5L5 9H0Z");
});

test("the steps of an axis are round", () => {
  for (const [most, expected] of [[0, [0, 1]], [1, [0, 1]], [7, [0, 2, 4, 6, 8]], [15, [0, 5, 10, 15]], [24, [0, 10, 20, 30]], [250, [0, 100, 200, 300]]]) {
    assert.deepEqual(ticks(most), expected, String(most));
  }
  assert.deepEqual(clockTicks(0, 5400, 6), [0, 900, 1800, 2700, 3600, 4500, 5400]);
  assert.deepEqual(clockTicks(120, 5400, 3), [1680, 3480, 5280]);
  assert.deepEqual(clockTicks(3000, 300, 4), [0, 300]);
  assert.deepEqual(clockTicks(3060, 120, 4), []);
});

test("a name gives way at its end, and where nothing has room there is nothing", () => {
  assert.equal(fit("Talk", 100, size(1)), "Talk");
  assert.equal(fit("Soil and sensors", 77, size(1)), "Soil and s…");
  assert.equal(fit("Soil and sensors", 20, size(1)), "");
});

test("an item that was left out has no time, one that was opened again has two", () => {
  const { marks } = CHARTS.timeline(900);
  const second = marks.filter(({ tag, class: kind }) => tag === "rect" && kind !== "ground").slice(4);
  assert.deepEqual(second.map((mark) => mark.class), ["received", "hatched", "hatched", "received"]);
});

test("an interval is drawn only where every point has one", () => {
  const points = [{ at: 0, name: "Sep", share: 1, low: null, high: null, risk: 8 }];
  const { marks } = survival({ points, words: { end: "", interval: "", risk: "" } }, size(420));
  assert.ok(!marks.some((mark) => mark.class === "interval"));
  assert.ok(marks.some((mark) => mark.text === "8"), "how many were at risk is always said");
});
