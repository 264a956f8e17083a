// Knows the meeting that is next: when, where, what is missing yet, and all that is done with it.
import { get } from "../shared/line/http.js";
import { el, put, say, show } from "../shared/page/html.js";
import { language, timeOfDay } from "../shared/texts/i18n.js";
import { minutes } from "../shared/texts/durations.js";
import { now } from "../shared/line/time.js";
import { account, call } from "./account.js";
import { dayText } from "./dates.js";
import { noteInvited } from "./first-steps.js";
import { copyInvitation, invitationText } from "./invitation.js";
import { moreButton } from "./shelf.js";

/** @typedef {import("./list.js").Meeting} Meeting */
/** @typedef {import("./list.js").Run} Run */
/** @typedef {import("./sources.js").Plan & {place?: string, callLink?: string, join?: string}} Known */

/** Where people act they need to read what to do. */
const NEED_TASK = new Set(["hands-on", "breakout", "discussion", "reflection"]);

/** @param {Known} plan how many items say nobody what to do */
export function withoutTask(plan) {
  return plan.segments.filter((one) => NEED_TASK.has(one.kind) && !one.note).length;
}

/**
 * The part.
 * @param {Meeting} meeting @param {Run} run
 */
export function nextMeeting(meeting, run) {
  const start = meeting.plannedStart;
  const title = el("h2");
  if (meeting.title) put(title, meeting.title);
  else say(title, "console.meetings.untitled");
  const params = { title: title.textContent ?? "" };
  const facts = el("p", { class: "quiet meet-facts" });
  const missing = el("p", { class: "flag meet-missing", hidden: true });
  /** @type {Known|null} */
  let plan = null;

  function draw() {
    const length = plan ? plan.segments.reduce((sum, one) => sum + one.timeboxSeconds, 0) : 0;
    facts.replaceChildren(...[
      meeting.phase === "open" ? el("span", { class: "tag is-on", t: "console.phase.open" }) : null,
      meeting.sample ? el("span", { class: "tag", t: "console.meetings.sample" }) : null,
      length > 0 ? el("span", { text: minutes(length) }) : null,
      plan?.place ? el("span", { text: plan.place }) : null,
      plan?.callLink ? el("span", { t: "meetings.onCall" }) : null,
      meeting.code ? el("span", {}, el("span", { t: "console.meetings.code" }), " ",
        el("span", { class: "meet-code", text: meeting.code })) : null,
    ].flatMap((one) => one ?? []));
    const count = plan ? withoutTask(plan) : 0;
    show(missing, count > 0);
    say(missing, "meetings.noTask", { count });
  }

  async function load() {
    try { plan = await call(() => get(`/api/meetings/${encodeURIComponent(meeting.id)}/plan`), false); } catch {
      // It is said where the meeting is opened.
    }
    draw();
  }

  const invitation = () => ({ title: meeting.title ?? params.title, start: start ?? null,
    end: start && plan ? start + plan.segments.reduce((sum, one) => sum + one.timeboxSeconds * 1000, 0) : null,
    zone: meeting.zone, place: plan?.place, callLink: plan?.callLink, join: plan?.join, code: meeting.code });
  const isCoordinator = account()?.role === "coordinator";
  draw();
  load();
  return el("li", { class: "console-meeting is-next" },
    el("p", { class: "meet-when" },
      el("span", { class: "meet-time numbers", ...(start ? { text: timeOfDay(start, meeting.zone) } : {}) }),
      start ? el("span", { class: "quiet", ...(isToday(start, meeting.zone) ? { t: "meetings.today" }
        : { text: dayText(start, meeting.zone) }) }) : el("span", { class: "quiet", t: "console.meetings.noTime" })),
    el("div", { class: "meet-about" }, title, facts, missing,
      el("div", { class: "meet-acts" },
        isCoordinator ? copyInvitation({ key: "invite.copy", className: "button", onCopied: noteInvited,
          text: () => invitationText(invitation(), language()) }) : null,
        el("a", { class: "button bare", href: `#prepare=${meeting.id}`, t: "console.meetings.prepare",
          label: ["console.meetings.prepareOf", params] }),
        moreButton(meeting, params.title, run))),
    el("a", { class: "button primary", href: `#run=${meeting.id}`, t: "console.meetings.run",
      label: ["console.meetings.runOf", params] }));
}

/** @param {number} instant @param {string} zone */
function isToday(instant, zone) { return dayText(instant, zone) === dayText(now(), zone); }
