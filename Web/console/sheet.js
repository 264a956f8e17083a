// Knows a dialog with content of its own: a form or details over the page. Focus comes back to where it was.
import { el } from "../shared/page/html.js";

/** @typedef {import("../shared/page/html.js").Key} Key */
/** @typedef {{body: HTMLElement, heading: HTMLElement, dialog: HTMLDialogElement, close: () => void}} Sheet */

let made = 0;

/**
 * Opens a sheet with a title and a close button.
 * @param {{title: Key, onClose?: () => void, className?: string}} options
 * @returns {Sheet}
 */
export function openSheet({ title, onClose, className = "" }) {
  made += 1;
  const before = document.activeElement;
  const heading = el("h2", { id: `sheet-${made}`, t: title });
  const body = el("div", { class: "console-sheet-body" });
  const dialog = el("dialog", { class: `dialog console-sheet ${className}`.trim(), "aria-labelledby": heading.id },
    el("div", { class: "console-sheet-head" }, heading,
      el("button", { type: "button", class: "button console-close", t: "console.close",
        on: { click: () => dialog.close() } })),
    body);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    onClose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return { body, heading, dialog, close: () => dialog.close() };
}
