// Knows how the server is asked for groups: a quick proposal at once and a better one after it, as long as nobody has
// asked for something else or changed anything by hand in between.
import { HTTPFailure, post } from "../../shared/line/http.js";
import { failureText } from "../../shared/texts/rejection.js";
import { has, t } from "../../shared/texts/i18n.js";
import { account, call } from "../../meetings/account.js";

/** @typedef {Record<string, any>} Wish */

/** 53 bits: exact in every reader of JSON. */
export function drawSeed() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0x1fffff) * 0x100000000 + low;
}

/** @param {Wish} wish @returns {Promise<Record<string, any>>} */
function ask(wish) {
  return account() ? call((csrf) => post("/api/groups", wish, { csrf })) : post("/api/groups", wish);
}

/**
 * Asks twice; `take` gets what comes, while it is wanted.
 * @returns {{draw: (wish: Wish, take: (answer: Record<string, any>, isBetter: boolean) => void) => Promise<void>,
 *   forget: () => void}} `draw` throws HTTPFailure; `forget` when the plan was changed since
 */
export function proposals() {
  let asked = 0;
  return {
    forget() { asked += 1; },
    async draw(wish, take) {
      asked += 1;
      const mine = asked;
      const first = await ask(wish);
      if (mine !== asked) return;
      take(first, false);
      // What is here already is good to use: that no better one came needs no words.
      const better = await ask({ ...wish, polish: true }).catch(() => null);
      if (better && mine === asked) take(better, true);
    },
  };
}

/** Pins and locks clash in many ways, and one thing helps against all. */
const CLASH = /^(pin|lock)/;

/**
 * Why there are no groups, with the names that clash.
 * @param {unknown} failure @returns {string}
 */
export function refusalText(failure) {
  if (!(failure instanceof HTTPFailure)) return t("error.failed");
  const key = `forming.refused.${CLASH.test(failure.code) ? "pinsClash" : failure.code}`;
  const about = failure.status === 409 && failure.detail ? t("forming.refusedWho", { names: failure.detail }) : "";
  return [has(key) ? t(key) : failureText(failure), about].filter(Boolean).join(" ");
}
