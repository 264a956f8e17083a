// Knows the agenda as it is planned: a list whose items move by buttons or Alt and arrows, no drag needed.
import { announce } from "../../shared/page/announce.js";
import { confirm } from "../../shared/parts/dialog.js";
import { minutes } from "../../shared/texts/durations.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { t, timeOfDay } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { moveSegment, removeSegment } from "../../shared/model/commands.js";
import { plannedEnd, plannedMilliseconds } from "../../shared/model/selectors-time.js";
import { findingList, planAdvice } from "./findings.js";
import { openSegmentForm } from "./segment-form.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../desk.js").Desk} Desk */
/**
 * The buttons of one row.
 * @typedef {{title: HTMLElement, kind: HTMLElement, time: HTMLElement, note: HTMLElement, up: HTMLButtonElement,
 *   down: HTMLButtonElement, edit: HTMLButtonElement, remove: HTMLButtonElement,
 *   advice: ReturnType<typeof findingList>}} Row
 */

/**
 * The list with its sums and the button that adds.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: import("../../shared/line/store.js").State) => void}}
 */
export function segmentList(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const empty = el("p", { class: "quiet", t: "console.prepare.empty" });
  const rows = el("ol", { class: "console-segments" });
  const sums = el("p", { class: "quiet" });
  const advice = planAdvice();
  /** @type {Map<string, import("./agenda-check.js").Finding[]>} */
  let found = new Map();
  const add = el("button", { type: "button", class: "button", t: "console.prepare.add",
    on: { click: () => openSegmentForm(desk, null) } });
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

  /**
   * @param {string} id
   * @returns {Segment|undefined}
   */
  const find = (id) => desk.state?.room?.agenda?.find((one) => one.id === id);

  /**
   * @param {string} id
   * @param {number} by
   */
  async function move(id, by) {
    const agenda = desk.state?.room?.agenda ?? [];
    const index = agenda.findIndex((one) => one.id === id) + by;
    if (index < 0 || index >= agenda.length) return;
    if (!(await desk.act(moveSegment(id, index), trouble))) return;
    announce(t("console.prepare.moved", { title: find(id)?.title ?? "", n: index + 1, all: agenda.length }));
  }

  /** @param {string} id */
  async function remove(id) {
    const params = { title: find(id)?.title ?? "" };
    const isSure = await confirm({ title: ["console.prepare.removeAsk", params], text: "console.prepare.removeText",
      yes: "console.prepare.remove", isDanger: true });
    if (isSure && await desk.act(removeSegment(id), trouble)) add.focus();
  }

  /** @param {Segment} segment */
  function create({ id }) {
    const button = (/** @type {string} */ text, /** @type {() => void} */ run) =>
      el("button", { type: "button", class: "button", ...(text.length > 1 ? { t: text } : { text }),
        on: { click: run } });
    /** @type {Row} */
    const row = {
      title: el("h3"), kind: el("span", { class: "console-kind" }), time: el("span", { class: "numbers" }),
      note: el("p", { class: "quiet small" }), advice: findingList(),
      up: button("↑", () => keepFocus(row.up, row.down, () => move(id, -1))),
      down: button("↓", () => keepFocus(row.down, row.up, () => move(id, 1))),
      edit: button("console.prepare.edit", () => openSegmentForm(desk, find(id) ?? null)),
      remove: button("console.prepare.remove", () => remove(id)),
    };
    const node = el("li", { class: "console-segment" },
      el("div", { class: "console-segment-text" }, el("p", { class: "console-segment-facts" }, row.kind, " ", row.time),
        row.title, row.note, row.advice.node),
      el("div", { class: "console-segment-actions" }, row.up, row.down, row.edit, row.remove));
    node.addEventListener("keydown", (event) => {
      if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      event.preventDefault();
      move(id, event.key === "ArrowUp" ? -1 : 1);
    });
    parts.set(node, row);
    return node;
  }

  /**
   * @param {HTMLElement} node
   * @param {Segment} segment
   * @param {number} index
   */
  function refresh(node, segment, index) {
    const row = /** @type {Row} */ (parts.get(node));
    const params = { title: segment.title ?? "" };
    const isFixed = desk.state?.room?.details.phase === "ended";
    put(row.title, segment.title ?? "");
    say(row.kind, `kind.${segment.kind}`);
    put(row.time, minutes(segment.timeboxSeconds));
    put(row.note, segment.note ?? "");
    show(row.note, segment.note);
    row.advice.update(found.get(segment.id) ?? []);
    name(row.up, "console.prepare.up", params);
    name(row.down, "console.prepare.down", params);
    name(row.edit, "console.prepare.editOf", params);
    name(row.remove, "console.prepare.removeOf", params);
    row.up.disabled = isFixed || index === 0;
    row.down.disabled = isFixed || index === (desk.state?.room?.agenda?.length ?? 0) - 1;
    row.edit.disabled = isFixed || segment.state === "done" || segment.state === "skipped";
    row.remove.disabled = isFixed || segment.runs.length > 0;
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room }) {
    if (!room) return;
    const agenda = room.agenda ?? [];
    const focused = document.activeElement;
    advise(room);
    list(rows, agenda, (one) => one.id, create, refresh);
    // Moving a row takes the focus off its button.
    if (focused instanceof HTMLElement && rows.contains(focused) && document.activeElement !== focused) focused.focus();
    show(empty, agenda.length === 0);
    show(rows, agenda.length > 0);
    add.disabled = room.details.phase === "ended";
    sum(room);
  }

  /** @param {Room} room */
  function advise(room) {
    // What was skipped is no part of the plan any more.
    const plan = (room.agenda ?? []).filter((one) => one.state !== "skipped");
    found = new Map();
    for (const one of advice.update(plan)) {
      if (one.index === undefined) continue;
      const { id } = plan[one.index];
      found.set(id, [...found.get(id) ?? [], one]);
    }
    advice.actual(room.details.phase === "planned" ? null : plan, now());
  }

  /** @param {Room} room */
  function sum(room) {
    const all = Math.round(plannedMilliseconds(room) / 60_000);
    const end = plannedEnd(room);
    show(sums, all > 0);
    show(advice.node, all > 0);
    if (end === null) say(sums, "console.prepare.totalOnly", { count: all });
    else say(sums, "console.prepare.total", { count: all, end: timeOfDay(end, room.details.zone) });
  }

  return { node: el("div", { class: "console-agenda-edit" }, empty, advice.node, rows, trouble, sums, add), update };
}

/**
 * Runs a move and leaves the focus on the button, or on its counterpart when the row has come to an end.
 * @param {HTMLButtonElement} button
 * @param {HTMLButtonElement} other
 * @param {() => Promise<void>} run
 */
async function keepFocus(button, other, run) {
  await run();
  requestAnimationFrame(() => (button.disabled ? other : button).focus());
}
