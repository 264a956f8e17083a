// Knows the quick check as the lead sees it: counts and how many have answered, never who.
import { el, put, say, show } from "../../shared/page/html.js";
import { closePulse, startPulse } from "../../shared/model/commands.js";
import { answerCount, answeredCount, openPulse, presentSeats } from "../../shared/model/selectors.js";
import { hint } from "../keys.js";
import { pulseResults } from "./pulse-results.js";

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
 * The panel; it says who has none open.
 * @param {import("../desk.js").Desk} desk
 */
export function pulsePanel(desk) {
  const after = el("p", { class: "quiet" });
  const counts = new Map(ANSWERS.map((answer) => [answer, el("strong", { class: "numbers" })]));
  const bars = new Map(ANSWERS.map((answer) => [answer, el("meter", { class: "console-pulse-bar", min: "0",
    "aria-hidden": "true" })]));
  const sum = el("p", { class: "quiet numbers" });
  const blind = el("p", { class: "quiet numbers" });
  const none = el("p", { class: "quiet", t: "console.run.pulseNone" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const close = hint(el("button", { type: "button", class: "button", t: "console.close",
    label: "console.run.pulseClose", on: { click: () => end() } }), "pulse");
  const open = el("div", { class: "console-pulse" }, after,
    el("ul", { class: "console-pulse-counts" }, ...ANSWERS.map((answer) => el("li", {},
      el("span", { class: "console-pulse-word", t: `pulse.${answer}` }), bars.get(answer), " ", counts.get(answer)))),
    el("div", { class: "console-pulse-sum" }, sum, blind, close), trouble);
  const start = el("button", { type: "button", class: "button", t: "console.run.pulseStart",
    on: { click: () => { desk.act(startPulse(), refused); } } });
  const refused = el("p", { class: "problem", role: "alert", hidden: true });
  const results = pulseResults(ANSWERS);
  const node = el("div", { class: "console-tabpanel" }, none, open, start, refused, results.node);

  function end() {
    const pulse = openPulse(desk.state?.room ?? null);
    if (pulse) desk.act(closePulse(pulse.id), trouble);
  }

  /** @param {import("../../shared/line/store.js").State} state */
  function update({ room }) {
    const pulse = room?.details.phase === "open" ? openPulse(room) : null;
    show(open, pulse);
    show(none, !pulse);
    // Before the first item there is nothing to ask about.
    show(start, !pulse && room?.details.phase === "open" && room.agenda?.some((one) => one.runs.length > 0));
    if (room) results.update(room);
    if (!room || !pulse) return;
    const segment = room.agenda?.find((one) => one.id === pulse.segment);
    say(after, "console.run.pulseOf", { title: segment?.title ?? "" });
    show(after, segment?.title);
    const audience = pulseAudience(room);
    const answered = answeredCount(pulse);
    for (const [answer, place] of counts) put(place, String(answerCount(pulse, answer)));
    for (const [answer, bar] of bars) {
      bar.max = Math.max(1, answered, audience.able);
      bar.value = answerCount(pulse, answer);
    }
    sayAnswered(sum, answered, audience.able);
    show(blind, audience.blind > 0);
    say(blind, "console.run.pulseBlind", { count: audience.blind });
  }

  return { node, update, end };
}

/**
 * How many answered, of those who can now; once people have gone who had answered there is no such sum.
 * @param {HTMLElement} node
 * @param {number} answered
 * @param {number} able
 */
function sayAnswered(node, answered, able) {
  if (answered > able) say(node, "console.run.pulseMore", { count: answered });
  else say(node, "console.run.pulseAnswered", { n: answered, all: able });
}
