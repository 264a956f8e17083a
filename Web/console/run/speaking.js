// Knows who speaks now and who is next, and the taps that give and take the floor.
import { exact } from "../../shared/texts/durations.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { callOn, endTurn } from "../../shared/model/commands.js";
import { queueSeats, speaker } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";
import { nameOf } from "../names.js";

/** @typedef {import("../../shared/model/selectors.js").Seat} Seat */
/** @typedef {{id: string, person: import("../../shared/model/types.js").Person|null, place: number}} Place */

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 */
export function speakingPart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const who = el("p", { class: "console-speaker" });
  const since = el("p", { class: "quiet numbers small" });
  const stop = hint(el("button", { type: "button", class: "button", t: "console.run.stop",
    on: { click: () => end() } }), "stop");
  const call = hint(el("button", { type: "button", class: "button primary", t: "console.run.callNext",
    on: { click: () => callNext() } }), "hand");
  const empty = el("p", { class: "quiet", t: "console.run.queueEmpty" });
  const queue = el("ol", { class: "console-queue", label: "console.run.queue" });
  const node = el("section", { class: "console-card console-speaking", "aria-labelledby": "speaking-title",
    data: { tab: "now" } },
    el("div", { class: "console-part-head" }, el("h2", { id: "speaking-title", t: "console.run.speaking" }), call),
    el("div", { class: "console-floor" }, el("div", {}, who, since), stop), trouble, empty, queue);
  /** @type {WeakMap<HTMLElement, {name: HTMLElement, school: HTMLElement, call: HTMLButtonElement}>} */
  const parts = new WeakMap();

  function callNext() {
    const [first] = desk.state?.room ? queueSeats(desk.state.room) : [];
    if (first) desk.act(callOn(first.id), trouble);
  }

  function end() {
    const turn = desk.state?.room ? speaker(desk.state.room) : null;
    if (turn) desk.act(endTurn(turn.id), trouble);
  }

  /** @param {Place} place */
  function create({ id }) {
    const row = {
      name: el("span", { class: "console-queue-name" }), school: el("span", { class: "quiet small" }),
      call: el("button", { type: "button", class: "button bare", t: "console.run.call",
        on: { click: () => desk.act(callOn(id), trouble) } }),
    };
    const made = el("li", { class: "console-queue-row" }, el("span", { class: "console-queue-text" }, row.name, " ",
      row.school), row.call);
    parts.set(made, row);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Place} place
   */
  function refresh(made, { person }) {
    const row = parts.get(made);
    if (!row) return;
    nameOf(row.name, person);
    put(row.school, person?.school ?? "");
    name(row.call, "console.run.callOf", { name: row.name.textContent ?? "" });
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room }) {
    show(node, room?.details.phase === "open");
    if (!room) return;
    const seats = queueSeats(room);
    const turn = speaker(room);
    list(queue, seats, (one) => one.id, create, refresh);
    show(empty, seats.length === 0);
    call.disabled = seats.length === 0;
    show(stop, turn);
    show(since, turn);
    if (turn) {
      nameOf(who, turn.person);
      name(stop, "console.run.stopOf", { name: who.textContent ?? "" });
      say(who, "console.run.nowSpeaking", { name: who.textContent ?? "" });
    } else say(who, "console.run.nobodySpeaks");
    tick(now());
  }

  /** @param {number} moment */
  function tick(moment) {
    const turn = desk.state?.room ? speaker(desk.state.room) : null;
    if (turn) say(since, "console.run.speakingFor", { clock: exact(Math.max(0, moment - turn.startedAt)) });
  }

  return { node, update, tick, callNext, end };
}
