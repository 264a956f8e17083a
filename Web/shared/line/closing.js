// Knows what the end of a socket means: for good, with a reason the pages have words for, or only for now.

/** @type {Record<number, string>} */
const FINAL = { 4400: "fault", 4401: "signedOut", 4403: "removed", 4404: "unknownMeeting" };
const FINAL_BYES = ["removed", "forgotten", "denied", "elsewhere", "ended"];
const LONGEST_HINT_MILLISECONDS = 30_000;

/**
 * The reason if there is no sense in coming back, else null.
 * @param {number} code @param {string|null} bye the reason of a `bye` that came before
 * @returns {string|null}
 */
export function closeReason(code, bye) {
  if (bye && FINAL_BYES.includes(bye)) return bye;
  return FINAL[code] ?? null;
}

/**
 * The wait a restarting server asks for, in milliseconds.
 * @param {string} text such as "retry=1500"
 */
export function retryHint(text) {
  const found = /retry=(\d{1,6})/.exec(text);
  return found ? Math.min(LONGEST_HINT_MILLISECONDS, Number(found[1])) : 0;
}
