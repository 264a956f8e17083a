// Knows how a failed request and a rejected command are put into a sentence beside the place where they happened.
import { HTTPFailure } from "../lib/http.js";
import { say, show } from "../lib/html.js";
import { has } from "../lib/i18n.js";

/**
 * Says a failure in `place`.
 * @param {HTMLElement} place @param {unknown} failure
 * @param {Record<string, string>} [own] keys for codes that have a better sentence here
 */
export function failureText(place, failure, own = {}) {
  const isKnown = failure instanceof HTTPFailure;
  const code = isKnown ? failure.code : "failed";
  const seconds = Math.ceil((isKnown ? failure.waitMilliseconds ?? 1000 : 1000) / 1000);
  const params = { count: seconds, limit: (isKnown ? failure.limit : undefined) ?? 0 };
  const key = [own[code], `error.${code}`, `rejection.${code}`].find((name) => name && has(name));
  say(place, key ?? "console.unreachable", params);
  show(place, true);
}

/**
 * Says a rejection in `place`; what is so already needs no words, because the wish is fulfilled.
 * @param {HTMLElement} place @param {Record<string, any>} rejection
 */
export function rejectionText(place, rejection) {
  const [name] = Object.keys(rejection);
  if (name === "alreadySo") return;
  const fields = rejection[name] ?? {};
  const key = `rejection.${name}`;
  say(place, has(key) ? key : "console.refused", { ...fields, count: fields.limit ?? 0 });
  show(place, true);
}
