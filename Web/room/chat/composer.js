// Knows the box to write in, for messages and for notes: draft, answer to another, correction. What is in it is never
// lost; a refused text comes back.
import { keepDraft } from "../../shared/page/draft.js";
import { el, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { icon } from "../../shared/parts/icons.js";
import { keepLeft } from "../left-words.js";

/** @typedef {{id: string, name?: string, text?: string}} Item what one answers or corrects */
/**
 * @typedef {object} Options
 * @property {(command: Record<string, any>, place: HTMLElement) => Promise<boolean>} send
 * @property {string} id of the field; unique on the page
 * @property {string} draft where half-written text is kept
 * @property {number} length the most characters
 * @property {{label: string, placeholder: string, send: string, answering: string, correcting: string}} words keys
 * @property {(text: string, re: string|undefined) => Record<string, any>} write
 * @property {(id: string, text: string) => Record<string, any>} correct
 * @property {(text: string) => void} [onRefused] takes a refused text; else it comes back into the field
 * @property {HTMLElement} [extra] more to choose, below the field; not while correcting
 */

/** Below that many characters left, they are counted. */
const WARN_CHARACTERS = 200;
const MOST_LINES_PIXELS = 132;

/** @param {Options} options */
export function composer({ send, id, draft: place, length, words, write, correct: corrects, onRefused, extra }) {
  const field = el("textarea", { id, rows: 1, maxlength: length, enterkeyhint: "send",
    "aria-describedby": `${id}-hint`, placeholder: words.placeholder });
  const draft = keepDraft(field, place);
  const about = el("p", { class: "composer-about small" });
  const cancel = el("button", { type: "button", class: "button bare", label: "common.cancel",
    on: { click: () => reset() } }, icon("close"));
  const context = el("div", { class: "composer-context row", hidden: true }, about, cancel);
  const left = el("p", { class: "hint", role: "status" });
  // The keyboard stays, and nothing moves away from under the thumb between its coming down and going up.
  const button = el("button", { class: "button primary composer-send", label: words.send,
    on: { mousedown: (/** @type {Event} */ event) => event.preventDefault() } }, icon("send"));
  const element = el("form", { class: "composer", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  } } },
  context,
  el("label", { for: id, class: "visually-hidden", t: words.label }),
  el("div", { class: "composer-row" }, field, button), extra,
  el("p", { class: "hint", id: `${id}-hint`, t: "common.noPupils" }), left);

  /** @type {Item|null} */
  let replied = null;
  /** @type {Item|null} */
  let corrected = null;
  let before = "";

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(MOST_LINES_PIXELS, field.scrollHeight + 4)}px`;
    const rest = length - field.value.length;
    show(left, rest < WARN_CHARACTERS);
    say(left, "chat.left", { count: rest });
  };
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    // On a phone Enter is a new line; with a mouse there is a real keyboard.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    submit();
  });

  const submit = async () => {
    const text = field.value.trim();
    if (text === "") return;
    const command = corrected ? corrects(corrected.id, text) : write(text, replied?.id);
    const wasCorrection = corrected !== null;
    reset();
    if (!wasCorrection) draft.clear();
    grow();
    if (await send(command, element)) return;
    if (onRefused && !wasCorrection) onRefused(text);
    // A correction is no part of what was half-written meanwhile.
    else if (wasCorrection && field.value !== "") keepLeft(place, text);
    else restore(text);
  };

  /**
   * Words that came back stand before those that were written meanwhile.
   * @param {string} text
   */
  const restore = (text) => {
    draft.putBack(text);
    grow();
  };

  const reset = () => {
    if (corrected) {
      field.value = before;
      draft.release();
      draft.save();
    }
    replied = null;
    corrected = null;
    update();
    grow();
  };

  /** Its place is gone: a half-made correction is kept, too, as words of their own. */
  const leave = () => {
    if (!corrected) return;
    if (field.value.trim() !== (corrected.text ?? "")) keepLeft(place, field.value);
    reset();
  };

  const update = () => {
    show(context, replied || corrected);
    if (extra) show(extra, !corrected);
    if (corrected) say(about, words.correcting);
    else if (replied) say(about, words.answering, { name: replied.name ?? t("common.nameless") });
  };

  /** @param {Item|null} message */
  const replyTo = (message) => {
    reset();
    replied = message;
    update();
    field.focus();
  };

  /** @param {Item|null} message */
  const correct = (message) => {
    if (!message) return;
    reset();
    corrected = message;
    // What was half-written waits until the correction is done, also over a reload.
    before = field.value;
    draft.hold();
    field.value = message.text ?? "";
    update();
    grow();
    field.focus();
  };

  requestAnimationFrame(grow);
  return {
    element, update, replyTo, correct, restore, leave, stop: draft.stop,
    focus: () => field.focus(),
    /** What is half-written, without what is being corrected. */
    text: () => (corrected ? before : field.value).trim(),
    isBusy: () => field.value !== "" || document.activeElement === field,
    clear: () => {
      reset();
      draft.clear();
      grow();
    },
  };
}
