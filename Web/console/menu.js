// Knows a menu of actions beside the button that opened it (at the foot of a phone), worked by arrows, letters and
// Escape. It is a modal dialog, so nothing behind it can be hit by accident and the focus returns by itself.
import { el } from "../shared/page/html.js";

/** @typedef {import("../shared/page/html.js").Key} Key */
/**
 * `text` is in the place of a key where people wrote it.
 * @typedef {{key?: Key, text?: string, run: () => void, kind?: "plain"|"danger", isChosen?: boolean}} Item
 */

const GAP_PIXELS = 4;
const EDGE_PIXELS = 8;

/**
 * Opens a menu.
 * @param {HTMLElement} anchor
 * @param {{name: Key, head?: string, items: Item[]}} content `head` is shown above
 */
export function openMenu(anchor, { name, head, items }) {
  const buttons = items.map(({ key, text, run, kind, isChosen }) => el("button", {
    type: "button", role: isChosen === undefined ? "menuitem" : "menuitemradio", tabindex: "-1",
    class: `console-menu-item ${kind ?? "plain"}`, ...(key ? { t: key } : { text: text ?? "" }),
    ...(isChosen === undefined ? {} : { "aria-checked": String(isChosen) }),
    on: { click: () => { dialog.close(); run(); } },
  }));
  const menu = el("div", { role: "menu", class: "console-menu-items", label: name }, ...buttons);
  const dialog = el("dialog", { class: "console-menu", label: name },
    head ? el("p", { class: "console-menu-head", text: head }) : null, menu,
    el("button", { type: "button", class: "button console-menu-close", t: "console.close",
      on: { click: () => dialog.close() } }));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", (event) => move(event, buttons));
  dialog.addEventListener("close", () => {
    dialog.remove();
    // An action may have put the focus into a dialog of its own already.
    if (anchor.isConnected && (document.activeElement === document.body || !document.activeElement)) anchor.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  place(dialog, anchor);
  (buttons.find((_, index) => items[index].isChosen) ?? buttons[0])?.focus();
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLButtonElement[]} buttons
 */
function move(event, buttons) {
  const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  const last = buttons.length - 1;
  /** @type {Record<string, number>} */
  const places = { ArrowDown: at < last ? at + 1 : 0, ArrowUp: at > 0 ? at - 1 : last, Home: 0, End: last };
  let to = places[event.key];
  if (to === undefined && event.key.length === 1 && /\S/.test(event.key)) {
    const order = [...buttons.slice(at + 1), ...buttons.slice(0, at + 1)];
    const found = order.find((one) => one.textContent?.toLowerCase().startsWith(event.key.toLowerCase()));
    if (found) to = buttons.indexOf(found);
  }
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

/**
 * Beside the anchor, inside the window.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} anchor
 */
function place(dialog, anchor) {
  const by = anchor.getBoundingClientRect();
  const width = dialog.offsetWidth;
  const height = dialog.offsetHeight;
  const left = Math.min(Math.max(EDGE_PIXELS, by.right - width), innerWidth - width - EDGE_PIXELS);
  const below = by.bottom + GAP_PIXELS;
  const top = below + height <= innerHeight - EDGE_PIXELS ? below : Math.max(EDGE_PIXELS,
    innerHeight - height - EDGE_PIXELS);
  dialog.style.setProperty("--menu-left", `${left}px`);
  dialog.style.setProperty("--menu-top", `${top}px`);
}
