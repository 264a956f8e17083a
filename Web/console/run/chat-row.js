// Knows one message of the chat: who, when, to what it replies, and what a lead can do with it.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { hideMessage } from "../../shared/model/commands.js";
import { nameOf, nameText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Message} Message */
/**
 * @typedef {{who: HTMLElement, at: HTMLElement, re: HTMLElement, text: HTMLElement, mark: HTMLElement,
 *   reactions: HTMLElement, reply: HTMLButtonElement, hide: HTMLButtonElement}} Row
 */

const QUOTE_LENGTH = 60;

/**
 * How rows are made and brought up to date.
 * @param {import("../desk.js").Desk} desk
 * @param {HTMLElement} trouble
 * @param {(message: string) => void} reply
 */
export function chatRows(desk, trouble, reply) {
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /**
   * @param {Message} message
   * @returns {HTMLElement}
   */
  function create({ id }) {
    const row = {
      who: el("strong"), at: el("span", { class: "quiet small numbers" }),
        re: el("p", { class: "console-quote quiet small" }),
      text: el("p", { class: "console-message-text" }), mark: el("span", { class: "quiet small" }),
      reactions: el("ul", { class: "console-reactions small" }),
      reply: el("button", { type: "button", class: "button bare", t: "console.run.reply",
        on: { click: () => reply(id) } }),
      hide: el("button", { type: "button", class: "button bare", t: "console.run.hide",
        on: { click: () => desk.act(hideMessage(id), trouble) } }),
    };
    const node = el("li", { class: "console-message" },
      el("div", { class: "console-message-head" }, el("span", {}, row.who, " ", row.at, " ", row.mark),
        el("span", { class: "console-message-actions" }, row.reply, row.hide)),
      row.re, row.text, row.reactions);
    parts.set(node, row);
    return node;
  }

  /**
   * @param {HTMLElement} node
   * @param {Message} message
   */
  function refresh(node, message) {
    const row = parts.get(node);
    const room = desk.state?.room;
    if (!row || !room) return;
    nameOf(row.who, message);
    put(row.at, timeOfDay(message.at, room.details.zone));
    put(row.text, message.text ?? "");
    show(row.text, message.text);
    node.dataset.hidden = String(message.isHidden);
    const mark = message.isWithdrawn ? "console.run.withdrawn" : message.isHidden ? "console.run.hidden"
      : message.correctedAt !== undefined ? "console.run.corrected" : null;
    show(row.mark, mark);
    if (mark) say(row.mark, mark);
    const to = message.re ? room.messages?.find((one) => one.id === message.re) : undefined;
    show(row.re, to);
    if (to) say(row.re, "console.run.inReply", { name: nameText(to), text: (to.text ?? "").slice(0, QUOTE_LENGTH) });
    const isStanding = !message.isWithdrawn && !message.isHidden && room.details.phase === "open";
    show(row.reply, isStanding);
    show(row.hide, isStanding);
    const params = { name: nameText(message) };
    name(row.reply, "console.run.replyOf", params);
    name(row.hide, "console.run.hideOf", params);
    const reactions = Object.entries(message.reactions).filter(([, people]) => people.length > 0);
    list(row.reactions, reactions, ([code]) => code,
      ([code]) => el("li", { class: "chip" }, el("span", { t: `reaction.${code}` }), " ",
        el("span", { class: "numbers" })),
      (chip, [, people]) => put(/** @type {HTMLElement} */ (chip.lastElementChild), String(people.length)));
    show(row.reactions, reactions.length > 0);
  }

  return { create, refresh };
}
