// Knows who speaks now and who is next, and the taps that give and take the floor.
import { exact } from "../../shared/texts/durations.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { callOn, endTurn } from "../../shared/model/commands.js";
import { currentSegment, nextSegment, queueSeats, speaker } from "../../shared/model/selectors.js";
import { icon } from "../../shared/parts/icons.js";
import { hint } from "../keys.js";
import { nameOf } from "../names.js";
import { fold } from "./folded.js";

/** @typedef {ReturnType<typeof queueSeats>[number]} Place */
/** @typedef {{name: HTMLElement, school: HTMLElement, since: HTMLElement, call: HTMLButtonElement, at: number}} Row */

const SHOWN = 3;
const MINUTE_MILLISECONDS = 60_000;

/**
 * The part.
 * @param {import("../desk.js").Desk} desk
 */
export function speakingPart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const who = el("span", { class: "console-speaker row-name" });
  const school = el("span", { class: "row-of", "data-may-shorten": true });
  const since = el("span", { class: "quiet numbers small" });
  const stop = hint(el("button", { type: "button", class: "button bare", t: "console.run.stop",
    on: { click: () => end() } }), "stop");
  const carries = el("input", { type: "checkbox", id: "carries-turn",
    on: { change: () => { carried = carries.checked ? turnKey() : null; } } });
  const carry = el("label", { class: "check small", for: "carries-turn", hidden: true }, carries,
    el("span", { t: "console.run.carry" }));
  const call = hint(el("button", { type: "button", class: "button bare", t: "console.run.callNext",
    on: { click: () => callNext() } }), "hand");
  const empty = el("p", { class: "quiet console-nobody", t: "console.run.queueEmpty" });
  const queue = el("ol", { class: "rows console-queue", label: "console.run.queue" });
  const rest = fold(queue, SHOWN, "console.run.moreHands");
  const heading = el("h2", { id: "speaking-title", t: "console.run.speaking", tabindex: "-1" });
  const floor = el("div", { class: "console-floor" }, icon("speaking"), who, school, since, stop);
  const node = el("section", { class: "console-part console-speaking", "aria-labelledby": "speaking-title",
    data: { tab: "now" } },
    el("div", { class: "part-head" }, heading, call), floor, carry, trouble, empty, queue, rest.button);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /** @type {string|null} the turn that is to go on in the next item */
  let carried = null;

  /** A turn is told from the next one, also of the same person, and from itself in another item. */
  function turnKey() {
    const room = desk.state?.room;
    return room?.turn ? `${room.turn.person} ${room.turn.startedAt} ${room.current}` : null;
  }

  /** Whether whoever speaks goes on when the next item opens. */
  function isCarried() { return carried !== null && carried === turnKey(); }

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
      name: el("span", { class: "console-queue-name row-name" }), at: 0,
      school: el("span", { class: "row-of", "data-may-shorten": true }), since: el("span", { class: "quiet numbers small" }),
      call: el("button", { type: "button", class: "button bare", t: "console.run.call",
        on: { click: () => desk.act(callOn(id), trouble) } }),
    };
    const made = el("li", { class: "console-queue-row" }, row.name, row.school, row.since, row.call);
    parts.set(made, row);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Place} place
   */
  function refresh(made, { person, raisedAt }) {
    const row = parts.get(made);
    if (!row) return;
    row.at = raisedAt;
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
    rest.update();
    show(empty, seats.length === 0 && turn);
    call.disabled = seats.length === 0;
    show(stop, turn);
    show(carry, turn && currentSegment(room) && nextSegment(room));
    carries.checked = isCarried();
    show(since, turn);
    floor.dataset.speaks = String(turn !== null);
    put(school, turn?.person?.school ?? "");
    if (turn) {
      nameOf(who, turn.person);
      name(stop, "console.run.stopOf", { name: who.textContent ?? "" });
    } else say(who, seats.length > 0 ? "console.run.nobodySpeaks" : "console.run.nobodyAtAll");
    tick(now());
  }

  /** @param {number} moment */
  function tick(moment) {
    const turn = desk.state?.room ? speaker(desk.state.room) : null;
    if (turn) put(since, exact(Math.max(0, moment - turn.startedAt)));
    for (const made of /** @type {Iterable<HTMLElement>} */ (queue.children)) {
      const row = parts.get(made);
      if (row) say(row.since, "console.run.waited", { count: Math.floor(Math.max(0, moment - row.at) / MINUTE_MILLISECONDS) });
    }
  }

  return { node, update, tick, callNext, end, isCarried, focus() { heading.focus(); } };
}
