// Knows the groups' side of the console: putting together, running, and what came back; which of the three is shown, and
// the button that leads there.
import { el, say, show } from "../../shared/page/html.js";
import { endedRound, helpCalls } from "../../shared/model/board.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { formingPart } from "../forming/forming.js";
import { waitingBreakout } from "../forming/prepared.js";
import { earlierRounds } from "./earlier.js";
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
  /** The opening of an item for which groups are prepared: they are shown at once, also after an earlier round. */
  let offered = "";
  /** @type {Step|null} */
  let step = null;
  const forming = formingPart(desk, () => { isAnew = false; update(); });
  const live = livePart(desk, { ...time, anew: () => anew(), pairs: forming.pairsWithin });
  const harvest = harvestPart(desk, { again: (round) => again(round), anew: () => anew() });
  const earlier = earlierRounds(desk);
  const back = el("button", { type: "button", class: "button groups-back", hidden: true,
    on: { click: () => { isAnew = false; update(); focus(); } } });
  const node = el("div", { class: "console-groups", data: { tab: "groups" } }, back, forming.node, live.node,
    harvest.node, earlier.node);

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
    const waiting = waitingBreakout(room);
    if (waiting && waiting.key !== offered) isAnew = true;
    if (!waiting && offered) isAnew = false;
    offered = waiting?.key ?? "";
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
    // Where groups are put together there is no room beside it, and the way back leads here.
    if (step === "forming") show(earlier.node, false);
    else earlier.update(step === "harvest" ? ended : null);
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
    /** Whether groups at work are looked at; their time is changed here. */
    isLive: () => step === "live",
    adjust: live.adjust,
    endSoon: live.endSoon,
    /** @param {number} moment */
    tick(moment) {
      if (step === "live") live.tick(moment);
      forming.tick(moment);
    },
    /** @param {KeyboardEvent} event @returns {boolean} whether it belongs to those who are chosen here */
    key(event) {
      if (step === "live") return live.key(event);
      return step === "forming" && forming.key(event);
    },
    /** Opens the message to all, if groups run. */
    write() { if (step === "live") live.write(); },
  };
}

/**
 * The button to the groups, which says what happens there.
 * @param {() => void} go
 */
export function groupsButton(go) {
  const node = hint(el("button", { type: "button", class: "tab console-groups-button", on: { click: go } }),
    "groups");
  return {
    node,
    /** @param {import("../../shared/model/types.js").Room|null} room @param {boolean} isOpen */
    update(room, isOpen) {
      const calls = helpCalls(runningRound(room)).length;
      const count = runningRound(room)?.groups.length ?? 0;
      node.dataset.help = String(calls > 0 && !isOpen);
      // The part of the agenda for groups is here, and nobody has formed any.
      node.dataset.wanted = String(currentSegment(room)?.kind === "breakout" && count === 0 && !isOpen);
      if (calls > 0) say(node, "board.toGroupsHelp", { count: calls });
      else if (count > 0) say(node, "board.toGroupsRunning", { count });
      else say(node, "board.toGroups");
    },
  };
}
