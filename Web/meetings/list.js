// Knows the list of meetings: what is next first, what is over folded below.
import { get } from "../shared/line/http.js";
import { el, oneOf, say, show } from "../shared/page/html.js";
import { onLanguage, timeOfDay } from "../shared/texts/i18n.js";
import { call } from "./account.js";
import { dayText } from "./dates.js";
import { sayFailure } from "../console/failure.js";
import { firstSteps } from "./first-steps.js";
import { nextMeeting } from "./next.js";
import { placesNav } from "./places.js";
import { rehearse } from "./rehearsal.js";
import { change, moreButton } from "./shelf.js";

/**
 * @typedef {object} Meeting
 * @property {string} id
 * @property {string|null} title
 * @property {number|null} plannedStart
 * @property {string} zone
 * @property {string} [code] not told to evaluators
 * @property {"planned"|"open"|"ended"} phase
 * @property {boolean} sample
 * @property {boolean} rehearsal
 * @property {boolean} archived
 */

/**
 * The page.
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function meetingsPage() {
  const status = el("p", { role: "status", t: "console.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const again = el("button", { type: "button", class: "button", t: "console.tryAgain", hidden: true,
    on: { click: () => load() } });
  // An empty page asks for it once, in its middle; nothing disappears under a finger that is on its way.
  const plan = el("a", { class: "button", href: "#new", t: "console.meetings.new", hidden: true });
  const lists = el("div", { class: "meet-lists" });
  const steps = firstSteps({ rehearse: () => run(rehearseNext), onHidden: () => plan.focus() });
  const node = el("section", { class: "console-page" },
    placesNav("meetings"),
    el("div", { class: "meet-page" },
      el("div", { class: "meet-main" },
        el("div", { class: "console-page-head" }, el("h1", { t: "console.meetings.title" }), plan),
        status, trouble, again, lists),
      steps.node));
  /** @type {Meeting[]|null} */
  let meetings = null;

  async function load() {
    show(trouble, false);
    show(again, false);
    show(status, true);
    try {
      meetings = (await call(() => get("/api/meetings"))).meetings;
      draw();
    } catch (failure) {
      sayFailure(trouble, failure);
      show(again, true);
    }
    show(status, false);
  }

  /** @param {() => Promise<void>} act */
  async function run(act) {
    show(trouble, false);
    try {
      await act();
      if (node.isConnected) await load();
    } catch (failure) {
      sayFailure(trouble, failure);
    }
  }

  /** What comes next is what one wants to have practised; without it any agenda will do. */
  function rehearseNext() {
    const next = (meetings ?? []).filter((one) => !one.rehearsal && one.phase === "planned" && !one.archived)
      .sort((one, other) => (one.plannedStart ?? Infinity) - (other.plannedStart ?? Infinity))[0];
    return rehearse(next?.id ?? null);
  }

  function draw() {
    if (!meetings) return;
    steps.update(meetings);
    show(plan, meetings.length > 0);
    lists.replaceChildren(...sections(meetings, run));
  }

  load();
  return { node, stop: onLanguage(draw) };
}

/** @typedef {(act: () => Promise<void>) => void} Run */

/**
 * @param {Meeting[]} all
 * @param {Run} run
 * @returns {Node[]}
 */
