// Knows how a file that was made for somebody gets to their device.
import { el } from "./html.js";

/** @param {Blob} file @param {string} name */
export function download(file, name) {
  const address = URL.createObjectURL(file);
  el("a", { href: address, download: name }).click();
  // The browser has its own hold on the file once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address));
}
