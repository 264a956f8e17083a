// Knows how a page in the background asks for a look: a mark in the title and, where wished, a short buzz.
import { recall, remember } from "./stored.js";

const BUZZ_MILLISECONDS = 120;

let base = "";
let isMarked = false;

/**
 * Sets the title of the page; a mark stays until the page is seen.
 * @param {string} title
 */
export function setTitle(title) {
  base = title;
  write();
}

/** Marks the title if nobody is looking. */
export function notify() {
  if (document.visibilityState === "visible") return;
  isMarked = true;
  write();
  if (vibrates()) navigator.vibrate?.(BUZZ_MILLISECONDS);
}

/** Whether this device may buzz. */
export function vibrates() { return recall("vibrates") === true; }

/** @param {boolean} wanted */
export function setVibrates(wanted) { remember("vibrates", wanted); }

/** Whether this device can buzz at all. */
export function canVibrate() { return "vibrate" in navigator; }

function write() { document.title = isMarked ? `(!) ${base}` : base; }

if (typeof document !== "undefined") {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    isMarked = false;
    write();
  });
}
