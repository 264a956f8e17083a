// Knows the switch between dark and light: the system decides until somebody does, and then it is remembered.
import { name, say } from "../shared/page/html.js";
import { recall, remember } from "../shared/page/stored.js";

/** @typedef {"dark"|"light"} Scheme */

const STORED = "wall.scheme";

/**
 * Brings the button to life.
 * @param {HTMLButtonElement} button
 */
export function schemeButton(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");

  /** @returns {Scheme} */
  function scheme() {
    const chosen = recall(STORED);
    if (chosen === "dark" || chosen === "light") return chosen;
    return system.matches ? "dark" : "light";
  }

  function draw() {
    document.documentElement.dataset.scheme = scheme();
    const isDark = scheme() === "dark";
    say(button, isDark ? "wall.light" : "wall.dark");
    name(button, isDark ? "wall.toLight" : "wall.toDark");
  }

  button.addEventListener("click", () => {
    remember(STORED, scheme() === "dark" ? "light" : "dark");
    draw();
  });
  system.addEventListener("change", draw);
  draw();
}
