// Knows how planned and actual time are drawn: two bars above each other, or item by item where there is no room.
import { bar, clockTicks, fit, label, line, scale } from "./marks.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {import("./marks.js").Drawing} Drawing */
/**
 * @typedef {object} Item
 * @property {string} name
 * @property {string} kind class of its bars
 * @property {[number, number]} planned seconds from the start
 * @property {[number, number][]} actual several if it was opened again; none if it was left out
 * @property {string} minutes "20 → 27 min"
 * @property {string} change "+7", "" if it kept to its time
 */
/**
 * @typedef {object} Timeline
 * @property {Item[]} items
 * @property {{planned: string, actual: string}} words names of the two bars
 * @property {number} start seconds since a full hour on the clock of the place
 * @property {(seconds: number) => string} clock the time of day so long after the start
 */

/** Under so many letters' width the items stand one below the other. */
const NARROW_EMS = 34;

/** @param {Timeline} chart @param {Size} size @returns {Drawing} */
export function timeline(chart, size) {
  return size.width < NARROW_EMS * size.em ? below(chart, size) : beside(chart, size);
}

/** @param {Item[]} items */
function lengthOf(items) {
  return Math.max(60, ...items.flatMap(({ planned, actual }) => [planned[1], ...actual.map(([, to]) => to)]));
}

/** @param {Timeline} chart @param {Size} size @returns {Drawing} */
function beside({ items, words, start, clock }, size) {
  const { width, em, widthOf } = size;
  const left = Math.max(widthOf(words.planned), widthOf(words.actual)) + em;
  const end = lengthOf(items);
  const x = scale([0, end], [left, width - widthOf(clock(end)) / 2]);
  const [top, height] = [1.7 * em, 2.7 * em];
  const second = top + height + 1.9 * em;
  /** @type {Mark[]} */
  const marks = [label(0, top + 1.7 * em, words.planned), label(0, second + 1.7 * em, words.actual)];
  /** Where the names end that stand above the first bar, and between the two. */
  const ends = [-Infinity, -Infinity];
  for (const { name, kind, planned } of items) {
    const [from, to] = [x(planned[0]), x(planned[1])];
    marks.push(bar(from, top, to - from - 1.5, height, kind));
    if (widthOf(name) + em <= to - from) {
      marks.push(...onBar(from, top + 1.7 * em, name, kind, size));
      continue;
    }
    const place = ends.findIndex((taken) => taken + 0.6 * em < from);
    if (place < 0) continue;
    const begin = Math.min(from, width - widthOf(name));
    marks.push(label(begin, place === 0 ? top - 0.5 * em : top + height + 1.15 * em, name, "quiet"));
    ends[place] = begin + widthOf(name);
  }
  for (const { name, kind, actual, change } of items) {
    actual.forEach(([begin, stop], at) => {
      const [from, to] = [x(begin), x(stop)];
      marks.push(bar(from, second, to - from - 1.5, height, kind));
      const last = at === actual.length - 1;
      const said = [[name, last ? change : ""].filter(Boolean).join(" "), last ? change : ""]
        .find((text) => text && widthOf(text) + em <= to - from);
      if (said) marks.push(...onBar(from, second + 1.7 * em, said, kind, size));
    });
  }
  const foot = second + height;
  for (const seconds of clockTicks(start, end, Math.floor((width - left) / (4.5 * em)))) {
    marks.push(line(x(seconds), foot + 3, x(seconds), foot + 9, "axis"),
      label(x(seconds), foot + 9 + 1.1 * em, clock(seconds), "quiet", "middle"));
  }
  return { width, height: foot + 9 + 1.6 * em, marks };
}

/**
 * A word on a bar; hatching would run through it, so it has a ground of its own there.
 * @param {number} x @param {number} y @param {string} text @param {string} kind @param {Size} size
 */
function onBar(x, y, text, kind, { em, widthOf }) {
  const word = label(x + 0.4 * em, y, text, `on-${kind}`);
  return kind === "hatched" ? [bar(x + 0.2 * em, y - 1.05 * em, widthOf(text) + 0.4 * em, 1.4 * em, "ground"), word] : [word];
}

/** @param {Timeline} chart @param {Size} size @returns {Drawing} */
function below({ items, words, clock }, size) {
  const { width, em, widthOf } = size;
  const end = lengthOf(items);
  const x = scale([0, end], [0, width - 2]);
  const row = 3.3 * em;
  const top = 1.7 * em;
  /** @type {Mark[]} */
  const marks = [label(0, em, `${words.planned} ${clock(0)}`, "quiet"),
    label(width, em, `${words.actual} ${clock(end)}`, "quiet", "end")];
  items.forEach(({ name, kind, planned, actual, minutes }, at) => {
    const y = top + at * row;
    marks.push(label(0, y + em, fit(name, width - widthOf(minutes) - em, size)), label(width, y + em, minutes, "quiet", "end"),
      bar(x(planned[0]), y + 1.5 * em, x(planned[1]) - x(planned[0]), 0.35 * em, "planned"),
      ...actual.map(([from, to]) => bar(x(from), y + 1.95 * em, x(to) - x(from), 0.8 * em, kind)));
  });
  return { width, height: top + items.length * row, marks };
}
