// Knows a labelled input with its hint before and its error beside it, as every form of the console uses it.
import { el, name, say, show } from "../page/html.js";

/** @typedef {import("../page/html.js").Key} Key */
/** @typedef {HTMLInputElement|HTMLTextAreaElement|HTMLSelectElement} Input */
/**
 * @typedef {object} Field
 * @property {HTMLElement} node
 * @property {Input} input
 * @property {(key: string|null, params?: Record<string, string|number>) => void} fail says what is wrong;
 *   null takes it back
 * @property {HTMLElement} hint
 */

let made = 0;

/**
 * Ties an input to its label, hint and error.
 * @param {Input} input
 * @param {{label: Key, hint?: Key, after?: Node}} texts `after` stands beside the input
 * @returns {Field}
 */
export function field(input, { label, hint, after }) {
  made += 1;
  const id = `field-${made}`;
  input.id = id;
  const hintNode = el("p", { class: "hint", id: `${id}-hint`, ...(hint ? { t: hint } : {}) });
  const error = el("p", { class: "problem", id: `${id}-error`, hidden: true });
  show(hintNode, Boolean(hint));
  input.setAttribute("aria-describedby", `${id}-hint ${id}-error`);
  const row = after ? el("div", { class: "console-input-row" }, input, after) : input;
  const node = el("div", { class: "field" },
    el("label", { for: id, t: label }), hintNode, row, error);
  return {
    node,
    input,
    hint: hintNode,
    fail(key, params) {
      show(error, key !== null);
      if (key === null) {
        input.removeAttribute("aria-invalid");
        error.textContent = "";
        return;
      }
      input.setAttribute("aria-invalid", "true");
      say(error, key, params);
    },
  };
}

/**
 * Puts the focus into the first field that has an error; says whether there was one.
 * @param {Field[]} fields
 */
export function focusFirstError(fields) {
  const wrong = fields.find((one) => one.input.getAttribute("aria-invalid") === "true");
  wrong?.input.focus();
  return Boolean(wrong);
}

/**
 * A password input with its show/hide button.
 * @param {{label: Key, hint?: Key, autocomplete: string}} options
 * @returns {Field}
 */
export function passwordField({ label, hint, autocomplete }) {
  const input = el("input", { type: "password", name: "password", autocomplete, spellcheck: "false", required: true });
  const button = el("button", { type: "button", class: "button", t: "console.login.show",
    label: "console.login.showPassword" });
  button.addEventListener("click", () => {
    const isShown = input.type === "text";
    input.type = isShown ? "password" : "text";
    say(button, isShown ? "console.login.show" : "console.login.hide");
    name(button, isShown ? "console.login.showPassword" : "console.login.hidePassword");
  });
  return field(input, { label, hint, after: button });
}
