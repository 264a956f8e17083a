// Knows how answers look once they are shown: what was written, with names as they were promised; what was chosen, as
// bars that are a table.
import { el, list, name as label, put, say, show } from "../../shared/page/html.js";
import { slices } from "../../shared/page/slices.js";
import { icon } from "../../shared/parts/icons.js";
import { clusterNames } from "../../shared/model/prompt-cards.js";
import { readable } from "../../shared/model/prompts.js";
import { drawBars, sayHats } from "../../shared/parts/prompt-bars.js";
import { starResponse, unstarResponse, withdrawResponse } from "../../shared/model/commands.js";
import { acting } from "../../shared/model/selectors.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/types.js").Response} Response */

/** @param {{send: import("../for-whom.js").Send}} options */
export function answersPart({ send }) {
  const bars = el("div", { class: "stack" });
  const hats = el("p", { class: "quiet small" });
  const rows = el("ul", { class: "answers" });
  const none = el("p", { class: "quiet", t: "prompts.nobody" });
  const element = el("div", { class: "stack" }, none, bars, hats, rows);
  /** @type {State} */
  let state;
  /**
   * Under which names a lead has put answers together, by the answer.
   * @type {Map<string, string>}
   */
  let together = new Map();
  /** @type {Response[]} */
  let written = [];
  /** @type {Map<string, string|null>} */
  let mine = new Map();
  // A hall's answers come at once, and nobody's page stands still for them.
  const drawing = slices((until) => list(rows, written.slice(0, until), ({ id }) => id, create,
    (row, response) => render(row, response, mine.has(response.id))));

  /** @param {Response} response */
  const create = ({ id }) => {
    const row = el("li", { class: "answer" }, el("div", { class: "answer-text" }),
      el("p", { class: "answer-by small" }, el("span", { class: "quiet" }), el("span", { class: "tag answer-cluster" }), " ",
        el("span", { class: "tag answer-hat", t: "prompts.asStudent" }), " ", el("button", { type: "button", class: "button bare answer-star", "aria-pressed": "false", on: { click: () => {
          const isMine = row.querySelector(".answer-star")?.getAttribute("aria-pressed") === "true";
          send(isMine ? unstarResponse(id) : starResponse(id), row);
        } } }, icon("star"), el("span", { class: "numbers" })),
        el("button", { type: "button", class: "button bare answer-own", t: "prompts.takeBack",
          on: { click: () => send(withdrawResponse(id), row, mine.get(id)) } })));
    return row;
  };

  /** @param {HTMLElement} row @param {Response} response @param {boolean} isOwn */
  const render = (row, response, isOwn) => {
    const [text, by] = /** @type {HTMLElement[]} */ ([...row.children]);
    const [who, cluster, hat, star, own] = /** @type {HTMLElement[]} */ ([...by.children]);
    lines(text, response.answer?.texts ?? []);
    if (response.circle === "group") say(who, "prompts.byInGroup", { name: response.name ?? "" });
    else put(who, response.name ?? "");
    const named = together.get(response.id) ?? "";
    put(cluster, named);
    show(cluster, named);
    show(hat, response.answer?.isStudent);
    const me = acting(state);
    const isStarred = response.stars.includes(me ?? "");
    show(star, response.circle !== "group");
    star.setAttribute("aria-pressed", String(isStarred));
    label(star, isStarred ? "prompts.unstar" : "prompts.star", { count: response.stars.length });
    put(/** @type {HTMLElement} */ (star.lastElementChild), response.stars.length ? String(response.stars.length) : "");
    show(own, isOwn);
  };

  return {
    element,
    /**
     * @param {State} next @param {Prompt} prompt
     * @param {Map<string, string|null>} own those written here, with whom each is of; one's own is nobody's
     */
    update(next, prompt, own) {
      state = next;
      const responses = readable(next, prompt);
      together = clusterNames(prompt);
      show(none, responses.length === 0);
      drawBars(bars, prompt, responses);
      sayHats(hats, prompt, responses);
      written = prompt.kind === "word" ? [] : responses.filter(({ answer }) => answer?.texts.length);
      mine = own;
      drawing.show(written.length);
    },
  };
}

/** @param {HTMLElement} place @param {string[]} texts */
function lines(place, texts) {
  list(place, texts.map((text, at) => ({ text, key: `${at} ${text}` })), ({ key }) => key, ({ text }) => el("p", { text }));
}
