// Knows in what an answer is written or chosen, by the kind of its prompt.
import { el, list, name as label, put } from "../../shared/page/html.js";
import { limit } from "../../shared/limits.js";
import { SCALE } from "../../shared/model/prompts.js";

/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */
/** @typedef {import("../../shared/model/types.js").Answer} Answer */
/** @typedef {{element: HTMLElement, get: () => Answer, set: (answer: Answer) => void}} Input */

/**
 * @param {Prompt} prompt @param {() => void} changed @returns {Input}
 */
export function inputFor(prompt, changed) {
  switch (prompt.kind) {
    case "open": return text(prompt, changed, limit("responseLength"), 4);
    case "word": return text(prompt, changed, limit("wordLength"), 1);
    case "cards": return cards(prompt, changed);
    case "scale": return numbers(prompt, [prompt.text ?? ""], changed);
    case "confidence": return numbers(prompt, prompt.choices, changed);
    case "choice": return choice(prompt, changed);
    case "order": return order(prompt, changed);
  }
}

/** @param {Prompt} prompt @param {() => void} changed @param {number} maxlength @param {number} rows @returns {Input} */
function text(prompt, changed, maxlength, rows) {
  const field = rows === 1 ? el("input", { type: "text", maxlength, autocomplete: "off" })
    : el("textarea", { rows, maxlength });
  field.setAttribute("aria-labelledby", titleOf(prompt));
  field.classList.add("prompt-field");
  field.addEventListener("input", changed);
  return { element: field,
    get: () => ({ texts: field.value.trim() === "" ? [] : [field.value], numbers: [] }),
    set: ({ texts }) => { field.value = texts[0] ?? ""; } };
}

/**
 * Several short ones: there is always one more to write in.
 * @param {Prompt} prompt @param {() => void} changed @returns {Input}
 */
function cards(prompt, changed) {
  const rows = el("ol", { class: "prompt-cards" });
  const add = () => {
    const field = el("textarea", { rows: 2, maxlength: limit("cardLength"), class: "prompt-field" });
    label(field, "prompts.card", { n: rows.children.length + 1 });
    field.addEventListener("input", () => {
      grow();
      changed();
    });
    rows.append(el("li", {}, field));
    return field;
  };
  const fields = () => [...rows.querySelectorAll("textarea")];
  const grow = () => {
    const all = fields();
    if (all.length < limit("cardsOfResponse") && (all.length === 0 || all[all.length - 1].value.trim() !== "")) add();
  };
  grow();
  return { element: el("div", { role: "group", "aria-labelledby": titleOf(prompt) }, rows),
    get: () => ({ texts: fields().map((one) => one.value).filter((one) => one.trim() !== ""), numbers: [] }),
    set: ({ texts }) => {
      rows.replaceChildren();
      for (const one of texts) add().value = one;
      grow();
    } };
}

/**
 * One row of numbers a sentence, with words at both ends.
 * @param {Prompt} prompt @param {string[]} sentences @param {() => void} changed @returns {Input}
 */
function numbers(prompt, sentences, changed) {
  const isScale = prompt.kind === "scale";
  const rows = sentences.map((sentence, row) => el("fieldset", { class: "prompt-scale" },
    el("legend", isScale ? { class: "visually-hidden", text: sentence } : { text: sentence }),
    el("div", { class: "prompt-numbers" }, ...SCALE.map((number) => el("label", { class: "prompt-number" },
      el("input", { type: "radio", name: `${prompt.id}-${row}`, value: String(number), on: { change: changed } }),
      el("span", { class: "numbers", text: String(number) })))),
    el("p", { class: "prompt-ends quiet small" },
      ...(isScale ? prompt.choices.map((one) => el("span", { text: one }))
        : [el("span", { t: "prompts.least" }), el("span", { t: "prompts.most" })]))));
  return { element: el("div", { class: "stack" }, ...rows),
    get: () => ({ texts: [], numbers: rows.flatMap((row) => {
      const chosen = /** @type {HTMLInputElement|null} */ (row.querySelector("input:checked"));
      return chosen ? [Number(chosen.value)] : [];
    }) }),
    set: ({ numbers: given }) => rows.forEach((row, at) => {
      for (const one of row.querySelectorAll("input")) one.checked = given[at] === Number(one.value);
    }) };
}

/** @param {Prompt} prompt @param {() => void} changed @returns {Input} */
function choice(prompt, changed) {
  const rows = prompt.choices.map((text, index) => el("label", { class: "check prompt-choice" },
    el("input", { type: prompt.isMultiple ? "checkbox" : "radio", name: prompt.id, value: String(index),
      on: { change: changed } }), el("span", { text })));
  const boxes = () => rows.map((row) => /** @type {HTMLInputElement} */ (row.querySelector("input")));
  return { element: el("div", { role: "group", "aria-labelledby": titleOf(prompt), class: "prompt-choices" }, ...rows),
    get: () => ({ texts: [], numbers: boxes().filter((one) => one.checked).map((one) => Number(one.value)) }),
    set: ({ numbers: given }) => { for (const one of boxes()) one.checked = given.includes(Number(one.value)); } };
}

/**
 * Rows that are moved up and down, by tap and by keyboard.
 * @param {Prompt} prompt @param {() => void} changed @returns {Input}
 */
function order(prompt, changed) {
  const rows = el("ol", { class: "prompt-order", "aria-labelledby": titleOf(prompt) });
  let places = prompt.choices.map((_, index) => index);
  let isTouched = false;
  /** @param {number} index @param {-1|1} step */
  const move = (index, step) => {
    const from = places.indexOf(index);
    const to = from + step;
    if (to < 0 || to >= places.length) return;
    isTouched = true;
    [places[from], places[to]] = [places[to], places[from]];
    draw();
    const moved = rows.children[to]?.querySelectorAll("button")[step === -1 ? 0 : 1];
    if (moved instanceof HTMLButtonElement) moved.focus();
    changed();
  };
  const draw = () => list(rows, places, String, (index) => el("li", {}, el("span"),
    el("button", { type: "button", class: "button bare", t: "prompts.upShort", on: { click: () => move(index, -1) } }),
    el("button", { type: "button", class: "button bare", t: "prompts.downShort", on: { click: () => move(index, 1) } })),
  (row, index, at) => {
    const [text, up, down] = /** @type {HTMLElement[]} */ ([...row.children]);
    put(text, prompt.choices[index]);
    label(up, "prompts.up", { choice: prompt.choices[index], place: at + 1 });
    label(down, "prompts.down", { choice: prompt.choices[index], place: at + 1 });
  });
  draw();
  const fine = el("button", { type: "button", class: "button bare", t: "prompts.orderFine", on: { click: () => {
    isTouched = true;
    changed();
  } } });
  return { element: el("div", { class: "stack" }, rows, fine),
    get: () => ({ texts: [], numbers: isTouched ? [...places] : [] }),
    set: ({ numbers: given }) => {
      isTouched = given.length === prompt.choices.length;
      places = isTouched ? [...given] : prompt.choices.map((_, index) => index);
      draw();
    } };
}

/** @param {Prompt} prompt */
function titleOf(prompt) { return `prompt-${prompt.id}`; }
