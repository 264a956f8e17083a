// Knows what all groups share: the task, the resources, and the pattern of the links at which those on the call meet,
// which this device remembers.
import { el } from "../../shared/page/html.js";
import { recall, remember } from "../../shared/page/stored.js";
import { field } from "../../shared/parts/field.js";
import { isWebAddress } from "../groups/fields.js";
import { limit } from "../../shared/limits.js";
import { formingMinutes } from "./minutes.js";

/** @typedef {import("../../shared/line/store.js").State} State */

const STORED = "console.callLink";

/**
 * The fields.
 * @param {() => void} changed
 */
export function formingTexts(changed) {
  const task = field(el("textarea", { rows: "3", maxlength: limit("taskLength"), name: "task" }),
    { label: "forming.task", hint: "forming.taskHint" });
  const resources = field(el("textarea", { rows: "2", maxlength: limit("taskLength"), name: "resources" }),
    { label: "forming.resources", hint: "forming.resourcesHint" });
  const link = field(el("input", { type: "text", inputmode: "url", maxlength: limit("linkLength"), name: "link",
    autocomplete: "off", spellcheck: "false", placeholder: "forming.linkExample", value: recall(STORED) ?? "" }),
    { label: "forming.link", hint: "forming.linkHint" });
  const minutes = formingMinutes(changed);
  for (const text of [task, resources]) text.input.addEventListener("change", changed);
  link.input.addEventListener("change", () => {
    const pattern = link.input.value.trim();
    link.fail(isGood(pattern) ? null : "forming.group.linkWrong");
    if (isGood(pattern)) remember(STORED, pattern || null);
    changed();
  });

  /** @param {string} pattern */
  function isGood(pattern) { return pattern === "" || isWebAddress(pattern.replaceAll(/[{}]/g, "")); }

  return {
    node: el("div", { class: "forming-texts" }, minutes.node, task.node, resources.node, link.node),
    values: () => ({ task: task.input.value, resources: resources.input.value, seconds: minutes.seconds() }),
    /** What a lead wrote or chose here; a time that the item says is none of it. */
    own: () => ({ task: task.input.value, resources: resources.input.value, seconds: minutes.chosen() }),
    update: minutes.update,
    /** @param {{task?: string|null, resources?: string|null, seconds?: number|null}} texts */
    fill(texts) {
      minutes.fill(texts.seconds);
      task.input.value = texts.task ?? "";
      resources.input.value = texts.resources ?? "";
    },
    /**
     * @param {State|null} state
     * @param {string} meeting
     * @returns {import("./plan-places.js").Call}
     */
    call(state, meeting) {
      const pattern = link.input.value.trim();
      return { template: isGood(pattern) ? pattern : "", meeting: (state?.links?.code ?? meeting).toLowerCase() };
    },
  };
}
