// Knows what a lead prepares for kits in a hands-on item: what the kit is called, and its steps, each with words and links
// to what helps to see it.
import { el, name, say, show } from "../../shared/page/html.js";
import { field } from "../../shared/parts/field.js";
import { kitBefore } from "./kit-before.js";
import { bounds, limit } from "../../shared/limits.js";

/** @typedef {import("../../shared/model/types.js").BenchPlan} BenchPlan */
/** @typedef {ReturnType<typeof stepFields>} Step */

/**
 * The fields; steps that say nothing are none.
 * @param {BenchPlan|null|undefined} before
 */
export function benchForm(before) {
  const { most } = bounds("benchSteps");
  const kit = field(el("input", { name: "kit", maxlength: limit("kitNameLength"), autocomplete: "off", value: before?.kit ?? "" }),
    { label: "plan.benchKit", hint: "plan.benchKitHint" });
  const past = kitBefore();
  kit.input.addEventListener("input", () => past.of(kit.input.value));
  // As many as there can be, so that what was typed is found again by its name; those that are not in use are hidden.
  const steps = Array.from({ length: most }, (_, index) => stepFields(index, before?.steps[index]));
  const rows = el("ol", { class: "plan-bench-steps" }, ...steps.map(({ node }) => node));
  const add = el("button", { type: "button", class: "button", t: "plan.benchAdd", on: { click: () => {
    shown = Math.min(most, shown + 1);
    draw();
    steps[shown - 1].text.input.focus();
  } } });
  const node = el("fieldset", { class: "plan-bench" }, el("legend", { t: "plan.bench" }),
    el("p", { class: "hint", t: "plan.benchHint" }), rows, add, kit.node, past.node);
  let shown = Math.max(1, before?.steps.length ?? 1);
  steps.forEach(({ remove }, index) => remove.addEventListener("click", () => leaveOut(index)));
  draw();

  function draw() {
    steps.forEach((step, index) => show(step.node, index < shown));
    show(add, shown < most);
    show(steps[0].remove, shown > 1);
  }

  /** @param {number} index */
  function leaveOut(index) {
    for (let at = index; at < shown - 1; at += 1) {
      for (const part of /** @type {const} */ (["text", "picture", "link"])) {
        steps[at][part].input.value = steps[at + 1][part].input.value;
      }
    }
    const last = steps[shown - 1];
    for (const one of [last.text, last.picture, last.link]) one.input.value = "";
    shown = Math.max(1, shown - 1);
    draw();
    // What is kept of a form is what it says now.
    node.dispatchEvent(new Event("input", { bubbles: true }));
    steps[Math.min(index, shown - 1)].text.input.focus();
  }

  return {
    node,
    /** @param {boolean} isHandsOn */
    show(isHandsOn) {
      show(node, isHandsOn);
      if (isHandsOn) past.of(kit.input.value);
    },
    /** What was kept may have more steps. */
    redraw() {
      steps.forEach((step, index) => { if (step.isUsed()) shown = Math.max(shown, index + 1); });
      draw();
    },
    /** Says what is wrong, and returns the fields that may be. */
    check() {
      if (node.hidden) return [];
      const used = steps.slice(0, shown).filter((step) => step.isUsed());
      for (const { text, picture, link } of steps) {
        text.fail(null);
        for (const one of [picture, link]) one.fail(null);
      }
      for (const { text, picture, link } of used) {
        text.fail(text.input.value.trim() ? null : "plan.benchNoText");
        for (const one of [picture, link]) one.fail(isLink(one.input.value.trim()) ? null : "plan.benchBadLink");
      }
      return used.flatMap(({ text, picture, link }) => [text, picture, link]);
    },
    /** @returns {BenchPlan|null} */
    value() {
      const used = node.hidden ? [] : steps.slice(0, shown).filter((step) => step.isUsed());
      if (used.length === 0) return null;
      return { kit: kit.input.value.trim() || null, steps: used.map(({ text, picture, link }) => ({
        text: text.input.value.trim(), picture: picture.input.value.trim() || null, link: link.input.value.trim() || null })) };
    },
  };
}

/** @param {string} text */
function isLink(text) { return text === "" || /^https?:\/\/[^\s/]\S*$/.test(text); }

/** @param {number} index @param {import("../../shared/model/types.js").BenchStep} [before] */
function stepFields(index, before) {
  const text = field(el("textarea", { name: `step${index}`, rows: "2", maxlength: limit("stepLength"), value: before?.text ?? "" }),
    { label: ["plan.benchStep", { n: index + 1 }] });
  const picture = field(el("input", { name: `picture${index}`, inputmode: "url", maxlength: limit("linkLength"), autocomplete: "off",
    value: before?.picture ?? "" }), { label: "plan.benchPicture" });
  const link = field(el("input", { name: `stepLink${index}`, inputmode: "url", maxlength: limit("linkLength"), autocomplete: "off",
    value: before?.link ?? "" }), { label: "plan.benchLink" });
  const remove = el("button", { type: "button", class: "button bare" });
  say(remove, "plan.benchRemove", { n: index + 1 });
  name(remove, "plan.benchRemove", { n: index + 1 });
  const node = el("li", { class: "plan-bench-step" }, text.node, el("div", { class: "plan-form-pair" }, picture.node, link.node), remove);
  const isUsed = () => [text, picture, link].some(({ input }) => input.value.trim() !== "");
  return { node, text, picture, link, remove, isUsed };
}
