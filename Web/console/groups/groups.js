// Knows the groups' side of the console: putting together, running, and what came back; which of the three is shown, and
// the button that leads there.
import { el, say, show } from "../../shared/page/html.js";
import { endedRound, helpCalls } from "../../shared/model/board.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { formingPart } from "../forming/forming.js";
import { harvestPart } from "./harvest.js";
import { hint } from "../keys.js";
import { livePart } from "./live.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {"forming"|"live"|"harvest"} Step */

/**
 * The part.
 * @param {Desk} desk
 * @param {{adjust: (seconds: number) => void, endSoon: () => void}} time
 */
export function groupsPart(desk, time) {
  /** Whether forming was asked for, although groups run or just ended. */
  let isAnew = false;
  /** @type {Step|null} */
  let step = null;
  const forming = formingPart(desk, () => { isAnew = false; update(); });
  const live = livePart(desk, { ...time, anew: () => anew() });
  const harvest = harvestPart(desk, { again: (round) => again(round), anew: () => anew() });
  const back = el("button", { type: "button", class: "button groups-back", hidden: true,
    on: { click: () => { isAnew = false; update(); focus(); } } });
  const node = el("div", { class: "console-groups", data: { tab: "groups" } }, back, forming.node, live.node,
    harvest.node);

  function anew() {
    isAnew = true;
    update();
    forming.focus();
  }

  /** @param {import("../../shared/model/types.js").Round} round */
  function again(round) {
    forming.take(round);
    anew();
  }

  function focus() {
    if (step === "live") live.focus();
    else if (step === "harvest") harvest.focus();
    else forming.focus();
  }

  function update() {
    const room = desk.state?.room;
    if (!room) return;
    const round = runningRound(room);
    const ended = endedRound(room);
    const before = step;
    if (isAnew) step = "forming";
    else if (round) step = "live";
    else step = ended ? "harvest" : "forming";
    // Whoever was on a part that goes away is taken along.
    const hadFocus = node.contains(document.activeElement);
    show(forming.node, step === "forming");
    show(live.node, step === "live");
    show(harvest.node, step === "harvest");
    show(back, isAnew && (round || ended));
    say(back, round ? "board.backToLive" : "board.backToHarvest");
    node.dataset.step = step;
    if (step === "forming") forming.update();
    if (step === "live") live.update();
    if (step === "harvest" && ended) harvest.show(ended);
    if (before !== null && before !== step && hadFocus) focus();
  }

  return {
    node,
    update,
    focus,
    /** @param {import("../../shared/model/types.js").Entry} entry */
    entry(entry) {
      live.entry(entry);
      // New groups run: whatever another lead was preparing stays, but is not in the way.
      if (entry.event.groupsEnded && step === "live") isAnew = false;
    },
    /** @param {number} moment */
    tick(moment) { if (step === "live") live.tick(moment); },
    /** Opens the message to all, if groups run. */
    write() { if (step === "live") live.write(); },
  };
}

/**
 * The button to the groups and back, which says what happens there.
 * @param {() => void} toggle
 */
export function groupsButton(toggle) {
  const node = hint(el("button", { type: "button", class: "button console-groups-button", "aria-pressed": "false",
    on: { click: toggle } }), "groups");
  return {
    node,
    /** @param {import("../../shared/model/types.js").Room|null} room @param {boolean} isOpen */
    update(room, isOpen) {
      const calls = helpCalls(runningRound(room)).length;
      const count = runningRound(room)?.groups.length ?? 0;
      const waiting = Object.keys(room?.waiting ?? {}).length;
      node.dataset.help = String(calls > 0 && !isOpen);
      // The part of the agenda for groups is here, and nobody has formed any.
      node.dataset.wanted = String(currentSegment(room)?.kind === "breakout" && count === 0 && !isOpen);
      node.setAttribute("aria-pressed", String(isOpen));
      if (isOpen && waiting > 0) say(node, "board.toMeetingWaiting", { count: waiting });
      else if (isOpen) say(node, "board.toMeeting");
      else if (calls > 0) say(node, "board.toGroupsHelp", { count: calls });
      else if (count > 0) say(node, "board.toGroupsRunning", { count });
      else say(node, "board.toGroups");
    },
  };
}
