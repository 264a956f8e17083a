// Knows the agenda as it is planned: a timetable that opens in place. Items move by the menu or Alt and arrows, no drag
// needed; what is being typed stays whatever others change.
import { announce } from "../../shared/page/announce.js";
import { confirm } from "../../shared/parts/dialog.js";
import { el, list, say, show } from "../../shared/page/html.js";
import { recall, remember, storedKeys } from "../../shared/page/stored.js";
import { t, timeOfDay } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { addSegment, moveSegment, removeSegment } from "../../shared/model/commands.js";
import { plannedEnd, plannedMilliseconds } from "../../shared/model/selectors-time.js";
import { planOf, promptsOf } from "../../shared/model/prompt-plans.js";
import { planAdvice } from "./findings.js";
import { NEW, draftOf, segmentForm } from "./segment-form.js";
import { segmentPrompts } from "./segment-prompts.js";
import { segmentRow } from "./segment-row.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {{id: string, segment: Segment|null}} Place a row, or the form of an item that is not there yet */

/**
 * The list with its sums and the button that adds.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: import("../../shared/line/store.js").State) => void}}
 */
export function segmentList(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const empty = el("p", { class: "quiet", t: "console.prepare.empty" });
  const rows = el("ol", { class: "console-segments" });
  const sums = el("p", { class: "quiet numbers plan-sums" });
  const advice = planAdvice();
  /** @type {Map<string, import("./agenda-check.js").Finding[]>} */
  let found = new Map();
  const add = el("button", { type: "button", class: "button bare", t: "console.prepare.add",
    on: { click: () => open(NEW, desk.state?.room?.agenda?.length ?? 0) } });
  /** @type {WeakMap<HTMLElement, ReturnType<typeof segmentRow>>} */
  const parts = new WeakMap();
  /** @type {{id: string, index: number, node: HTMLElement, key: string, prompts: ReturnType<typeof segmentPrompts>}|null} what is open, and before which item */
  let opened = null;
  let times = 0;
  let isFirst = true;

  /**
   * @param {string} id
   * @returns {Segment|undefined}
   */
  const find = (id) => desk.state?.room?.agenda?.find((one) => one.id === id);
  /** @param {string} id */
  const indexOf = (id) => (desk.state?.room?.agenda ?? []).findIndex((one) => one.id === id);

  /** What was typed and not saved before the page was loaded again. */
  function openKept() {
    const prefix = `draft.${draftOf(desk, "")}`;
    const [key] = storedKeys(prefix, "session");
    const kept = key ? recall(key, "session") : null;
    if (kept) open(key.slice(prefix.length), Number(kept.index) || 0, false);
  }

  /** @param {string} id @param {number} index @param {boolean} [withFocus] */
  function open(id, index, withFocus = true) {
    const segment = find(id) ?? null;
    const putAway = () => {
      remember(`draft.${draftOf(desk, segment?.id)}`, null, "session");
      close();
    };
    const cancel = el("button", { type: "button", class: "button bare", t: "common.cancel", on: { click: putAway } });
    const form = segmentForm(desk, { segment, index, onDone: close, more: cancel });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      // Over a running meeting the list stands in a sheet, which stays.
      event.preventDefault();
      putAway();
    });
    const prompts = segmentPrompts(desk, segment);
    const node = el("li", { class: "plan-open" }, form, prompts.node);
    times += 1;
    opened = { id, index, node, key: `open ${times}`, prompts };
    draw();
    if (withFocus) form.querySelector("input")?.focus();
  }

  function close() {
    const id = opened?.id;
    opened = null;
    draw();
    const row = [...rows.children].find((one) => /** @type {HTMLElement} */ (one).dataset.key === id);
    /** @type {HTMLElement} */ (row?.querySelector("button") ?? add).focus();
  }

  /** @type {import("./segment-row.js").Acts} */
  const acts = {
    edit: (id) => open(id, indexOf(id)),
    insert: (id, isAfter) => open(NEW, indexOf(id) + (isAfter ? 1 : 0)),
    async move(id, by) {
      const agenda = desk.state?.room?.agenda ?? [];
      const index = indexOf(id) + by;
      if (index < 0 || index >= agenda.length) return;
      if (!(await desk.act(moveSegment(id, index), trouble))) return;
      announce(t("console.prepare.moved", { title: find(id)?.title ?? "", n: index + 1, all: agenda.length }));
    },
    async duplicate(id) {
      const segment = find(id);
      if (!segment) return;
      const { kind, title, timeboxSeconds, note, speaker, leadNote, breakout, bench } = segment;
      const plan = { kind, title: title ?? t(`kind.${kind}`), timeboxSeconds, note, speaker, leadNote, breakout, bench,
        prompts: promptsOf(desk.state?.room, id).flatMap((one) => planOf(one) ?? []) };
      if (await desk.act(addSegment(plan, indexOf(id) + 1), trouble)) announce(t("plan.duplicated", { title: plan.title }));
    },
    async remove(id) {
      const params = { title: find(id)?.title ?? "" };
      const isSure = await confirm({ title: ["console.prepare.removeAsk", params], text: "console.prepare.removeText",
        yes: "console.prepare.remove", isDanger: true });
      if (isSure && await desk.act(removeSegment(id), trouble)) add.focus();
    },
  };

  /** @param {Place} place */
  function create({ id, segment }) {
    if (!segment && opened) return opened.node;
    const row = segmentRow(id, acts);
    parts.set(row.node, row);
    return row.node;
  }

  function draw() {
    const room = desk.state?.room;
    if (!room) return;
    const agenda = room.agenda ?? [];
    const focused = document.activeElement;
    /** @type {Place[]} */
    const places = agenda.map((segment) => ({ id: segment.id, segment }));
    // Somebody else may have taken out what is being changed: what was typed stays until it is put away.
    if (opened) {
      const at = indexOf(opened.id);
      const form = { id: opened.key, segment: null };
      if (at >= 0) places[at] = form;
      else places.splice(Math.min(opened.index, places.length), 0, form);
    }
    let start = room.details.openedAt ?? room.details.plannedStart ?? null;
    const starts = new Map(agenda.map((segment) => {
      const begins = start;
      if (start !== null && segment.state !== "skipped") start += segment.timeboxSeconds * 1000;
      return [segment.id, begins];
    }));
    list(rows, places, (one) => one.id, create, (node, { segment }) => {
      if (!segment) return;
      const index = indexOf(segment.id);
      parts.get(node)?.update({ segment, start: starts.get(segment.id) ?? null, zone: room.details.zone,
        isFixed: room.details.phase === "ended", isFirst: index === 0, isLast: index === agenda.length - 1,
        found: found.get(segment.id) ?? [], prompts: promptsOf(room, segment.id).length });
    });
    opened?.prompts.update();
    // Moving a row takes the focus off its button.
    if (focused instanceof HTMLElement && rows.contains(focused) && document.activeElement !== focused) focused.focus();
    show(empty, places.length === 0);
    show(rows, places.length > 0);
    show(add, opened?.id !== NEW);
    add.disabled = room.details.phase === "ended";
  }

  /** @param {Room} room */
  function advise(room) {
    // What was skipped is no part of the plan any more.
    const plan = (room.agenda ?? []).filter((one) => one.state !== "skipped")
      .map((one) => ({ ...one, prompts: promptsOf(room, one.id) }));
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

  return {
    node: el("div", { class: "console-agenda-edit" }, empty, rows, trouble,
      el("div", { class: "plan-foot" }, add, sums), advice.node),
    update({ room }) {
      if (!room) return;
      if (isFirst && room.details.phase !== "ended") openKept();
      isFirst = false;
      advise(room);
      draw();
      sum(room);
    },
  };
}
