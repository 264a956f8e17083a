// Knows what the quick checks of a meeting came to: they stay when one is closed, the newest first.
import { el, list, put, say, show } from "../../shared/page/html.js";
import { t, timeOfDay } from "../../shared/texts/i18n.js";
import { answerCount, answeredCount } from "../../shared/model/selectors.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Pulse} Pulse */

/**
 * Those that are over, the newest first.
 * @param {Room} room @returns {Pulse[]}
 */
export function closedPulses(room) {
  return (room.pulses ?? []).filter((pulse) => pulse.closedAt !== undefined).reverse();
}

/** @param {import("../../shared/model/types.js").PulseAnswer[]} answers in their order */
export function pulseResults(answers) {
  const rows = el("ul", { class: "rows console-pulse-results" });
  const title = el("h3", { t: "console.run.pulseResults" });
  const node = el("div", { hidden: true }, title, rows);
  return {
    node,
    /** @param {Room} room */
    update(room) {
      const closed = closedPulses(room);
      show(node, closed.length > 0);
      list(rows, closed, (pulse) => pulse.id, () => el("li", { class: "console-pulse-result" }, el("span", {}),
        el("span", { class: "numbers" }), el("span", { class: "quiet small numbers" })), (row, pulse) => {
        const [what, counts, answered] = /** @type {HTMLElement[]} */ ([...row.children]);
        const segment = room.agenda?.find((one) => one.id === pulse.segment);
        put(what, [timeOfDay(pulse.closedAt ?? pulse.openedAt, room.details.zone), segment?.title]
          .filter(Boolean).join(" "));
        put(counts, answers.map((answer) =>
          t("console.run.pulseResult", { answer: [`pulse.${answer}`, {}], n: answerCount(pulse, answer) })).join(" · "));
        say(answered, "console.run.pulseMore", { count: answeredCount(pulse) });
      });
    },
  };
}
