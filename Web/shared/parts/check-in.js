// Knows how a lead or a scribe checks in somebody who has no device of their own, in the room or by phone.
import { ask } from "./dialog.js";
import { el } from "../page/html.js";
import { failureOf } from "../line/http.js";
import { failureText } from "../texts/rejection.js";
import { personFields } from "./person-fields.js";

/** @typedef {{meeting: string, name: string, school?: string, mode: string}} Newcomer */

const MODES = ["room_no_device", "phone_in"];

/**
 * Asks who it is, brings them in, and asks again while something is wrong.
 * @param {string} meeting
 * @param {(wish: Newcomer) => Promise<unknown>} bring throws HTTPFailure
 * @returns {Promise<boolean>} whether somebody came in
 */
export async function checkSomebodyIn(meeting, bring) {
  const fields = personFields("check-in");
  const modes = MODES.map((mode, index) => el("input", { type: "radio", name: "check-in-mode", value: mode,
    id: `check-in-${mode}`, checked: index === 0 }));
  const choices = el("fieldset", { class: "choices" }, el("legend", { t: "checkIn.mode" }),
    ...modes.map((input) => el("label", { class: "choice", for: input.id }, input,
      el("span", { t: `checkIn.${input.value}` }))));
  /** @type {HTMLElement[]} */
  let problem = [];
  for (;;) {
    const answer = await ask({
      title: "checkIn.title",
      body: [el("p", { t: "checkIn.text" }), ...problem, fields.element, choices],
      actions: [{ key: "checkIn.go", value: "go", kind: "primary" }, { key: "common.cancel", value: "" }],
    });
    if (answer !== "go") return false;
    const mode = modes.find((input) => input.checked)?.value ?? MODES[0];
    const failure = await failureOf(() => bring({ ...fields.values(), meeting, mode }));
    if (!failure) return true;
    problem = [el("p", { class: "problem", role: "alert", text: failureText(failure) })];
  }
}
