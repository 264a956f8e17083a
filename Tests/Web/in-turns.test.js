// Much that comes at once is taken in turns: nothing is lost, nothing waits for ever, and what fails takes nothing along.
import assert from "node:assert/strict";
import test from "node:test";
import { byTurns } from "../../Web/shared/page/by-turns.js";
import { inTurns } from "../../Web/shared/page/in-turns.js";

const page = globalThis;

/** @param {"visible"|"hidden"} visibilityState */
function look(visibilityState) { Object.assign(page, { document: { visibilityState } }); }

/** Turns that come when the test says so, and a clock that goes on with every part. */
function scene() {
  /** @type {(() => void)[]} */
  const due = [];
  let time = 0;
  return { due, spend: (/** @type {number} */ cost) => { time += cost; }, now: () => time,
    later: (/** @type {() => void} */ run) => { due.push(run); }, next: () => due.shift()?.() };
}

test("given quick parts, when they are brought up to date, then all are at once", () => {
  look("visible");
  const { due, spend, now, later } = scene();
  /** @type {string[]} */
  const done = [];
  inTurns(["a", "b", "c"].map((part) => () => { spend(6); done.push(part); }), { now, later }).update();
  assert.deepEqual([done.join(""), due.length], ["abc", 0]);
});

test("given slow parts, when news comes between their turns, then who has waited longest comes first", () => {
  look("visible");
  const { due, spend, now, later, next } = scene();
  /** @type {string[]} */
  const done = [];
  const parts = inTurns(["a", "b", "c"].map((part) => () => { spend(25); done.push(part); }), { now, later });
  parts.update();
  assert.deepEqual([done.join(""), due.length], ["a", 1]);
  parts.update();
  next();
  next();
  next();
  assert.deepEqual([done.join(""), due.length], ["abca", 0]);
});

test("given a page that nobody looks at, when slow parts are due, then they are all done", () => {
  look("hidden");
  const { due, spend, now, later } = scene();
  /** @type {string[]} */
  const done = [];
  inTurns(["a", "b"].map((part) => () => { spend(90); done.push(part); }), { now, later }).update();
  assert.deepEqual([done.join(""), due.length], ["ab", 0]);
});

test("given a part that fails, when the page is brought up to date, then the fault is told and the others are done", () => {
  look("visible");
  /** @type {unknown[]} */
  const told = [];
  Object.assign(page, { reportError: (/** @type {unknown} */ fault) => told.push(fault) });
  const { now, later } = scene();
  /** @type {string[]} */
  const done = [];
  inTurns([() => { throw new Error("broken"); }, () => { done.push("b"); }], { now, later }).update();
  assert.deepEqual([done.join(""), told.map(String)], ["b", ["Error: broken"]]);
});

test("given a page that was left, when its turn comes, then nothing is done", () => {
  look("visible");
  const { spend, now, later, next } = scene();
  /** @type {string[]} */
  const done = [];
  const parts = inTurns(["a", "b"].map((part) => () => { spend(25); done.push(part); }), { now, later });
  parts.update();
  parts.stop();
  next();
  assert.equal(done.join(""), "a");
});

test("given messages that come at once, when they are shown, then all come by turns, and the first ones at once", (context) => {
  look("visible");
  /** @type {(() => void)[]} */
  const frames = [];
  Object.assign(page, { requestAnimationFrame: (/** @type {() => void} */ run) => frames.push(run) });
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {number[]} */
  const shown = [];
  let count = 200;
  const ready = byTurns(() => { shown.push(ready(count)); });
  assert.equal(ready(count), 200, "what was there before the page");
  count = 203;
  assert.equal(ready(count), 203);
  count = 240;
  assert.equal(ready(count), 215);
  while (frames.length > 0) {
    frames.shift()?.();
    context.mock.timers.tick(1);
  }
  assert.deepEqual(shown, [227, 239, 240]);
  assert.equal(ready(500, "another talk"), 500);
  look("hidden");
  assert.equal(ready(700, "another talk"), 700);
  assert.equal(ready(3, "another talk"), 3, "fewer than before");
});
