// Knows what is said of the time that is left: to a group what to do with it, to everybody that it is nearly over. A
// group also hears it.
import { announce } from "../../shared/page/announce.js";
import { now, tick } from "../../shared/line/time.js";
import { t } from "../../shared/texts/i18n.js";
import { myGroup } from "../../shared/model/selectors-groups.js";
import { countdown } from "../../shared/model/selectors-time.js";

/** @typedef {import("../../shared/line/store.js").State} State */

/** The moments at which a group is told that the time runs out, in seconds before the end; the last comes first. */
const CUES = Object.freeze([0, 10, 60, 120, 300]);
/** Everybody else is told once. */
const LAST_SECONDS = 120;
/** After that, a page that wakes up says nothing any more about the end. */
const LATE_MILLISECONDS = 5_000;

/** @param {{onChange: () => void}} options called when something else is to be said */
export function lastMinutes({ onChange }) {
  /** @type {State|null} */
  let state = null;
  let leftBefore = -Infinity;
  /** What is said now, as "segment.moment", and what was put away. */
  let current = "";
  let closed = "";
  /** @type {string|null} */
  let key = null;

  /** @param {number} moment */
  const render = (moment) => {
    const counted = countdown(state?.room ?? null);
    const isGroup = state !== null && myGroup(state) !== null;
    const left = counted ? counted.end - moment : null;
    const reached = left === null ? undefined : CUES.find((seconds) => left <= seconds * 1000);
    const isNear = isGroup || (left !== null && left > 0 && left <= LAST_SECONDS * 1000);
    // Groups with a time of their own come back by themselves: that is said before it happens.
    const cue = reached === 0 && counted?.isRound ? "group.cue.back" : `group.cue.${reached}`;
    key = reached === undefined || !isNear ? null : isGroup ? cue : "news.lastMinutes";
    const isNew = isGroup && reached !== undefined && left !== null && leftBefore > reached * 1000
      && left > -LATE_MILLISECONDS;
    leftBefore = isGroup && left !== null ? left : -Infinity;
    if (isNew) announce(t(cue));
    const next = key && counted ? `${counted.id}.${key}` : "";
    if (next === current) return;
    current = next;
    onChange();
  };

  return {
    /** @param {State} next */
    update: (next) => {
      state = next;
      render(now());
    },
    news: () => (current !== "" && current !== closed ? key : null),
    close: () => {
      closed = current;
      onChange();
    },
    stop: tick(render),
  };
}
