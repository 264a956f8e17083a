// Knows the quick check as the lead sees it: counts and how many have answered, never who.
import { el, put, say, show } from "../../shared/page/html.js";
import { closePulse } from "../../shared/model/commands.js";
import { answerCount, answeredCount, openPulse, presentSeats } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").PulseAnswer} PulseAnswer */

/** @type {PulseAnswer[]} */
const ANSWERS = ["got_it", "nearly", "lost"];

/**
 * Of those present, who can answer and who has no device to do it with. Who leads by office is not asked.
 * @param {Room} room
 */
export function pulseAudience(room) {
  const asked = presentSeats(room).filter(({ person }) => person.role === "participant" || person.role === "lead");
  const blind = asked.filter(({ person }) => person.mode === "room_no_device" || person.mode === "phone_in").length;
  return { able: asked.length - blind, blind };
}

/**
 * The part; it shows the open check, or the last one until the next segment has begun to run.
 * @param {import("../desk.js").Desk} desk
 */
export function pulsePart(desk) {
  const title = el("h2", { id: "pulse-title", t: "console.run.pulse" });
  const after = el("p", { class: "quiet" });
  const counts = new Map(ANSWERS.map((answer) => [answer, el("strong", { class: "numbers" })]));
  const sum = el("p", { class: "quiet" });
  const blind = el("p", { class: "quiet" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const close = hint(el("button", { type: "button", class: "button", t: "console.close",
    label: "console.run.pulseClose", on: { click: () => end() } }), "pulse");
  const node = el("section", { class: "console-card console-pulse", "aria-labelledby": "pulse-title",
    data: { tab: "now" }, hidden: true },
    el("div", { class: "console-pulse-head" }, title,
      el("ul", { class: "console-pulse-counts" }, ...ANSWERS.map((answer) => el("li", {},
        counts.get(answer), " ", el("span", { t: `pulse.${answer}` })))),
      close),
    el("div", { class: "console-pulse-sum" }, after, sum, blind), trouble);

  function end() {
    const pulse = openPulse(desk.state?.room ?? null);
    if (pulse) desk.act(closePulse(pulse.id), trouble);
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room }) {
    const pulse = openPulse(room);
    show(node, room && pulse && room.details.phase === "open");
    if (!room || !pulse) return;
    const segment = room.agenda?.find((one) => one.id === pulse.segment);
    say(after, "console.run.pulseOf", { title: segment?.title ?? "" });
    show(after, segment?.title);
    for (const [answer, place] of counts) put(place, String(answerCount(pulse, answer)));
    const audience = pulseAudience(room);
    const answered = answeredCount(pulse);
    say(sum, "console.run.pulseAnswered", { n: answered, all: Math.max(answered, audience.able) });
    show(blind, audience.blind > 0);
    say(blind, "console.run.pulseBlind", { count: audience.blind });
  }

  return { node, update, end };
}
