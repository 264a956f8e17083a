// Knows what was chosen, as bars that are a table: on phones and on the console.
import { el, list, put, say, show } from "../page/html.js";
import { orderOf, SCALE, sumsOf, wordsOf } from "../model/prompts.js";

/** @typedef {import("../model/types.js").Prompt} Prompt */
/** @typedef {import("../model/types.js").Response} Response */
/** @typedef {{up: number, same: number, down: number}} Change */

/**
 * Nothing where nobody's numbers are told.
 * @param {HTMLElement} place @param {Prompt} prompt @param {Response[]} responses
 */
export function drawBars(place, prompt, responses) {
  list(place, tablesOf(prompt, responses), ({ title }) => title, () => el("div", {},
    el("table", { class: "bars" }, el("caption", {}), el("tbody", {})), el("p", { class: "quiet" })),
  (part, { title, rows, change }) => {
    const [table, changed] = /** @type {HTMLElement[]} */ ([...part.children]);
    const [caption, body] = /** @type {HTMLElement[]} */ ([...table.children]);
    put(caption, title);
    show(caption, title !== "");
    sayChange(changed, change);
    const most = Math.max(1, ...rows.map(({ value }) => value));
    list(body, rows, (row) => row.text, () => el("tr", {}, el("th", { scope: "row" }),
      el("td", {}, el("meter", { class: "bar", min: "0", "aria-hidden": "true" }), " ", el("span", { class: "numbers" }))),
    (row, { text, value, shown }) => {
      const [head, cell] = /** @type {HTMLElement[]} */ ([...row.children]);
      put(head, text);
      const [bar, number] = cell.children;
      Object.assign(bar, { max: most, value });
      put(number, shown ?? String(value));
    });
  });
}

/**
 * How many of those that are counted answered as a student would; a text says it itself.
 * @param {HTMLElement} node @param {Prompt} prompt @param {Response[]} responses
 */
export function sayHats(node, prompt, responses) {
  const count = prompt.kind === "open" || prompt.kind === "cards" ? 0
    : responses.filter(({ answer }) => answer?.isStudent).length;
  show(node, count > 0);
  if (count > 0) say(node, "prompts.asStudents", { count });
}

/**
 * What has changed since the same was asked at the start; where too few answered both times nothing is told.
 * @param {HTMLElement} node @param {Change|undefined} change
 */
export function sayChange(node, change) {
  show(node, change);
  if (change) say(node, "prompts.changed", { ...change });
}

/**
 * @param {Prompt} prompt @param {Response[]} responses
 * @returns {{title: string, rows: {text: string, value: number, shown?: string}[], change?: Change}[]}
 */
export function tablesOf(prompt, responses) {
  const sums = sumsOf(prompt, responses);
  // What was kept by each writer, or shown to groups only, has no numbers for all.
  const isTold = prompt.kind === "word" || sums.some((row) => row.some((count) => count > 0));
  if (!isTold) return (prompt.change ?? []).map((change, at) => ({ title: prompt.choices[at] ?? "", rows: [], change }));
  const ends = (/** @type {number} */ number, /** @type {string[]} */ [least = "", most = ""]) =>
    [String(number), number === SCALE[0] ? least : number === SCALE[SCALE.length - 1] ? most : ""]
      .filter(Boolean).join(" ");
  switch (prompt.kind) {
    case "open": case "cards": return [];
    case "word": return [{ title: "", rows: wordsOf(prompt, responses).map(([text, value]) => ({ text, value })) }];
    case "scale": return [{ title: "", rows: SCALE.map((number, at) => ({ text: ends(number, prompt.choices),
      value: sums[0][at] })) }];
    case "choice": return [{ title: "", rows: prompt.choices.map((text, at) => ({ text, value: sums[0][at] })) }];
    case "confidence": return prompt.choices.map((title, row) => ({ title, change: prompt.change?.[row],
      rows: SCALE.map((number, at) => ({ text: String(number), value: sums[row][at] })) }));
    case "order": return [{ title: "", rows: orderOf(prompt, responses).map(({ choice, mean }, at) => ({
      text: `${at + 1} ${choice}`, value: mean === 0 ? 0 : prompt.choices.length + 1 - mean,
      shown: mean === 0 ? "" : mean.toFixed(1) })) }];
  }
}
