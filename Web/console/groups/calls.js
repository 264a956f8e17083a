// Knows what groups ask of the leads, longest first: help and more time. A visit answers a call for help.
import { el, list, name, say, show } from "../../shared/page/html.js";
import { called, sendSignal, visitGroup } from "../../shared/model/group.js";
import { helpCalls, timeWishes } from "../../shared/model/board.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {{group: import("../../shared/texts/i18n.js").Param, id: string, kind: "help"|"time", since: number}} Call */
/** @typedef {{text: HTMLElement, go: HTMLButtonElement, done: HTMLButtonElement, call: Call}} Row */

const MINUTE_MILLISECONDS = 60_000;

/**
 * The list; it stands where nobody calls, so that nothing moves when somebody does.
 * @param {Desk} desk
 * @param {(group: string) => void} visit
 */
export function callsPart(desk, visit) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ul", { class: "call-list" });
  const empty = el("p", { class: "quiet small", t: "board.callsEmpty" });
  const node = el("section", { class: "console-part calls", "aria-labelledby": "calls-title" },
    el("div", { class: "part-head" }, el("h2", { id: "calls-title", t: "board.calls" })), empty, rows, trouble);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /** @param {Call} call */
  function create(call) {
    const row = { text: el("span", { class: "call-text" }), call,
      go: el("button", { type: "button", class: "button", t: "board.visit", on: { click: () => visit(row.call.id) } }),
      done: el("button", { type: "button", class: "button bare", on: { click: () =>
        desk.act(sendSignal(row.call.kind === "help" ? "helped" : "timeHeard", row.call.id), trouble) } }) };
    const made = el("li", { class: "call-row", data: { kind: call.kind } }, row.text, row.go, row.done);
    parts.set(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {Call} call @param {number} index */
  function refresh(made, call, index) {
    const row = /** @type {Row} */ (parts.get(made));
    row.call = call;
    // While a group calls, to go there is the thing to do now.
    row.go.classList.toggle("primary", index === 0);
    show(row.go, call.kind === "help");
    name(row.go, "board.visitOf", { group: call.group });
    say(row.done, call.kind === "help" ? "board.helped" : "board.heard");
    name(row.done, call.kind === "help" ? "board.helpedOf" : "board.heardOf", { group: call.group });
  }

  return {
    node,
    /** @param {import("../../shared/model/types.js").Round|null} round */
    update(round) {
      const calls = [
        ...helpCalls(round).map(({ group, n }) => ({ group: called(group, n), id: group.id, kind: /** @type {const} */ ("help"),
          since: group.helpSince ?? 0 })),
        ...timeWishes(round).map(({ group, n }) => ({ group: called(group, n), id: group.id, kind: /** @type {const} */ ("time"),
          since: group.moreTimeSince ?? 0 })),
      ];
      node.dataset.calls = String(calls.length);
      show(empty, calls.length === 0);
      list(rows, calls, (call) => `${call.kind} ${call.id}`, create, refresh);
    },
    /** @param {number} moment */
    tick(moment) {
      for (const made of /** @type {Iterable<HTMLElement>} */ (rows.children)) {
        const row = parts.get(made);
        if (!row) continue;
        const count = Math.floor(Math.max(0, moment - row.call.since) / MINUTE_MILLISECONDS);
        say(row.text, row.call.kind === "help" ? "board.callHelp" : "board.callTime", { group: row.call.group, count });
      }
    },
  };
}

/**
 * Visits a group, or leaves it when one is there.
 * @param {Desk} desk
 * @param {import("../../shared/model/types.js").Round|null} round
 * @param {string} id
 * @param {HTMLElement} trouble
 */
export function toggleVisit(desk, round, id, trouble) {
  const isThere = round?.groups.find((group) => group.id === id)?.visitors.includes(desk.state?.you?.person ?? "");
  return desk.act(visitGroup(isThere ? null : id), trouble);
}
