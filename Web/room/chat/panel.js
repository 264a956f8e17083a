// Knows the chat: with everybody, and with one's group where there is one; the messages, those on their way, and a box
// to write in for each of the two.
import { el, list, say, show } from "../../shared/page/html.js";
import { keepEnd } from "../../shared/page/keep-end.js";
import { byTurns } from "../../shared/page/by-turns.js";
import { correctMessage, postMessage } from "../../shared/model/commands.js";
import { messagesOnTheirWay } from "../../shared/model/arrived.js";
import { lastGroup, myGroup } from "../../shared/model/selectors-groups.js";
import { chatAudience } from "./audience.js";
import { chatMessage, renderMessage, renderPending } from "./message.js";
import { authorIn } from "../names.js";
import { composer } from "./composer.js";
import { keepLeft, leftWords, orphans } from "../left-words.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Message} Message */
/** @typedef {import("../../shared/model/types.js").Pending} Pending */
/**
 * @typedef {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string,
 *   onRead: () => void}} Options `onRead` is called when one side of the chat was looked at
 * @typedef {ReturnType<typeof composer>} Composer
 */

const WORDS = { label: "chat.label", placeholder: "chat.placeholder", send: "chat.send", answering: "chat.replying",
  correcting: "chat.correcting" };
const GROUP_WORDS = { ...WORDS, label: "chat.placeholderGroup", placeholder: "chat.placeholderGroup" };

