// Knows the card on which somebody says what they will do after the meeting: theirs alone, said anew or taken back at any
// time, also when the meeting is over.
import { keepDraft } from "../../shared/page/draft.js";
import { el, put, show } from "../../shared/page/html.js";
import { limit } from "../../shared/limits.js";
import { now } from "../../shared/line/time.js";
import { saveAction } from "../../shared/model/takeaway.js";
import { pendingOf } from "../../shared/model/selectors.js";
import { field } from "../../shared/parts/field.js";
import { onLanguage } from "../../shared/texts/i18n.js";
import { actionSentence } from "./action-sentence.js";

/** @typedef {import("../../shared/line/store.js").State} State */
/** @typedef {import("../../shared/model/takeaway.js").Action} Action */

const DAY_MILLISECONDS = 86_400_000;

/**
 * Under which name what is half-written is kept: not among words for others, which are offered elsewhere.
 * @param {string} scope meeting and person
 */
export const actionDraft = (scope) => scope.replace(".", ".action.");

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, draft: string,
 *   toCalendar?: () => void}} options `draft` names what is half-written
 */
export function actionCard({ send, draft, toCalendar }) {
  const sentence = el("blockquote", { class: "action-sentence" });
  const change = el("button", { type: "button", class: "button bare", t: "takeaway.change", on: { click: () => edit() } });
  const calendar = el("button", { type: "button", class: "button bare", t: "takeaway.calendar", hidden: true,
    on: { click: () => toCalendar?.() } });
  const drop = el("button", { type: "button", class: "button bare", t: "takeaway.drop",
    on: { click: () => { send(saveAction({}), element); } } });
  const said = el("div", { class: "action-said" }, el("p", { class: "quiet small", t: "takeaway.said" }), sentence,
    el("div", { class: "row" }, change, calendar, drop));
  const what = el("textarea", { rows: "3", name: "what", maxlength: limit("actionLength"), autocomplete: "off" });
  const by = el("input", { type: "date", name: "by" });
  const showTo = el("input", { name: "showTo", maxlength: limit("nameLength"), autocomplete: "off" });
  const whatField = field(what, { label: "takeaway.what", hint: "takeaway.whatHint" });
  const save = el("button", { class: "button wide", t: "takeaway.save" });
  const form = el("form", { class: "stack action-form", novalidate: true, on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    keep();
  } } }, el("h2", { class: "card-title", t: "takeaway.ask" }), el("p", { class: "quiet small", t: "takeaway.askHint" }),
    whatField.node, field(by, { label: "takeaway.by" }).node, field(showTo, { label: "takeaway.showTo" }).node, save);
  const element = el("section", { class: "card action", label: "takeaway.ask", hidden: true }, said, form);
  const kept = keepDraft(what, draft);
  /** @type {Action} */
  let action = {};
  let isEditing = false;

  const edit = () => {
    isEditing = true;
    what.value = what.value || action.what || "";
    [by.value, showTo.value] = [action.by ?? "", action.showTo ?? ""];
    render();
    what.focus();
  };

  const keep = async () => {
    const wish = { what: what.value.trim(), by: by.value, showTo: showTo.value.trim() };
    whatField.fail(wish.what === "" ? "rejection.textMissing" : null);
    if (wish.what === "") {
      what.focus();
      return;
    }
    const wasHere = element.contains(document.activeElement);
    const isKept = await send(saveAction({ what: wish.what, by: wish.by || undefined, showTo: wish.showTo || undefined }),
      element);
    if (!isKept) return;
    kept.clear();
    isEditing = false;
    render();
    if (wasHere) change.focus();
  };

  const render = () => {
    const isSaid = Boolean(action.what);
    show(said, isSaid && !isEditing);
    show(form, !isSaid || isEditing);
    show(calendar, toCalendar && action.by);
    put(sentence, isSaid ? actionSentence(action) : "");
    by.min = isoDay(now());
    by.max = isoDay(now() + limit("networkDaysAhead") * DAY_MILLISECONDS);
  };
  const stopListening = onLanguage(render);

  /** @param {State} state @param {boolean} isShown */
  const update = (state, isShown) => {
    show(element, isShown);
    // What was said shows at once, also without a connection.
    const waiting = pendingOf(state, "saveAction").at(-1)?.do.saveAction;
    action = waiting ?? state.you?.action ?? {};
    render();
  };
  return { element, update, stop: () => {
    kept.stop();
    stopListening();
  } };
}

/** @param {number} milliseconds */
function isoDay(milliseconds) { return new Date(milliseconds).toISOString().slice(0, 10); }
