// Knows the agenda as a timetable: what is over is quiet, what is open stands out, every part with its time.
import { minutes } from "../shared/texts/durations.js";
import { el, list, put, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";

/** @typedef {import("../shared/model/types.js").Segment} Segment */

export function agendaList() {
  const rows = el("ol", { class: "agenda" });
  const empty = el("p", { class: "quiet", t: "agenda.empty" });
  const element = el("div", {}, empty, rows);

  const create = () => el("li", { class: "agenda-row" },
    el("span", { class: "agenda-title" }), el("span", { class: "quiet small agenda-kind" }),
    el("span", { class: "numbers agenda-time" }), el("span", { class: "agenda-state small" }));

  /**
   * @param {HTMLElement} node
   * @param {Segment} segment
   */
  const render = (node, segment) => {
    const [title, kind, time, state] = /** @type {HTMLElement[]} */ ([...node.children]);
    put(title, segment.title ?? t(`kind.${segment.kind}`));
    say(kind, `kind.${segment.kind}`);
    put(time, minutes(segment.timeboxSeconds));
    show(state, segment.state !== "upcoming");
    say(state, `state.${segment.state}`);
    node.className = `agenda-row is-${segment.state}`;
    if (segment.state === "open") node.setAttribute("aria-current", "step");
    else node.removeAttribute("aria-current");
  };

  /** @param {import("../shared/line/store.js").State} state */
  const update = (state) => {
    const agenda = state.room?.agenda ?? [];
    show(empty, agenda.length === 0);
    list(rows, agenda, (segment) => segment.id, create, render);
  };
  return { element, update };
}
