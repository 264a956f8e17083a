// Knows how somebody is asked what they complain about, or object to. What they wrote is kept until it is sent.
import { limit } from "../../shared/limits.js";
import { keepDraft } from "../../shared/page/draft.js";
import { el, show } from "../../shared/page/html.js";
import { ask } from "../../shared/parts/dialog.js";

/** @typedef {{text: string, contact: string, isObjection: boolean, clear: () => void}} Wish */

/**
 * Asks; null for whoever thinks better of it.
 * @param {string} key under which the words are kept @returns {Promise<Wish|null>}
 */
export async function askComplaint(key) {
  const complains = el("input", { type: "radio", name: "complaint-kind", id: "complaint-complains", checked: true });
  const objects = el("input", { type: "radio", name: "complaint-kind", id: "complaint-objects" });
  const words = el("textarea", { id: "complaint-words", rows: "5", maxlength: limit("networkComplaintLength"),
    "aria-describedby": "complaint-missing" });
  const missing = el("p", { class: "problem", id: "complaint-missing", t: "own.wordsMissing", hidden: true });
  const contact = el("input", { id: "complaint-contact", maxlength: limit("networkContactLength"), autocomplete: "email" });
  const draft = keepDraft(words, key);
  const answer = await ask({ title: "own.complainTitle", body: [el("p", { class: "hint", t: "own.complainText" }),
    el("fieldset", { class: "choices" }, ...[[complains, "own.complaint"], [objects, "own.objection"]].map(([input, text]) =>
      el("label", { class: "choice", for: /** @type {HTMLElement} */ (input).id }, /** @type {HTMLElement} */ (input),
        el("span", { t: /** @type {string} */ (text) })))),
    el("div", { class: "field" }, el("label", { for: words.id, t: "own.words" }), words, missing),
    el("div", { class: "field" }, el("label", { for: contact.id, t: "own.contact" }), contact)],
  actions: [{ key: "own.send", value: "send", kind: "primary" }, { key: "common.cancel", value: "" }],
  onOpen: (dialog) => dialog.querySelector("form")?.addEventListener("submit", (event) => {
    const isEmpty = words.value.trim() === "" && /** @type {SubmitEvent} */ (event).submitter?.getAttribute("value") === "send";
    if (!isEmpty) return;
    event.preventDefault();
    show(missing, true);
    words.focus();
  }) });
  draft.save();
  draft.stop();
  if (answer !== "send") return null;
  return { text: words.value, contact: contact.value, isObjection: objects.checked, clear: draft.clear };
}
