// Knows what a lead prepares for the groups of an item: how they are found, how large or how many, how long they work, and
// what they are given. It is there for a breakout only.
import { el, show } from "../../shared/page/html.js";
import { field } from "../../shared/parts/field.js";
import { bounds, limit } from "../../shared/limits.js";
import { CHOICES, SIZES } from "../forming/choices.js";
import { draftTitle } from "../forming/drafts.js";

/** @typedef {import("../../shared/model/types.js").BreakoutPlan} BreakoutPlan */
/** @typedef {import("../../shared/model/types.js").Draft} Draft */

/** Nothing is prepared: groups are found on the day. */
const LATER = "";
const USUAL_SIZE = 4;

/**
 * The fields.
 * @param {BreakoutPlan|null|undefined} before @param {boolean} isNew whether the item is not there yet
 * @param {Draft[]} drafts
 */
export function breakoutForm(before, isNew, drafts) {
  const { least, most } = bounds("roundSeconds");
  const how = el("select", { name: "how" }, el("option", { value: LATER, t: "plan.groupsLater" }),
    ...CHOICES.map((choice) => el("option", { value: choice, t: `forming.choice.${choice}` })));
  how.value = before ? before.choice : isNew ? "mix" : LATER;
  const choice = field(how, { label: "plan.groups", hint: "plan.groupsHint" });
  const unitField = el("select", { name: "unit" }, el("option", { value: "size", t: "forming.unitSize" }),
    el("option", { value: "count", t: "forming.unitCount" }));
  unitField.value = before?.count ? "count" : "size";
  const unit = field(unitField, { label: "forming.unit" });
  const amount = field(el("input", { type: "number", name: "amount", inputmode: "numeric", min: "1",
    max: String(limit("groups")), value: String(before?.count ?? before?.size ?? USUAL_SIZE) }), { label: "forming.amount" });
  const minutes = field(el("input", { type: "number", name: "roundMinutes", inputmode: "numeric",
    min: String(Math.ceil(least / 60)), max: String(Math.floor(most / 60)),
    value: before?.seconds ? String(Math.round(before.seconds / 60)) : "" }),
  { label: "plan.groupsMinutes", hint: "plan.groupsMinutesHint" });
  const task = field(el("textarea", { name: "groupTask", rows: "2", maxlength: limit("taskLength"),
    value: before?.task ?? "" }), { label: "plan.groupsTask", hint: "plan.groupsTaskHint" });
  const chosen = el("select", { name: "draft" }, el("option", { value: "", t: "plan.groupsNoDraft" }),
    ...drafts.map((one) => el("option", { value: one.id, text: draftTitle(one) })));
  chosen.value = drafts.some(({ id }) => id === before?.draft) ? before?.draft ?? "" : "";
  const draft = field(chosen, { label: "plan.groupsDraft", hint: "plan.groupsDraftHint" });
  const more = el("div", { class: "plan-groups" }, el("div", { class: "plan-form-trio" }, unit.node, amount.node,
    minutes.node), task.node, drafts.length > 0 ? draft.node : null);
  const node = el("fieldset", { class: "plan-breakout" }, el("legend", { t: "plan.groupsTitle" }), choice.node, more);
  how.addEventListener("change", () => show(more, how.value !== LATER));
  show(more, how.value !== LATER);

  function check() {
    const isCount = unitField.value === "count";
    const number = Number(amount.input.value);
    const from = isCount ? 1 : SIZES.least;
    const to = isCount ? limit("groups") : SIZES.most;
    amount.fail(Number.isInteger(number) && number >= from && number <= to ? null : "plan.groupsAmountWrong",
      { least: from, most: to });
    const seconds = Number(minutes.input.value) * 60;
    const isTime = minutes.input.value.trim() === "" || (seconds >= least && seconds <= most);
    minutes.fail(isTime ? null : "forming.minutesWrong");
  }

  return {
    node,
    /** @param {boolean} isBreakout */
    show: (isBreakout) => show(node, isBreakout),
    /** Says what is wrong, and returns the fields that may be. */
    check() {
      if (node.hidden || how.value === LATER) return [];
      check();
      return [amount, minutes];
    },
    /** @returns {BreakoutPlan|null} */
    value() {
      if (node.hidden || how.value === LATER) return null;
      const number = Number(amount.input.value);
      const seconds = Math.round(Number(minutes.input.value) * 60);
      return { choice: /** @type {BreakoutPlan["choice"]} */ (how.value),
        ...(unitField.value === "count" ? { count: number } : { size: number }), seconds: seconds || null,
        task: task.input.value.trim() || null, resources: before?.resources ?? null, draft: chosen.value || null };
    },
  };
}
