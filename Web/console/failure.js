// Knows how a failed request and a rejected command are said beside the place where they happened.
import { HTTPFailure } from "../shared/line/http.js";
import { put, say, show } from "../shared/page/html.js";
import { failureText, rejectionText } from "../shared/texts/rejection.js";

/**
 * Says a failure in `place`.
 * @param {HTMLElement} place
 * @param {unknown} failure
 * @param {Record<string, string>} [own] keys for codes that have a better sentence here
 */
export function sayFailure(place, failure, own = {}) {
  if (!(failure instanceof HTTPFailure)) say(place, "console.unreachable");
  else if (failure.code in own) {
    say(place, own[failure.code], { count: Math.max(1, Math.ceil((failure.waitMilliseconds ?? 1000) / 1000)) });
  } else if (failure.code === "offline") say(place, "console.unreachable");
  else put(place, failureText(failure));
  show(place, true);
}

/**
 * Says a rejection in `place`. What is so already needs no words: the wish is fulfilled.
 * @param {HTMLElement} place
 * @param {Record<string, any>} rejection
 */
export function sayRejection(place, rejection) {
  if ("alreadySo" in rejection) return;
  put(place, rejectionText(rejection));
  show(place, true);
}
