// Knows the box to write in: draft, reply, correction. What is in it is never lost; a refused text comes back.
import { keepDraft } from "../lib/draft.js";
import { el, say, show } from "../lib/html.js";
import { t } from "../lib/i18n.js";
import { icon } from "../lib/icons.js";
import { correctMessage, postMessage } from "../model/commands.js";

/** @typedef {import("../model/types.js").Message} Message */

const MESSAGE_LENGTH = 2_000;
const WARN_LENGTH = 1_800;
const MOST_LINES_PIXELS = 132;

/**
 * @param {{send: (command: Record<string, any>, place: HTMLElement) => Promise<boolean>, scope: string}} options
 */
export function chatComposer({ send, scope }) {
  const field = el("textarea", { id: "message", rows: 1, maxlength: MESSAGE_LENGTH, enterkeyhint: "send",
    "aria-describedby": "message-hint", placeholder: "chat.placeholder" });
  const draft = keepDraft(field, `${scope}.chat`);
  const about = el("p", { class: "composer-about small" });
  const cancel = el("button", { type: "button", class: "button bare", label: "common.cancel",
    on: { click: () => reset() } }, icon("close"));
  const context = el("div", { class: "composer-context row", hidden: true }, about, cancel);
  const left = el("p", { class: "hint", role: "status" });
  const button = el("button", { class: "button primary composer-send", label: "chat.send" }, icon("send"));
  const element = el("form", { class: "composer", on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  } } },
  context,
  el("label", { for: "message", class: "visually-hidden", t: "chat.label" }),
  el("div", { class: "composer-row" }, field, button),
  el("p", { class: "hint", id: "message-hint", t: "common.noPupils" }), left);

  /** @type {Message|null} */
  let replied = null;
  /** @type {Message|null} */
  let corrected = null;
  let before = "";

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(MOST_LINES_PIXELS, field.scrollHeight + 4)}px`;
    const rest = MESSAGE_LENGTH - field.value.length;
    show(left, field.value.length > WARN_LENGTH);
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
    const command = corrected ? correctMessage(corrected.id, text) : postMessage(text, replied?.id);
    const wasCorrection = corrected !== null;
    reset();
    if (!wasCorrection) draft.clear();
    grow();
    if (await send(command, element) || field.value !== "") return;
    field.value = text;
    draft.save();
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

  const update = () => {
    show(context, replied || corrected);
    if (corrected) say(about, "chat.correcting");
    else if (replied) say(about, "chat.replying", { name: replied.name ?? t("common.nameless") });
  };

  /** @param {Message|null} message */
  const replyTo = (message) => {
    reset();
    replied = message;
    update();
    field.focus();
  };

  /** @param {Message|null} message */
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
  return { element, update, replyTo, correct };
}
