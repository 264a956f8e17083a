// Knows the one polite live region of a page. What is said in one moment is said together, so a screen reader is not
// interrupted by itself.
import { el } from "./html.js";

const GATHER_MILLISECONDS = 600;
const CLEAR_MILLISECONDS = 6_000;

/** @type {HTMLElement|null} */
let region = null;
/** @type {string[]} */
let said = [];
/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;
/** @type {ReturnType<typeof setTimeout>|undefined} */
let clearing;

/**
 * Says a finished sentence.
 * @param {string} sentence
 */
export function announce(sentence) {
  place();
  if (!said.includes(sentence)) said.push(sentence);
  timer ??= setTimeout(flush, GATHER_MILLISECONDS);
}

/** The region has to be there before it is filled; call once at the start. */
export function place() {
  if (region?.isConnected) return;
  region = el("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  document.body.append(region);
}

function flush() {
  timer = undefined;
  if (region) region.textContent = said.join(" ");
  said = [];
  clearTimeout(clearing);
  clearing = setTimeout(() => { if (region) region.textContent = ""; }, CLEAR_MILLISECONDS);
}
