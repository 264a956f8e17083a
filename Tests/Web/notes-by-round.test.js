// Notes by round: what a group wrote for itself stays with those who sat there, and every round is found again.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { takeHarvest, takeOwnNotes } from "../../Web/shared/fold/cards.js";
import { roundNumber, seatsOf } from "../../Web/shared/model/selectors-groups.js";
import { Store } from "../../Web/shared/line/store.js";

const card = (id, isReport) => ({ id, author: "p1", text: id, at: 1, isReport, stars: [] });
const group = (id, members, cards = []) => ({ id, members, roles: {}, texts: {}, cards, isDone: false, visitors: [] });
const round = (id, groups) => ({ id, formedAt: 1, endedAt: 2, groups });

test("a harvest brings what others wrote and takes nothing from those who have their own", () => {
  const mine = [card("k1", false), card("k2", true)];
  const room = { rounds: [round("r1", [group("g1", ["p1"], mine), group("g2", ["p2"])])] };
  takeHarvest(room, { round: "r1", groups: [{ group: "g1", cards: [card("k2", true)] },
    { group: "g2", cards: [card("k3", true)] }] });
  assert.deepEqual(room.rounds[0].groups.map((one) => one.cards.map(({ id }) => id)), [["k1", "k2"], ["k3"]]);
});

test("a welcome puts one's own notes into the rounds that are over, in their order, and nowhere else", () => {
  const store = new Store();
  const notes = [{ group: "g1", cards: [card("k1", false), card("k2", true)] }, { group: "gone", cards: [] }];
  store.welcome({ you: { as: "participant", person: "p1", notes }, epoch: "e", sequence: 3, hash: "h",
    room: { sequence: 3, rounds: [round("r1", [group("g1", ["p1"], [card("k2", true)]), group("g2", ["p2"])])] } });
  assert.deepEqual(store.state.room.rounds[0].groups.map((one) => one.cards.map(({ id }) => id)), [["k1", "k2"], []]);
  takeOwnNotes({}, notes);
});

test("one finds every group one sat in, the first round first, and rounds count from the first of the meeting", () => {
  const rounds = [round("r1", [group("g1", ["p1"])]), round("r2", [group("g2", ["p2"])]),
    round("r3", [group("g3", ["p2"]), group("g4", ["p1"])])];
  const room = { rounds, roundsLeftOut: 2, people: { p1: { role: "participant" } } };
  assert.deepEqual(seatsOf({ room, you: { person: "p1" } }).map((seat) => [seat.round.id, seat.number]),
    [["r1", 1], ["r3", 2]]);
  assert.equal(roundNumber(room, rounds[2]), 5);
  assert.deepEqual(seatsOf({ room: null, you: null }), []);
});
