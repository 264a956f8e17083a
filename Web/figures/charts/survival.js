// Knows how it is drawn who is still there after a while (Kaplan and Meier): steps down from all, the interval where there
// is one, and always how many were at risk.
import { band, fit, label, line, scale, steps } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/**
 * @typedef {object} Survival
 * @property {{at: number, name: string, share: number, low: number|null, high: number|null, risk: number}[]} points in order; `share` 0 to 1
 * @property {{end: string, interval: string, risk: string}} words at the end of the line, below it, and before the counts
 */

/** @param {Survival} chart @param {Size} size @returns {Drawing} */
export function survival({ points, words }, size) {
  const { width, em, widthOf } = size;
  const isNarrow = width < 26 * em;
  const left = widthOf("100") + 0.8 * em;
  const after = Math.max(widthOf(words.end), widthOf(words.interval)) + em;
  const right = isNarrow ? width - em : width - after;
  const top = (isNarrow ? 3.4 : 0.6) * em;
  const foot = top + 7.4 * em;
  const last = points[points.length - 1];
  const x = scale([points[0]?.at ?? 0, (last?.at ?? 0) + 1], [left, right]);
  const y = scale([0, 1], [foot, top]);
  /** @type {Mark[]} */
  const marks = [0, 50, 100].flatMap((share) => [line(left, y(share / 100), right, y(share / 100), share === 0 ? "base" : "axis"),
    label(left - 0.5 * em, y(share / 100) + 0.35 * em, String(share), "quiet", "end")]);
  if (points.every(({ low, high }) => low !== null && high !== null)) {
    marks.push(band(points.map(({ at, low, high }) => [x(at), y(low ?? 0), y(high ?? 0)]), right, "interval"));
  }
  marks.push(steps(points.map(({ at, share }) => [x(at), y(share)]), right, "steps first"));
  points.forEach(({ at, name, risk }) => {
    const middle = (x(at) + x(at + 1)) / 2;
    marks.push(label(middle, foot + 1.3 * em, name, "quiet", "middle"),
      label(middle, foot + 4.2 * em, String(risk), "quiet", "middle"));
  });
  marks.push(label(left, foot + 2.8 * em, fit(words.risk, width - left, size), "quiet"));
  const end = isNarrow ? [0, em] : [right + 0.6 * em, Math.max(top + em, y(last?.share ?? 1))];
  marks.push(label(end[0], end[1], words.end), label(end[0], end[1] + 1.35 * em, words.interval, "quiet"));
  return { width, height: foot + 4.8 * em, marks };
}
