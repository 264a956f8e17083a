// Knows how the server is asked for groups: a quick proposal at once and a better one after it, as long as nobody has
// asked for something else or changed anything by hand in between.
import { HTTPFailure } from "../../shared/line/http.js";
import { failureText } from "../../shared/texts/rejection.js";
import { has, t } from "../../shared/texts/i18n.js";
import { ask } from "../asking.js";

/** @typedef {Record<string, any>} Wish */

/** 53 bits: exact in every reader of JSON. */
export function drawSeed() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0x1fffff) * 0x100000000 + low;
}

/**
 * Asks twice; `take` gets what comes, while it is wanted.
 * @returns {{draw: (wish: Wish, take: (answer: Record<string, any>, isBetter: boolean) => void) => Promise<void>,
 *   once: (wish: Wish) => Promise<Record<string, any>|null>, forget: () => void}} both throw
 *   HTTPFailure; `forget` when the plan was changed since
 */
export function proposals() {
  let asked = 0;
  return {
    forget() { asked += 1; },
    async once(wish) {
      asked += 1;
      const mine = asked;
      const answer = await ask("/api/groups", wish);
      return mine === asked ? answer : null;
    },
    async draw(wish, take) {
      asked += 1;
      const mine = asked;
      const first = await ask("/api/groups", wish);
      if (mine !== asked) return;
      take(first, false);
      // What is here already is good to use: that no better one came needs no words.
      const better = await ask("/api/groups", { ...wish, polish: true }).catch(() => null);
      if (better && mine === asked) take(better, true);
    },
  };
}

/** Pins and locks clash in many ways, and one thing helps against all. */
const CLASH = /^(pin|lock)/;

/**
 * Whether rules clash, so that no groups keep all of them.
 * @param {unknown} failure
 */
export function isClash(failure) { return failure instanceof HTTPFailure && failure.status === 409; }

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
