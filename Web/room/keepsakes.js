// Knows what one takes along when the meeting is over: what one will do, what one answered, every link that was given, who one worked with in
// each round and what the group wrote, what all groups brought back, one's buddy, and what one had not sent yet.
import { el, list, put, say, show } from "../shared/page/html.js";
import { outwards, pieces, putLinked } from "../shared/page/links.js";
import { timeOfDay } from "../shared/texts/dates.js";
import { rejectionText } from "../shared/texts/rejection.js";
import { me } from "../shared/model/selectors.js";
import { groupText, lastGroup, liveCards, roundNumber, seatsOf } from "../shared/model/selectors-groups.js";
import { called } from "../shared/model/group.js";
import { leftWords, orphans } from "./left-words.js";
import { harvestCard } from "./groups/harvest-card.js";
import { authorIn, nameIn, namesIn } from "./names.js";
import { actionCard, actionDraft } from "./takeaway/action-card.js";
import { takeawayAnswers } from "./takeaway/answers.js";
import { takeawayBuddy } from "./takeaway/buddy.js";
import { ownRecord } from "./own/record.js";
import { takeawayKeeping } from "./takeaway/keeping.js";

/** @typedef {import("../shared/line/store.js").State} State */
/** @typedef {{href: string, item?: string, message?: import("../shared/model/types.js").Message}} Given an address, and
 *   the item or the message with which it came */

/** @param {import("../shared/line/session.js").Session} session */
export function keepsakes(session) {
  const { meeting } = session;
  /** @type {State|null} */
  let shown = null;
  const left = leftWords({ onChange: () => { if (shown) update(shown); } });
  const whose = el("p", { class: "quiet small" });
  const contact = el("p", { class: "quiet small", hidden: true });
  const actions = el("div", {});
  const together = el("div", { class: "stack" });
  const rows = el("ul", { class: "rows" });
  const links = el("section", { class: "stack" }, el("h2", { t: "keep.links" }), rows);
  const answers = takeawayAnswers();
  const harvest = harvestCard();
  const buddy = takeawayBuddy({ meeting });
  const keeping = takeawayKeeping({ meeting });
  const own = ownRecord({ meeting, send: (command, place) => send(command, place) });
  const element = el("div", { class: "stack keepsakes" }, whose, actions, keeping.element, left.element, answers.element, links,
    together, harvest.element, buddy.element, el("div", {}, el("p", { class: "quiet small", t: "gone.ended.kept" }), contact), own.element, keeping.others);
  /** @type {ReturnType<typeof actionCard>|null} */
  let action = null;

  /** @param {Record<string, any>} command @param {HTMLElement} place */
  const send = async (command, place) => {
    place.querySelector(":scope > .rejected")?.remove();
    const answer = await session.do(command);
    if (answer.ack || answer.rejection.alreadySo) return true;
    place.append(el("p", { class: "problem rejected", role: "alert", text: rejectionText(answer.rejection) }));
    return false;
  };

  const createSeat = () => el("section", { class: "stack" }, el("h2", {}), el("p", {}),
    el("h3", { class: "group-part", t: "keep.notes" }), el("ul", { class: "rows" }));

  /** @param {State} state @param {number} count */
  const renderSeat = (state, count) => (/** @type {HTMLElement} */ node, /** @type {ReturnType<typeof seatsOf>[number]} */
    { round, group, number }) => {
    const [title, people, heading, notes] = /** @type {HTMLElement[]} */ ([...node.children]);
    const name = called(group, number);
    if (round.kind === "coffee") say(title, "takeaway.coffee");
    else if (count === 1) say(title, "takeaway.group", { group: name });
    else say(title, "keep.round", { number: roundNumber(state.room, round), group: name });
    put(people, namesIn(state.room, group.members));
    const cards = liveCards(group);
    show(heading, cards.length > 0);
    show(notes, cards.length > 0);
    list(notes, cards, (card) => card.id, () => el("li", { class: "takeaway-note" }, el("p", { class: "note-text" }), el("p", { class: "quiet small" })),
      (line, card) => {
        const [text, author] = /** @type {HTMLElement[]} */ ([...line.children]);
        putLinked(text, card.text ?? "");
        put(author, authorIn(state.room, card));
      });
  };

  /** @param {State} state */
  const update = (state) => {
    const { room, you } = state;
    shown = state;
    action ??= actionCard({ send, draft: actionDraft(`${meeting}.${you?.person ?? ""}`), toCalendar: keeping.toCalendar });
    if (!action.element.isConnected) actions.replaceChildren(action.element);
    left.update(orphans(`${meeting}.${you?.person ?? ""}.`), []);
    // Whoever counts without a name is forgotten with the end of the meeting: the server keeps no page of theirs.
    const isKept = you?.tier !== "count_only" && me(state)?.role !== "table" && me(state) !== null;
    action.update(state, isKept);
    show(keeping.element, isKept);
    show(keeping.others, isKept);
    show(whose, me(state));
    say(whose, room?.details.endedAt === undefined ? "takeaway.mine" : "takeaway.endedMine", {
      time: timeOfDay(room?.details.endedAt ?? 0, room?.details.zone), name: nameIn(room, you?.person) });
    const help = state.network?.contact;
    show(contact, help);
    if (help) say(contact, "join.contact", { contact: help });
    if (isKept) buddy.ask();
    const seats = seatsOf(state);
    list(together, seats, ({ round }) => round.id, createSeat, renderSeat(state, seats.length));
    answers.update(state);
    harvest.update(state);
    const found = linksOf(state);
    show(links, found.length > 0);
    list(rows, found, ({ href }) => href, ({ href }) => el("li", { class: "takeaway-link" }, outwards(href, { text: href }),
      el("span", { class: "quiet small" })), (node, { item, message }) =>
      put(/** @type {HTMLElement} */ (node.lastElementChild), message ? authorIn(room, message) : item ?? ""));
  };
  return { element, update, stop: () => action?.stop() };
}

/**
 * Every address that was given to everybody or to one's own group, once, in the order of the meeting.
 * @param {State} state @returns {Given[]}
 */
export function linksOf(state) {
  const { room } = state;
  const seat = lastGroup(state);
  /** @type {{text?: string, item?: string, message?: Given["message"]}[]} */
  const texts = [
    ...(room?.agenda ?? []).map(({ note, title }) => ({ text: note, item: title })),
    ...(seat ? [{ text: groupText(seat.round, seat.group, "task") }, { text: groupText(seat.round, seat.group, "resources") }] : []),
    ...(room?.messages ?? []).filter((one) => !one.isHidden && !one.isWithdrawn).map((message) => ({ text: message.text, message })),
  ];
  /** @type {Map<string, Given>} */
  const found = new Map();
  for (const { text, item, message } of texts) {
    for (const piece of pieces(text ?? "")) {
      if (typeof piece !== "string" && !found.has(piece.href)) found.set(piece.href, { href: piece.href, item, message });
    }
  }
  return [...found.values()];
}
