// Knows what a chart is drawn of, as plain data: no document, so that a test can look at every mark. Lengths are CSS pixels.

/**
 * @typedef {object} Size
 * @property {number} width how wide the chart may be
 * @property {number} em the height of its letters
 * @property {(text: string) => number} widthOf how wide a text is in them
 */
/** @typedef {{tag: "rect"|"line"|"circle"|"path"|"text", text?: string, [attribute: string]: string|number|undefined}} Mark */
/** @typedef {{width: number, height: number, marks: Mark[]}} Drawing */

/** @param {number} x @param {number} y @param {number} width @param {number} height @param {string} kind @returns {Mark} */
export function bar(x, y, width, height, kind) {
  return { tag: "rect", class: kind, x: one(x), y: one(y), width: one(Math.max(0, width)), height: one(height) };
}

/**
 * A text on its line.
 * @param {number} x @param {number} y @param {string} text @param {string} [kind]
 * @param {"start"|"middle"|"end"} [anchor] @returns {Mark}
 */
export function label(x, y, text, kind = "", anchor = "start") {
  return { tag: "text", class: kind, x: one(x), y: one(y), "text-anchor": anchor, text };
}

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 @param {string} kind @returns {Mark} */
export function line(x1, y1, x2, y2, kind) {
  return { tag: "line", class: kind, x1: one(x1), y1: one(y1), x2: one(x2), y2: one(y2) };
}

/** @param {number} x @param {number} y @param {number} radius @param {string} kind @returns {Mark} */
export function dot(x, y, radius, kind) {
  return { tag: "circle", class: kind, cx: one(x), cy: one(y), r: one(radius) };
}

/**
 * Steps: each value holds until the next one.
 * @param {[number, number][]} points places in pixels @param {number} end where the last one stops @param {string} kind
 * @returns {Mark}
 */
export function steps(points, end, kind) {
  const [first, ...rest] = points;
  const way = rest.map(([x, y]) => `H${one(x)}V${one(y)}`).join("");
  return { tag: "path", class: kind, d: first ? `M${one(first[0])} ${one(first[1])}${way}H${one(end)}` : "" };
}

/**
 * The surface between two flights of steps.
 * @param {[number, number, number][]} points place, lower and upper edge @param {number} end @param {string} kind
 * @returns {Mark}
 */
export function band(points, end, kind) {
  if (points.length === 0) return { tag: "path", class: kind, d: "" };
  const ends = points.map((_, at) => points[at + 1]?.[0] ?? end);
  const there = points.map(([x, , upper], at) => `${at === 0 ? "M" : "L"}${one(x)} ${one(upper)}H${one(ends[at])}`).join("");
  const back = points.map(([x, lower], at) => `L${one(ends[at])} ${one(lower)}H${one(x)}`).reverse().join("");
  return { tag: "path", class: kind, d: `${there}${back}Z` };
}

/**
 * To a tenth of a pixel.
 * @param {number} length
 */
function one(length) { return Math.round(length * 10) / 10; }

/**
 * Where a value lies.
 * @param {[number, number]} values @param {[number, number]} places @returns {(value: number) => number}
 */
export function scale([least, most], [from, to]) {
  const span = most - least || 1;
  return (value) => from + ((value - least) / span) * (to - from);
}

/**
 * Round numbers from nought to at least `most`, at most `count` steps apart.
 * @param {number} most @param {number} [count] @returns {number[]}
 */
export function ticks(most, count = 4) {
  const rough = Math.max(1, most / count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(Math.max(1, most) / step) + 1 }, (_, at) => at * step);
}

/** Steps of a clock, in minutes. */
const MINUTES = [5, 10, 15, 30, 60, 120, 240, 480, 1440];

/**
 * The round minutes of a stretch of time, as seconds from its start.
 * @param {number} from seconds of the clock at its start, since a full hour @param {number} seconds @param {number} count at most
 * @returns {number[]}
 */
export function clockTicks(from, seconds, count) {
  const step = 60 * (MINUTES.find((minutes) => seconds / (minutes * 60) <= count) ?? 1440);
  const first = Math.ceil(from / step) * step - from;
  return first > seconds ? [] : Array.from({ length: Math.floor((seconds - first) / step) + 1 }, (_, at) => first + at * step);
}

/**
 * The text, or as much of it as has room; empty where nothing has.
 * @param {string} text @param {number} room @param {Size} size
 */
export function fit(text, room, { widthOf }) {
  // Half a pixel is rounding.
  if (widthOf(text) <= room + 0.5) return text;
  let cut = text;
  while (cut.length > 3 && widthOf(`${cut}…`) > room) cut = cut.slice(0, -1);
  return cut.length > 3 ? `${cut.trimEnd()}…` : "";
}
