// Knows how a person's text is shown whose web addresses can be tapped: only http and https, and never as markup.
import { el, put } from "./html.js";

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence is no part of the address before it. */
const TAIL = /[.,;:!?)\]'’]+$/;

/**
 * A link that leads out of the meeting without leaving it.
 * @param {string} href @param {Record<string, any>} [props]
 */
export function outwards(href, props = {}) {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", ...props });
}

/**
 * The text in pieces: words, and addresses as links.
 * @param {string} text @returns {(string|{href: string})[]}
 */
export function pieces(text) {
  /** @type {(string|{href: string})[]} */
  const found = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const at = match.index ?? 0;
    const href = match[0].replace(TAIL, "");
    if (!isAddress(href)) continue;
    if (at > from) found.push(text.slice(from, at));
    found.push({ href });
    from = at + href.length;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/**
 * Puts the text into an element; what is there already stays, with the focus on it.
 * @param {HTMLElement} node @param {string} text
 */
export function putLinked(node, text) {
  // Whatever stood there by its key is a person's text now.
  if (node.textContent === text) return put(node, text);
  put(node, "");
  node.replaceChildren(...pieces(text).map((piece) =>
    (typeof piece === "string" ? document.createTextNode(piece) : outwards(piece.href, { text: piece.href }))));
}

/** @param {string} text */
function isAddress(text) {
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false;
  }
}
