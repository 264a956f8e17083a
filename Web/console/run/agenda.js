// Knows the agenda beside the present segment: planned and actual minutes, and opening or skipping any item.
import { confirm } from "../../shared/parts/dialog.js";
import { el, list, name, put, say, show } from "../../shared/page/html.js";
import { now } from "../../shared/line/time.js";
import { openSegment, skipSegment } from "../../shared/model/commands.js";
import { elapsedMilliseconds } from "../../shared/model/selectors-time.js";
import { hint } from "../keys.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../desk.js").Desk} Desk */
/**
 * @typedef {{title: HTMLElement, facts: HTMLElement, time: HTMLElement, state: HTMLElement, open: HTMLButtonElement,
 *   skip: HTMLButtonElement}} Row
 */

/**
 * The part.
 * @param {Desk} desk
 */
export function agendaPart(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const rows = el("ol", { class: "console-flow" });
  const heading = hint(el("h2", { id: "agenda-title", t: "console.run.agenda", tabindex: "-1" }), "agenda");
  const edit = el("a", { class: "button bare", href: `#prepare=${desk.meeting}`, t: "console.prepare.edit",
    label: "console.run.prepare" });
  const node = el("section", { class: "console-card console-agenda", "aria-labelledby": "agenda-title",
    data: { tab: "agenda" } },
    el("div", { class: "console-part-head" }, heading, edit), trouble,
    el("div", { class: "console-scroll", tabindex: "0", role: "group", "aria-labelledby": "agenda-title" }, rows));
  /** @type {WeakMap<HTMLElement, Row>} */
  const parts = new WeakMap();

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
      title: el("span", { class: "console-flow-title" }), facts: el("span", { class: "console-flow-facts" }),
      time: el("span", { class: "numbers" }), state: el("span"),
      open: el("button", { type: "button", class: "button bare", t: "console.run.openSegment",
        on: { click: () => desk.act(openSegment(id), trouble) } }),
      skip: el("button", { type: "button", class: "button bare", t: "console.run.skip",
        on: { click: () => skip(id) } }),
    };
    row.facts.append(row.time, " ", row.state);
    const node = el("li", { class: "console-flow-row" }, row.title, row.facts,
      el("span", { class: "console-flow-actions" }, row.open, row.skip));
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
    say(row.state, `state.${segment.state}`);
    // What is to come shows by its place; only who hears the list needs the word.
    row.state.className = segment.state === "upcoming" ? "visually-hidden" : "";
    name(row.open, "console.run.openOf", params);
    name(row.skip, "console.run.skipOf", params);
    show(row.open, isLive && segment.state !== "open");
    show(row.skip, isLive && (segment.state === "upcoming" || segment.state === "open"));
    minutesOf(row, segment, now());
  }

  /**
   * @param {Row} row
   * @param {Segment} segment
   * @param {number} moment
   */
  function minutesOf(row, segment, moment) {
    const n = Math.round(segment.timeboxSeconds / 60);
    if (segment.runs.length === 0) say(row.time, "console.run.planned", { n });
    else say(row.time, "console.run.actual", { actual: Math.round(elapsedMilliseconds(segment, moment) / 60_000), n });
  }

  return {
    node,
    skip,
    /** Puts the keyboard at its beginning. */
    focus() { heading.focus(); },
    /** @param {import("../../shared/line/store.js").State} state */
    update({ room }) { list(rows, room?.agenda ?? [], (one) => one.id, create, refresh); },
    /** @param {number} moment */
    tick(moment) {
      const open = desk.state?.room?.agenda?.find((one) => one.state === "open");
      const node = open && /** @type {HTMLElement|null} */ (rows.querySelector(`[data-key="${CSS.escape(open.id)}"]`));
      const row = node && parts.get(node);
      if (open && row) minutesOf(row, open, moment);
    },
  };
}
