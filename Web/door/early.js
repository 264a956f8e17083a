// Knows how somebody waits before the opening: the page looks at the door again and again, says each time who waits
// there, and takes it back when it is closed or shows something else.
import { post } from "../shared/line/http.js";
import { randomID } from "../shared/page/random.js";

/** @typedef {import("./join.js").JoinWish} JoinWish */
/** @typedef {import("./join.js").Door} Door */
/** @typedef {{code?: string, link?: string}} Way */

const POLL_MILLISECONDS = 5_000;
/** By this the server tells one page from another; nobody else learns of it. */
let page = "";

/**
 * One look; with a wish it says who waits.
 * @param {Way} way @param {JoinWish|null} wish
 * @returns {Promise<Door>} throws HTTPFailure
 */
export function lookAtDoor(way, wish) {
  page ||= randomID();
  const { name, school, mode } = wish ?? {};
  return post("/api/door", wish ? { ...way, ready: { id: page, name, school, mode } } : way);
}

/**
 * Looks until the meeting is no longer planned, as long as the screen is there.
 * @param {Way} way @param {HTMLElement} screen @param {JoinWish|null} wish who waits, if they have said so
 * @param {(door: Door) => void} then
 */
export function watchDoor(way, screen, wish, then) {
  /** @param {Door|null} [next] */
  const end = (next) => {
    if (wish) removeEventListener("pagehide", takeBack);
    if (next) then(next);
    else if (wish) takeBack();
  };
  const takeBack = () => {
    const body = JSON.stringify({ ...way, ready: { id: page, gone: true } });
    fetch("/api/door", { method: "POST", headers: { "Content-Type": "application/json" }, credentials: "same-origin",
      keepalive: true, body }).catch(() => {});
  };
  const again = async () => {
    if (!screen.isConnected) return end();
    try {
      const next = await lookAtDoor(way, wish);
      if (!screen.isConnected) return end();
      if (next.phase !== "planned") return end(next);
    } catch { /* The next look may do better. */ }
    setTimeout(again, POLL_MILLISECONDS);
    return undefined;
  };
  if (wish) addEventListener("pagehide", takeBack);
  setTimeout(again, POLL_MILLISECONDS);
}
