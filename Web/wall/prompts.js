// Knows prompts on the wall: what is asked, and how many have answered; then what came of it, in letters that read from
// eight metres. Words of people stand there only when a lead brought them.
import { el, list, put, say, show, svg } from "../shared/page/html.js";
import { icon } from "../shared/parts/icons.js";
import { wordsOf } from "../shared/model/prompts.js";
import { sayChange, tablesOf } from "../shared/parts/prompt-bars.js";
import { now as present } from "../shared/line/time.js";
import { pageAt } from "./places.js";
import { pagesOfCards, sizeOfWord, wallCards } from "./prompt-pages.js";

/** @typedef {import("../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("./prompt-pages.js").WallCard} WallCard */

/** As the styles of the wall have it. */
const UPRIGHT = "(max-width: 47.99em), (max-aspect-ratio: 1)";
const WIDTH = 1000;
const WORDS_SHOWN = 24;
const WORDS_LISTED = 8;

/**
 * What came of a prompt. `page` stands in the head: which page of cards is shown.
 * @returns {{node: HTMLElement, page: HTMLElement, update: (prompt: Prompt|null) => void, tick: (now: number) => void}}
 */
export function wallPrompt() {
  const page = el("span", { class: "wall-page numbers", hidden: true });
  const bars = el("div", { class: "wall-tables" });
  const cloud = el("p", { class: "wall-cloud" });
  const words = el("table", { class: "wall-word-list" }, el("caption", { t: "wall.prompt.words" }), el("tbody"));
  const cards = el("ul", { class: "wall-answers" });
  const node = el("section", { class: "wall-prompt" }, bars, el("div", { class: "wall-words-part" }, cloud, words), cards);
  /** @type {WallCard[]} */
  let all = [];
  let question = "";
  const upright = matchMedia(UPRIGHT);
  upright.addEventListener("change", () => tick(present()));
  let drawn = "";

  /** @param {number} now */
  function tick(now) {
    const pages = pagesOfCards(all, question, upright.matches);
    const at = pages.length > 0 ? pageAt(now, pages.length) : 0;
    show(page, pages.length > 1);
    say(page, "wall.pageOf", { page: at + 1, pages: pages.length });
    const here = pages[at] ?? [];
    const key = JSON.stringify(here);
    if (key === drawn) return;
    drawn = key;
    list(cards, here, ({ key: card }) => card, create, draw);
  }

  return {
    node,
    page,
    update(prompt) {
      const isShown = prompt?.revealedAt !== undefined;
      const tables = prompt && isShown && prompt.kind !== "word" ? tablesOf(prompt, []) : [];
      show(bars, tables.length > 0);
      drawTables(bars, tables);
      const said = prompt && isShown && prompt.kind === "word" ? wordsOf(prompt, []) : [];
      show(/** @type {HTMLElement} */ (cloud.parentElement), said.length > 0);
      drawWords(said);
      all = prompt && isShown ? wallCards(prompt) : [];
      show(cards, all.length > 0);
      question = prompt?.text ?? "";
    },
    tick,
  };

  /** @param {[string, number][]} said */
  function drawWords(said) {
    const most = said[0]?.[1] ?? 1;
    // Each with a space between them: they are read as words, and break where a line ends.
    list(cloud, said.slice(0, WORDS_SHOWN), ([word]) => word, () => el("span", {}), (one, [word, count]) => {
      put(one, word);
      one.dataset.size = String(sizeOfWord(count, most));
    });
    list(/** @type {HTMLElement} */ (words.lastElementChild), said.slice(0, WORDS_LISTED), ([word]) => word,
      () => el("tr", {}, el("th", { scope: "row" }), el("td", { class: "numbers" })), (row, [word, count]) => {
        put(row.children[0], word);
        put(row.children[1], String(count));
      });
  }
}

/** @param {HTMLElement} place @param {ReturnType<typeof tablesOf>} tables */
function drawTables(place, tables) {
  place.dataset.tables = String(tables.length);
  place.dataset.rows = String(Math.max(0, ...tables.map(({ rows }) => rows.length)) > 6 ? "many" : "few");
  list(place, tables, ({ title }) => title, () => el("div", {}, el("table", { class: "wall-table" }, el("caption"),
    el("tbody")), el("p", { class: "wall-changed" })),
    (part, { title, rows, change }) => {
      const [table, changed] = /** @type {HTMLElement[]} */ ([...part.children]);
      sayChange(changed, change);
      const [caption, body] = /** @type {HTMLElement[]} */ ([...table.children]);
      put(caption, title);
      show(caption, title);
      const most = Math.max(1, ...rows.map(({ value }) => value));
      list(body, rows, ({ text }) => text, createRow, (row, { text, value, shown }) => {
        const [head, bar, number] = [...row.children];
        put(head, text);
        bar.querySelector("rect")?.setAttribute("width", String(Math.round((value / most) * WIDTH)));
        put(number, shown ?? String(value));
      });
    });
}

function createRow() {
  return el("tr", {}, el("th", { scope: "row", "data-may-shorten": true }),
    el("td", {}, svg("svg", { viewBox: `0 0 ${WIDTH} 100`, preserveAspectRatio: "none", class: "wall-bar",
      "aria-hidden": "true" }, svg("rect", { width: 0, height: 100 }))), el("td", { class: "numbers wall-many" }));
}

function create() {
  const star = el("span", { class: "wall-star", label: "wall.starred", role: "img" });
  star.append(icon("star"));
  return el("li", { class: "wall-answer-card" }, el("h2", { class: "wall-cluster", "data-may-shorten": true }),
    el("p", { class: "wall-answer-text", "data-may-shorten": true }), el("p", { class: "wall-by" }, star, " ", el("span")));
}

/** @param {HTMLElement} row @param {WallCard} card */
function draw(row, { cluster, isNamed, text, name, isStarred }) {
  const [head, words, by] = /** @type {HTMLElement[]} */ ([...row.children]);
  const [star, who] = /** @type {HTMLElement[]} */ ([...by.children]);
  show(head, cluster !== undefined);
  if (cluster !== undefined && !isNamed) say(head, "wall.prompt.cluster");
  else put(head, cluster ?? "");
  put(words, text);
  show(star, isStarred);
  put(who, name);
  show(by, isStarred || name !== "");
  row.dataset.star = String(isStarred);
}
