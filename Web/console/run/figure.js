// Knows how a time left is set: its number large and light, the words around it small. The text stays one sentence.
import { el } from "../../shared/page/html.js";

const NUMBER = /\d+(?::\d+)*/;

/**
 * Puts a sentence with one number in it.
 * @param {HTMLElement} node
 * @param {string} text in the language of the page; it is put in anew whenever that may have changed
 */
export function putFigure(node, text) {
  if (node.textContent === text) return;
  const found = NUMBER.exec(text);
  if (!found) {
    node.replaceChildren(el("span", { class: "figure-words", text }));
    return;
  }
  const words = (/** @type {string} */ part) => (part ? el("span", { class: "figure-unit", text: part }) : "");
  node.replaceChildren(words(text.slice(0, found.index)), el("span", { class: "figure", text: found[0] }),
    words(text.slice(found.index + found[0].length)));
}
