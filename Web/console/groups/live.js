// Knows the groups while they run: their time, their tiles, who calls, one message to all, and the end. Several people
// are moved as one act.
import { confirm } from "../../shared/parts/dialog.js";
import { exact, leftInWords } from "../../shared/texts/durations.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { now as clock } from "../../shared/line/time.js";
import { endGroups, movePeople, openGroup } from "../../shared/model/commands-groups.js";
import { canSit, withCompanions } from "../../shared/model/board.js";
import { currentSegment, seats } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { leftMilliseconds } from "../../shared/model/selectors-time.js";
import { callsPart, toggleVisit } from "./calls.js";
import { exportButtons, listedRound } from "./exports.js";
import { nameBridge, openRunningGroup } from "./sheet.js";
import { hint } from "../keys.js";
import { messageAllPart } from "./message-all.js";
import { nameText } from "../names.js";
import { seatlessPart } from "./seatless.js";
import { selectionBar } from "./selection.js";
import { groupTiles } from "./tiles.js";

/** @typedef {import("../desk.js").Desk} Desk */

/**
 * The part.
 * @param {Desk} desk
 * @param {{adjust: (seconds: number) => void, endSoon: () => void, anew: () => void}} on `anew` opens forming
 */
export function livePart(desk, on) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const title = el("h2", { id: "live-title", tabindex: "-1" });
  const left = el("p", { class: "live-left numbers" });
  const exactly = el("p", { class: "quiet numbers small" });
  const plus = hint(button("console.run.more1", () => on.adjust(60)), "more");
  const five = hint(button("console.run.more5", () => on.adjust(300)), "five");
  const last = hint(button("console.run.endIn1", () => on.endSoon()), "end");
  const anew = button("board.anew", () => on.anew());
  const end = button("board.end", () => finish());
  end.className = "button primary";
  const head = el("div", { class: "live-head" }, el("div", { class: "live-clock" }, title, el("div",
    { class: "live-time" }, left, exactly)), el("div", { class: "live-actions" }, plus, five, last, end));
  /** @type {{update: () => void}|null} */
  let sheet = null;
  const watch = (/** @type {typeof sheet} */ opened) => { sheet = opened; };

  const selection = selectionBar({
    groups: () => (round()?.groups ?? []).map((_, index) => ({ key: ["board.group", { n: index + 1 }] })),
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
  const seatless = seatlessPart(pick);
  const exporting = exportButtons(() => {
    const now = round();
    return now ? listedRound(now, desk.state?.room?.people ?? {}) : [];
  }, desk);
  const node = el("section", { class: "console-live", "aria-labelledby": "live-title" },
    el("div", { class: "live-main" }, head, trouble, el("div", { class: "live-board" }, tiles.node), selection.node),
    el("div", { class: "live-side" }, calls.node, message.node, seatless.node, el("div", { class: "console-card" }, anew,
      exporting.node)));
  selection.listen(update);
  node.addEventListener("keydown", selection.key);

  /** @param {string} key @param {() => void} click */
  function button(key, click) { return el("button", { type: "button", class: "button", t: key, on: { click } }); }
  function round() { return runningRound(desk.state?.room ?? null); }
  /** @param {string} id */
  function nameOf(id) { return nameText(desk.state?.room?.people?.[id]); }
  /** @param {string} id */
  function numberOf(id) { return (round()?.groups ?? []).findIndex((group) => group.members.includes(id)) + 1; }
  /** @param {string[]} ids */
  function together(ids) { return desk.state?.room ? withCompanions(desk.state.room, ids) : ids; }

  /** @param {string[]} people @param {string|null} to */
  function move(people, to) { desk.act(movePeople(people.map((person) => ({ person, to }))), trouble); }

  /** @param {string} one @param {string} other */
  function trade(one, other) {
    const groups = round()?.groups ?? [];
    const at = (/** @type {string} */ id) => groups[numberOf(id) - 1]?.id ?? null;
    desk.act(movePeople([...together([one]).map((person) => ({ person, to: at(other) })),
      ...together([other]).map((person) => ({ person, to: at(one) }))]), trouble);
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
    tiles.update(state.room, now, state.you?.person);
    calls.update(now);
    message.update(state, now);
    seatless.update(state);
    sheet?.update();
    tick(clock());
  }

  /** @param {number} moment */
  function tick(moment) {
    tiles.tick(moment);
    calls.tick(moment);
    const segment = currentSegment(desk.state?.room ?? null);
    const rest = segment ? leftMilliseconds(segment, moment) : null;
    show(left, rest !== null);
    show(exactly, rest !== null && rest > 0);
    for (const step of [plus, five, last]) step.disabled = rest === null;
    if (rest === null) return;
    node.dataset.over = String(rest <= 0);
    put(left, leftInWords(rest));
    if (rest > 0) put(exactly, exact(rest));
  }

  return {
    node,
    update,
    tick,
    /** @param {import("../../shared/model/types.js").Entry} entry */
    entry(entry) { seatless.entry(entry); },
    write() { message.focus(); },
    focus() { title.focus(); },
  };
}
