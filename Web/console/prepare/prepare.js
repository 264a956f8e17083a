// Knows the page on which a meeting is prepared: four steps, the agenda that opens in place, and the invitation always
// in sight.
import { post } from "../../shared/line/http.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { timeOfDay } from "../../shared/texts/i18n.js";
import { account, call } from "../../meetings/account.js";
import { rehearse } from "../../meetings/rehearsal.js";
import { formingPart } from "../forming/forming.js";
import { connectionLine } from "../connection.js";
import { sayFailure } from "../failure.js";
import { dayText } from "../../meetings/dates.js";
import { joinDetails } from "../join.js";
import { aboutForm } from "./about.js";
import { invitationSheet } from "./invitation-sheet.js";
import { optionSwitches } from "./options.js";
import { newcomersPart } from "./newcomers.js";
import { printsAsPaper } from "./paper.js";
import { segmentList } from "./segments.js";
import { anchorOf, planSteps } from "./steps.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/line/store.js").State} State */

/**
 * The page.
 * @param {Desk} desk
 * @returns {{node: HTMLElement, update: (state: State) => void, stop: () => void}}
 */
export function preparePage(desk) {
  const heading = el("h1");
  const when = el("p", { class: "quiet" });
  const line = connectionLine();
  const about = aboutForm(desk);
  const agenda = segmentList(desk);
  const options = optionSwitches(desk);
  const groups = formingPart(desk, () => undefined);
  const join = joinDetails();
  const steps = planSteps();
  const invitation = invitationSheet(desk);
  const practice = rehearsing(desk);
  const newcomers = newcomersPart(desk);
  const over = el("p", { class: "console-note", t: "console.prepare.over", hidden: true });
  const run = el("a", { class: "button", href: `#run=${desk.meeting}`, t: "console.prepare.run" });
  const node = el("div", { class: "console-page plan-page" },
    el("div", { class: "plan-head" },
      el("div", {}, el("a", { class: "quiet small", href: "#meetings", t: "console.toMeetings" }), heading), when,
      el("div", { class: "plan-head-acts" }, practice.start, run)),
    line.node, practice.node, over,
    el("div", { class: "plan-columns" }, steps.node,
      el("div", { class: "plan-middle" }, newcomers.node,
        part("agenda", "console.prepare.agenda", agenda.node), part("invite", "plan.invite", about.node, join.node),
        part("options", "console.prepare.options", options.node),
        part("groups", "board.tab", el("details", { class: "forming-fold" }, el("summary", { t: "forming.prepare" }),
          el("p", { class: "hint", t: "forming.prepareText" }), groups.node))),
      el("aside", { class: "plan-side", "aria-labelledby": "plan-invitation" },
        el("div", { class: "part-head" }, el("h2", { id: "plan-invitation", t: "invite.title" }),
          el("span", { t: "invite.keeps" })), invitation.node)));
  const stopPaper = printsAsPaper(() => desk.state);

  /** @param {State} state */
  function update(state) {
    const { room, links } = state;
    if (!room) return;
    const { title, plannedStart, zone, phase } = room.details;
    if (title) put(heading, title);
    else say(heading, "console.meetings.untitled");
    if (plannedStart === undefined) say(when, "console.meetings.noTime");
    else put(when, `${dayText(plannedStart, zone)}, ${timeOfDay(plannedStart, zone)}`);
    show(over, phase === "ended");
    for (const one of [line, about, agenda, options, invitation, practice, newcomers]) one.update(state);
    steps.update(room);
    groups.update();
    join.update(links);
  }

  return {
    node,
    update,
    stop() {
      stopPaper();
      newcomers.stop();
      join.stop();
    },
  };
}

/**
 * @param {import("./steps.js").Step} step
 * @param {string} key
 * @param {...HTMLElement} content
 */
function part(step, key, ...content) {
  return el("section", { class: `plan-part is-${step}` },
    el("div", { class: "part-head" }, el("h2", { id: anchorOf(step), tabindex: "-1", t: key })), ...content);
}

/**
 * How one practises: a copy with made-up teachers; in a rehearsal, its people once more.
 * @param {Desk} desk
 */
function rehearsing(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const note = el("p", { class: "console-note is-rehearsal", hidden: true });
  const start = el("button", { type: "button", class: "button", t: "plan.rehearseGo", hidden: true,
    on: { click: () => act(() => rehearse(desk.meeting)) } });
  const said = el("span", { class: "quiet", role: "status" });
  const again = el("button", { type: "button", class: "button", t: "plan.sendPeople", on: { click: () => act(async () => {
    await call((csrf) => post(`/api/meetings/${encodeURIComponent(desk.meeting)}/rehearse`, {}, { csrf }));
    say(said, "plan.sent");
  }) } });
  const send = el("p", { class: "console-actions", hidden: true }, again, said);

  /** @param {() => Promise<void>} run */
  async function act(run) {
    show(trouble, false);
    for (const one of [start, again]) one.disabled = true;
    try {
      await run();
    } catch (failure) {
      sayFailure(trouble, failure, { alreadySo: "plan.sent", rehearsalsRun: "plan.rehearsalsRun" });
    }
    for (const one of [start, again]) one.disabled = false;
  }

  return {
    start,
    node: el("div", { class: "plan-practice" }, note, send, trouble),
    /** @param {State} state */
    update({ room, isRehearsal }) {
      const isOver = room?.details.phase === "ended";
      const may = account()?.role === "coordinator";
      show(start, may && !isRehearsal && !isOver);
      show(note, isRehearsal);
      say(note, "plan.rehearsalNote");
      show(send, isRehearsal && may && !isOver);
    },
  };
}
