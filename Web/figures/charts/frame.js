// Knows what stands round a chart: the question that it answers, for whom it counts, the same as a table, and how it is
// counted.
import { el } from "../../shared/page/html.js";
import { picture } from "./draw.js";

/** @typedef {import("./marks.js").Size} Size */
/** @typedef {import("./marks.js").Drawing} Drawing */
/** @typedef {import("../../shared/page/html.js").Key} Key */
/** @typedef {string|number} Cell a person's text or a number */
/**
 * @typedef {object} Chart
 * @property {string} id
 * @property {Key} title the question
 * @property {Key} says the answer in one sentence, for whoever cannot see the picture
 * @property {(size: Size) => Drawing} draw
 * @property {Key} note n, and who is left out
 * @property {string} method key of how it is counted
 * @property {Key[]} head of the table; the first is that of the rows
 * @property {Cell[][]} rows
 */

/**
 * The figure.
 * @param {Chart} chart @param {"h2"|"h3"} [heading]
 * @returns {HTMLElement}
 */
export function chartFigure({ id, title, says, draw, note, method, head, rows }, heading = "h2") {
  const titled = `chart-${id}`;
  const table = el("table", { class: "chart-table", "aria-labelledby": titled },
    el("thead", {}, el("tr", {}, ...head.map((key, at) => el("th", { scope: "col", class: at > 0 && "numbers", t: key })))),
    el("tbody", {}, ...rows.map(([name, ...cells]) => el("tr", {}, el("th", { scope: "row", text: String(name) }),
      ...cells.map((cell) => el("td", { class: "numbers", text: String(cell) }))))));
  return el("figure", { class: "chart-figure", "aria-labelledby": titled },
    el(heading, { id: titled, t: title }),
    el("p", { class: "visually-hidden", t: says }),
    picture(draw),
    el("figcaption", { class: "chart-note" }, el("p", { t: note }),
      fold("figures.asTable", table), fold("figures.howCounted", el("p", { t: method }))));
}

/** @param {string} key @param {HTMLElement} body */
function fold(key, body) {
  return el("details", { class: "chart-fold" }, el("summary", { t: key }), body);
}
