// Knows the ways in which somebody can say that they take part. None is chosen for them: a wrong one seats people wrong.
import { el, say, show } from "../shared/page/html.js";

/** @typedef {import("../shared/model/types.js").AttendanceMode} AttendanceMode */

/** @type {AttendanceMode[]} */
export const CHOSEN_MODES = ["room_device", "remote", "table_device"];

/**
 * @param {AttendanceMode|undefined} start what they said before
 * @returns {{element: HTMLElement, chosen: () => AttendanceMode|undefined, isChosen: () => boolean}} `isChosen` says
 *   beside them when none is
 */
export function modeChoices(start) {
  const problem = el("p", { class: "problem", id: "mode-problem", hidden: true });
  const inputs = CHOSEN_MODES.map((mode) => el("input", {
    type: "radio", name: "mode", value: mode, id: `mode-${mode}`, checked: mode === start,
  }));
  const element = el("fieldset", { class: "choices", "aria-describedby": "mode-problem" }, el("legend", { t: "join.mode" }),
    ...inputs.map((input) => el("label", { class: "choice", for: input.id }, input,
      el("span", { t: `join.mode.${input.value}` }))), problem);
  element.addEventListener("change", () => show(problem, false));
  const chosen = () => /** @type {AttendanceMode|undefined} */ (inputs.find((input) => input.checked)?.value);
  const isChosen = () => {
    if (chosen()) return true;
    say(problem, "join.modeMissing");
    show(problem, true);
    inputs[0].focus();
    return false;
  };
  return { element, chosen, isChosen };
}
