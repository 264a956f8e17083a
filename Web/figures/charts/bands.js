// Knows how counts of several kinds are drawn in one row: bands one after the other, what cannot be told apart at the end.
import { bar, fit, label } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/**
 * @typedef {object} Bands
 * @property {{name: string, kind: string, isApart?: boolean}[]} kinds in the order of the bands; those apart have a gap before them
 * @property {{name: string, counts: number[]}[]} rows
 */

/** @param {Bands} chart @param {Size} size @returns {Drawing} */
export function bands({ kinds, rows }, size) {
  const { width, em, widthOf } = size;
  const isNarrow = width < 34 * em;
  const sums = rows.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const most = Math.max(1, ...sums);
  const number = widthOf(String(most)) + 0.5 * em;
  const names = isNarrow ? 0 : Math.min(0.28 * width, Math.max(0, ...rows.map(({ name }) => widthOf(name)))) + 0.8 * em;
  const left = names + number + 0.4 * em;
  const gap = 0.6 * em;
  const each = (width - left - gap - 2) / most;
  const [height, row] = isNarrow ? [1.6 * em, 3.5 * em] : [1.8 * em, 2.25 * em];
  const head = heads(kinds, rows[0]?.counts ?? [], left, each, gap, size);
  const top = head.height + 0.5 * em;
  /** @type {Mark[]} */
  const marks = [...head.marks];
  rows.forEach(({ name, counts }, at) => {
    const y = top + at * row + (isNarrow ? 1.5 * em : 0);
    if (isNarrow) marks.push(label(0, y - 0.45 * em, fit(name, width, size)));
    else marks.push(label(0, y + 1.25 * em, fit(name, names - 0.8 * em, size)));
    marks.push(label(names + number, y + 1.25 * em, String(sums[at]), "quiet", "end"));
    for (const { from, count, kind } of placed(kinds, counts, left, each, gap)) {
      marks.push(bar(from, y, count * each - 1.5, height, kind), ...numberOn(from, y + 1.25 * em, count, each, kind, size));
    }
  });
  return { width, height: top + rows.length * row + 2, marks };
}

/**
 * Where each band begins; a count of nought has none.
 * @param {Bands["kinds"]} kinds @param {number[]} counts @param {number} left @param {number} each @param {number} gap
 */
function placed(kinds, counts, left, each, gap) {
  let from = left;
  let isParted = false;
  return kinds.flatMap(({ kind, isApart }, at) => {
    const count = counts[at] ?? 0;
    if (count === 0) return [];
    if (isApart && !isParted) [from, isParted] = [from + gap, true];
    const place = { from, count, kind, at };
    from += count * each;
    return [place];
  });
}

/** @param {number} x @param {number} y @param {number} count @param {number} each @param {string} kind @param {Size} size @returns {Mark[]} */
function numberOn(x, y, count, each, kind, { em, widthOf }) {
  const text = String(count);
  const word = widthOf(text);
  if (word + 4 > count * each) return [];
  const inset = Math.min(0.45 * em, (count * each - 1.5 - word) / 2);
  const shown = label(x + inset, y, text, `on-${kind}`);
  return kind === "hatched" ? [bar(x + inset - 2, y - em, word + 4, 1.3 * em, "ground"), shown] : [shown];
}

/**
 * What each band is, above the first row where its band begins; where two would run into each other, one after the other.
 * @param {Bands["kinds"]} kinds @param {number[]} counts @param {number} left @param {number} each @param {number} gap @param {Size} size
 */
function heads(kinds, counts, left, each, gap, { width, em, widthOf }) {
  const swatch = 1.1 * em;
  const starts = new Map(placed(kinds, counts, left, each, gap).map(({ at, from }) => [at, from]));
  const words = kinds.map(({ name, kind }, at) => ({ name, kind, from: starts.get(at) ?? Infinity, long: widthOf(name) + swatch, line: 0 }));
  const isApart = words.every(({ from, long }, at) => from + long + 0.8 * em <= Math.min(words[at + 1]?.from ?? Infinity, width + 0.8 * em));
  if (!isApart) {
    let [x, line] = [0, 0];
    for (const word of words) {
      if (x > 0 && x + word.long > width) [x, line] = [0, line + 1];
      [word.from, word.line] = [x, line];
      x += word.long + 1.2 * em;
    }
  }
  const lines = (words[words.length - 1]?.line ?? 0) + 1;
  return { height: 1.45 * em * lines, marks: words.flatMap(({ name, kind, from, line }) => {
    const y = 1.45 * em * (line + 1) - 0.35 * em;
    return [bar(from, y - 0.75 * em, 0.75 * em, 0.75 * em, kind), label(from + swatch, y, name, "quiet")];
  }) };
}
