// Knows the foot of the wall: a rule that fills, what is left of the time, what comes then, when all go home. In the
// last minute seconds; then words instead of a count upwards, because a wall does not scold.
import { el, put, say, show } from "../shared/page/html.js";
import { timeOfDay } from "../shared/texts/i18n.js";
import { nextSegment } from "../shared/model/selectors.js";
import { isForAll } from "../shared/model/prompt-cards.js";
import { countdown, expectedEnd } from "../shared/model/selectors-time.js";
import { runningRound } from "../shared/model/selectors-groups.js";
import { messageToAll, promptNow, whatToDo } from "../shared/model/on-wall.js";
import { wallCards } from "./prompt-pages.js";

/** @typedef {import("../shared/model/on-wall.js").Mode} Mode */

const MINUTE_MILLISECONDS = 60_000;

/**
 * The foot.
 * @returns {{node: HTMLElement, update: (room: import("../shared/model/types.js").Room, mode: Mode,
 *   code: string|undefined, now: number) => void}}
 */
export function wallFoot() {
  const thread = el("progress", { class: "wall-thread", max: "1000", "aria-hidden": "true" });
  const figure = el("span", { class: "wall-figure numbers" });
  const unit = el("span", { class: "wall-unit" });
  const words = el("span", { class: "wall-time-words" });
  const time = el("p", { class: "wall-clock" }, figure, " ", unit, words);
  const then = el("p", { class: "wall-then", "data-may-shorten": true });
  const clock = el("span", { class: "numbers" });
  const code = el("span", { class: "wall-code-small" });
  const node = el("footer", { class: "wall-foot" }, thread, time, then, el("p", { class: "wall-far" }, clock, code));

  /**
   * @param {import("../shared/model/types.js").Room} room
   * @param {number} now
   */
  function left(room, now) {
    const counted = timeToWrite(room) ?? countdown(room);
    const milliseconds = counted ? counted.end - now : null;
    const isCounting = milliseconds !== null && milliseconds > 0;
    node.dataset.over = String(milliseconds !== null && milliseconds <= 0);
    show(figure, isCounting);
    show(unit, isCounting);
    show(words, milliseconds !== null && !isCounting);
    show(thread, counted);
    show(time, counted);
    if (counted) {
      const all = counted.allMilliseconds;
      thread.value = Math.round((1000 * (all - Math.max(0, milliseconds ?? 0))) / all);
    }
    if (isCounting) {
      const isMinutes = milliseconds > MINUTE_MILLISECONDS;
      const count = Math.ceil(milliseconds / (isMinutes ? MINUTE_MILLISECONDS : 1000));
      put(figure, String(count));
      say(unit, isMinutes ? "wall.minLeft" : "wall.secLeft", { count });
    } else say(words, "wall.up");
  }

  return {
    node,
    update(room, mode, typed, now) {
      show(node, mode !== "ended" && mode !== "planned");
      left(room, now);
      const next = nextSegment(room);
      const message = messageToAll(room);
      const { note } = whatToDo(room);
      show(then, true);
      // Who is on the way to their table needs the task, and what was said to all, more than what comes then.
      then.dataset.message = String(Boolean(message && mode === "groups"));
      if (message && mode === "groups") put(then, message.text ?? "");
      else if (runningRound(room) && note && mode === "groups") put(then, note);
      else if (mode === "answers") sayShown(then, room);
      else if (next?.title) say(then, "wall.then", { title: next.title });
      else show(then, false);
      const end = expectedEnd(room, now);
      const isFull = mode === "item" || mode === "message" || mode === "prompt";
      if (isFull && end !== null && room.agenda?.length) {
        say(clock, "wall.clockAndHome", { now: timeOfDay(now, room.details.zone),
          end: timeOfDay(end, room.details.zone) });
      } else put(clock, timeOfDay(now, room.details.zone));
      show(code, !isFull && typed);
      put(code, typed ?? "");
    },
  };
}

/**
 * While people write, their time counts, where it has an end.
 * @param {import("../shared/model/types.js").Room} room
 * @returns {{end: number, allMilliseconds: number}|null}
 */
function timeToWrite(room) {
  const { openedAt, closedAt, deadline } = promptNow(room) ?? {};
  if (openedAt === undefined || closedAt !== undefined || deadline === undefined) return null;
  return { end: deadline, allMilliseconds: Math.max(1, deadline - openedAt) };
}

/**
 * How much of what was written stands on the wall, and where the rest is.
 * @param {HTMLElement} node @param {import("../shared/model/types.js").Room} room
 */
function sayShown(node, room) {
  const prompt = promptNow(room);
  const count = prompt ? wallCards(prompt).length : 0;
  const isWritten = prompt?.kind === "open" || prompt?.kind === "cards";
  const isForEverybody = prompt !== null && isForAll(prompt.circle);
  if (count > 0) say(node, "wall.prompt.shown", { count });
  else if (isWritten && isForEverybody) say(node, "wall.prompt.onPhones");
  else show(node, false);
}
