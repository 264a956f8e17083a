// Knows how two shares of the same thing are drawn: an open dot for the room, a filled one for the call, counts beside them.
import { dot, fit, label, line, scale } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/** @typedef {{count: number, all: number}} Part */
/**
 * @typedef {object} Dumbbell
 * @property {{name: string, room: Part|null, call: Part|null}[]} rows null where nobody was there, or what is there is held back
 * @property {{room: string, call: string}} words what the two dots are
 * @property {(part: Part) => string} count "6 of 15"
 */

/** @param {Dumbbell} chart @param {Size} size @returns {Drawing} */
export function dumbbell({ rows, words, count }, size) {
  const { width, em, widthOf } = size;
  const isNarrow = width < 34 * em;
  const wide = Math.max(widthOf("100 %"), ...rows.flatMap(({ room, call }) => [room, call]).map((part) =>
    part ? widthOf(count(part)) : 0)) + 1.1 * em;
  const names = isNarrow ? 0 : Math.min(0.36 * width, Math.max(0, ...rows.map(({ name }) => widthOf(name))));
  const [left, right] = [names + wide, width - wide];
  const row = isNarrow ? 3.7 * em : 2.9 * em;
  const x = scale([0, 1], [left, right]);
  const head = heads(words, size);
  const top = head.height + 0.4 * em;
  const foot = top + rows.length * row;
  const yOf = (/** @type {number} */ at) => top + (at + (isNarrow ? 0.72 : 0.5)) * row;
  // Where names stand above their rows, no line goes through them.
  const spans = isNarrow ? rows.map((_, at) => [yOf(at) - 0.9 * em, top + (at + 1) * row]) : [[top, foot]];
  /** @type {Mark[]} */
  const marks = [...head.marks, ...[0, 25, 50, 75, 100].filter((share) => right - left > 14 * em || share % 50 === 0)
    .flatMap((share) => [...spans.map(([from, to]) => line(x(share / 100), from, x(share / 100), to, share === 0 ? "base" : "axis")),
      label(x(share / 100), foot + 1.2 * em, `${share} %`, "quiet", "middle")])];
  rows.forEach(({ name, room, call }, at) => {
    const y = yOf(at);
    marks.push(isNarrow ? label(0, y - 1.35 * em, fit(name, width, size), "halo") : label(0, y + 0.35 * em, fit(name, names, size)));
    const parts = [{ part: room, kind: "open" }, { part: call, kind: "filled" }].flatMap(({ part, kind }) =>
      part && part.all > 0 ? [{ kind, text: count(part), x: x(part.count / part.all) }] : []);
    if (parts.length === 2) marks.push(line(parts[0].x, y, parts[1].x, y, "rod"));
    // The filled dot lies below: where both are one, the ring is still seen round it.
    for (const one of [...parts].reverse()) marks.push(dot(one.x, y, one.kind === "open" ? 0.5 * em : 0.44 * em, one.kind));
    marks.push(...counts(parts, y, em));
  });
  return { width, height: foot + 1.8 * em, marks };
}

/**
 * Each count on the outer side of its dot.
 * @param {{x: number, text: string}[]} parts @param {number} y @param {number} em @returns {Mark[]}
 */
function counts(parts, y, em) {
  const sorted = [...parts].sort((one, other) => one.x - other.x);
  return sorted.map(({ x, text }, at) => at === 0 && sorted.length === 2
    ? label(x - 0.85 * em, y + 0.35 * em, text, "quiet halo", "end") : label(x + 0.85 * em, y + 0.35 * em, text, "quiet halo"));
}

/** @param {{room: string, call: string}} words @param {Size} size */
function heads({ room, call }, { width, em, widthOf }) {
  const isBeside = widthOf(room) + widthOf(call) + 5 * em < width;
  const second = isBeside ? { x: widthOf(room) + 3.2 * em, y: 0.6 * em } : { x: 0, y: 2 * em };
  return { height: (isBeside ? 1.4 : 2.8) * em, marks: [
    dot(0.6 * em, 0.6 * em, 0.5 * em, "open"), label(1.5 * em, 0.95 * em, room),
    dot(second.x + 0.6 * em, second.y, 0.44 * em, "filled"), label(second.x + 1.5 * em, second.y + 0.35 * em, call)] };
}
