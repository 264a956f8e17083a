// Knows what the groups of a round brought back to everybody: reports first, the other notes folded; a group without
// notes says so. It stays for the rest of the meeting, folded when it is no longer the talk.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { putLinked } from "../../shared/page/links.js";
import { called } from "../../shared/model/group.js";
import { harvestOf, pastRounds, roundNumber, seatIn } from "../../shared/model/selectors-groups.js";
import { authorIn, namesIn } from "../names.js";
import { renderQuote } from "./note-card.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Round} Round */
/** @typedef {import("../../shared/model/types.js").Card} Card */
/** @typedef {ReturnType<typeof harvestOf>[number]} Brought */

export function harvestCard() {
  const element = el("div", { class: "harvests", hidden: true });
  /** @type {State} */
  let state;
  /**
   * Rounds that were opened by themselves, once.
   * @type {Set<string>}
   */
  const opened = new Set();

  const createNote = () => el("li", { class: "harvest-note" }, el("p", { class: "message-quote small", "data-may-shorten": true }),
    el("p", { class: "note-text" }), el("p", { class: "quiet small" }));

  /** @param {Card[]} all */
  const renderNote = (all) => (/** @type {HTMLElement} */ node, /** @type {Card} */ card) => {
    const [quote, text, byline] = /** @type {HTMLElement[]} */ ([...node.children]);
    renderQuote(quote, card.re, all, state.room);
    putLinked(text, card.text ?? "");
    put(byline, [authorIn(state.room, card), card.stars.length > 0
      && t("cards.stars", { count: card.stars.length }), !card.isReport && t("harvest.own")].filter(Boolean).join(" · "));
  };

  const createGroup = () => el("li", { class: "harvest-group" },
    el("h3", { class: "group-part" }), el("p", { class: "quiet small" }), el("ul", { class: "harvest-notes" }),
    el("p", { class: "quiet", t: "harvest.empty" }),
    el("details", { class: "fold" }, el("summary", {}), el("ul", { class: "harvest-notes" })),
    el("p", { class: "quiet small", hidden: true }));

  /** @param {Round} round */
  const renderGroup = (round) => (/** @type {HTMLElement} */ node, /** @type {Brought} */ brought) => {
    const [title, people, reports, empty, more, leftOut] = /** @type {HTMLElement[]} */ ([...node.children]);
    const [summary, notes] = /** @type {HTMLElement[]} */ ([...more.children]);
    const { group, number } = brought;
    const isMine = seatIn(state.room, round, state.you?.person)?.group.id === group.id;
    put(title, [t("common.groupCalled", { group: called(group, number) }), isMine && t("harvest.mine")].filter(Boolean).join(" · "));
    put(people, namesIn(state.room, group.members));
    // Without a report the notes are what came back.
    const [first, rest] = brought.reports.length > 0 ? [brought.reports, brought.notes] : [brought.notes, []];
    show(empty, first.length === 0);
    show(reports, first.length > 0);
    list(reports, first, (card) => card.id, createNote, renderNote(group.cards));
    show(more, rest.length > 0);
    say(summary, "harvest.notes", { count: Math.max(1, rest.length) });
    list(notes, rest, (card) => card.id, createNote, renderNote(group.cards));
    show(leftOut, group.cardsLeftOut !== undefined);
    say(leftOut, "harvest.leftOut", { count: group.cardsLeftOut ?? 0 });
  };

  const createRound = () => el("details", { class: "card fold harvest" },
    el("summary", {}, el("h2", { class: "card-title" })), el("ul", { class: "harvest-groups" }));

  /** @param {State} next */
  const update = (next) => {
    state = next;
    if (!next.room || next.you?.as === "guest") {
      show(element, false);
      return;
    }
    const { rounds, isFresh } = pastRounds(next.room);
    show(element, rounds.length > 0);
    list(element, rounds, (round) => round.id, createRound, (node, round, index) => {
      const [summary, groups] = /** @type {HTMLElement[]} */ ([...node.children]);
      const title = /** @type {HTMLElement} */ (summary.firstElementChild);
      if (index === 0) say(title, "harvest.title");
      else say(title, "harvest.earlier", { number: roundNumber(next.room, round) });
      unfold(/** @type {HTMLDetailsElement} */ (node), round.id, index === 0 && isFresh);
      list(groups, harvestOf(round), ({ group }) => group.id, createGroup, renderGroup(round));
    });
  };

  /** Opens when it comes and folds when it is over; in between it is the reader's. */
  const unfold = (/** @type {HTMLDetailsElement} */ node, /** @type {string} */ id, /** @type {boolean} */ isFresh) => {
    if (isFresh === opened.has(id)) return;
    node.open = isFresh;
    if (isFresh) opened.add(id);
    else opened.delete(id);
  };
  return { element, update };
}
