// Knows the people at the door of a room whose lobby is on.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { admit, deny } from "../../shared/model/commands.js";
import { waitingSeats } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";
import { nameOf } from "../names.js";

/** @typedef {{id: string, person: import("../../shared/model/types.js").Waiting}} Caller */
/**
 * @typedef {{name: HTMLElement, school: HTMLElement, mode: HTMLElement, yes: HTMLButtonElement,
 *   no: HTMLButtonElement}} Row
 */

/**
 * The part; hidden while nobody waits.
 * @param {import("../desk.js").Desk} desk
 */
export function lobbyPart(desk) {
  const title = el("h2", { id: "lobby-title" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const all = el("button", { type: "button", class: "button", t: "console.run.admitAll",
    on: { click: () => admitAll() } });
  const rows = el("ul", { class: "console-queue" });
  const node = el("section", { class: "console-card console-lobby", "aria-labelledby": "lobby-title",
    data: { tab: "now" }, hidden: true },
    el("div", { class: "console-part-head" }, title, all), trouble, rows);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  function callers() { return desk.state?.room ? waitingSeats(desk.state.room) : []; }

  function admitAll() { for (const { id } of callers()) desk.act(admit(id), trouble); }

  function admitFirst() {
    const [first] = callers();
    if (first) desk.act(admit(first.id), trouble);
  }

  /** @param {Caller} caller */
  function create({ id }) {
    const row = {
      name: el("span", { class: "console-queue-name" }), school: el("span", { class: "quiet small" }),
      mode: el("span", { class: "quiet small" }),
      yes: el("button", { type: "button", class: "button", t: "console.run.admit",
        on: { click: () => desk.act(admit(id), trouble) } }),
      no: el("button", { type: "button", class: "button bare", t: "console.run.deny",
        on: { click: () => desk.act(deny(id), trouble) } }),
    };
    const made = el("li", { class: "console-queue-row" },
      el("span", { class: "console-queue-text" }, row.name, " ", row.school, " ", row.mode), row.yes, row.no);
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
    nameOf(row.name, person);
    put(row.school, person.school ?? "");
    say(row.mode, `mode.${person.mode}`);
    const params = { name: row.name.textContent ?? "" };
    name(row.yes, "console.run.admitOf", params);
    name(row.no, "console.run.denyOf", params);
    if (index === 0) hint(row.yes, "admit");
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room }) {
    const waiting = room?.details.phase === "open" ? waitingSeats(room) : [];
    show(node, waiting.length > 0);
    show(all, waiting.length > 1);
    say(title, "console.run.lobby", { count: waiting.length });
    list(rows, waiting, (one) => one.id, create, refresh);
  }

  return { node, update, admitFirst };
}
