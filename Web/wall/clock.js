// Knows the time on the wall: minutes left in huge figures, the last minute in seconds, then words instead of a count
// upwards, because a wall does not scold.
import { el, put, say, show } from "../shared/page/html.js";
import { timeOfDay } from "../shared/texts/i18n.js";
import { currentSegment } from "../shared/model/selectors.js";
import { leftMilliseconds } from "../shared/model/selectors-time.js";

const MINUTE_MILLISECONDS = 60_000;

/**
 * The clock.
 * @returns {{node: HTMLElement, update: (room: import("../shared/model/types.js").Room, now: number) => void}}
 */
export function wallClock() {
  const figure = el("span", { class: "wall-figure numbers" });
  const unit = el("span", { class: "wall-unit" });
  const words = el("span", { class: "wall-time-words" });
  const node = el("p", { class: "wall-clock" }, figure, " ", unit, words);

  /**
   * @param {import("../shared/model/types.js").Room} room
   * @param {number} now
   */
  function update(room, now) {
    const { phase, plannedStart, zone } = room.details;
    const segment = currentSegment(room);
    const left = segment ? leftMilliseconds(segment, now) : null;
    const isCounting = left !== null && left > 0;
    node.dataset.over = String(left !== null && left <= 0);
    show(node, phase !== "ended");
    show(figure, isCounting);
    show(unit, isCounting);
    show(words, !isCounting);
    if (isCounting) {
      const isMinutes = left > MINUTE_MILLISECONDS;
      const count = Math.ceil(left / (isMinutes ? MINUTE_MILLISECONDS : 1000));
      put(figure, String(count));
      say(unit, isMinutes ? "wall.minLeft" : "wall.secLeft", { count });
    } else if (phase === "planned") {
      if (plannedStart === undefined || plannedStart <= now) say(words, "wall.startsSoon");
      else say(words, "wall.startsAt", { time: timeOfDay(plannedStart, zone) });
    } else if (left !== null) say(words, "wall.up");
    else put(words, timeOfDay(now, zone));
  }

  return { node, update };
}
