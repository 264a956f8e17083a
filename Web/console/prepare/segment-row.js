// Knows one row of the agenda as it is planned: when it begins, what it is called, its kind and its minutes, what is
// missing or advised, and the menu of all that is done with it.
import { el, name, put, say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { minutes } from "../../shared/texts/durations.js";
import { openMenu } from "../menu.js";
import { findingList } from "./findings.js";
import { sayGroups, sayKit, sayNote, sayOwn } from "./segment-facts.js";
import { sayPrompts } from "./segment-prompts.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/** @typedef {import("../menu.js").Item} Item */
/**
 * What is done with a row.
 * @typedef {object} Acts
 * @property {(id: string) => void} edit
 * @property {(id: string, by: number) => void} move
 * @property {(id: string) => void} remove
 * @property {(id: string, isAfter: boolean) => void} insert
 * @property {(id: string) => void} duplicate
 */
/**
 * How it stands.
 * @typedef {{segment: Segment, start: number|null, zone: string, isFixed: boolean, isFirst: boolean, isLast: boolean,
 *   found: import("./agenda-check.js").Finding[], prompts: number}} Standing
 */

/**
 * @param {string} id @param {Acts} acts
 * @returns {{node: HTMLElement, update: (standing: Standing) => void}}
 */
export function segmentRow(id, acts) {
  const time = el("span", { class: "numbers quiet plan-time" });
  const title = el("h3");
  const note = el("p", { class: "quiet small plan-note", "data-may-shorten": true });
  const own = el("p", { class: "quiet small plan-own", hidden: true });
  const advice = findingList();
  const groups = el("p", { class: "quiet small plan-prepared", hidden: true });
  const prompted = el("p", { class: "quiet small plan-asked", hidden: true });
  const kit = el("p", { class: "quiet small plan-kit", hidden: true });
  const kind = el("span", { class: "quiet plan-kind" });
  const length = el("span", { class: "numbers plan-minutes" });
  const edit = el("button", { type: "button", class: "button bare", t: "console.prepare.edit",
    on: { click: () => acts.edit(id) } });
  const more = el("button", { type: "button", class: "button bare plan-more", t: "console.run.more",
    "aria-haspopup": "dialog", on: { click: () => open() } });
  const node = el("li", { class: "console-segment" }, time,
    el("div", { class: "plan-what" }, title, note, own, groups, prompted, kit, advice.node), kind, length,
    el("span", { class: "plan-acts" }, edit, more));
  /** @type {Standing|null} */
  let now = null;

  function open() {
    if (!now) return;
    const { segment, isFixed, isFirst, isLast } = now;
    /** @type {(Item|false)[]} */
    const items = [
      { key: "plan.insertBefore", run: () => acts.insert(id, false) },
      { key: "plan.insertAfter", run: () => acts.insert(id, true) },
      { key: "plan.duplicate", run: () => acts.duplicate(id) },
      !isFirst && { key: "plan.up", run: () => acts.move(id, -1) },
      !isLast && { key: "plan.down", run: () => acts.move(id, 1) },
      segment.runs.length === 0 && { key: "console.prepare.remove", kind: "danger", run: () => acts.remove(id) },
    ];
    if (isFixed) return;
    openMenu(more, { name: "plan.moreOf", head: segment.title ?? "", items: items.flatMap((one) => one || []) });
  }

  node.addEventListener("keydown", (event) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    acts.move(id, event.key === "ArrowUp" ? -1 : 1);
  });

  return {
    node,
    update(standing) {
      now = standing;
      const { segment, start, zone, isFixed, found, prompts } = standing;
      const params = { title: segment.title ?? "" };
      put(time, start === null ? "" : timeOfDay(start, zone));
      put(title, segment.title ?? "");
      sayNote(note, segment);
      sayOwn(own, segment);
      sayKit(kit, segment);
      sayGroups(groups, segment);
      say(kind, `kind.${segment.kind}`);
      put(length, minutes(segment.timeboxSeconds));
      sayPrompts(prompted, prompts);
      advice.update(found);
      name(edit, "console.prepare.editOf", params);
      name(more, "plan.moreOf", params);
      edit.disabled = isFixed || segment.state === "done" || segment.state === "skipped";
      more.disabled = isFixed;
    },
  };
}
