// Knows who is here without a group, and who came late and where the rule put them, with the reason. They are chosen
// and moved like everybody else.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { numberOf, unseated } from "../../shared/model/board.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { memberList } from "./member.js";
import { nameText } from "../names.js";

/** @typedef {import("../../shared/model/types.js").Entry} Entry */
/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {{key: string, person: string, group: string, reason: string}} Notice */

const SHOWN = 4;

/**
 * The part.
 * @param {{toggle: (id: string) => void, isChosen: (id: string) => boolean}} on
 */
export function seatlessPart(on) {
  /** @type {Notice[]} */
  let notices = [];
  const free = el("ul", { class: "member-list" });
  const nobody = el("p", { class: "quiet small", t: "board.everybodySits" });
  const news = el("ul", { class: "latecomers small" });
  const node = el("section", { class: "console-card", "aria-labelledby": "seatless-title", data: { group: "0" } },
    el("h2", { id: "seatless-title", t: "board.noGroup" }), nobody, free, news);

  return {
    node,
    /** @param {Entry} entry */
    entry({ sequence, event }) {
      const { peopleMoved, groupOpened } = event;
      /** @type {Notice[]} */
      const found = [];
      for (const { person, to, reason } of peopleMoved?.moves ?? []) {
        if (to && reason) found.push({ key: `${sequence} ${person}`, person, group: to, reason });
      }
      if (groupOpened?.reason) {
        for (const { group, members } of groupOpened.groups) {
          for (const person of members) {
            found.push({ key: `${sequence} ${person}`, person, group, reason: groupOpened.reason });
          }
        }
      }
      if (event.groupsFormed) notices = [];
      notices = [...found.reverse(), ...notices].slice(0, SHOWN);
    },
    /** @param {State} state */
    update({ room }) {
      if (!room) return;
      const round = runningRound(room);
      const left = unseated(room, round);
      memberList(free, left.map(({ id, person }) => ({ id, name: nameText(person), mode: person.mode, isPresent: true,
        isChosen: on.isChosen(id), badges: [] })), on.toggle);
      show(nobody, left.length === 0);
      list(news, notices, (one) => one.key, () => el("li", {}), (row, { person, group, reason }) => {
        const n = numberOf(round, group);
        if (n > 0) say(row, `board.late.${reason}`, { name: nameText(room.people?.[person]), n });
        else put(row, nameText(room.people?.[person]));
      });
      show(news, notices.length > 0);
    },
  };
}
