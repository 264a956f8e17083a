// Knows how text gets to the clipboard, also without a secure context (a school server on plain http).
import { el } from "./html.js";

/**
 * Copies what has to be fetched first. Safari lets a page copy only in the moment of the tap, so what comes later has to
 * be promised then.
 * @param {Promise<string>} coming rejects when there is nothing to copy @returns {Promise<boolean>} whether it is there now
 */
export async function copyComing(coming) {
  if (navigator.clipboard && isSecureContext && window.ClipboardItem) {
    try {
      const piece = coming.then((text) => new Blob([text], { type: "text/plain" }));
      await navigator.clipboard.write([new window.ClipboardItem({ "text/plain": piece })]);
      return true;
    } catch { /* Denied, or a browser that takes no promise: the text alone may still be allowed. */ }
  }
  return copyText(await coming);
}

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
