// Knows the table of a series: a meeting a row, its counts, and how many came again.
import { el, svg } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { partText } from "../figures/debrief/words.js";
import { shortDay } from "./day.js";

/** @typedef {import("./types.js").Meeting} Meeting */
/** @typedef {import("./types.js").SeriesFigures} SeriesFigures */

const COUNTS = /** @type {const} */ (["attended", "acted", "notObservable", "notOffered"]);
const SHARE_PIXELS = 100;

/** @param {SeriesFigures} figures @returns {HTMLElement} */
export function seriesTable({ meetings }) {
  const head = ["review.table.meeting", ...COUNTS.map((name) => `review.table.${name}`), "review.table.gini", "review.table.again"];
  return el("div", { class: "review-table" }, el("table", { class: "chart-table" },
    el("caption", { class: "visually-hidden", t: "review.table.title" }),
    el("thead", {}, el("tr", {}, el("th", { scope: "col", t: "review.table.day" }),
      ...head.map((key) => el("th", { scope: "col", t: key })))),
    el("tbody", {}, ...meetings.map((meeting, at) => row(meeting, at === 0)))),
  el("p", { class: "quiet small", t: "review.table.note" }), chances(meetings));
}

/** @param {Meeting} meeting @param {boolean} isFirst */
function row(meeting, isFirst) {
  const { id, title, start, zone, figures } = meeting;
  const { gini, again } = figures ?? {};
  const link = el("a", { href: `./coordinator.html#past=${id}`, text: title || t("console.meetings.untitled") });
  const cells = figures ? [...COUNTS.map((name) => number(`review.table.${name}`, String(figures[name] ?? "–"))),
    number("review.table.gini", gini === undefined ? "–" : two(gini)),
    el("td", { class: "review-again" }, named("review.table.again"), ...(again ? [share(again.count, again.all), ` ${partText(again)}`]
      : [el("span", { class: "quiet", t: isFirst ? "review.table.first" : "review.table.heldBack" })]))]
    : [el("td", { class: "quiet", colspan: COUNTS.length + 2, t: "review.table.gone" })];
  return el("tr", {}, el("td", { class: "quiet numbers", text: shortDay(start, zone) }), el("th", { scope: "row" }, link), ...cells);
}

/** @param {string} key @param {string} text */
function number(key, text) { return el("td", { class: "numbers" }, named(key), text); }

/**
 * Where there is no room for columns, each figure stands beside its name.
 * @param {string} key
 */
function named(key) { return el("span", { class: "review-name quiet", t: key }); }

/** @param {number} count @param {number} all */
function share(count, all) {
  return svg("svg", { class: "review-share", viewBox: `0 0 ${SHARE_PIXELS} 14`, width: SHARE_PIXELS, height: 14, "aria-hidden": "true" },
    svg("line", { x1: 0, x2: SHARE_PIXELS, y1: 12, y2: 12 }),
    svg("rect", { x: 0, y: 3, width: all > 0 ? SHARE_PIXELS * count / all : 0, height: 8 }));
}

/**
 * Between what and what chance alone lies, over all meetings.
 * @param {Meeting[]} meetings
 */
function chances(meetings) {
  const all = meetings.flatMap(({ figures }) => figures?.chance === undefined ? [] : [figures.chance]);
  if (all.length === 0) return null;
  const [least, most] = [two(Math.min(...all)), two(Math.max(...all))];
  return el("p", { class: "quiet small", t: ["review.table.chance",
    { chance: least === most ? least : t("review.between", { least, most }) }] });
}

/** @param {number} real */
function two(real) { return real.toFixed(2); }
