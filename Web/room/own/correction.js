// Knows how somebody says what is wrong in what is recorded of them.
import { el } from "../../shared/page/html.js";
import { ask } from "../../shared/parts/dialog.js";

/**
 * Asks; null for whoever thinks better of it.
 * @param {{segment?: string, title?: string}[]} items what can be meant, besides the whole meeting
 * @returns {Promise<{claim: "was_here"|"not_me", segment: string|undefined}|null>}
 */
export async function askCorrection(items) {
  const wasHere = el("input", { type: "radio", name: "claim", id: "claim-was-here", checked: true });
  const notMe = el("input", { type: "radio", name: "claim", id: "claim-not-me" });
  const which = el("select", { id: "claim-where" }, el("option", { value: "", t: "own.whole" }),
    ...items.map(({ segment, title }) => el("option", { value: segment, ...(title ? { text: title } : { t: "own.outside" }) })));
  const answer = await ask({ title: "own.wrongTitle", body: [
    el("fieldset", { class: "choices" }, el("label", { class: "choice", for: wasHere.id }, wasHere, el("span", { t: "own.wasHere" })),
      el("label", { class: "choice", for: notMe.id }, notMe, el("span", { t: "own.notMe" }))),
    el("div", { class: "field" }, el("label", { for: which.id, t: "own.which" }), which)],
  actions: [{ key: "own.say", value: "say", kind: "primary" }, { key: "common.cancel", value: "" }] });
  if (answer !== "say") return null;
  return { claim: notMe.checked ? "not_me" : "was_here", segment: which.value === "" ? undefined : which.value };
}
