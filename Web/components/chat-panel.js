// Knows the chat: the messages, those on their way, and the box to write in.
import { el, list, show } from "../lib/html.js";
import { pendingOf } from "../model/selectors.js";
import { chatComposer } from "./chat-composer.js";
import { chatMessage, renderMessage, renderPending } from "./chat-message.js";

/** @typedef {import("../lib/store.js").State} State */
/** @typedef {import("../model/types.js").Message} Message */
/** @typedef {import("../model/types.js").Pending} Pending */
/** @typedef {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string}} Options */

const NEAR_PIXELS = 80;

/** @param {Options} options */
export function chatPanel({ send, scope }) {
  const composer = chatComposer({ send, scope });
  const rows = el("ol", { class: "messages" });
  const empty = el("p", { class: "quiet empty", t: "chat.empty" });
  const scroller = el("div", { class: "chat-scroll", tabindex: "0", role: "log", "aria-live": "off",
    label: "chat.log" }, empty, rows);
  const newer = el("button", { type: "button", class: "button chat-newer", t: "chat.newer", hidden: true,
    on: { click: () => toEnd() } });
  const closed = el("p", { class: "notice", t: "chat.closed" });
  const element = el("section", { class: "panel panel-chat", id: "panel-chat", label: "bar.chat" },
    el("h2", { class: "panel-title", t: "bar.chat", tabindex: "-1" }), scroller, newer, closed, composer.element);

  /** @type {State} */
  let state;
  let isAtEnd = true;
  let lastID = "";

  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    isAtEnd = true;
    show(newer, false);
  };
  scroller.addEventListener("scroll", () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_PIXELS;
    if (isAtEnd) show(newer, false);
  });
  new ResizeObserver(() => { if (isAtEnd) toEnd(); }).observe(scroller);

  const actions = {
    send,
    reply: (/** @type {string} */ id) => composer.replyTo(find(id)),
    correct: (/** @type {string} */ id) => composer.correct(find(id)),
  };

  /** @param {string} id */
  const find = (id) => state.room?.messages?.find((message) => message.id === id) ?? null;

  /** @param {State} next */
  const update = (next) => {
    state = next;
    if (!next.room) return;
    const messages = next.room.messages ?? [];
    const pending = pendingOf(next, "postMessage");
    const mayWrite = next.room.details.options.chat || next.you?.as === "lead";
    /** @type {({message: Message}|{pending: Pending})[]} */
    const items = [...messages.map((message) => ({ message })), ...pending.map((item) => ({ pending: item }))];
    list(rows, items,
      (item) => ("message" in item ? item.message.id : item.pending.id),
      (item) => ("message" in item ? chatMessage(item.message, actions) : el("li", { class: "message is-pending" })),
      (node, item) => ("message" in item
        ? renderMessage(node, item.message, next) : renderPending(node, item.pending, next)));
    show(empty, items.length === 0);
    show(closed, !mayWrite);
    show(composer.element, mayWrite);
    composer.update();
    follow(messages, pending.length > 0);
  };

  /**
   * The end stays in view for who is there; who reads further up is told and not moved.
   * @param {Message[]} messages
   * @param {boolean} isSending
   */
  const follow = (messages, isSending) => {
    const last = messages[messages.length - 1]?.id ?? "";
    const isNew = last !== lastID;
    lastID = last;
    if (isAtEnd || isSending) toEnd();
    else if (isNew) show(newer, true);
  };

  return { element, update, opened: toEnd };
}
