// Knows the dark line at the bottom that offers for a moment to take something back. It never takes focus; the newest
// offer is the one that counts.
import { announce } from "../page/announce.js";
import { el } from "../page/html.js";
import { limit } from "../limits.js";
import { t } from "../texts/i18n.js";

/** @type {(() => void)|null} */
let takeBack = null;
/** @type {HTMLElement|null} */
let line = null;
/** @type {ReturnType<typeof setTimeout>|undefined} */
let ending;

/**
 * Offers it for as long as the server takes it.
 * @param {string} key what was done, in words
 * @param {import("../texts/i18n.js").Params} params
 * @param {() => void} undo
 */
export function offerUndo(key, params, undo) {
  withdrawOffer();
  takeBack = undo;
  line = el("div", { class: "undo", role: "region", label: "undo.label" }, el("p", { t: [key, params] }),
    el("button", { type: "button", class: "button", t: "undo.act", on: { click: acceptOffer } }));
  place().append(line);
  announce(t("undo.offered", { done: t(key, params) }));
  ending = setTimeout(withdrawOffer, limit("undoMilliseconds"));
}

/** Takes back what is offered, if something is. */
export function acceptOffer() {
  const undo = takeBack;
  withdrawOffer();
  undo?.();
}

/** Nothing is offered any more. */
export function withdrawOffer() {
  clearTimeout(ending);
  line?.remove();
  line = null;
  takeBack = null;
}

/** Where a page wants it: above what one types into and above its bar; else at the end of its main part. */
function place() {
  const found = document.querySelector("[data-place=undo]") ?? document.querySelector("main");
  return /** @type {HTMLElement} */ (found ?? document.body);
}
