// Knows one message of the chat as a line of a play script: the name hangs, the text stands beside it, with what a lead
// can do; and the rule that says with which item of the agenda it began.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { putLinked } from "../../shared/page/links.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { hideMessage } from "../../shared/model/commands.js";
import { isDoubled } from "../../shared/model/people.js";
import { authorText, nameOf } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Message} Message */
/** @typedef {import("../../shared/model/types.js").Room} Room */
/** So many characters of a name stand in its column. */
const COLUMN_CHARACTERS = 16;

/**
 * @typedef {{rule: HTMLElement, who: HTMLElement, school: HTMLElement, at: HTMLElement, re: HTMLElement,
 *   text: HTMLElement, mark: HTMLElement, reactions: HTMLElement, reply: HTMLButtonElement, hide: HTMLButtonElement}} Row
 */
/** @typedef {{at: number, title: string}} Beginning of an item of the agenda */

const QUOTE_LENGTH = 60;

/**
 * How rows are made and brought up to date; `look` is called before each round of that.
 * @param {import("../desk.js").Desk} desk
 * @param {HTMLElement} trouble
 * @param {(message: string) => void} reply
 */
export function chatRows(desk, trouble, reply) {
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();
  /** @type {Beginning[]} */
  let beginnings = [];

  function look() {
    beginnings = (desk.state?.room?.agenda ?? []).flatMap((segment) =>
      segment.runs.map((run) => ({ at: run.from, title: segment.title ?? "" }))).sort((one, other) => one.at - other.at);
  }

  /** @param {number} at */
  function beginningOf(at) { return beginnings.filter((one) => one.at <= at).length; }

  /**
   * @param {Message} message
   * @returns {HTMLElement}
   */
  function create({ id }) {
    const row = {
      rule: el("p", { class: "console-script-rule numbers", hidden: true }),
      who: el("span", { class: "console-message-who" }), school: el("span", { class: "small" }),
      at: el("span", { class: "quiet small numbers console-message-at" }),
      re: el("p", { class: "console-quote quiet small" }),
      text: el("p", { class: "console-message-text" }), mark: el("span", { class: "quiet small" }),
      reactions: el("ul", { class: "console-reactions small" }),
      reply: el("button", { type: "button", class: "button bare", t: "console.run.reply",
        on: { click: () => reply(id) } }),
      hide: el("button", { type: "button", class: "button bare", t: "console.run.hide",
        on: { click: () => desk.act(hideMessage(id), trouble) } }),
    };
    const node = el("li", { class: "console-message" }, row.rule,
      el("div", { class: "console-message-name quiet" }, row.who, " ", row.school),
      el("div", { class: "console-message-body" }, row.re, row.text, row.mark, row.reactions),
      el("span", { class: "console-message-actions" }, row.at, row.reply, row.hide));
    parts.set(node, row);
    return node;
  }

  /**
   * @param {HTMLElement} node
   * @param {Message} message
   * @param {number} index
   */
  function refresh(node, message, index) {
    const row = parts.get(node);
    const room = desk.state?.room;
    if (!row || !room) return;
    const before = room.messages?.[index - 1];
    const begun = beginningOf(message.at);
    const isNewItem = begun > 0 && begun !== (before ? beginningOf(before.at) : 0);
    show(row.rule, isNewItem);
    if (isNewItem) {
      const { at, title } = beginnings[begun - 1];
      put(row.rule, `${timeOfDay(at, room.details.zone)} ${title}`);
    }
    nameOf(row.who, message);
    const isDouble = message.name !== undefined && isDoubled(room, message.name);
    put(row.school, isDouble ? room.people?.[message.author]?.school ?? "" : "");
    const characters = `${row.who.textContent} ${row.school.textContent}`.trim().length;
    node.dataset.long = String(characters > COLUMN_CHARACTERS);
    // The next lines of the same person hang under the first.
    node.dataset.follows = String(!isNewItem && before?.author === message.author && !message.re);
    node.dataset.mine = String(message.author === desk.state?.you?.person);
    put(row.at, timeOfDay(message.at, room.details.zone));
    putLinked(row.text, message.text ?? "");
    show(row.text, message.text);
    node.dataset.hidden = String(message.isHidden);
    const mark = message.isWithdrawn ? "console.run.withdrawn" : message.isHidden ? "console.run.hidden"
      : message.correctedAt !== undefined ? "console.run.corrected" : null;
    show(row.mark, mark);
    if (mark) say(row.mark, mark);
    actions(row, message, room);
    const reactions = Object.entries(message.reactions).filter(([, people]) => people.length > 0);
    list(row.reactions, reactions, ([code]) => code,
      ([code]) => el("li", { class: "console-reaction" }, el("span", { t: `reaction.${code}` }), " ",
        el("span", { class: "numbers" })),
      (chip, [, people]) => put(/** @type {HTMLElement} */ (chip.lastElementChild), String(people.length)));
    show(row.reactions, reactions.length > 0);
  }

  /** @param {Row} row @param {Message} message @param {Room} room */
  function actions(row, message, room) {
    const to = message.re ? room.messages?.find((one) => one.id === message.re) : undefined;
    show(row.re, to);
    if (to) say(row.re, "console.run.inReply", { name: authorText(room, to), text: (to.text ?? "").slice(0, QUOTE_LENGTH) });
    const isStanding = !message.isWithdrawn && !message.isHidden && room.details.phase === "open";
    show(row.reply, isStanding);
    show(row.hide, isStanding);
    const params = { name: authorText(room, message) };
    name(row.reply, "console.run.replyOf", params);
    name(row.hide, "console.run.hideOf", params);
  }

  return { look, create, refresh };
}
