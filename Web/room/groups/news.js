// Knows what a teacher is told when something happens to their group: said once, also to who cannot see it.
import { t } from "../../shared/texts/i18n.js";
import { namesIn } from "../names.js";
import { placeText } from "./place.js";
import { isMine } from "../../shared/model/selectors.js";
import { groupText, myGroup } from "../../shared/model/selectors-groups.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/types.js").Move} Move */
/** @typedef {ReturnType<typeof import("./seat-note.js").groupSeatNote>} SeatNote */

/**
 * @param {{say: (text: string) => void, seat: SeatNote, toTop: () => void}} options
 */
export function groupNews({ say, seat, toTop }) {
  /** @type {Record<string, (fields: Record<string, any>, state: State) => void>} */
  const told = {
    groupsFormed: (_, state) => {
      seat.keep(null);
      toTop();
      if (state.you?.as !== "guest") say(whereAmI(state));
    },
    groupsEnded: (_, state) => {
      seat.keep(null);
      toTop();
      if (state.you?.as !== "guest") say(t("said.groupsEnded"));
    },
    peopleMoved: ({ moves }, state) => {
      const move = /** @type {Move[]} */ (moves).find(({ person }) => isMine(state, person));
      if (move) reseat(move.to ?? null, move.reason, state);
    },
    groupOpened: ({ groups, reason }, state) => {
      const mine = groups.find((/** @type {{members: string[]}} */ group) =>
        group.members.some((person) => isMine(state, person)));
      if (mine) reseat(mine.group, reason, state);
    },
    groupVisited: ({ person, group }, state) => {
      if (group && group === myGroup(state)?.group.id) {
        say(t("group.visit", { names: namesIn(state.room, [person]), count: 1 }));
      }
    },
    announcementMade: ({ person, name, text }, state) => {
      if (person !== state.you?.person) {
        say(t("said.announcement", { name: name ?? t("common.nameless"), text: text ?? "" }));
      }
    },
    groupTurnGiven: ({ person }, state) => { if (isMine(state, person)) say(t("turns.saidYours")); },
    cardWritten: ({ person, name, group }, state) => {
      if (!isMine(state, person) && group === myGroup(state)?.group.id) {
        say(t("said.card", { name: name ?? t("common.nameless") }));
      }
    },
  };

  /** @param {string|null} group @param {Move["reason"]} reason @param {State} state */
  const reseat = (group, reason, state) => {
    seat.keep({ group, reason });
    say(seat.sentence(state));
  };

  /** @param {string} name @param {Record<string, any>} fields @param {State} state */
  return (name, fields, state) => {
    if (Object.hasOwn(told, name)) told[name](fields, state);
  };
}

/**
 * All that one has to know at once: which group, where, with whom, on what.
 * @param {State} state
 */
function whereAmI(state) {
  const seat = myGroup(state);
  if (!seat || !state.room) return t("said.noGroup");
  const { group, round, person } = seat;
  const names = namesIn(state.room, group.members.filter((id) => id !== person));
  const task = groupText(round, group, "task") ?? "";
  return t(names ? "said.group" : "said.groupAlone", { group: placeText(state.room, seat), names, task }).trim();
}
