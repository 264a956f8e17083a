// Knows a list of which only the first few stand there until somebody asks for the rest: hands, and people at the door.
import { el, say, show } from "../../shared/page/html.js";

/**
 * The button below a list.
 * @param {HTMLElement} rows the list
 * @param {number} most how many stand there
 * @param {string} key how many more there are, by `count`
 */
export function fold(rows, most, key) {
  let isOpen = false;
  const button = el("button", { type: "button", class: "button bare console-unfold", on: { click: () => {
    isOpen = !isOpen;
    update();
  } } });

  /** Call it whenever the list has changed. */
  function update() {
    const all = /** @type {HTMLElement[]} */ ([...rows.children]);
    const rest = all.length - most;
    // One more row needs no more room than the button.
    const isFolded = !isOpen && rest > 1;
    all.forEach((row, place) => show(row, !isFolded || place < most));
    show(button, rest > 1);
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) say(button, "console.run.fewer");
    else say(button, key, { count: rest });
  }

  return { button, update };
}
