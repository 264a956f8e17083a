// Knows the four questions that a series answers, each with its chart.
import { t } from "../shared/texts/i18n.js";
import { bars } from "../figures/charts/bars.js";
import { dumbbell } from "../figures/charts/dumbbell.js";
import { survival } from "../figures/charts/survival.js";
import { partText } from "../figures/debrief/words.js";
import { shortDay } from "./day.js";

/** @typedef {import("./types.js").SeriesFigures} SeriesFigures */
/** @typedef {import("../figures/charts/frame.js").Chart} Chart */

/** @param {SeriesFigures} figures @returns {Chart[]} */
export function charts(figures) {
  return [staying(figures), coming(figures), places(figures), pairs(figures)].flatMap((one) => one || []);
}

/** @param {number} share */
function percent(share) { return `${Math.round(100 * share)} %`; }

/** @param {SeriesFigures} figures @returns {Chart|null} */
function staying({ staying: all, people }) {
  const last = all[all.length - 1];
  if (!last) return null;
  const between = (/** @type {import("./types.js").Stayed} */ { low, high }) => low === undefined || high === undefined
    ? "–" : t("review.percentBetween", { least: Math.round(100 * low), most: percent(high) });
  const words = { end: t("review.staying.end", { share: percent(last.share) }),
    interval: last.low === undefined ? "" : between(last), risk: t("review.staying.axis") };
  // At the first meeting all are there: there is nothing to be unsure of.
  const points = all.map(({ meeting, share, low, high, risk }) => ({ at: meeting - 1, name: String(meeting), share, risk,
    low: low ?? (share === 1 ? 1 : null), high: high ?? (share === 1 ? 1 : null) }));
  return {
    id: "staying", title: "review.staying.title", says: ["review.staying.says", { share: percent(last.share) }],
    draw: (size) => survival({ words, points }, size),
    note: ["review.staying.note", { n: people }], method: "review.staying.method",
    head: ["review.staying.meeting", "review.staying.share", "review.staying.interval", "review.staying.risk"],
    rows: all.map((one) => [one.meeting, percent(one.share), between(one), one.risk]),
  };
}

/** @param {SeriesFigures} figures @returns {Chart|null} */
function coming({ coming: told, people }) {
  if (!told) return null;
  const rows = /** @type {const} */ (["core", "occasional", "once", "fresh"]).map((kind) =>
    ({ name: t(`review.coming.${kind}`), count: told[kind], text: String(told[kind]) }));
  return {
    id: "coming", title: "review.coming.title", says: ["review.coming.says", { n: people }], draw: (size) => bars({ rows }, size),
    note: ["review.coming.note", { n: people, least: told.least }], method: "review.coming.method",
    head: ["review.coming.who", "review.coming.people"], rows: rows.map(({ name, count }) => [name, count]),
  };
}

/** @param {SeriesFigures} figures @returns {Chart|null} */
function places({ meetings }) {
  const counted = meetings.flatMap(({ start, zone, figures }) => figures ? [{ name: shortDay(start, zone), ...figures }] : []);
  const rows = counted.flatMap(({ name, room, call }) => room && call ? [{ name, room, call }] : []);
  if (rows.length === 0) return null;
  const words = { room: t("figures.places.room"), call: t("figures.places.call") };
  return {
    id: "places", title: "review.places.title", says: "figures.places.says", draw: (size) => dumbbell({ rows, words, count: partText }, size),
    note: ["review.places.note", { count: counted.length - rows.length }], method: "figures.places.method",
    head: ["review.table.meeting", "figures.places.room", "figures.places.call"],
    rows: rows.map(({ name, room, call }) => [name, partText(room), partText(call)]),
  };
}

/** @param {SeriesFigures} figures @returns {Chart|null} */
function pairs({ meetings }) {
  const rows = meetings.flatMap(({ start, zone, figures }) => figures?.newPairs
    ? [{ name: shortDay(start, zone), ...figures.newPairs, text: partText(figures.newPairs) }] : []);
  if (rows.length === 0) return null;
  return {
    id: "pairs", title: "review.pairs.title", says: "review.pairs.says", draw: (size) => bars({ rows, isShare: true }, size),
    note: "review.pairs.note", method: "review.pairs.method", head: ["review.table.meeting", "review.pairs.count"],
    rows: rows.map(({ name, text }) => [name, text]),
  };
}
