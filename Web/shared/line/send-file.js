// Knows how a file leaves a page: in numbered pieces, because a request is bounded. Whoever asked for it to be sent asks
// another route about the whole.
import { limit } from "../limits.js";
import { randomID } from "../page/random.js";

/** @typedef {(path: string, body: Record<string, any>) => Promise<any>} Ask */

const MARKS = 0x2000;

/**
 * Sends the bytes, one piece after another.
 * @param {Ask} ask says a request as whoever is on this page; throws HTTPFailure
 * @param {string} meeting
 * @param {Uint8Array} bytes
 * @returns {Promise<string>} the name under which it lies there, until it is read
 */
export async function sendFile(ask, meeting, bytes) {
  const file = randomID();
  const size = limit("filePieceBytes");
  const count = Math.max(1, Math.ceil(bytes.length / size));
  for (let number = 0; number < count; number += 1) {
    await ask("/api/file", { meeting, file, number, count,
      bytes: base64(bytes.subarray(number * size, (number + 1) * size)) });
  }
  return file;
}

/** @param {Uint8Array} bytes @returns {string} */
export function base64(bytes) {
  let text = "";
  // Not all at once: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += MARKS) text += String.fromCharCode(...bytes.subarray(at, at + MARKS));
  return btoa(text);
}
