// Knows who is here without a group, and who came late and where the rule put them, with the reason. They are chosen
// and moved like everybody else.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { called } from "../../shared/model/group.js";
import { numbered, unseated } from "../../shared/model/board.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { memberList } from "./member.js";
import { personText } from "../names.js";
import { offeredSeats, takeSeats } from "./seats.js";
import { failureText } from "../../shared/texts/rejection.js";
import { HTTPFailure } from "../../shared/line/http.js";

/** @typedef {import("../../shared/model/types.js").Entry} Entry */
/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {{key: string, person: string, group: string, reason: string}} Notice */

const SHOWN = 4;

/**
 * The part.
 * @param {{toggle: (id: string) => void, isChosen: (id: string) => boolean}} on
 * @param {import("../desk.js").Desk} desk @param {HTMLElement} trouble
 */
export function seatlessPart(on, desk, trouble) {
  /** @type {Notice[]} */
  let notices = [];
  const free = el("ul", { class: "member-list" });
  const nobody = el("p", { class: "quiet small", t: "board.everybodySits" });
  const news = el("ul", { class: "latecomers small" });
  const rest = el("button", { type: "button", class: "button", t: "forming.placeRest", hidden: true,
    on: { click: () => placeRest() } });
  const node = el("section", { class: "console-part", "aria-labelledby": "seatless-title", data: { group: "0" } },
    el("div", { class: "part-head" }, el("h2", { id: "seatless-title", t: "board.noGroup" })), nobody, free, rest, news);

  /** Seats for all who have none; nobody who sits is moved. */
  async function placeRest() {
    rest.disabled = true;
    try {
      show(trouble, false);
      await takeSeats(desk, await offeredSeats(desk.meeting, "rest"), trouble);
    } catch (failure) {
      put(trouble, failure instanceof HTTPFailure ? failureText(failure) : t("error.failed"));
      show(trouble, true);
    }
    rest.disabled = false;
  }

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
      memberList(free, left.map(({ id, person }) => ({ id, name: personText(room, id), mode: person.mode, isPresent: true,
        isChosen: on.isChosen(id), badges: [] })), on.toggle);
      show(nobody, left.length === 0);
      show(rest, left.length > 0);
      list(news, notices, (one) => one.key, () => el("li", {}), (row, { person, group: id, reason }) => {
        const seat = numbered(round).find(({ group }) => group.id === id);
        if (seat) say(row, `board.late.${reason}`, { name: personText(room, person), group: called(seat.group, seat.n) });
        else put(row, personText(room, person));
      });
      show(news, notices.length > 0);
    },
  };
}
