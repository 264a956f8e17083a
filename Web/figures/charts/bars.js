// Knows how counts of one kind are drawn: a bar for each in one colour, its number at its end.
import { bar, fit, label, line } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/** @typedef {{name: string, count: number, all?: number, text: string, mark?: number}} Bar `all` is what it is a part of; `mark` is where chance alone would end */
/** @typedef {{rows: Bar[], isShare?: boolean}} Bars shares are drawn against all of their row, counts against the largest */

/** @param {Bars} chart @param {Size} size @returns {Drawing} */
export function bars({ rows, isShare = false }, size) {
  const { width, em, widthOf } = size;
  const isNarrow = width < 28 * em;
  const names = isNarrow ? 0 : Math.min(0.4 * width, Math.max(0, ...rows.map(({ name }) => widthOf(name)))) + em;
  const after = Math.max(0, ...rows.map(({ text }) => widthOf(text))) + em;
  const most = Math.max(1, ...rows.map(({ count, all }) => isShare ? 1 : Math.max(count, all ?? 0)));
  const each = Math.max(1, width - names - after) / most;
  const [height, row] = isNarrow ? [1.3 * em, 3.1 * em] : [1.5 * em, 2.3 * em];
  /** @type {Mark[]} */
  const marks = [];
  rows.forEach(({ name, count, all, text, mark }, at) => {
    const y = at * row + (isNarrow ? 1.4 * em : 0.3 * em);
    const long = isShare ? (all ? count / all : 0) : count;
    marks.push(isNarrow ? label(0, y - 0.4 * em, fit(name, width, size)) : label(0, y + 1.1 * em, fit(name, names - em, size)),
      line(names, y + height, names + each * (isShare ? (all ? 1 : 0) : most), y + height, "axis"),
      bar(names, y, long * each, height, "made"));
    if (mark !== undefined) marks.push(line(names + mark * each, y - 2, names + mark * each, y + height + 2, "chance"));
    marks.push(label(names + Math.max(long, mark ?? 0) * each + 0.5 * em, y + 1.05 * em, text, "quiet"));
  });
  return { width, height: rows.length * row + 0.4 * em, marks };
}
