// Knows the groups while they run: their time, their tiles, who calls, one message to all, and the end. Several people
// are moved as one act.
import { confirm } from "../../shared/parts/dialog.js";
import { exact, leftInWords } from "../../shared/texts/durations.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { now as clock } from "../../shared/line/time.js";
import { adjustRound, endGroups, movePeople, openGroup } from "../../shared/model/commands-groups.js";
import { called } from "../../shared/model/group.js";
import { canSit, withCompanions } from "../../shared/model/board.js";
import { currentSegment, nextSegment, seats } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { countdown, roundEnd, timetable } from "../../shared/model/selectors-time.js";
import { callsPart, toggleVisit } from "./calls.js";
import { exportButtons, listedRound } from "./exports.js";
import { limit } from "../../shared/limits.js";
import { nameBridge, openRunningGroup } from "./sheet.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { hint } from "../keys.js";
import { putFigure } from "../run/figure.js";
import { messageAllPart } from "./message-all.js";
import { personText } from "../names.js";
import { repairPart } from "./repair.js";
import { emptyPlan } from "../forming/plan.js";
import { sources } from "../forming/within.js";
import { seatlessPart } from "./seatless.js";
import { selectionBar } from "./selection.js";
import { groupTiles } from "./tiles.js";

/** @typedef {import("../desk.js").Desk} Desk */

const LAST_MILLISECONDS = 60_000;

/**
 * The part.
 * @param {Desk} desk
 * @param {{adjust: (seconds: number) => void, endSoon: () => void, anew: () => void, pairs:
 *   (from: import("../forming/within.js").Source[], trouble: HTMLElement) => void}} on `anew` opens forming; `pairs` cuts each
 *   group into pairs
 */
