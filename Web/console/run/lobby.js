// Knows the people at the door: of a room whose lobby is on, and of one that is not open yet.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { admit, deny } from "../../shared/model/commands.js";
import { earlySeats, waitingSeats } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";
import { nameOf } from "../names.js";
import { fold } from "./folded.js";

/** @typedef {{id: string, person: import("../../shared/model/types.js").Waiting}} Caller */
/**
 * @typedef {{name: HTMLElement, school: HTMLElement, since: HTMLElement, yes: HTMLButtonElement, no: HTMLButtonElement,
 *   at: number}} Row
 */

const SHOWN = 3;
const MINUTE_MILLISECONDS = 60_000;

/**
 * The part; hidden while nobody waits.
 * @param {import("../desk.js").Desk} desk
 */
export function lobbyPart(desk) {
  const title = el("h2", { id: "lobby-title", t: "console.run.lobby", tabindex: "-1" });
  const many = el("span", { class: "numbers" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const all = el("button", { type: "button", class: "button bare", t: "console.run.admitAll",
    on: { click: () => admitAll() } });
  const rows = el("ul", { class: "rows console-queue" });
  const rest = fold(rows, SHOWN, "console.run.moreWait");
  const hintLine = el("p", { class: "hint", t: "console.run.earlyHint", hidden: true });
  const node = el("section", { class: "console-part console-lobby", "aria-labelledby": "lobby-title",
    data: { tab: "now" }, hidden: true },
    el("div", { class: "part-head" }, title, many, all), trouble, rows, rest.button, hintLine);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  function callers() { return desk.state?.room ? waitingSeats(desk.state.room) : []; }
  function isOpen() { return desk.state?.room?.details.phase === "open"; }

  function admitAll() { for (const { id } of callers()) desk.act(admit(id), trouble); }

  function admitFirst() {
    const [first] = callers();
    if (first && isOpen()) desk.act(admit(first.id), trouble);
  }

  /** @param {Caller} caller */
  function create({ id }) {
    const row = {
      name: el("span", { class: "console-queue-name row-name" }), at: 0,
      school: el("span", { class: "row-of", "data-may-shorten": true }), since: el("span", { class: "quiet numbers small" }),
      yes: el("button", { type: "button", class: "button bare", t: "console.run.admit",
        on: { click: () => desk.act(admit(id), trouble) } }),
      no: el("button", { type: "button", class: "button bare", t: "console.run.deny",
        on: { click: () => desk.act(deny(id), trouble) } }),
    };
    const made = el("li", { class: "console-queue-row" }, row.name, row.school, row.since, row.no, row.yes);
    parts.set(made, row);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {Caller} caller
   * @param {number} index
   */
  function refresh(made, { person }, index) {
    const row = parts.get(made);
    if (!row) return;
    row.at = person.since;
    nameOf(row.name, person);
    if (person.school) put(row.school, person.school);
    else say(row.school, `mode.${person.mode}`);
    const params = { name: row.name.textContent ?? "" };
    name(row.yes, "console.run.admitOf", params);
    name(row.no, "console.run.denyOf", params);
    for (const button of [row.yes, row.no]) show(button, isOpen());
    if (index === 0) hint(row.yes, "admit");
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update(state) {
    const { room } = state;
    const atDoor = room && room.details.phase !== "ended" ? waitingSeats(room) : [];
    const early = earlySeats(state);
    const waiting = [...atDoor, ...early];
    // The part goes with the last who waited: whoever was on it goes on with the people they became.
    if (waiting.length === 0 && node.contains(document.activeElement)) document.getElementById("people-title")?.focus();
    show(node, waiting.length > 0);
    show(all, waiting.length > 1 && isOpen());
    show(hintLine, early.length > 0);
    put(many, String(waiting.length));
    list(rows, waiting, (one) => one.id, create, refresh);
    rest.update();
    tick(now());
  }

  /** @param {number} moment */
  function tick(moment) {
    for (const made of /** @type {Iterable<HTMLElement>} */ (rows.children)) {
      const row = parts.get(made);
      if (row) say(row.since, "console.run.waited", { count: Math.floor(Math.max(0, moment - row.at) / MINUTE_MILLISECONDS) });
    }
  }

  return { node, update, tick, admitFirst, focus() { title.focus(); } };
}