/** @param {Options} options */
export function chatPanel({ send, scope, onRead }) {
  const audience = chatAudience({ onChoice: () => chosen() });
  const everybody = composer({ send, id: "message", draft: `${scope}.chat`,
    length: limit("messageLength"), words: WORDS,
    write: (text, re) => postMessage(text, re), correct: correctMessage });
  /** @type {Composer|null} */
  let group = null;
  const box = el("div", { class: "chat-box" }, everybody.element);
  const rows = el("ol", { class: "messages" });
  const empty = el("p", { class: "quiet empty" });
  const scroller = el("div", { class: "chat-scroll", tabindex: "0", role: "log", "aria-live": "off",
    label: "chat.log" }, empty, rows);
  const newer = el("button", { type: "button", class: "button chat-newer", t: "chat.newer", hidden: true,
    on: { click: () => end.now() } });
  const closed = el("p", { class: "notice" });
  const left = leftWords({ onChange: () => update(state) });
  const element = el("section", { class: "panel panel-chat", id: "panel-chat", label: "bar.chat" },
    el("div", { class: "chat-head" }, el("h2", { class: "panel-title", t: "bar.chat", tabindex: "-1" }),
      audience.element), scroller, newer, left.element, closed, box);

  /** @type {State} */
  let state;
  let lastID = "";
  /** The group whose talk stands beside everybody's. */
  let groupID = "";
  let isRunning = false;
  const ready = byTurns(() => update(state));

  const end = keepEnd(scroller, () => show(newer, false));

  const writer = () => (audience.isGroup() && group ? group : everybody);
  const actions = {
    send,
    reply: (/** @type {string} */ id) => {
      const message = find(id);
      if (message) writer().replyTo({ ...message, name: authorIn(state.room, message) });
    },
    correct: (/** @type {string} */ id) => writer().correct(find(id)),
  };

  /** @param {string} id */
  const find = (id) => state.room?.messages?.find((message) => message.id === id) ?? null;

  const chosen = () => {
    update(state);
    end.now();
    onRead();
  };

  /**
   * In a new group one talks with it first, unless one is just writing to everybody.
   * @param {State} next
   */
  const follow = (next) => {
    const seat = lastGroup(next);
    const wasRunning = isRunning;
    // Of what is said over a coffee nothing is kept: such a group has no chat.
    isRunning = myGroup(next) !== null && seat?.round.kind !== "coffee";
    if (seat && seat.group.id !== groupID) {
      const id = groupID = seat.group.id;
      group?.leave();
      group?.stop();
      group = composer({ send, id: "message-group", draft: `${scope}.chat.${id}`, length: limit("messageLength"),
        words: GROUP_WORDS, write: (text, re) => postMessage(text, re, id), correct: correctMessage });
      box.replaceChildren(everybody.element, group.element);
      if (isRunning && !everybody.isBusy()) audience.choose(true);
    } else if (wasRunning && !isRunning) {
      group?.leave();
      audience.choose(false);
    }
    const hasTalk = isRunning || next.room?.messages?.some((message) => message.group === groupID);
    if (!seat || !hasTalk) audience.choose(false);
    show(audience.element, seat && hasTalk);
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    if (!next.room) return;
    follow(next);
    const isGroup = audience.isGroup();
    const here = isGroup ? groupID : undefined;
    const all = (next.room.messages ?? []).filter((message) => message.group === here);
    const messages = all.slice(0, ready(all.length, here));
    const pending = messagesOnTheirWay(next, here);
    const isForAll = next.room.details.options.chat || next.you?.as === "lead";
    const mayWrite = isGroup ? isRunning : isForAll;
    /** @type {({message: Message}|{pending: Pending})[]} */
    const items = [...messages.map((message) => ({ message })), ...pending.map((item) => ({ pending: item }))];
    list(rows, items,
      (item) => ("message" in item ? item.message.id : item.pending.id),
      (item) => ("message" in item ? chatMessage(item.message, actions) : el("li", { class: "message is-pending" })),
      (node, item, index) => ("message" in item
        ? renderMessage(node, item.message, next, messages[index - 1]) : renderPending(node, item.pending, next)));
    show(empty, items.length === 0);
    say(empty, isGroup ? "chat.emptyGroup" : "chat.empty");
    show(closed, !mayWrite);
    say(closed, isGroup ? "chat.closedGroup" : "chat.closed");
    show(everybody.element, mayWrite && !isGroup);
    if (group) show(group.element, mayWrite && isGroup);
    writer().update();
    offer(isForAll);
    // Whoever was writing in a box that has gone is not left nowhere.
    const focused = document.activeElement;
    if (focused && box.contains(focused) && focused.closest("[hidden]")) (left.element.hidden ? writer() : left).focus();
    showNewest(messages, pending.length > 0);
  };

  /**
   * What was half-written to a group that is over, or to a chat that is closed, and where it can go.
   * @param {boolean} isForAll whether one can write to everybody
   */
  const offer = (isForAll) => {
    const lefts = orphans(`${scope}.chat.`, (key) => key === `draft.${scope}.chat.${groupID}`);
    /** @param {string} key @param {Composer|null} box */
    const add = (key, box) => {
      if (box && box.text() !== "") lefts.push({ key, text: box.text(), drop: box.clear });
    };
    if (!isRunning) add("group", group);
    if (!isForAll) add("everybody", everybody);
    left.update(lefts, [
      ...(isRunning ? [{ key: "left.toGroup", run: (/** @type {string} */ text) => take(text, true) }] : []),
      ...(isForAll ? [{ key: "left.toEverybody", run: (/** @type {string} */ text) => take(text, false) }] : [])]);
  };

  /**
   * Words from elsewhere, to be sent from here if one still wants to.
   * @param {string} text @param {boolean} isGroup
   */
  const take = (text, isGroup) => {
    audience.choose(isGroup);
    chosen();
    writer().restore(text);
    writer().focus();
  };

  /**
   * The end stays in view for who is there; who reads further up is told and not moved.
   * @param {Message[]} messages
   * @param {boolean} isSending
   */
  const showNewest = (messages, isSending) => {
    const last = messages[messages.length - 1]?.id ?? "";
    const isNew = last !== lastID;
    lastID = last;
    if (end.isAt() || isSending) end.soon();
    else if (isNew) show(newer, true);
  };

  /**
   * A message came. Another group's is for leads only, who read it in the console.
   * @param {string|undefined} id its group @param {boolean} isSeen whether the chat is in view
   * @returns {number} how many are unread now
   */
  const heard = (id, isSeen) => {
    if (id === undefined || id === groupID) audience.heard(id !== undefined, isSeen);
    return audience.unread();
  };

  /**
   * It came into view.
   * @returns {number} how many are still unread
   */
  const opened = () => {
    end.now();
    return seen();
  };
  const seen = () => {
    audience.seen();
    return audience.unread();
  };
  /** @param {string} text that was refused @param {string|undefined} id its group */
  const restore = (text, id) => {
    if (id === undefined) everybody.restore(text);
    // Words for a few never stand in the box for everybody by themselves.
    else if (id === groupID && group) group.restore(text);
    else keepLeft(`${scope}.chat`, text);
    update(state);
  };
  return { element, update, opened, seen, heard, restore, take };
}
