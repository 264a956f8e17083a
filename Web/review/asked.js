// Knows what was asked at several meetings: each question with what came of it side by side, and the same as a table. What
// somebody kept, or shared with their group only, is in none of it.
import { el } from "../shared/page/html.js";
import { language, t } from "../shared/texts/i18n.js";
import { chartFigure } from "../figures/charts/frame.js";
import { columns } from "../figures/charts/columns.js";
import { shortDay } from "./day.js";

/** @typedef {import("./types.js").AskedSeveral} AskedSeveral */
/** @typedef {import("./types.js").AskedQuestion} AskedQuestion */
/** @typedef {import("./types.js").AskedAt} AskedAt */
/** @typedef {import("../figures/charts/frame.js").Chart} Chart */
/** @typedef {import("../figures/charts/columns.js").Group} Group */

/** @param {AskedSeveral} told @returns {HTMLElement|null} nothing where nothing was asked twice */
export function askedPart({ prompts, leftOut }) {
  if (prompts.length === 0 && leftOut === 0) return null;
  return el("section", { class: "review-asked", "aria-labelledby": "review-asked" },
    el("div", { class: "part-head" }, el("h2", { id: "review-asked", t: "review.asked.title" })),
    el("p", { class: "quiet small", t: "review.asked.lead" }),
    ...prompts.map((question, at) => el("div", { class: "review-question" }, ...questionNodes(question, `asked-${at}`))),
    leftOut > 0 && el("p", { class: "quiet small", t: ["review.asked.leftOut", { count: leftOut }] }));
}

/**
 * Its words as whoever reads has them, else as they were asked.
 * @param {AskedQuestion} question
 */
function wordingOf({ wordings }) { return wordings.find((one) => one.language === language()) ?? wordings[0]; }

/**
 * A picture for each sentence of a confidence, one for anything else that is counted; of texts and words a list.
 * @param {AskedQuestion} question @param {string} id @returns {HTMLElement[]}
 */
function questionNodes(question, id) {
  const { kind, meetings, isReworded } = question;
  const { text, choices } = wordingOf(question);
  const reworded = isReworded ? [el("p", { class: "quiet small", t: "review.asked.reworded" })] : [];
  if (meetings.some(({ counts, means }) => counts.length + means.length > 0)) {
    const sentences = kind === "confidence" ? choices : [""];
    return [...sentences.map((_, row) => chartFigure(questionChart(question, row, `${id}-${row}`), "h3")), ...reworded];
  }
  return [el("h3", { text }), el("p", { class: "quiet small", t: `review.asked.kind.${kind}` }),
    el("ul", { class: "review-answers" }, ...meetings.map((one) => el("li", {},
      el("span", { class: "quiet numbers", text: shortDay(one.start, one.zone) }), " ", el("span", { class: "review-said", t: saidKey(one) })))),
    ...reworded];
}

/**
 * What is said of a meeting where nothing is drawn.
 * @param {AskedAt} one @returns {import("../shared/page/html.js").Key}
 */
export function saidKey({ people, words, isPrivate, isTooFew, isHeldBack }) {
  if (isTooFew) return "review.asked.tooFew";
  if (people === 0) return isHeldBack ? "review.asked.heldBack" : isPrivate ? "review.asked.private" : "review.asked.nobody";
  if (words.length === 0) return ["review.asked.answers", { count: people }];
  return ["review.asked.words", { n: people, words: words.map(({ word, count }) => `${word} ${count}`).join(" · ") }];
}

/** @param {AskedQuestion} question @param {number} row of a sentence @param {string} id @returns {Chart} */
function questionChart(question, row, id) {
  const { kind, meetings } = question;
  const { text, choices } = wordingOf(question);
  const hidden = meetings.filter(({ counts }) => counts.length === 0).length;
  const ends = kind === "scale" ? t("review.asked.ends", { least: choices[0] ?? "", most: choices[1] ?? "" }) : "";
  const { head, rows } = asTable(question, row);
  return { id, title: kind === "confidence" ? ["review.asked.sentence", { text, sentence: choices[row] ?? "" }] : ["review.asked.question", { text }],
    says: ["review.asked.says", { count: meetings.length }], draw: (size) => columns({ groups: groupsOf(question, row) }, size),
    note: ["review.asked.note", { kind: t(`review.asked.kind.${kind}`), ends, count: hidden }], method: "review.asked.method", head, rows };
}

/**
 * Of numbers a group for each meeting; of choices a group for each, with a column for each meeting.
 * @param {AskedQuestion} question @param {number} [row] of a sentence @returns {Group[]}
 */
export function groupsOf(question, row = 0) {
  const { kind, meetings } = question;
  const drawn = meetings.filter(({ counts }) => counts.length > 0);
  if (kind === "choice" || kind === "order") {
    return wordingOf(question).choices.map((name, choice) => ({ name, below: kind === "order" ? t("review.asked.first") : "",
      columns: drawn.map(({ start, zone, people, counts }) => ({ name: shortDay(start, zone), all: people,
        count: (kind === "order" ? counts[choice]?.[0] : counts[0]?.[choice]) ?? 0 })) }));
  }
  return drawn.map(({ start, zone, people, counts, means }) => ({ name: shortDay(start, zone),
    below: t("review.asked.mean", { n: people, mean: meanText(means[row]) }),
    columns: (counts[row] ?? []).map((count, number) => ({ name: String(number + 1), count, all: people })) }));
}

/** @param {import("../shared/page/html.js").Key} key */
function told(key) { return typeof key === "string" ? t(key) : t(...key); }

/** @param {number|undefined} mean */
function meanText(mean) { return mean === undefined ? "–" : mean.toFixed(1); }

/** @param {AskedQuestion} question @param {number} [row] of a sentence @returns {{head: Chart["head"], rows: Chart["rows"]}} */
export function asTable(question, row = 0) {
  const { kind, meetings } = question;
  const { choices } = wordingOf(question);
  const isOfNumbers = kind === "scale" || kind === "confidence";
  /** @type {Chart["head"]} */
  const names = (isOfNumbers ? ["1", "2", "3", "4", "5"] : choices).map((text) => ["review.asked.question", { text }]);
  const hasChange = meetings.some(({ change }) => change.length > 0);
  const rows = meetings.map((one) => {
    const counts = kind === "order" ? choices.map((_, choice) => one.counts[choice]?.[0]) : one.counts[row] ?? [];
    return [[shortDay(one.start, one.zone), one.title].filter(Boolean).join(", "), one.people || told(saidKey(one)),
      ...names.map((_, at) => counts[at] ?? "–"), ...(isOfNumbers ? [meanText(one.means[row])] : []),
      ...(hasChange ? [changeText(one.change[row])] : [])];
  });
  return { head: ["review.asked.meeting", "review.asked.n", ...names, ...(isOfNumbers ? ["review.asked.meanHead"] : []),
    ...(hasChange ? ["review.asked.changeHead"] : [])], rows };
}

/** @param {import("./types.js").AskedChange|undefined} change */
function changeText(change) {
  return change ? t("review.asked.change", { up: change.up, same: change.same, down: change.down }) : "–";
}
