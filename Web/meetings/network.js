// Knows the page on which a network says who it is, whom to ask, and what it does with data.
import { get, post } from "../shared/line/http.js";
import { el, put, say, show } from "../shared/page/html.js";
import { call, checkAccount } from "./account.js";
import { placesNav } from "./places.js";
import { sayFailure } from "../console/failure.js";
import { ownDeckPart } from "../console/prompts/own-deck.js";
import { field, focusFirstError } from "../shared/parts/field.js";
import { topicEditor } from "../console/prepare/topics.js";
import { limit } from "../shared/limits.js";

/**
 * The page.
 * @returns {{node: HTMLElement}}
 */
export function networkPage() {
  const name = field(el("input", { name: "name", required: true, maxlength: limit("titleLength"),
    autocomplete: "off" }), { label: "console.network.name" });
  const contact = field(el("input", { name: "contact", maxlength: limit("titleLength"), autocomplete: "off" }),
    { label: "console.network.contact", hint: "console.network.contactHint" });
  const notice = field(el("textarea", { name: "notice", rows: "8", maxlength: limit("noteLength") }),
    { label: "console.network.notice", hint: "console.network.noticeHint" });
  const topics = topicEditor(() => put(note, ""));
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("span", { class: "quiet", role: "status" });
  const go = el("button", { type: "submit", class: "button primary", t: "console.save" });
  // Nobody can type before the answer is here: it would write over their words.
  const fields = el("fieldset", { disabled: true }, name.node, contact.node, notice.node,
    el("div", { class: "field" }, el("h2", { t: "forming.topics" }), el("p", { class: "hint", t: "forming.topics.hint" }),
      topics.node), trouble,
    el("div", { class: "console-actions" }, go, note));
  const form = el("form", { class: "console-form", novalidate: true }, fields);
  form.addEventListener("input", () => put(note, ""));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show(trouble, false);
    name.fail(name.input.value.trim() ? null : "console.network.nameMissing");
    if (focusFirstError([name])) return;
    go.disabled = true;
    const wish = { name: name.input.value, contact: contact.input.value, notice: notice.input.value,
      topics: topics.values() };
    try {
      // What is typed while this is under way stays.
      await call((csrf) => post("/api/network", wish, { csrf }));
      say(note, "console.saved");
      // The name stands above every page.
      await checkAccount();
    } catch (failure) {
      sayFailure(trouble, failure);
    }
    go.disabled = false;
  });

  /** @param {{name: string, contact: string, notice: string, topics?: import("../shared/model/types.js").Topic[]}} network */
  function fill(network) {
    name.input.value = network.name;
    contact.input.value = network.contact;
    notice.input.value = network.notice;
    topics.fill(network.topics ?? []);
  }

  async function load() {
    try {
      fill(await call(() => get("/api/network")));
      fields.disabled = false;
    } catch (failure) {
      sayFailure(trouble, failure);
    }
  }

  load();
  return { node: el("section", { class: "console-narrow" },
    placesNav("network"),
    el("h1", { t: "console.network.title" }), el("p", { class: "console-lead", t: "console.network.lead" }), form,
    ownDeckPart().node) };
}
