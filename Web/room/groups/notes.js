// Knows the notes of my group while it works: those of all, live, those on their way, and one box to write in. What was
// half-written when its group ended is offered where it can still go.
import { announce } from "../../shared/page/announce.js";
import { el, list, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { editCard, moveCard, starCard, unstarCard, withdrawCard, writeCard } from "../../shared/model/commands-groups.js";
import { notesOnTheirWay } from "../../shared/model/arrived.js";
import { lastGroup, liveCards, myGroup } from "../../shared/model/selectors-groups.js";
import { composer } from "../chat/composer.js";
import { leftWords, orphans } from "../left-words.js";
import { isStarred, noteCard, renderNote, renderPendingNote } from "./note-card.js";
import { limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Card} Card */
/** @typedef {import("../../shared/model/types.js").Pending} Pending */

const WORDS = { label: "cards.label", placeholder: "cards.placeholder", send: "cards.send", answering: "cards.building",
  correcting: "cards.editing" };

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string,
 *   toChat: (text: string) => void}} options `toChat` takes words that can go nowhere else
 */
export function groupNotes({ send, scope, toChat }) {
  const rows = el("ol", { class: "notes" });
  const empty = el("p", { class: "quiet", t: "cards.empty" });
  const report = el("input", { type: "checkbox", id: "note-report", "aria-describedby": "note-report-hint" });
  const extra = el("div", {}, el("label", { class: "check note-check", for: "note-report" }, report,
    el("span", { t: "cards.report" })), el("p", { class: "quiet small", id: "note-report-hint", t: "cards.reportHint" }));
  const box = el("div", {});
  const left = leftWords({ onChange: () => { if (state) update(state); } });
  const element = el("section", { class: "card group-notes", "aria-labelledby": "notes-title", hidden: true },
    el("h2", { id: "notes-title", class: "card-title", t: "cards.title" }), empty, rows, box, left.element);

  /** @type {State|null} */
  let state = null;
  /** @type {ReturnType<typeof composer>|null} */
  let writer = null;
  let group = "";

  /** @param {string} id a box, and a draft, of its own for every group */
  const enter = (id) => {
    group = id;
    writer?.leave();
    writer?.stop();
    // Named, so that what was written without a connection never comes up in another group.
    writer = composer({ send, id: "note", draft: `${scope}.note.${id}`, length: limit("cardLength"), words: WORDS,
      extra, correct: editCard, write: (text, re) => {
        const isReport = report.checked;
        report.checked = false;
        return writeCard(text, re, isReport, id);
      }, onRefused: (text) => restore(text) });
    box.replaceChildren(writer.element);
  };

  /**
   * A note that came too late for its group comes back into the box, wherever its author sits now.
   * @param {string} text
   */
  const restore = (text) => {
    writer?.restore(text);
    if (state) update(state);
  };

  /** @param {string} id */
  const find = (id) => cards().find((card) => card.id === id) ?? null;
  const cards = () => (state && myGroup(state)?.group.cards) || [];

  const actions = {
    star: (/** @type {string} */ id, /** @type {HTMLElement} */ place) => {
      const card = find(id);
      if (card && state) send(isStarred(card, state) ? unstarCard(id) : starCard(id), place);
    },
    build: (/** @type {string} */ id) => writer?.replyTo(find(id)),
    edit: (/** @type {string} */ id) => writer?.correct(find(id)),
    withdraw: (/** @type {string} */ id, /** @type {HTMLElement} */ place) => { send(withdrawCard(id), place); },
    move: async (/** @type {string} */ id, /** @type {HTMLElement} */ place, /** @type {-1|1} */ step) => {
      const live = cards().filter((card) => card.text !== undefined);
      const target = live[live.findIndex((card) => card.id === id) + step];
      if (!target || !await send(moveCard(id, cards().indexOf(target)), place)) return;
      announce(t("cards.moved", { place: live.indexOf(target) + 1, count: live.length }));
    },
  };

  /** @param {State} next */
  const update = (next) => {
    state = next;
    const seat = lastGroup(next);
    // Of what is said over a coffee nothing is written.
    const isOpen = myGroup(next) !== null && seat?.round.kind !== "coffee";
    if (seat && seat.group.id !== group) enter(seat.group.id);
    if (!isOpen) writer?.leave();
    const wasWriting = box.contains(document.activeElement);
    const lefts = orphans(`${scope}.note.`, (key) => key === `draft.${scope}.note.${group}`);
    const unfinished = isOpen ? "" : writer?.text() ?? "";
    if (unfinished && writer) lefts.push({ key: "note", text: unfinished, drop: writer.clear });
    show(element, isOpen || lefts.length > 0);
    for (const part of [box, rows]) show(part, isOpen);
    left.update(lefts, outlets(next, isOpen));
    if (wasWriting && !isOpen && lefts.length > 0) left.focus();
    if (!seat || !isOpen) {
      show(empty, false);
      return;
    }
    const live = liveCards(seat.group);
    const pending = notesOnTheirWay(next, seat.group);
    /** @type {({card: Card}|{pending: Pending})[]} */
    const items = [...live.map((card) => ({ card })), ...pending.map((item) => ({ pending: item }))];
    show(empty, items.length === 0);
    keepFocus(() => list(rows, items, (item) => ("card" in item ? item.card.id : item.pending.id),
      (item) => ("card" in item ? noteCard(item.card, actions) : el("li", { class: "note is-pending" })),
      (node, item, index) => ("card" in item
        ? renderNote(node, item.card, index, live, next) : renderPendingNote(node, item.pending, next))));
    writer?.update();
  };

  /** @param {State} next @param {boolean} isOpen @returns {import("../left-words.js").Outlet[]} */
  const outlets = (next, isOpen) => {
    if (isOpen) return [{ key: "left.toNotes", run: (text) => { writer?.restore(text); writer?.focus(); } }];
    return next.room?.details.options.chat ? [{ key: "left.toEverybody", run: toChat }] : [];
  };

  /**
   * A note that changes its place takes the focus along.
   * @param {() => void} change
   */
  const keepFocus = (change) => {
    const focused = document.activeElement;
    change();
    if (focused instanceof HTMLElement && focused !== document.activeElement && rows.contains(focused)) focused.focus();
  };
  return { element, update, restore };
}
