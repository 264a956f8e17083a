// Another draw in words, what the three weights came to, and why there may be no other.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { areSame, difference, drawSeries, elsewhere, hints, sameBecause } from "../../Web/console/forming/another.js";
import { effects } from "../../Web/console/forming/effects.js";
import * as plans from "../../Web/console/forming/plan.js";
import { closedPulses } from "../../Web/console/run/pulse-results.js";

const plan = (...groups) => ({ ...plans.emptyPlan(), groups: groups.map(plans.wanted) });
const person = (more = {}) => ({ role: "participant", mode: "remote", isPresent: true, joinedAt: 1, ...more });
const nameOf = (id) => id.toUpperCase();
const keys = (sentences) => sentences.map(([key]) => key);

test("a series asks for the first, then for the others of the same seed, and begins anew when it is forgotten", () => {
  const series = drawSeries();
  const first = series.next(false);
  assert.equal(first.turn, 0);
  const best = { draw: { points: 4 }, alternatives: 3 };
  assert.deepEqual(series.took(best), { place: 1, first: best });
  assert.deepEqual(series.next(true), { seed: first.seed, turn: 1 });
  assert.deepEqual(series.took({ draw: { points: 5 }, alternatives: 3 }), { place: 2, first: best });
  series.next(true);
  series.next(true);
  assert.equal(series.took({ draw: { points: 4 }, alternatives: 3 }).place, 1);
  series.forget();
  assert.equal(series.next(true).turn, 0);
  assert.equal(series.next(false).turn, 0);
});

test("the same groups are the same in any order; whoever sits elsewhere is as few as can be", () => {
  assert.ok(areSame([["a", "b"], ["c"]], [["c"], ["b", "a"], []]));
  assert.ok(!areSame([["a", "b"], ["c"]], [["a"], ["b", "c"]]));
  assert.deepEqual(elsewhere([["a", "b", "c"], ["d", "e", "f"]], [["d", "e", "a"], ["b", "c", "f"]]), ["a", "f"]);
  assert.deepEqual(elsewhere([["a", "b"]], [["b", "a", "new"]]), []);
});

test("a draw says how good it is, what there is more or less of, and who sits elsewhere", () => {
  const first = { draw: { points: 10 }, alternatives: 7, terms: { same_school: 0, need: 6, ect_alone: 8 } };
  const say = (answer, place, after) => difference({ before: [["a", "b"], ["c", "d"]], after, answer, first, place, nameOf });
  assert.deepEqual(say({ ...first }, 2, [["a", "c"], ["b", "d"]]), [["forming.draw.equal", { n: 2, all: 7 }],
    ["forming.draw.moved", { count: 2, names: "C, B" }]]);
  const worse = { draw: { points: 12 }, alternatives: 7, terms: { same_school: 12, need: 4, ect_alone: 0 } };
  assert.deepEqual(keys(say(worse, 3, [["a", "b"], ["c", "d"]])), ["forming.draw.nearly",
    "forming.draw.more.same_school", "forming.draw.less.need"]);
  assert.equal(say({ ...first, alternatives: 61 }, 2, [["a", "b"], ["c", "d"]])[0][1].all, "60+");
  assert.deepEqual(keys(say(first, 1, [["a", "b"], ["c", "d"]])), ["forming.draw.best"]);
  // Of many people nobody can count all draws.
  const many = { draw: { points: 10 }, terms: {} };
  const before = [["a", "b", "c", "d", "e", "f", "g"], ["h", "i", "j", "k", "l", "m", "n"]];
  const after = [["a", "b", "c", "d", "h", "i", "j"], ["e", "f", "g", "k", "l", "m", "n"]];
  assert.deepEqual(difference({ before, after, answer: many, first: many, place: 2, nameOf }),
    [["forming.draw.movedMany", { count: 6 }]]);
});

