// Knows what buddies plan: a goal, the next date, and a pause until a day.
import { el, show } from "../shared/page/html.js";
import { dayOf } from "../shared/texts/dates.js";
import { field } from "../shared/parts/field.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("./main.js").Desk} Desk */

const DAY_MILLISECONDS = 86_400_000;

/** @param {Desk} desk */
export function buddyGoal(desk) {
  const { goal, pair } = desk.page.buddies;
  const input = el("textarea", { rows: "2", maxlength: limit("networkGoalLength"), name: "goal", value: goal ?? "" });
  const text = field(input, { label: "buddies.goal.label", hint: "buddies.goal.hint" });
  return small(desk, "buddies.goal.title", [text.node], () => ({ setBuddyGoal: { pair, text: input.value } }));
}

/** @param {Desk} desk */
export function buddyDate(desk) {
  const { next, pair } = desk.page.buddies;
  const { now } = desk.page;
  const day = el("input", { type: "date", name: "day", value: next?.day ?? "", min: isoDay(now),
    max: isoDay(now + limit("networkDaysAhead") * DAY_MILLISECONDS) });
  const where = el("input", { name: "where", maxlength: limit("networkDateTextLength"), autocomplete: "off",
    value: next?.text ?? "" });
  const fields = [field(day, { label: "buddies.date.day" }).node,
    field(where, { label: "buddies.date.where", hint: "buddies.date.whereHint" }).node];
  const shown = next?.day
    ? [el("p", { class: "when", text: [dayOf(Date.parse(next.day), "UTC"), next.text].filter(Boolean).join(", ") })] : [];
  return small(desk, "buddies.date.title", [...shown, ...fields], () => ({ setBuddyDate: { pair,
    ...(day.value ? { day: day.value } : {}), ...(where.value.trim() ? { text: where.value } : {}) } }));
}

/** @param {Desk} desk */
export function buddyPause(desk) {
  const { pair, pausedUntil } = desk.page.buddies;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  if (pausedUntil) {
    return el("section", { class: "stack" }, el("button", { type: "button", class: "button", t: "buddies.pause.end",
      on: { click: () => desk.act({ pauseBuddies: { pair } }, trouble) } }), trouble);
  }
  const tomorrow = desk.page.now + DAY_MILLISECONDS;
  const until = el("input", { type: "date", name: "until", min: isoDay(tomorrow),
    max: isoDay(desk.page.now + limit("networkDaysAhead") * DAY_MILLISECONDS) });
  const day = field(until, { label: "buddies.pause.until", hint: "buddies.pause.hint" });
  const form = el("form", { class: "stack", novalidate: true, on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    day.fail(until.value ? null : "buddies.pause.missing");
    if (!until.value) return until.focus();
    desk.act({ pauseBuddies: { pair, until: until.value } }, trouble);
    return undefined;
  } } }, day.node, el("button", { class: "button", t: "buddies.pause.go" }), trouble);
  return el("details", { class: "buddy-more" }, el("summary", { t: "buddies.pause.title" }), form);
}

/**
 * A card with fields and a button that saves them.
 * @param {Desk} desk
 * @param {string} title
 * @param {Node[]} parts
 * @param {() => Record<string, any>} wish
 */
function small(desk, title, parts, wish) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const form = el("form", { class: "card stack", novalidate: true, on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    show(trouble, false);
    desk.act(wish(), trouble);
  } } }, el("h2", { t: title }), ...parts, el("button", { class: "button", t: "common.save" }), trouble);
  return form;
}

/** @param {number} milliseconds */
function isoDay(milliseconds) { return new Date(milliseconds).toISOString().slice(0, 10); }
