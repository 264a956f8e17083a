// Knows the first row of forming: how groups are found, one tap each, and how large or how many they are.
import { el, show } from "../../shared/page/html.js";
import { limit } from "../../shared/limits.js";

/** @typedef {"mix"|"expertise"|"samePhase"|"keepLast"|"newPartners"|"separate"|"bridged"} Choice */
/** @typedef {{size: number}|{count: number}} Amount */

/** @type {Choice[]} */
export const CHOICES = ["mix", "expertise", "samePhase", "newPartners", "keepLast", "separate", "bridged"];
/** Larger groups are none in which everybody speaks. */
export const SIZES = { least: 2, most: 20 };
const FIRST = { size: 4, count: 3 };

/**
 * The row.
 * @param {{draw: (choice: Choice) => void, resize: () => void}} on
 */
export function formingChoices({ draw, resize }) {
  /** @type {"size"|"count"} */
  let unit = "size";
  const amounts = { ...FIRST };
  const limits = { size: SIZES, count: { least: 1, most: limit("groups") } };
  const buttons = new Map(CHOICES.map((choice) => [choice, el("button", { type: "button",
    class: "button forming-choice", t: `forming.choice.${choice}`, title: `forming.choiceHint.${choice}`,
    "aria-pressed": "false", on: { click: () => draw(choice) } })]));
  const unitField = el("select", { class: "forming-unit", label: "forming.unit" },
    el("option", { value: "size", t: "forming.unitSize" }), el("option", { value: "count", t: "forming.unitCount" }));
  const number = el("input", { class: "forming-number numbers", type: "number", inputmode: "numeric",
    label: "forming.amount" });
  const less = el("button", { type: "button", class: "button", text: "−", label: "forming.less",
    on: { click: () => set(amounts[unit] - 1) } });
  const more = el("button", { type: "button", class: "button", text: "+", label: "forming.morePeople",
    on: { click: () => set(amounts[unit] + 1) } });
  const row = el("div", { class: "forming-choice-row", role: "group", label: "forming.choices" }, ...buttons.values());
  const amountNode = el("div", { class: "forming-amount", role: "group", label: "forming.amount" }, unitField, less,
    number, more);

  unitField.addEventListener("change", () => {
    unit = unitField.value === "count" ? "count" : "size";
    write();
    resize();
  });
  number.addEventListener("change", () => set(Number(number.value)));

  /** @param {number} wished */
  function set(wished) {
    const { least, most } = limits[unit];
    const bounded = Number.isFinite(wished) ? Math.min(most, Math.max(least, Math.round(wished))) : amounts[unit];
    const isOther = bounded !== amounts[unit];
    amounts[unit] = bounded;
    write();
    if (isOther) resize();
  }

  function write() {
    const { least, most } = limits[unit];
    number.min = String(least);
    number.max = String(most);
    number.value = String(amounts[unit]);
    less.disabled = amounts[unit] <= least;
    more.disabled = amounts[unit] >= most;
  }

  write();
  return {
    row,
    amountNode,
    /** @returns {Amount} */
    amount: () => (unit === "size" ? { size: amounts.size } : { count: amounts.count }),
    size: () => amounts.size,
    /** @param {Amount} amount */
    fill(amount) {
      if ("size" in amount) [unit, amounts.size] = ["size", amount.size];
      else [unit, amounts.count] = ["count", amount.count];
      unitField.value = unit;
      write();
    },
    /** @param {string|null} choice the one in use @param {boolean} hasLast whether there were groups before */
    update(choice, hasLast) {
      for (const [name, button] of buttons) button.setAttribute("aria-pressed", String(name === choice));
      const last = buttons.get("keepLast");
      if (last) show(last, hasLast);
    },
  };
}
