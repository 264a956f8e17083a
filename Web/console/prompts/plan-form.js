// Knows how a prompt is written: what is asked, how it is answered, how wide a circle sees the answers, and how long one
// writes. The widest circle stands in plain words, as people will read it before they type.
import { keepForm } from "../../shared/page/form-draft.js";
import { el, say, show } from "../../shared/page/html.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { bounds, limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").PromptPlan} PromptPlan */
/** @typedef {import("../../shared/model/types.js").PromptKind} PromptKind */
/** @typedef {import("../../shared/model/types.js").Circle} Circle */

/** @type {PromptKind[]} */
export const KINDS = ["open", "cards", "word", "scale", "choice", "order", "confidence"];
/**
 * From wide to narrow.
 * @type {Circle[]}
 */
export const CIRCLES = ["named", "first_names", "anonymous", "group", "only_me"];
const PAIRED = ["scale", "confidence"];
const USUAL_MINUTES = 2;

/** @param {PromptKind} kind */
function countOf(kind) {
  if (PAIRED.includes(kind)) return { least: 2, most: 2 };
  return kind === "choice" || kind === "order" ? bounds("promptChoices") : { least: 0, most: 0 };
}

/**
 * A select of circles with the sentence for the chosen one.
 * @param {Circle} chosen @param {boolean} [isShort] without what is said of it
 */
export function circleField(chosen, isShort = false) {
  const choice = field(el("select", { name: "circle" }, ...CIRCLES.map((one) => el("option", { value: one,
    t: `asking.circle.${one}` }))), { label: "asking.circle", hint: isShort ? undefined : "asking.circleHint" });
  choice.input.value = chosen;
  return choice;
}

/** @param {number|null|undefined} seconds @param {boolean} [isShort] */
export function minutesField(seconds, isShort = false) {
  const most = Math.floor(bounds("promptSeconds").most / 60);
  return field(el("input", { type: "number", name: "minutes", inputmode: "decimal", min: "0.5", max: most, step: "0.5",
    value: seconds ? String(seconds / 60) : "" }), { label: "asking.minutes", hint: isShort ? undefined : "asking.minutesHint" });
}

/** @param {string} value @returns {number|null} seconds; null for as long as one likes */
export function secondsOf(value) { return Number(value) > 0 ? Math.round(Number(value) * 60) : null; }

/**
 * The form; it stays, with all that was typed, until `save` says that it is so.
 * @param {{plan: PromptPlan|null, kept: string, go: string, save: (plan: PromptPlan, trouble: HTMLElement) =>
 *   Promise<boolean>, cancel: () => void, more?: HTMLElement}} how `kept` is where it is kept while it is written; `more`
 *   stands above its buttons
 */
export function planForm({ plan, kept, go: goKey, save, cancel, more }) {
  const text = field(el("textarea", { name: "text", rows: "2", required: true, maxlength: limit("promptLength"),
    value: plan?.text ?? "" }), { label: "asking.text" });
  const kind = field(el("select", { name: "kind" }, ...KINDS.map((one) => el("option", { value: one,
    t: `asking.kind.${one}` }))), { label: "asking.kind" });
  kind.input.value = plan?.kind ?? "open";
  const choices = field(el("textarea", { name: "choices", rows: "4", value: (plan?.choices ?? []).join("\n") }),
    { label: "asking.choices", hint: "asking.choicesHint.choice" });
  const several = el("input", { type: "checkbox", checked: plan?.isMultiple === true });
  const multiple = el("label", { class: "choice" }, several, el("span", { t: "asking.multiple" }));
  const circle = circleField(plan?.circle ?? "first_names");
  const time = minutesField(plan ? plan.seconds : USUAL_MINUTES * 60);
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "button", t: goKey });
  const form = el("form", { class: "prompt-form", novalidate: true, label: "asking.form" }, text.node, kind.node,
    choices.node, multiple, el("div", { class: "prompt-form-pair" }, circle.node, time.node), more ?? null, trouble,
    el("p", { class: "console-actions" }, go,
      el("button", { type: "button", class: "button bare", t: "common.cancel", on: { click: () => {
        draft.clear();
        cancel();
      } } })));
  const draft = keepForm(form, kept);

  const kindNow = () => /** @type {PromptKind} */ (kind.input.value);
  const lines = () => choices.input.value.split("\n").map((one) => one.trim()).filter((one) => one !== "");
  const byKind = () => {
    const isAsked = countOf(kindNow()).most > 0;
    show(choices.node, isAsked);
    if (isAsked) say(choices.hint, `asking.choicesHint.${kindNow()}`);
    show(multiple, kindNow() === "choice");
  };
  kind.input.addEventListener("change", byKind);
  byKind();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    const count = countOf(kindNow());
    const given = count.most > 0 ? lines() : [];
    const seconds = secondsOf(time.input.value);
    const allowed = bounds("promptSeconds");
    text.fail(text.input.value.trim() ? null : "asking.textMissing");
    if (given.length < count.least || given.length > count.most) {
      choices.fail("asking.choicesWrong", { least: count.least, most: count.most });
    } else if (given.some((one) => one.length > limit("choiceLength"))) {
      choices.fail("asking.choiceLong", { limit: limit("choiceLength") });
    } else choices.fail(new Set(given).size === given.length ? null : "asking.choicesTwice");
    time.fail(seconds === null || (seconds >= allowed.least && seconds <= allowed.most) ? null : "asking.minutesWrong");
    if (focusFirstError([text, choices, time])) return;
    go.disabled = true;
    const isSaved = await save({ kind: kindNow(), text: text.input.value.trim(), purpose: plan?.purpose, choices: given,
      isMultiple: kindNow() === "choice" && several.checked, circle: /** @type {Circle} */ (circle.input.value), seconds,
      key: plan?.key }, trouble);
    go.disabled = false;
    if (isSaved) draft.clear();
  });
  return form;
}
