// Knows who is stuck with a kit and asks to be seen, longest first, who is asked to go there, and that somebody helped.
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { giveHelp } from "../../shared/model/commands.js";
import { personName } from "./who.js";

/** @typedef {import("../../shared/model/types.js").HelpCall} HelpCall */
/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {{who: HTMLElement, since: HTMLElement, note: HTMLElement, peer: HTMLElement, mine: HTMLButtonElement,
 *   theirs: HTMLButtonElement, call: HelpCall}} Row */

const MINUTE_MILLISECONDS = 60_000;

/** @param {import("../desk.js").Desk} desk */
export function callsOfBench(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ul", { class: "bench-calls" });
  const empty = el("p", { class: "quiet small", t: "benchBoard.nobodyStuck" });
  const helps = el("p", { class: "quiet small numbers" });
  const node = el("section", { class: "console-part", "aria-labelledby": "bench-calls" },
    el("div", { class: "part-head" }, el("h2", { id: "bench-calls", t: "benchBoard.stuck" })), empty, rows, helps, trouble);
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();
  let segment = "";
  /** @type {Room|null} */
  let room = null;

  /** @param {Row} row @param {string|undefined} helper */
  function helped({ call }, helper) {
    if (helper) desk.act(giveHelp(segment, call.person, helper), trouble);
  }

  /** @param {HelpCall} call */
  function create(call) {
    /** @type {Row} */
    const row = { call, who: el("span", { class: "bench-call-name" }), since: el("span", { class: "quiet" }),
      note: el("p", { class: "bench-call-note" }), peer: el("p", { class: "quiet small" }),
      mine: el("button", { type: "button", class: "button", t: "benchBoard.iHelped",
        on: { click: () => helped(row, desk.state?.you?.person) } }),
      theirs: el("button", { type: "button", class: "button bare", on: { click: () => helped(row, row.call.peer) } }) };
    const made = el("li", { class: "bench-call" }, el("p", {}, row.who, " ", row.since), row.note, row.peer,
      el("div", { class: "row" }, row.mine, row.theirs));
    parts.set(made, row);
    return made;
  }

  /** @param {HTMLElement} made @param {HelpCall} call */
  function draw(made, call) {
    const row = parts.get(made);
    if (!row || !room) return;
    row.call = call;
    const who = personName(room, call.person);
    put(row.who, who);
    tell(row, now());
    show(row.note, call.note);
    put(row.note, call.note ?? "");
    name(row.mine, "benchBoard.iHelpedOf", { name: who });
    show(row.theirs, call.peer);
    if (call.peer) {
      const peer = personName(room, call.peer);
      say(row.peer, "benchBoard.peer", { name: peer });
      say(row.theirs, "benchBoard.peerHelped", { name: peer });
    } else say(row.peer, "benchBoard.noPeer");
  }

  /** @param {Row} row @param {number} moment */
  function tell({ since, call }, moment) {
    const count = Math.max(0, Math.floor((moment - call.since) / MINUTE_MILLISECONDS));
    put(since, t("benchBoard.call", { n: call.step + 1, count }));
  }

  return {
    node,
    /** @param {Room} next @param {import("../../shared/model/types.js").Bench} bench */
    update(next, bench) {
      room = next;
      segment = bench.segment;
      const calls = bench.calls ?? [];
      show(empty, calls.length === 0);
      say(helps, "benchBoard.helps", { count: bench.helps?.length ?? 0 });
      list(rows, calls, ({ person }) => person, create, draw);
    },
    /** @param {number} moment */
    tick(moment) {
      for (const made of /** @type {Iterable<HTMLElement>} */ (rows.children)) {
        const row = parts.get(made);
        if (row) tell(row, moment);
      }
    },
  };
}