test("where there is no other draw, the page says what would make a difference", () => {
  const bare = { p1: person(), p2: person(), p3: person(), p4: person() };
  const two = plan(["p1", "p2"], ["p3", "p4"]);
  assert.deepEqual(keys(hints(plan(["p1", "p2"]), bare)), ["forming.hint.oneGroup"]);
  assert.deepEqual(keys(hints(two, bare)), ["forming.hint.offers", "forming.hint.teaching", "forming.hint.schools"]);
  const known = { ...bare, p1: person({ offers: ["cad"], school: "S", teaching: "FE" }) };
  assert.deepEqual(keys(hints({ ...two, pins: ["p1"] }, known)), ["forming.hint.held"]);
  assert.deepEqual(keys(hints(two, known)), ["forming.hint.turn"]);
});

test("a choice that came to the same groups says why, if it is known", () => {
  const bare = { p1: person(), p2: person() };
  const two = plan(["p1"], ["p2"]);
  assert.deepEqual(["expertise", "samePhase", "newPartners", "bridged", "separate", "mix"]
    .map((choice) => keys(sameBecause(choice, two, bare))[0]), ["forming.hint.offers", "forming.hint.teaching",
    "forming.hint.history", "forming.hint.oneMode", "forming.hint.oneMode", undefined]);
  const mixed = { p1: person({ mode: "room_device", teaching: "FE" }), p2: person() };
  assert.deepEqual(keys(sameBecause("bridged", two, mixed)), []);
  assert.deepEqual(keys(sameBecause("samePhase", two, mixed)), []);
});

test("what the weights came to is counted from the groups, and what nobody said is unknown", () => {
  const people = { p1: person({ school: "Bryn ", teaching: "primary", needs: ["cad"] }),
    p2: person({ school: "bryn", teaching: "primary", offers: ["cad"] }),
    p3: person({ school: "Môr", teaching: "FE", needs: ["cad", "soldering"] }), p4: person() };
  assert.deepEqual(effects(plans.emptyPlan(), people), { strangers: [], mix: [], needs: [] });
  const proposed = plan(["p1", "p2"], ["p3", "p4", "~Nia"]);
  const told = effects(proposed, people);
  assert.deepEqual(told.strangers, []);
  assert.deepEqual(told.mix, [["forming.effect.sameSchool", { count: 1 }], ["forming.effect.phases", { n: 0, count: 2 }]]);
  assert.deepEqual(told.needs, [["forming.effect.needs", { n: 1, count: 2 }]]);
  proposed.groups[0].facts = [{ code: "met", values: { pairs: { pairs: [["p1", "p2"]] } } }];
  assert.deepEqual(effects(proposed, people).strangers, [["forming.effect.met", { count: 1 }]]);
  proposed.groups[0].facts = [{ code: "mix" }];
  assert.deepEqual(keys(effects(proposed, people).strangers), ["forming.effect.noHistory"]);
  proposed.groups[0].facts = [{ code: "nobodyMet" }];
  assert.deepEqual(keys(effects(proposed, people).strangers), ["forming.effect.nobodyMet"]);
  const bare = { p1: person(), p2: person({ needs: ["cad"] }) };
  assert.deepEqual(effects(plan(["p1"], ["p2"]), bare).mix, [["forming.effect.noSchools", {}]]);
  assert.deepEqual(keys(effects(plan(["p1"], ["p2"]), bare).needs), ["forming.effect.noneOffered"]);
  assert.deepEqual(keys(effects(plan(["p1"]), bare).needs), ["forming.effect.noOffers"]);
});

test("the results of quick checks stay, the newest first, without the one that is open", () => {
  const pulses = [{ id: "u1", openedAt: 1, closedAt: 2 }, { id: "u2", openedAt: 3, closedAt: 4 }, { id: "u3", openedAt: 5 }];
  assert.deepEqual(closedPulses({ pulses }).map(({ id }) => id), ["u2", "u1"]);
  assert.deepEqual(closedPulses({}), []);
});
