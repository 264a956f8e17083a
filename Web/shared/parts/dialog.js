// Knows the native dialog: open, answer, give the focus back to where it came from.
import { el } from "../page/html.js";

/** @typedef {import("../page/html.js").Key} Key */

/**
 * Shows a dialog and resolves with the value of the button that closed it, "" for Escape.
 * @param {{title: Key, body?: Node[], actions: {key: Key, value: string, kind?: "primary"|"danger"|"plain"}[],
 *   onOpen?: (dialog: HTMLDialogElement) => void}} options
 * @returns {Promise<string>}
 */
export function ask({ title, body = [], actions, onOpen }) {
  const before = document.activeElement;
  const heading = el("h2", { id: `dialog-title-${(counter += 1)}`, t: title, tabindex: "-1" });
  const buttons = actions.map(({ key, value, kind }) =>
    el("button", { class: `button ${kind ?? "plain"}`, value, t: key }));
  const form = el("form", { method: "dialog", class: "dialog-form" }, heading, ...body,
    el("div", { class: "dialog-actions" }, ...buttons));
  const dialog = el("dialog", { class: "dialog", "aria-labelledby": heading.id }, form);
  document.body.append(dialog);
  dialog.showModal();
  // The first field if there is one, else the heading: nobody should confirm by a stray Enter.
  const field = /** @type {HTMLElement|null} */ (dialog.querySelector("[autofocus], input, textarea, select"));
  (field ?? heading).focus();
  onOpen?.(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(dialog.returnValue);
    });
  });
}

let counter = 0;

/**
 * Asks yes or no.
 * @param {{title: Key, text?: Key, yes: Key, no?: Key, isDanger?: boolean}} options
 * @returns {Promise<boolean>}
 */
export async function confirm({ title, text, yes, no = "common.cancel", isDanger = false }) {
  const answer = await ask({
    title,
    body: text ? [el("p", { t: text })] : [],
    actions: [{ key: yes, value: "yes", kind: isDanger ? "danger" : "primary" }, { key: no, value: "" }],
  });
  return answer === "yes";
}
