// Knows "I have to go": one dialog, a reason if one likes, never an obstacle.
import { ask } from "../shared/parts/dialog.js";
import { el } from "../shared/page/html.js";

/** @typedef {import("../shared/model/types.js").GoingReason} GoingReason */

/** @type {GoingReason[]} */
const REASONS = ["family", "travel", "work", "connection", "other"];

/**
 * Asks; resolves with null to stay, else with the reason, "" for none.
 * @returns {Promise<GoingReason|""|null>}
 */
export async function askLeave() {
  const inputs = REASONS.map((reason) => el("input", { type: "radio", name: "reason", value: reason,
    id: `reason-${reason}` }));
  const reasons = el("fieldset", { class: "choices reasons" }, el("legend", { t: "leave.reason" }),
    ...inputs.map((input) => el("label", { class: "choice", for: input.id }, input,
      el("span", { t: `leave.reason.${input.value}` }))));
  const answer = await ask({
    title: "leave.title",
    body: [el("p", { t: "leave.text" }), reasons],
    actions: [{ key: "leave.go", value: "go", kind: "primary" }, { key: "leave.stay", value: "" }],
  });
  if (answer !== "go") return null;
  return /** @type {GoingReason|""} */ (inputs.find((input) => input.checked)?.value ?? "");
}
