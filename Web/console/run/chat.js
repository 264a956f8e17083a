// Knows the chat as a lead reads it: reply, hide, write. What is being typed survives everything.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { recall, remember } from "../../shared/page/stored.js";
import { postMessage } from "../../shared/model/commands.js";
import { pendingOf } from "../../shared/model/selectors.js";
import { chatRows } from "./chat-row.js";
import { nameText } from "../names.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").Message} Message */
/** @typedef {import("../desk.js").Desk} Desk */

const QUOTE_LENGTH = 60;
const NEAR_PIXELS = 80;

/**
 * The panel.
 * @param {Desk} desk
 */
export function chatPanel(desk) {
  const draftKey = `console.draft.${desk.meeting}`;
  /** @type {string|null} */
  let replyTo = null;
  let seen = 0;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ol", { class: "console-messages" });
  const empty = el("p", { class: "quiet", t: "console.run.chatEmpty" });
  const off = el("p", { class: "console-note small", t: "console.run.chatOff", hidden: true });
  const sending = el("ul", { class: "console-messages" });
  const scroll = el("div", { class: "console-scroll", tabindex: "0", role: "log", "aria-live": "off",
    label: "console.run.chat" }, empty, rows, sending);
  const newest = el("button", { type: "button", class: "button console-newest", t: "console.run.toNewest", hidden: true,
    on: { click: () => toEnd() } });
  const quote = el("p", { class: "quiet small" });
  const noReply = el("button", { type: "button", class: "button bare", t: "console.run.replyStop",
    on: { click: () => reply(null) } });
  const quoteRow = el("div", { class: "console-replying", hidden: true }, quote, noReply);
  const text = el("textarea", { rows: "1", maxlength: limit("messageLength"), label: "console.run.chatWrite",
    placeholder: "console.run.chatWrite", "aria-describedby": "chat-notice", value: recall(draftKey) ?? "" });
  const send = el("button", { type: "submit", class: "button", t: "console.run.chatSend" });
  const form = el("form", { class: "console-write" }, quoteRow, text, send,
    el("p", { class: "hint", id: "chat-notice", t: "console.run.chatNotice" }));
  const node = el("div", { class: "console-chat" }, off, scroll, newest, trouble, form);
  const row = chatRows(desk, trouble, (id) => reply(id));

  text.addEventListener("input", () => remember(draftKey, text.value || null));
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) return;
    const re = replyTo;
    text.value = "";
    remember(draftKey, null);
    reply(null);
    desk.act(postMessage(words, re), trouble).then((isDone) => {
      // A refused message comes back to be changed, unless something else was begun.
      if (!isDone && !text.value) text.value = words;
    });
    toEnd();
    text.focus();
  });
  scroll.addEventListener("scroll", () => { if (isAtEnd()) show(newest, false); });

  function isAtEnd() { return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_PIXELS; }

  function toEnd() {
    requestAnimationFrame(() => { scroll.scrollTop = scroll.scrollHeight; });
    show(newest, false);
  }

  /** @param {string|null} id */
  function reply(id) {
    const message = desk.state?.room?.messages?.find((one) => one.id === id);
    replyTo = message?.id ?? null;
    show(quoteRow, message);
    if (!message) return;
    say(quote, "console.run.replying", { name: nameText(message), text: (message.text ?? "").slice(0, QUOTE_LENGTH) });
    text.focus();
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update(state) {
    const { room } = state;
    if (!room) return;
    const messages = room.messages ?? [];
    const wasAtEnd = isAtEnd();
    list(rows, messages, (one) => one.id, row.create, row.refresh);
    const pending = pendingOf(state, "postMessage");
    list(sending, pending, (one) => one.id, () => el("li", { class: "console-message is-pending" }),
      (made, one) => put(made, one.do.postMessage.text));
    show(sending, pending.length > 0);
    show(empty, messages.length === 0 && pending.length === 0);
    show(off, !room.details.options.chat && room.details.phase === "open");
    show(form, room.details.phase === "open");
    // Nothing moves while somebody reads further up: it is only said that there is more.
    if (messages.length > seen) {
      if (wasAtEnd || seen === 0) toEnd();
      else show(newest, true);
    }
    seen = messages.length;
  }

  return { node, update, write() { text.focus(); }, toEnd };
}