export function livePart(desk, on) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const title = el("h2", { id: "live-title", tabindex: "-1" });
  const kicker = el("p", { class: "quiet" });
  const left = el("p", { class: "live-left" });
  const exactly = el("p", { class: "quiet numbers small" });
  const bar = el("progress", { class: "thread", max: "1", "aria-hidden": "true" });
  const plus = hint(button("console.run.more1", () => adjust(60)), "more");
  const five = hint(button("console.run.more5", () => adjust(300)), "five");
  const last = hint(button("console.run.endIn1", () => endSoon()), "end");
  const anew = button("board.anew", () => on.anew());
  const pairs = button("board.pairs", () => on.pairs(large(), trouble));
  const alone = el("p", { class: "small", hidden: true });
  const end = button("board.end", () => finish());
  for (const step of [plus, five, last]) step.classList.add("tool");
  const head = el("div", { class: "live-head" }, el("div", { class: "live-clock" },
    el("div", {}, kicker, title), el("div", { class: "live-time" }, left, exactly)), bar,
  el("div", { class: "live-actions" }, end, plus, five, last));
  const thenTime = el("span", { class: "quiet numbers" });
  const thenTitle = el("span");
  const then = el("section", { class: "console-part live-then", "aria-labelledby": "live-then" },
    el("div", { class: "part-head" }, el("h2", { id: "live-then", t: "board.then" })),
    el("p", {}, thenTime, " ", thenTitle), el("p", { class: "quiet small", t: "board.thenWarn" }));
  /** @type {{update: () => void}|null} */
  let sheet = null;
  const watch = (/** @type {typeof sheet} */ opened) => { sheet = opened; };

  const selection = selectionBar({
    groups: () => (round()?.groups ?? []).map((group, index) => ({ group: called(group, index + 1) })),
    nameOf, numberOf,
    move: (ids, to) => move(together(ids), to === 0 ? null : round()?.groups[to - 1]?.id ?? null),
    swap: (one, other) => trade(one, other),
    more: (ids) => (ids.length > 0 ? [{ key: "board.newGroup", run: () => {
      desk.act(openGroup({ members: together(ids), roles: {}, texts: {} }), trouble);
    } }] : []),
  });
  const pick = { toggle: selection.toggle, isChosen: selection.has };
  const visit = (/** @type {string} */ id) => { toggleVisit(desk, round(), id, trouble); };
  const tiles = groupTiles({ ...pick, visit, open: (id) => openRunningGroup(desk, id, watch),
    bridge: (id, anchor) => nameBridge(desk, id, anchor, trouble) });
  const calls = callsPart(desk, visit);
  const message = messageAllPart(desk);
  const seatless = seatlessPart(pick, desk, trouble);
  const repair = repairPart(desk, trouble, () => title.focus());
  const exporting = exportButtons(() => {
    const now = round();
    return now ? listedRound(now, desk.state?.room?.people ?? {}) : [];
  }, desk);
  const node = el("section", { class: "console-live", "aria-labelledby": "live-title" },
    el("div", { class: "live-main" }, head, trouble, alone, el("div", { class: "live-board" }, tiles.node), selection.node),
    el("div", { class: "live-side" }, calls.node, repair.node, seatless.node, message.node, then,
      el("div", { class: "live-more" }, anew, pairs, exporting.node)));
  selection.listen(update);
  node.addEventListener("keydown", selection.key);

  /** @param {string} key @param {() => void} click */
  function button(key, click) { return el("button", { type: "button", class: "button", t: key, on: { click } }); }
  function round() { return runningRound(desk.state?.room ?? null); }
  /** @param {string} id */
  function nameOf(id) { return personText(desk.state?.room, id); }
  /** @param {string} id */
  function numberOf(id) { return (round()?.groups ?? []).findIndex((group) => group.members.includes(id)) + 1; }
  /** @param {string[]} ids */
  function together(ids) { return desk.state?.room ? withCompanions(desk.state.room, ids) : ids; }

  /** The groups at work, where pairs can be cut from them. */
  function large() { return desk.state?.room && round() ? sources(desk.state.room, emptyPlan(), []) : []; }

  /** @param {string[]} people @param {string|null} to */
  function move(people, to) { desk.act(movePeople(people.map((person) => ({ person, to }))), trouble); }

  /** @param {string} one @param {string} other */
  function trade(one, other) {
    const groups = round()?.groups ?? [];
    const at = (/** @type {string} */ id) => groups[numberOf(id) - 1]?.id ?? null;
    desk.act(movePeople([...together([one]).map((person) => ({ person, to: at(other) })),
      ...together([other]).map((person) => ({ person, to: at(one) }))]), trouble);
  }

  /** @param {number} seconds of the groups' own time, or of the item's where they have none */
  function adjust(seconds) {
    if (seconds === 0) return;
    if (roundEnd(round()) === null) on.adjust(seconds);
    else desk.act(adjustRound(seconds), trouble);
  }

  /** Leaves one minute, also when the time is already over. */
  function endSoon() {
    const end = roundEnd(round());
    if (end === null) on.endSoon();
    else adjust(Math.round((clock() + LAST_MILLISECONDS - end) / 1000));
  }

  async function finish() {
    const isSure = await confirm({ title: "board.endAsk", text: "board.endText", yes: "board.end" });
    if (isSure) desk.act(endGroups(), trouble);
  }

  function update() {
    const state = desk.state;
    const now = round();
    if (!state?.room || !now) return;
    selection.keep(seats(state.room).filter(({ person }) => canSit(person)).map(({ id }) => id));
    say(title, "board.title", { count: now.groups.length });
    const single = now.groups.length > 1 ? now.groups.flatMap(({ members }) => (members.length === 1 ? members : [])) : [];
    show(alone, single.length > 0);
    if (single.length > 0) say(alone, "board.alone", { names: single.map(nameOf).join(", ") });
    show(pairs, large().length > 0);
    tiles.update(state.room, now, state.you?.person);
    calls.update(now);
    repair.update(state.room, now);
    message.update(state, now);
    seatless.update(state);
    sheet?.update();
    tick(clock());
  }

  /** @param {number} moment */
  function tick(moment) {
    tiles.tick(moment);
    calls.tick(moment);
    const room = desk.state?.room ?? null;
    const counted = countdown(room);
    const rest = counted ? counted.end - moment : null;
    const isComingBack = counted?.isRound === true && counted.end <= moment;
    what(currentSegment(room), moment);
    show(left, rest !== null);
    show(bar, rest !== null);
    show(exactly, rest !== null && (rest > 0 || isComingBack));
    for (const step of [plus, five, last]) step.disabled = rest === null;
    if (!room || !counted || rest === null) return;
    node.dataset.over = String(rest <= 0);
    putFigure(left, leftInWords(rest));
    if (rest > 0) {
      say(exactly, "console.run.exact", { clock: exact(rest), planned: exact(counted.allMilliseconds),
        end: timeOfDay(counted.end, room.details.zone) });
    } else if (isComingBack) {
      const grace = rest + limit("roundGraceMilliseconds");
      say(exactly, "board.backSoon", { count: Math.max(0, Math.ceil(grace / 1000)) });
    }
    bar.value = Math.min(1, Math.max(0, 1 - rest / counted.allMilliseconds));
  }

  /**
   * Which item the groups belong to, and what comes after it.
   * @param {import("../../shared/model/types.js").Segment|null} segment
   * @param {number} moment
   */
  function what(segment, moment) {
    const room = desk.state?.room;
    const following = room ? nextSegment(room) : null;
    show(kicker, segment);
    put(kicker, segment?.title ?? "");
    show(then, following);
    if (!room || !following) return;
    const start = timetable(room, moment).starts[(room.agenda ?? []).indexOf(following)];
    put(thenTime, start === null ? "" : timeOfDay(start, room.details.zone));
    put(thenTitle, following.title ?? "");
  }

  return {
    node,
    update,
    tick,
    /** @param {import("../../shared/model/types.js").Entry} entry */
    entry(entry) { seatless.entry(entry); },
    write() { message.focus(); },
    adjust,
    endSoon,
    key: selection.key,
    focus() { title.focus(); },
  };
}
