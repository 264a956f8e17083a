// Knows which way a page should connect: by WebSocket, or by a line where the network lets no WebSocket through. What
// it found out holds for this tab, and is tried again from time to time.
import { recall, remember } from "../page/stored.js";

/** @typedef {"socket"|"line"} Way */

const KEY = "blocked";
/** So many sockets in a row that came to nothing before a line is tried. */
const FAILURES = 2;
/** A network that blocks often says nothing at all: a socket that is not open by then came to nothing. */
export const SOCKET_OPENING_MILLISECONDS = 3_000;
const FIRST_TRY_MILLISECONDS = 60_000;
const LONGEST_TRY_MILLISECONDS = 600_000;

export class WayFinder {
  constructor() {
    this.isBlocked = recall(KEY, "session") === true;
    this.failures = 0;
    this.tries = 0;
  }

  /** @returns {Way} the way to try next */
  next() { return this.isBlocked || this.failures >= FAILURES ? "line" : "socket"; }

  /**
   * It was welcomed on this way.
   * @param {Way} way
   */
  worked(way) {
    this.failures = 0;
    this.set(way === "line");
    if (way === "socket") this.tries = 0;
  }

  /**
   * It came to nothing. `isSilent` when it was not refused: nothing was heard in time.
   * @param {Way} way @param {boolean} [isSilent]
   */
  failed(way, isSilent = false) {
    if (way === "socket") this.failures += isSilent ? FAILURES : 1;
    else {
      // Not the socket was blocked then: there was no network, or no server. The next try is a socket.
      this.failures = FAILURES - 1;
      this.set(false);
    }
  }

  /** Milliseconds until a WebSocket is tried again beside a line; longer each time. */
  pause() {
    const milliseconds = Math.min(LONGEST_TRY_MILLISECONDS, FIRST_TRY_MILLISECONDS * 2 ** this.tries);
    this.tries += 1;
    return milliseconds;
  }

  /** Another network, perhaps: what was found out may not hold. */
  moved() {
    this.tries = 0;
    this.failures = 0;
  }

  /** @param {boolean} isBlocked */
  set(isBlocked) {
    if (isBlocked === this.isBlocked) return;
    this.isBlocked = isBlocked;
    remember(KEY, isBlocked ? true : null, "session");
  }
}
