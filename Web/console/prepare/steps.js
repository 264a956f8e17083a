// Knows the four steps of preparing, each with how far it is; they can be done in any order.
import { el, say } from "../../shared/page/html.js";
import { minutes } from "../../shared/texts/durations.js";
import { plannedMilliseconds } from "../../shared/model/selectors-time.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {"agenda"|"invite"|"options"|"groups"} Step */

/** @type {{step: Step, key: string}[]} */
const STEPS = [
  { step: "agenda", key: "console.prepare.agenda" }, { step: "invite", key: "plan.invite" },
  { step: "options", key: "console.prepare.options" }, { step: "groups", key: "board.tab" },
];

/** @param {Step} step */
export const anchorOf = (step) => `plan-${step}`;

/**
 * The list.
 * @returns {{node: HTMLElement, update: (room: Room) => void}}
 */
export function planSteps() {
  /** @type {Map<Step, HTMLElement>} */
  const states = new Map();
  const rows = STEPS.map(({ step, key }, index) => {
    const state = el("span", { class: "quiet small" });
    states.set(step, state);
    // No link: the address names the page.
    const go = el("button", { type: "button", class: "plan-step", on: { click: () => {
      const heading = document.getElementById(anchorOf(step));
      heading?.scrollIntoView({ block: "start" });
      heading?.focus({ preventScroll: true });
    } } }, el("span", { t: key }), state);
    return el("li", {}, el("span", { class: "numbers quiet", text: String(index + 1) }), go);
  });

  return {
    node: el("nav", { class: "plan-steps", label: "plan.steps" }, el("ol", { class: "rows" }, ...rows),
      el("p", { class: "quiet small", t: "plan.stepsText" })),
    update(room) {
      const agenda = room.agenda ?? [];
      const { place, callLink, options } = room.details;
      const said = (/** @type {Step} */ step) => /** @type {HTMLElement} */ (states.get(step));
      if (agenda.length === 0) say(said("agenda"), "plan.noItems");
      else say(said("agenda"), "plan.items", { count: agenda.length, time: minutes(plannedMilliseconds(room) / 1000) });
      if (place && callLink) say(said("invite"), "plan.inviteBoth");
      else if (place) say(said("invite"), "plan.invitePlace");
      else say(said("invite"), callLink ? "plan.inviteCall" : "plan.inviteNothing");
      say(said("options"), options.lobby ? "plan.lobby" : "plan.noLobby");
      say(said("groups"), "plan.drafts", { count: (room.drafts ?? []).length });
    },
  };
}
