// Knows who sits alone in a group of those at work, and offers the lead the few moves that mend it: in words who goes
// where, done by one tap, and never by itself.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { called } from "../../shared/model/group.js";
import { lonely, numbered } from "../../shared/model/board.js";
import { personText } from "../names.js";
import { offeredSeats, takeSeats } from "./seats.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Round} Round */
/** @typedef {import("./seats.js").Offer} Offer */

/**
 * The part; it is there only while somebody is alone.
 * @param {import("../desk.js").Desk} desk @param {HTMLElement} trouble
 * @param {() => void} after takes the focus when the part goes with it
 */
export function repairPart(desk, trouble, after) {
  const who = el("ul", { class: "repair-list" });
  const moves = el("ul", { class: "repair-list quiet small" });
  const nothing = el("p", { class: "quiet small", t: "board.repairNone", hidden: true });
  const go = el("button", { type: "button", class: "button", on: { click: () => repair() } });
  const node = el("section", { class: "console-part repair", "aria-labelledby": "repair-title", hidden: true },
    el("div", { class: "part-head" }, el("h2", { id: "repair-title", t: "board.repair" })), who, moves, nothing, go);
  /** @type {Offer|null} */
  let offer = null;
  let asked = "";
  let isBusy = false;

  /** @param {string} about what it was asked for */
  async function ask(about) {
    offer = null;
    const found = await offeredSeats(desk.meeting, "repair").catch(() => null);
    // Somebody has come or gone meanwhile: that is asked for by itself.
    if (about !== asked) return;
    offer = found;
    draw();
  }

  async function repair() {
    if (!offer || isBusy) return;
    isBusy = true;
    await takeSeats(desk, offer, trouble);
    isBusy = false;
  }

  function draw() {
    const room = desk.state?.room;
    const round = room?.rounds?.at(-1);
    if (!room || !round) return;
    const alone = lonely(room, round);
    const seats = numbered(round);
    const titleOf = (/** @type {string|null|undefined} */ id) => {
      const seat = seats.find(({ group }) => group.id === id);
      return seat ? called(seat.group, seat.n) : "";
    };
    list(who, alone, ({ person }) => person, () => el("li", {}),
      (row, { person, group, n }) => say(row, "board.aloneIn", { name: personText(room, person), group: called(group, n) }));
    const steps = (offer?.moves ?? []).map(({ person, to }) => ({ person, to,
      from: round.groups.find((group) => group.members.includes(person))?.id }));
    list(moves, steps, ({ person }) => person, () => el("li", {}), (row, { person, from, to }) =>
      say(row, "board.repairMove", { name: personText(room, person), from: titleOf(from), to: titleOf(to) }));
    show(nothing, offer !== null && steps.length === 0);
    show(go, steps.length > 0);
    if (steps.length > 0) {
      put(go, t("board.repairGo", { names: steps.map(({ person }) => personText(room, person)).join(", ") }));
    }
  }

  return {
    node,
    /** @param {Room} room @param {Round} round */
    update(room, round) {
      const alone = lonely(room, round);
      const hadFocus = node.contains(document.activeElement);
      show(node, alone.length > 0);
      if (hadFocus && alone.length === 0) after();
      // Who is here in which group: with each change something else may help.
      const about = alone.length === 0 ? "" : JSON.stringify(round.groups.map((group) =>
        group.members.filter((id) => room.people?.[id]?.isPresent)));
      if (about !== asked) {
        asked = about;
        if (about) ask(about);
      }
      if (about) draw();
    },
  };
}
