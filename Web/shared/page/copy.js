// Knows how text gets to the clipboard, also without a secure context (a school server on plain http).
import { el } from "./html.js";

/** @param {string} text @returns {Promise<boolean>} whether it is there now */
export async function copyText(text) {
  if (navigator.clipboard && isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* Denied: the old way may still work. */ }
  }
  const before = document.activeElement;
  const field = el("textarea", { class: "visually-hidden", readonly: true, value: text });
  // Inside an open dialog everything outside is inert and cannot be selected.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  let isDone = false;
  try { isDone = document.execCommand("copy"); } catch { isDone = false; }
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isDone;
}
