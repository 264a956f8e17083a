// Knows what a lead is told without looking: a raised hand, somebody at the door, a question, a group that calls.
import { announce } from "../../shared/page/announce.js";
import { t } from "../../shared/texts/i18n.js";
import { notify } from "../../shared/page/notify.js";
import { called } from "../../shared/model/group.js";
import { numbered } from "../../shared/model/board.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { nameText } from "../names.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Entry} Entry */

/** @type {Record<string, string>} */
const NEWS = {
  handRaised: "console.news.hand", personWaited: "console.news.waits", personReturnedToLobby: "console.news.waits",
  questionAsked: "console.news.question", entryClaimed: "console.news.claims",
};

/**
 * Says a fact that a lead wants to hear of, and marks the title of a page nobody looks at. What the lead did is silent.
 * @param {Entry} entry
 * @param {State} state after the fact
 */
export function tellNews(entry, state) {
  const [name] = Object.keys(entry.event);
  const fields = entry.event[name] ?? {};
  if (name === "groupSignalled") tellSignal(fields, state);
  if (!(name in NEWS) || fields.source === "lead_tap" || fields.person === state.you?.person) return;
  const { people = {}, waiting = {} } = state.room ?? {};
  announce(t(NEWS[name], { name: nameText(people[fields.person] ?? waiting[fields.person]) }));
  notify();
}

/**
 * A group's call; ages are not told, so that nobody is interrupted every minute.
 * @param {Record<string, any>} fields
 * @param {State} state
 */
function tellSignal({ group: id, signal, person }, state) {
  const seat = numbered(runningRound(state.room)).find(({ group }) => group.id === id);
  if (!seat || person === state.you?.person || !["help", "moreTime", "done"].includes(signal)) return;
  announce(t(`console.news.${signal}`, { group: called(seat.group, seat.n) }));
  if (signal === "help") notify();
}