function sections(all, run) {
  const archived = all.filter((one) => one.archived);
  const shelved = archived.length > 0 ? archive(archived, run) : [];
  const rehearsals = all.filter((one) => one.rehearsal && !one.archived);
  const meetings = all.filter((one) => !one.rehearsal && !one.archived);
  if (meetings.length === 0 && rehearsals.length === 0 && archived.length === 0) {
    return [el("div", { class: "console-empty" }, el("h2", { t: "console.meetings.empty" }),
      el("p", { t: "console.meetings.emptyText" }),
      el("a", { class: "button primary", href: "#new", t: "console.meetings.new" }))];
  }
  const ahead = meetings.filter((one) => one.phase !== "ended");
  ahead.sort((one, other) => Number(other.phase === "open") - Number(one.phase === "open")
    || (one.plannedStart ?? Infinity) - (other.plannedStart ?? Infinity));
  const past = meetings.filter((one) => one.phase === "ended")
    .sort((one, other) => (other.plannedStart ?? 0) - (one.plannedStart ?? 0));
  return [
    ...ahead.slice(0, 1).map((one) => el("section", { label: "console.meetings.next" },
      el("ul", {}, oneOf("ul", () => nextMeeting(one, run))))),
    section("console.meetings.later", ahead.slice(1), run),
    section("console.meetings.rehearsals", rehearsals, run),
    section("console.meetings.past", past, run),
    ...shelved,
  ].flatMap((one) => one ?? []);
}

/**
 * Out of the way until somebody asks for it.
 * @param {Meeting[]} meetings
 * @param {Run} run
 */
function archive(meetings, run) {
  const row = (/** @type {Meeting} */ one) => {
    const title = one.title ?? "";
    return el("li", { class: "console-archived" }, el("span", { text: title }),
      el("button", { type: "button", class: "button", t: "console.shelf.reopen",
        label: ["console.shelf.reopenOf", { title }], on: { click: () => run(() => change(one.id, "reopen")) } }));
  };
  return [el("details", { class: "console-archive" },
    el("summary", { t: ["console.meetings.archived", { n: meetings.length }] }),
    el("ul", {}, ...meetings.map(row)))];
}

/**
 * A part of the list: its title on a rule, a row for each.
 * @param {string} key
 * @param {Meeting[]} meetings
 * @param {Run} run
 * @returns {HTMLElement|null}
 */
function section(key, meetings, run) {
  if (meetings.length === 0) return null;
  return el("section", {}, el("div", { class: "part-head" }, el("h2", { t: key })),
    el("ul", { class: "rows meet-rows" }, ...meetings.map((one) => oneOf("ul", () => row(one, run)))));
}

/**
 * @param {Meeting} meeting
 * @param {Run} act
 */
function row(meeting, act) {
  const title = el("h3", { class: "row-name" });
  if (meeting.title) title.textContent = meeting.title;
  else say(title, "console.meetings.untitled");
  const params = { title: title.textContent ?? "" };
  const start = meeting.plannedStart;
  const isOver = meeting.phase === "ended";
  const run = el("a", { class: "button bare", href: `#run=${meeting.id}`,
    t: isOver ? "console.meetings.look" : "console.meetings.run",
    ...(isOver ? {} : { label: ["console.meetings.runOf", params] }) });
  return el("li", { class: "console-meeting" },
    el("span", { class: "numbers quiet meet-day", ...(start ? { text: dayText(start, meeting.zone) }
      : { t: "console.meetings.noTime" }) }),
    el("span", { class: "numbers quiet meet-hour", ...(start ? { text: timeOfDay(start, meeting.zone) } : {}) }),
    title,
    el("span", { class: "row-of" },
      meeting.phase === "open" ? el("span", { class: "tag is-on", t: "console.phase.open" }) : null,
      meeting.rehearsal ? el("span", { class: "tag is-rehearsal", t: "rehearsal.badge" }) : null,
      meeting.sample ? el("span", { class: "tag", t: "console.meetings.sample" }) : null,
      meeting.code && !isOver ? el("span", { class: "meet-code", text: meeting.code }) : null),
    el("span", { class: "meet-row-acts" }, isOver
      ? el("a", { class: "button bare", href: `#past=${meeting.id}`, t: "console.past.open",
        label: ["console.past.openOf", params] })
      : el("a", { class: "button bare", href: `#prepare=${meeting.id}`, t: "console.meetings.prepare",
        label: ["console.meetings.prepareOf", params] }), run, moreButton(meeting, params.title, act)));
}
