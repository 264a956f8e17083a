// Knows what pages show of kits: the steps of the item that is on, how many are where, what of it is one's own. Pure.
import { acting, currentSegment, pendingOf, presentSeats } from "./selectors.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").KitState} KitState */
/** @typedef {import("./types.js").Bench} Bench */
/** @typedef {import("../line/store.js").State} State */

/**
 * How far one can be; stuck is none of them, one asks to be seen.
 * @type {KitState[]}
 */
export const PROGRESS = ["in_box", "opened", "building", "working"];
/** @type {KitState[]} */
export const STATES = [...PROGRESS, "stuck"];

/**
 * The item that is on, if kits are used in it.
 * @param {Room|null} room
 */
export function openBench(room) {
  const segment = room?.details.phase === "open" ? currentSegment(room) : null;
  return segment?.bench ? { segment, plan: segment.bench } : null;
}

/**
 * What was said of an item's kits so far.
 * @param {Room|null} room @param {string} segment @returns {Bench}
 */
export function benchOf(room, segment) {
  return room?.benches?.find((one) => one.segment === segment) ?? { segment, counts: {} };
}

/**
 * How many are in a state at a step; at a step that is gone by now they are at the last one.
 * @param {Bench} bench @param {number} steps how many there are @param {number} step @param {KitState} state
 */
export function countAt({ counts }, steps, step, state) {
  let sum = 0;
  for (const [spot, many] of Object.entries(counts)) {
    const [at, name] = spot.split(".");
    if (name === state && Math.min(Number(at), steps - 1) === step) sum += many;
  }
  return sum;
}

/**
 * How many said anything, how many of them have the last step working, and how many are asked in all: whoever is here
 * and takes part.
 * @param {Room} room @param {Bench} bench @param {number} steps
 */
export function benchSums(room, bench, steps) {
  const known = Object.values(bench.counts).reduce((sum, many) => sum + many, 0);
  const working = Object.entries(bench.counts).filter(([spot]) => spot.endsWith(".working"))
    .reduce((sum, [, many]) => sum + many, 0);
  const finished = countAt(bench, steps, steps - 1, "working");
  const here = presentSeats(room).filter(({ person }) => person.role === "participant").length;
  const all = Math.max(here, known);
  return { known, working, finished, all, unknown: all - known };
}

/**
 * The step at which most are, the later one where two are alike; the first before anybody said anything.
 * @param {Bench} bench @param {number} steps
 */
export function busiestStep(bench, steps) {
  let found = 0;
  let most = 0;
  for (let step = 0; step < steps; step += 1) {
    const many = STATES.reduce((sum, state) => sum + countAt(bench, steps, step, state), 0);
    if (many > 0 && many >= most) [found, most] = [step, many];
  }
  return found;
}

/**
 * What of an item's kits is of whoever taps now. What is on its way counts.
 * @param {State} state @param {string} segment @returns {import("./types.js").OwnBench}
 */
export function ownBench(state, segment) {
  const own = state.you?.benches?.[acting(state) ?? ""]?.[segment] ?? {};
  const wishes = pendingOf(state, "setKit")
    .filter((item) => item.do.setKit.segment === segment && (item.for ?? null) === state.subject);
  const last = wishes[wishes.length - 1]?.do.setKit;
  return last ? { ...own, place: { step: last.step, state: last.state, note: last.note, at: 0 } } : own;
}

/**
 * To whom whoever taps now is asked to go, with the item.
 * @param {State} state
 */
export function myAskers(state) {
  const open = openBench(state.room);
  return open ? (ownBench(state, open.segment.id).askers ?? []).map((one) => ({ ...one, segment: open.segment.id })) : [];
}

/**
 * How many pictures a meeting has, in all items.
 * @param {Room} room
 */
export function photoCount(room) { return (room.benches ?? []).reduce((sum, one) => sum + (one.photoIDs?.length ?? 0), 0); }

/**
 * What people said of a kit, in counts of each number, and how they would adapt it.
 * @param {Bench} bench @param {boolean} isStudent
 */
export function reviewSums({ reviews = [] }, isStudent) {
  const those = reviews.filter((one) => one.isStudent === isStudent);
  /** @param {(review: import("./types.js").KitReview) => number} of */
  const mean = (of) => those.length === 0 ? 0 : those.reduce((sum, one) => sum + of(one), 0) / those.length;
  return { count: those.length, fiddly: mean(({ fiddly }) => fiddly), frustrating: mean(({ frustrating }) => frustrating) };
}
