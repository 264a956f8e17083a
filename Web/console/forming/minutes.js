// Knows how long the groups are to work: as the open item says, until a lead says something else.
import { el, show } from "../../shared/page/html.js";
import { currentSegment } from "../../shared/model/selectors.js";
import { field } from "../../shared/parts/field.js";
import { bounds } from "../../shared/limits.js";

const USUAL_SECONDS = 600;

/**
 * What an item says: what is prepared for its groups, else all of its time.
 * @param {import("../../shared/model/types.js").Room|null|undefined} room @returns {number} seconds
 */
export function roundSeconds(room) {
  const segment = currentSegment(room ?? null);
  const { least, most } = bounds("roundSeconds");
  return Math.min(most, Math.max(least, segment?.breakout?.seconds ?? segment?.timeboxSeconds ?? USUAL_SECONDS));
}

/**
 * The field.
 * @param {() => void} changed
 */
export function formingMinutes(changed) {
  const { least, most } = bounds("roundSeconds");
  const minutes = field(el("input", { type: "number", class: "numbers", inputmode: "numeric", name: "minutes",
    min: String(Math.ceil(least / 60)), max: String(Math.floor(most / 60)) }),
  { label: "forming.minutes", hint: "forming.minutesHint" });
  /** @type {number|null} what a lead chose */
  let chosen = null;
  let usual = USUAL_SECONDS;
  minutes.input.addEventListener("input", () => {
    const seconds = Math.round(Number(minutes.input.value) * 60);
    const isGood = minutes.input.value.trim() !== "" && seconds >= least && seconds <= most;
    if (isGood) chosen = seconds;
    minutes.fail(isGood ? null : "forming.minutesWrong");
    changed();
  });
  // What is no time is put right when the field is left.
  minutes.input.addEventListener("change", () => {
    minutes.fail(null);
    write();
  });

  function write() { minutes.input.value = String(Math.round((chosen ?? usual) / 60)); }

  return {
    node: minutes.node,
    seconds: () => chosen ?? usual,
    /** @returns {number|null} null as long as the item says it */
    chosen: () => chosen,
    /** @param {number|null|undefined} seconds */
    fill(seconds) {
      chosen = seconds ?? null;
      write();
    },
    /** @param {import("../../shared/model/types.js").Room} room */
    update(room) {
      const now = roundSeconds(room);
      show(minutes.node, true);
      if (now === usual && minutes.input.value !== "") return;
      usual = now;
      if (chosen === null && document.activeElement !== minutes.input) write();
    },
  };
}
