// Knows how it is drawn how many people were there, and when they went: steps, one line for each place.
import { clockTicks, label, line, scale, steps, ticks } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/**
 * @typedef {object} Presence
 * @property {{name: string, kind: "first"|"second"|"third", steps: [number, number][]}[]} places seconds from the start, people
 * @property {number} seconds how long the meeting was
 * @property {number} start seconds since a full hour on the clock of the place
 * @property {(seconds: number) => string} clock
 * @property {{at: number, text: string}|null} note what is to be seen at one moment
 */

/** Under so many letters' width the names of the lines stand above them. */
const NARROW_EMS = 30;

/** @param {Presence} chart @param {Size} size @returns {Drawing} */
export function presence({ places, seconds, start, clock, note }, size) {
  const { width, em, widthOf } = size;
  const most = Math.max(1, ...places.flatMap((place) => place.steps.map(([, count]) => count)));
  const rows = ticks(most);
  const isNarrow = width < NARROW_EMS * em;
  const left = widthOf(String(rows[rows.length - 1])) + 0.6 * em;
  const names = Math.max(0, ...places.map(({ name }) => widthOf(name)));
  const right = isNarrow ? width - 1.6 * em : width - names - em;
  const head = isNarrow ? 1.5 * em * places.length : 0;
  const top = head + 1.9 * em;
  const foot = top + 8.2 * em;
  const x = scale([0, seconds], [left, right]);
  const y = scale([0, rows[rows.length - 1]], [foot, top]);
  /** @type {Mark[]} */
  const marks = rows.flatMap((count) => [line(left, y(count), right, y(count), count === 0 ? "base" : "axis"),
    label(left - 0.5 * em, y(count) + 0.35 * em, String(count), "quiet", "end")]);
  for (const at of clockTicks(start, seconds, Math.floor((right - left) / (4.5 * em)))) {
    marks.push(label(x(at), foot + 1.4 * em, clock(at), "quiet", "middle"));
  }
  for (const place of places) {
    /** @type {[number, number][]} */
    const points = place.steps.map(([at, count]) => [x(at), y(count)]);
    marks.push(steps(points, right, `steps ${place.kind}`));
  }
  marks.push(...(isNarrow ? above(places, size) : after(places, y, right, size)));
  if (note) {
    const [where, half] = [x(note.at), widthOf(note.text) / 2];
    const middle = Math.max(half, Math.min(where, width - half));
    marks.push(line(where, head + 1.5 * em, where, foot, "moment"), label(middle, head + em, note.text, "", "middle"));
  }
  return { width, height: foot + 1.9 * em, marks };
}

/**
 * The names in a list with a piece of their line.
 * @param {Presence["places"]} places @param {Size} size @returns {Mark[]}
 */
function above(places, { em }) {
  return places.flatMap(({ name, kind }, at) => {
    const y = (1.5 * at + 0.6) * em;
    return [steps([[0, y]], 2 * em, `steps ${kind}`), label(2.6 * em, y + 0.35 * em, name)];
  });
}

/**
 * The names where the lines end, a line of text apart at least.
 * @param {Presence["places"]} places @param {(count: number) => number} y @param {number} right @param {Size} size
 * @returns {Mark[]}
 */
function after(places, y, right, { em }) {
  const ends = places.map(({ name, steps: all }) => ({ name, y: y(all[all.length - 1]?.[1] ?? 0) }))
    .sort((one, other) => one.y - other.y);
  let last = -Infinity;
  return ends.map(({ name, y: end }) => {
    last = Math.max(end, last + 1.5 * em);
    return label(right + 0.6 * em, last + 0.35 * em, name);
  });
}
