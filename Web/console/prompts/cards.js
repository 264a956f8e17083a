// Knows the answers as cards, as a lead works with them: a star, on the wall or not, chosen to be put together. Cards
// that were put together stand under their name. Many come a slice at a time.
import { el, list, name as label, put, say, show } from "../../shared/page/html.js";
import { icon } from "../../shared/parts/icons.js";
import { showCluster, showResponse, starResponse, unstarResponse } from "../../shared/model/commands.js";
import { answerCards, putTogether } from "../../shared/model/prompt-cards.js";
import { gathering } from "./gathering.js";
import { slices } from "../../shared/page/slices.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/prompt-cards.js").AnswerCard} AnswerCard */
/** @typedef {import("../../shared/model/prompt-cards.js").CardCluster} CardCluster */
/**
 * @typedef {{box: HTMLInputElement, text: HTMLElement, who: HTMLElement, hat: HTMLElement, star: HTMLButtonElement,
 *   stars: HTMLElement, wall: HTMLButtonElement}} Row
 */

/** Where the cards stand that are in no cluster. */
const REST = "rest";

/**
 * @param {import("../desk.js").Desk} desk @param {string} id of the prompt
 */
export function cardsPart(desk, id) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const gather = gathering(desk, id, trouble);
  const places = el("div", { class: "prompt-clusters" });
  const none = el("p", { class: "quiet", t: "prompts.nobody" });
  const node = el("div", { class: "prompt-cards-part" }, gather.node, trouble, none, places);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();
  /** @type {Map<string, AnswerCard>} */
  const known = new Map();
  /** @type {{clusters: CardCluster[], rest: AnswerCard[]}} */
  let shown = { clusters: [], rest: [] };
  const drawing = slices(draw);
  const act = (/** @type {Record<string, any>} */ command) => desk.act(command, trouble);

  /** @param {AnswerCard} card */
  function create({ key, response }) {
    const row = {
      box: el("input", { type: "checkbox", on: { change: () => gather.choose(key, row.box.checked) } }),
      text: el("p", { class: "prompt-card-text" }), who: el("span", { class: "quiet" }),
      hat: el("span", { class: "tag", t: "prompts.asStudent" }),
      stars: el("span", { class: "numbers" }),
      star: el("button", { type: "button", class: "button bare answer-star", on: { click: () => {
        const isMine = row.star.getAttribute("aria-pressed") === "true";
        act(isMine ? unstarResponse(response) : starResponse(response));
      } } }, icon("star")),
      wall: el("button", { type: "button", class: "button bare", on: { click: () =>
        act(showResponse(response, row.wall.getAttribute("aria-pressed") !== "true")) } }),
    };
    row.star.append(" ", row.stars);
    const made = el("li", { class: "prompt-card", draggable: "true", on: {
      dragstart: (/** @type {DragEvent} */ event) => {
        event.dataTransfer?.setData("text/plain", key);
        gather.drag(key);
      },
      dragend: () => gather.drag(null),
      keydown: (/** @type {KeyboardEvent} */ event) => move(event, made),
    } }, el("label", { class: "prompt-card-choose" }, row.box, row.text),
    el("p", { class: "prompt-card-by small" }, row.who, row.hat, row.star, row.wall));
    parts.set(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {AnswerCard} card */
  function refresh(made, card) {
    const row = parts.get(made);
    if (!row) return;
    const mine = desk.state?.you?.person;
    const isMine = mine !== undefined && card.stars.includes(mine);
    put(row.text, card.text);
    if (card.isForAll) put(row.who, card.name ?? "");
    else say(row.who, "asking.inGroup", { name: card.name ?? "" });
    show(row.hat, card.isStudent);
    row.box.checked = gather.isChosen(card.key);
    const isLive = desk.state?.room?.details.phase === "open";
    show(row.box, card.isForAll && isLive);
    made.draggable = card.isForAll && isLive;
    for (const one of [row.star, row.wall]) show(one, card.isForAll && isLive);
    row.star.setAttribute("aria-pressed", String(isMine));
    label(row.star, isMine ? "prompts.unstar" : "prompts.star", { count: card.stars.length });
    put(row.stars, card.stars.length > 0 ? String(card.stars.length) : "");
    row.wall.setAttribute("aria-pressed", String(card.isOnWall));
    say(row.wall, card.isOnWall ? "asking.offWall" : "asking.toWall");
    made.dataset.wall = String(card.isOnWall);
  }

  /**
   * Up and down go from card to card.
   * @param {KeyboardEvent} event @param {HTMLElement} made
   */
  function move(event, made) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = /** @type {HTMLElement[]} */ ([...places.querySelectorAll(".prompt-card")]);
    const next = all[all.indexOf(made) + (event.key === "ArrowDown" ? 1 : -1)];
    const target = next?.querySelector("input:not([hidden])");
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    target.focus();
  }

  /** @param {CardCluster} cluster */
  function createPlace({ id: cluster }) {
    const isRest = cluster === REST;
    const title = el("h3", {});
    const wall = el("button", { type: "button", class: "button bare", hidden: isRest,
      on: { click: () => act(showCluster(id, cluster, wall.getAttribute("aria-pressed") !== "true")) } });
    const rename = el("button", { type: "button", class: "button bare", t: "asking.rename", hidden: isRest,
      on: { click: () => gather.rename(cluster, title.textContent ?? "") } });
    const rows = el("ul", { class: "prompt-card-list" });
    const made = el("section", { class: "prompt-cluster" },
      el("div", { class: "part-head" }, title, rename, wall), rows);
    made.addEventListener("dragover", (event) => { if (gather.dragged()) event.preventDefault(); });
    made.addEventListener("drop", (event) => {
      event.preventDefault();
      gather.drop(isRest ? {} : { cluster });
    });
    return made;
  }

  /** @param {number} until */
  function draw(until) {
    let left = until;
    /** @type {(CardCluster & {count: number})[]} */
    const all = [...shown.clusters, { id: REST, name: "", isOnWall: false, cards: shown.rest }].map((one) => {
      const cards = one.cards.slice(0, Math.max(0, left));
      left -= one.cards.length;
      return { ...one, cards, count: one.cards.length };
    }).filter((one) => one.id === REST ? one.count > 0 : true);
    list(places, all, (one) => one.id, createPlace, (made, { id: cluster, name, isOnWall, cards, count }) => {
      const [head, rows] = /** @type {HTMLElement[]} */ ([...made.children]);
      const [title, rename, wall] = /** @type {HTMLElement[]} */ ([...head.children]);
      const isRest = cluster === REST;
      if (!isRest && name) put(title, name);
      else say(title, isRest ? shown.clusters.length > 0 ? "asking.others" : "asking.answers" : "asking.noName");
      const isLive = desk.state?.room?.details.phase === "open";
      for (const one of [rename, wall]) show(one, !isRest && isLive);
      wall.setAttribute("aria-pressed", String(isOnWall));
      say(wall, isOnWall ? "asking.offWall" : "asking.toWall");
      made.dataset.wall = String(isOnWall);
      list(rows, cards, (card) => card.key, create, refresh);
      rows.dataset.all = String(count);
    });
    node.dataset.drawn = String(until);
  }

  return {
    node,
    stop: drawing.stop,
    /** @param {State} state @param {Prompt} prompt */
    update(state, prompt) {
      const cards = answerCards(state, prompt);
      known.clear();
      for (const card of cards) known.set(card.key, card);
      shown = putTogether(prompt, cards);
      show(node, prompt.kind === "open" || prompt.kind === "cards");
      show(none, cards.length === 0);
      gather.update(prompt, known);
      show(gather.node, state.room?.details.phase === "open" && cards.some((one) => one.isForAll));
      drawing.show(cards.length);
    },
  };
}
