// Knows the first screen: one field for the code on the wall or in the invitation.
import { el, put, say, show } from "../shared/page/html.js";
import { CODE_LENGTH, isMisread, readCode, readLink } from "./code-reading.js";

/**
 * @param {{onCode: (code: string) => Promise<string|null>, onLink: (token: string) => void}} options
 *   `onCode` resolves with what to say beside the field, or null when the next screen is there
 */
export function doorCode({ onCode, onLink }) {
  const problem = el("p", { class: "problem", id: "code-problem", hidden: true, role: "alert" });
  const field = el("input", {
    id: "code", class: "code-field", name: "code", autocomplete: "off", autocapitalize: "characters",
    spellcheck: "false", inputmode: "text", enterkeyhint: "go", "aria-describedby": "code-hint code-problem",
  });
  const button = el("button", { class: "button primary wide", t: "door.go" });
  let asked = "";

  const submit = async () => {
    const code = readCode(field.value);
    field.value = code;
    if (code.length < CODE_LENGTH || isMisread(code)) {
      complain(null);
      return;
    }
    asked = code;
    say(button, "door.looking");
    const sentence = await onCode(code);
    say(button, "door.go");
    if (sentence) complain(sentence);
  };

  /**
   * @param {string|null} sentence null: the field itself shows what is wrong
   */
  const complain = (sentence) => {
    if (sentence) put(problem, sentence);
    else say(problem, isMisread(field.value) ? "door.codeMisread" : "door.codeShort");
    show(problem, true);
    field.setAttribute("aria-invalid", "true");
    field.focus();
  };

  field.addEventListener("input", () => {
    const token = readLink(field.value);
    if (token) {
      onLink(token);
      return;
    }
    const code = readCode(field.value);
    // What one types is only tidied at the end of it, so that the caret stays where it is.
    if (field.selectionStart === field.value.length) field.value = code;
    show(problem, false);
    field.removeAttribute("aria-invalid");
    if (code.length === CODE_LENGTH && code !== asked) submit();
  });

  const form = el("form", { class: "stack", novalidate: true, on: { submit: (/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  } } },
  el("div", { class: "field" },
    el("label", { for: "code", t: "door.code" }),
    el("p", { class: "hint", id: "code-hint", t: "door.codeHint" }),
    field, problem),
  button);

  const element = el("main", { class: "door card", id: "main" },
    el("h1", { t: "door.title", tabindex: "-1" }), form,
    el("p", { class: "quiet small", t: "door.noAccount" }));
  return { element, fill: (/** @type {string} */ code) => { field.value = code; asked = code; }, complain };
}
