// Knows the chat as a lead reads it: reply, hide, write. What is being typed survives everything.
import { announce } from "../../shared/page/announce.js";
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { keepDraft } from "../../shared/page/draft.js";
import { postMessage } from "../../shared/model/commands.js";
import { messagesOnTheirWay } from "../../shared/model/arrived.js";
import { keepEnd } from "../../shared/page/keep-end.js";
import { byTurns } from "../../shared/page/by-turns.js";
import { chatRows } from "./chat-row.js";
import { authorText } from "../names.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").Message} Message */
/** @typedef {import("../desk.js").Desk} Desk */

const QUOTE_LENGTH = 60;
/** So many messages that come at once are read out. */
const SPOKEN = 3;

/**
 * The panel.
 * @param {Desk} desk
 */
export function chatPanel(desk) {
  /** @type {string|null} */
  let replyTo = null;
  /** How many messages stand there; null before the first time. */
  /** @type {number|null} */
  let shown = null;
  let read = 0;
  /** How many were read out, or were there before. */
  let spoken = 0;
  let isShown = false;
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
    placeholder: "console.run.chatWrite", "aria-describedby": "chat-notice" });
  const draft = keepDraft(text, `console.${desk.meeting}`);
  const send = el("button", { type: "submit", class: "button", t: "console.run.chatSend" });
  const form = el("form", { class: "console-write" }, quoteRow, text, send,
    el("p", { class: "hint", id: "chat-notice", t: "console.run.chatNotice" }));
  const node = el("div", { class: "console-chat console-tabpanel" }, off, scroll, newest, trouble, form);
  const row = chatRows(desk, trouble, (id) => reply(id));
  const ready = byTurns(() => { if (desk.state) update(desk.state); });

  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send.click();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (!words) return;
    const re = replyTo;
    draft.clear();
    reply(null);
    desk.act(postMessage(words, re), trouble).then((isDone) => {
      // A refused message comes back to be changed, before what was begun meanwhile.
      if (!isDone) draft.putBack(words);
    });
    toEnd();
    text.focus();
  });
  const end = keepEnd(scroll, () => {
    show(newest, false);
    if (isLookedAt()) read = shown ?? 0;
  });
  new ResizeObserver(() => { isShown = hasPlace(); }).observe(scroll);

  function toEnd() {
    end.soon();
    show(newest, false);
  }

  /** @param {string|null} id */
  function reply(id) {
    const room = desk.state?.room;
    const message = room?.messages?.find((one) => one.id === id);
    replyTo = message?.id ?? null;
    show(quoteRow, message);
    if (!room || !message) return;
    say(quote, "console.run.replying", { name: authorText(room, message), text: (message.text ?? "").slice(0, QUOTE_LENGTH) });
    text.focus();
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update(state) {
    const { room } = state;
    if (!room) return;
    const all = room.messages ?? [];
    const messages = all.slice(0, ready(all.length));
    row.look();
    list(rows, messages, (one) => one.id, row.create, row.refresh);
    const pending = messagesOnTheirWay(state);
    list(sending, pending, (one) => one.id, () => el("li", { class: "console-message is-pending" }),
      (made, one) => put(made, one.do.postMessage.text));
    show(sending, pending.length > 0);
    show(empty, messages.length === 0 && pending.length === 0);
    show(off, !room.details.options.chat && room.details.phase === "open");
    show(form, room.details.phase === "open");
    // Nothing moves while somebody reads further up: it is only said that there is more.
    if (messages.length > (shown ?? 0)) {
      if (end.isAt() || !shown) toEnd();
      else show(newest, true);
    }
    const isRead = isShown && document.visibilityState === "visible";
    if (shown !== null && isRead && messages.length === all.length) speak(room, all.slice(spoken), state.you?.person);
    if (messages.length === all.length) spoken = all.length;
    // What was there before the page came is no news.
    if (shown === null || (end.isAt() && isRead)) read = messages.length;
    shown = messages.length;
  }

  /**
   * Says what came to who hears the page, once; of many at a time only how many.
   * @param {import("../../shared/model/types.js").Room} room
   * @param {Message[]} fresh
   * @param {string|undefined} me
   */
  function speak(room, fresh, me) {
    const others = fresh.filter((one) => one.author !== me && one.text);
    if (others.length > SPOKEN) announce(t("console.run.chatSpokenMany", { count: others.length }));
    else for (const one of others) announce(t("console.run.chatSpoken", { name: authorText(room, one), text: one.text ?? "" }));
  }

  function hasPlace() { return scroll.getClientRects().length > 0; }

  function isLookedAt() { return document.visibilityState === "visible" && hasPlace(); }

  return {
    node,
    update,
    write() { text.focus(); },
    /** To the newest, which has then been read. */
    toEnd() {
      toEnd();
      if (isLookedAt()) read = shown ?? 0;
    },
    /** How many messages came while nobody looked. */
    unseen: () => Math.max(0, (shown ?? 0) - read),
  };
}
