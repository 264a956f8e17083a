// Knows how distributions are drawn side by side: small columns for each, all to one scale, their numbers at the marks.
import { bar, fit, label, line } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/** @typedef {{name: string, count: number, all: number}} Column `all` is what it is a part of: so high it is drawn */
/** @typedef {{name: string, below: string, columns: Column[]}} Group */

/** In heights of letters. */
const [TOP, PLOT, FOOT, GAP, BETWEEN] = [1.3, 4, 4, 1.6, 0.35];

/** @param {{groups: Group[]}} chart @param {Size} size @returns {Drawing} */
export function columns({ groups }, size) {
  const { width, em, widthOf } = size;
  const most = Math.max(0, ...groups.flatMap((group) => group.columns.map(({ count, all }) => (all ? count / all : 0)))) || 1;
  const count = Math.max(1, ...groups.map((group) => group.columns.length));
  const widest = Math.max(0, ...groups.flatMap((group) => group.columns.map(({ name }) => widthOf(name))));
  const each = Math.min(Math.max(1.7 * em, widest + 0.5 * em), width / count);
  const own = Math.min(width, Math.max(count * each, ...groups.map(({ name, below }) => Math.max(widthOf(name), widthOf(below)))));
  const across = Math.max(1, Math.floor((width + GAP * em) / (own + GAP * em)));
  const high = (TOP + PLOT + FOOT) * em;
  /** @type {Mark[]} */
  const marks = [];
  groups.forEach((group, at) => {
    const x = (at % across) * (own + GAP * em);
    const floor = Math.floor(at / across) * high + (TOP + PLOT) * em;
    group.columns.forEach(({ name, count: n, all }, place) => {
      const left = x + place * each;
      const long = all ? (n / all / most) * PLOT * em : 0;
      marks.push(bar(left + (BETWEEN / 2) * em, floor - long, each - BETWEEN * em, long, "made"),
        label(left + each / 2, floor - long - 0.3 * em, String(n), "quiet", "middle"),
        label(left + each / 2, floor + 1.1 * em, fit(name, each, size), "", "middle"));
    });
    marks.push(line(x, floor, x + group.columns.length * each, floor, "axis"),
      label(x, floor + 2.3 * em, fit(group.name, own, size)), label(x, floor + 3.4 * em, fit(group.below, own, size), "quiet"));
  });
  return { width, height: Math.ceil(groups.length / across) * high, marks };
}
