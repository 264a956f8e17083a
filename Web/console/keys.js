// Knows the single keys of the console: which there are, how a button shows its own, the list of all, and the switch
// that turns them off (WCAG 2.1.4). They never act while somebody types or a dialog is open.
import { el } from "../shared/page/html.js";
import { onLanguage, t } from "../shared/texts/i18n.js";
import { recall, remember } from "../shared/page/stored.js";
import { openSheet } from "./sheet.js";

/** Every key with the name of what it does; `console.keys.NAME` says it. */
export const KEYS = Object.freeze({
  next: "N", back: "B", more: "+", less: "-", five: "5", end: "E", skip: "S", hand: "H", stop: "T", pulse: "P",
  admit: "A", lock: "L", chat: "C", questions: "Q", people: "G", find: "/", agenda: "D", meeting: "1", groups: "2", bench: "3",
  prompts: "4",
  message: "M", join: "J", options: "O", finish: "X", undo: "Z",
  help: "?",
});
/** @typedef {keyof typeof KEYS} KeyName */

const STORED = "console.keysOff";

/** Whether single keys are in use on this device. */
export function keysInUse() { return recall(STORED) !== true; }

/**
 * Shows on a button which key does the same.
 * @template {HTMLElement} Node
 * @param {Node} node
 * @param {KeyName} name
 * @returns {Node} the same
 */
export function hint(node, name) {
  node.dataset.hint = name;
  write(node);
  return node;
}

/** @param {HTMLElement} node */
function write(node) {
  const name = /** @type {KeyName} */ (node.dataset.hint);
  const label = t(`console.keys.${name}`);
  if (keysInUse()) {
    node.setAttribute("aria-keyshortcuts", KEYS[name]);
    node.title = t("console.keys.key", { label, key: KEYS[name] });
  } else {
    node.removeAttribute("aria-keyshortcuts");
    node.title = label;
  }
}

function writeAll() {
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hint]"))) write(node);
}

/**
 * Listens to the keys.
 * @param {Record<KeyName, () => void>} actions
 * @param {(event: KeyboardEvent) => boolean} owned whether the key means something else where one is; it is done then
 * @returns {() => void} to stop
 */
export function listenToKeys(actions, owned) {
  /** @type {Map<string, KeyName>} */
  const names = new Map(Object.entries(KEYS).map(([name, key]) => [key, /** @type {KeyName} */ (name)]));
  // The plus key without shift, and the minus of the number block's neighbour.
  names.set("=", "more");
  names.set("_", "less");
  /** @param {KeyboardEvent} event */
  const listener = (event) => {
    const isOff = !keysInUse() && event.key !== "Escape";
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isOff || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]") || owned(event)) return;
    const name = names.get(event.key.length === 1 ? event.key.toUpperCase() : event.key);
    if (!name || (event.repeat && name !== "more" && name !== "less")) return;
    event.preventDefault();
    actions[name]();
  };
  document.addEventListener("keydown", listener);
  const stopLanguage = onLanguage(writeAll);
  return () => {
    document.removeEventListener("keydown", listener);
    stopLanguage();
  };
}

/** @param {EventTarget|null} target */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** The list of all keys, with the switch. */
export function openKeysSheet() {
  const sheet = openSheet({ title: "console.keys.title", className: "is-wide" });
  const box = el("input", { type: "checkbox", checked: keysInUse(), "aria-describedby": "keys-text" });
  box.addEventListener("change", () => {
    remember(STORED, box.checked ? null : true);
    writeAll();
  });
  sheet.body.append(
    el("label", { class: "choice" }, box, el("span", { t: "console.keys.use" })),
    el("p", { class: "hint", id: "keys-text", t: "console.keys.useText" }),
    el("dl", { class: "console-keys" }, ...Object.entries(KEYS).map(([name, key]) => el("div", {},
      el("dt", {}, el("kbd", { text: key })), el("dd", { t: `console.keys.${name}` })))));
}
