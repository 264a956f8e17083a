// What a page says of a past meeting: figures that are so, and nothing of what nobody noted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figures, sentences } from "../../Web/meetings/past-sentences.js";

const spread = (sum, n, more = {}) => ({ sum, n, gini_all: null, n_half: null, ...more });
const live = (more = {}) => ({ attended: 8, leads: 1, removed: 0, acted: 7, same_name: 0, seconds: 3600, connects: 9,
  rejoins: 0, turns: null, words: null, hand_up: 0, late_joiners_over_600s: 0,
  classes: { spoke: null, typed_only: 1, hand_only: 0, acted_only: 6, silent: 1 },
  by_turns: spread(null, 8), by_words: spread(null, 8), by_chat: spread(0, 8), modes: {},
  transitions_in_item: { same_mode: 0, cross_mode: 0, mode_unknown: 0 }, ei: { pairs: 0, ei: null }, ...more });
const keys = (report) => sentences(report).map(({ key }) => key.replace("console.past.say.", ""));

test("what nobody noted is said to be unknown, and has no figure", () => {
  assert.deepEqual(keys(live()), ["attended", "leads", "acted", "spokeUnknown", "typedOnly", "actedOnly", "noAct"]);
  const rows = Object.fromEntries(figures(live()).map(({ key, value }) => [key, value]));
  assert.equal(rows.sum_chat, "0");
  assert.equal(rows.sum_words, undefined);
  assert.equal(rows.sum_turns, undefined);
  assert.equal(rows.acted, "7");
});

test("who counts only is told of once, and is not among those of whom something is told", () => {
  const told = sentences(live({ attended: 10, counted: 2 }));
  assert.deepEqual(told.find(({ key }) => key.endsWith(".counted")).params, { count: 2 });
  assert.deepEqual(told.find(({ key }) => key.endsWith(".acted")).params, { count: 7, all: 8 });
});

test("two of one name are said to be perhaps one", () => {
  assert.ok(keys(live({ same_name: 2 })).includes("sameName"));
});

test("room and call are told of from five in each on, and turns where no words were noted", () => {
  const place = (attended, more = {}) => ({ attended, acted: 3, represent: null, represent_turns: 0.5, ...more });
  assert.ok(!keys(live({ modes: { room: place(4), remote: place(4) } })).includes("places"));
  assert.deepEqual(keys(live({ modes: { room: place(5), remote: place(6) } })).slice(-2), ["places", "representTurns"]);
  assert.deepEqual(keys(live({ modes: { room: place(4), remote: place(6, { represent: 0.7 }) } })).at(-1), "represent");
});

test("what was counted before, and a recording, are told as ever", () => {
  const old = { attended: 44, seconds: 3603.7, turns: 65, rejoins: 8, hand_up: 24, connects: 52,
    classes: { spoke: 13, typed_only: 6, hand_only: 0, silent: 25 }, by_turns: spread(65, 44, { n_half: 3 }) };
  assert.deepEqual(keys(old), ["attended", "spoke", "typedOnly", "noAct", "rejoins", "turns", "half"]);
  assert.equal(sentences(old)[1].params.all, 44);
});
