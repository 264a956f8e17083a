// Knows the agenda beside the present segment as a timetable: when each item began or will begin, its kind and minutes,
// and opening or skipping any of them. It is edited over the page: nobody leaves the meeting for it.
import { confirm } from "../../shared/parts/dialog.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { now } from "../../shared/line/time.js";
import { openSegment, skipSegment } from "../../shared/model/commands.js";
import { promptsOf } from "../../shared/model/prompt-plans.js";
import { elapsedMilliseconds, timetable } from "../../shared/model/selectors-time.js";
import { hint } from "../keys.js";
import { segmentList } from "../prepare/segments.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../desk.js").Desk} Desk */
/**
 * @typedef {{clock: HTMLElement, title: HTMLElement, kind: HTMLElement, minutes: HTMLElement, state: HTMLElement,
 *   open: HTMLButtonElement, skip: HTMLButtonElement}} Row
 */

const MINUTE_MILLISECONDS = 60_000;

/**
 * The part.
 * @param {Desk} desk
 */
export function agendaPart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ol", { class: "console-flow" });
  const homeTime = el("span", { class: "numbers console-flow-clock" });
  const home = el("p", { class: "console-flow-home quiet" }, homeTime, el("span", { t: "console.run.home" }));
  const heading = hint(el("h2", { id: "agenda-title", t: "console.run.agenda", tabindex: "-1" }), "agenda");
  const edit = el("button", { type: "button", class: "button bare", t: "console.prepare.edit", label: "console.run.prepare",
    "aria-haspopup": "dialog", on: { click: () => openEditor() } });
  const node = el("section", { class: "console-part console-agenda", "aria-labelledby": "agenda-title",
    data: { tab: "agenda" } },
    el("div", { class: "part-head" }, heading, edit), trouble,
    el("div", { class: "console-scroll", tabindex: "0", role: "group", "aria-labelledby": "agenda-title" }, rows, home));
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();
  /** @type {ReturnType<typeof segmentList>|null} */
  let editor = null;

  function openEditor() {
    if (!desk.state) return;
    editor = segmentList(desk);
    const sheet = openSheet({ title: "console.run.prepare", className: "is-wide", onClose: () => { editor = null; } });
    sheet.body.append(editor.node);
    editor.update(desk.state);
  }

  /** @param {string} [id] the open segment if it is missing */
  async function skip(id) {
    const room = desk.state?.room;
    const segment = room?.agenda?.find((one) => one.id === (id ?? room.current));
    if (!segment || room?.details.phase !== "open") return;
    const isReflection = segment.kind === "reflection";
    const isSure = !isReflection || await confirm({ title: ["console.run.skipAsk", { title: segment.title ?? "" }],
      text: "console.run.skipText", yes: "console.run.skip", isDanger: true });
    if (isSure) await desk.act(skipSegment(segment.id, isReflection), trouble);
  }

  /** @param {Segment} segment */
  function create({ id }) {
    const row = {
      clock: el("span", { class: "console-flow-clock numbers" }), title: el("span", { class: "console-flow-title" }),
      kind: el("span", { class: "console-flow-kind" }), minutes: el("span", { class: "console-flow-minutes numbers" }),
      state: el("span", { class: "visually-hidden" }),
      open: el("button", { type: "button", class: "button bare", t: "console.run.openSegment",
        on: { click: () => desk.act(openSegment(id), trouble) } }),
      skip: el("button", { type: "button", class: "button bare", t: "console.run.skip",
        on: { click: () => skip(id) } }),
    };
    const node = el("li", { class: "console-flow-row" }, row.clock, row.title, row.minutes,
      el("span", { class: "console-flow-facts" }, row.kind, row.state, el("span", { class: "console-flow-actions" },
        row.open, row.skip)));
    parts.set(node, row);
    return node;
  }

  /**
   * @param {HTMLElement} node
   * @param {Segment} segment
   */
  function refresh(node, segment) {
    const row = /** @type {Row} */ (parts.get(node));
    const params = { title: segment.title ?? "" };
    const isLive = desk.state?.room?.details.phase === "open";
    node.dataset.state = segment.state;
    if (segment.state === "open") node.setAttribute("aria-current", "step");
    else node.removeAttribute("aria-current");
    put(row.title, segment.title ?? "");
    const prompts = desk.state?.room ? promptsOf(desk.state.room, segment.id).length : 0;
    if (prompts > 0) say(row.kind, "asking.kindWith", { kind: [`kind.${segment.kind}`, {}], count: prompts });
    else say(row.kind, `kind.${segment.kind}`);
    say(row.state, `state.${segment.state}`);
    name(row.open, "console.run.openOf", params);
    name(row.skip, "console.run.skipOf", params);
    show(row.open, isLive && segment.state !== "open");
    show(row.skip, isLive && (segment.state === "upcoming" || segment.state === "open"));
  }

  /**
   * What changes by time alone. An item that is over shows what it took, every other what it may take.
   * @param {number} moment
   */
  function tick(moment) {
    const room = desk.state?.room;
    if (!room) return;
    const { starts, end } = timetable(room, moment);
    (room.agenda ?? []).forEach((segment, place) => {
      const row = parts.get(/** @type {HTMLElement} */ (rows.children[place]));
      if (!row) return;
      const start = starts[place];
      put(row.clock, start === null ? "" : timeOfDay(start, room.details.zone));
      const took = segment.state === "done" ? elapsedMilliseconds(segment, moment) : segment.timeboxSeconds * 1000;
      say(row.minutes, "console.run.minutes", { n: Math.round(took / MINUTE_MILLISECONDS) });
    });
    show(home, end !== null && starts.length > 0);
    if (end !== null) put(homeTime, timeOfDay(end, room.details.zone));
  }

  return {
    node,
    skip,
    /** Puts the keyboard at its beginning. */
    focus() { heading.focus(); },
    /** @param {State} state */
    update(state) {
      list(rows, state.room?.agenda ?? [], (one) => one.id, create, refresh);
      show(edit, state.room?.details.phase !== "ended");
      editor?.update(state);
      tick(now());
    },
    tick,
  };
}
