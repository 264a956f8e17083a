// Knows the list of meetings: what is next first, what is over folded below.
import { get } from "../shared/line/http.js";
import { el, say, show } from "../shared/page/html.js";
import { onLanguage, timeOfDay } from "../shared/texts/i18n.js";
import { call } from "./account.js";
import { dayText } from "./dates.js";
import { sayFailure } from "../console/failure.js";
import { change, openShelf } from "./shelf.js";

/**
 * @typedef {object} Meeting
 * @property {string} id
 * @property {string|null} title
 * @property {number|null} plannedStart
 * @property {string} zone
 * @property {string} code
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
  const lists = el("div", { class: "console-lists" });
  const node = el("section", { class: "console-page" },
    el("div", { class: "console-page-head" }, el("h1", { t: "console.meetings.title" }),
      el("div", { class: "console-actions" },
        el("a", { class: "button", href: "#network", t: "console.network.title" }),
        el("a", { class: "button", href: "#buddies", t: "console.buddies.title" }),
        plan)),
    status, trouble, again, lists);
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

  function draw() {
    if (!meetings) return;
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
    section("console.meetings.next", ahead.slice(0, 1), true, run),
    section("console.meetings.later", ahead.slice(1), false, run),
    section("console.meetings.rehearsals", rehearsals, false, run),
    section("console.meetings.past", past, false, run),
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
 * @param {string} key
 * @param {Meeting[]} meetings
 * @param {boolean} isNext
 * @param {Run} run
 * @returns {HTMLElement|null}
 */
function section(key, meetings, isNext, run) {
  if (meetings.length === 0) return null;
  return el("section", {}, el("h2", { class: "console-kicker", t: key }),
    el("ul", { class: "console-cards" }, ...meetings.map((one) => card(one, isNext, run))));
}

/**
 * @param {Meeting} meeting
 * @param {boolean} isNext
 * @param {Run} act
 */
function card(meeting, isNext, act) {
  const title = el("h3");
  if (meeting.title) title.textContent = meeting.title;
  else say(title, "console.meetings.untitled");
  const params = { title: title.textContent ?? "" };
  const start = meeting.plannedStart;
  const when = start
    ? el("p", { class: "console-when", text: `${dayText(start, meeting.zone)}, ${timeOfDay(start, meeting.zone)}` })
    : el("p", { class: "console-when", t: "console.meetings.noTime" });
  const isOpen = meeting.phase === "open";
  const isOver = meeting.phase === "ended";
  const prepare = el("a", { class: "button", href: `#prepare=${meeting.id}`, t: "console.meetings.prepare",
    label: ["console.meetings.prepareOf", params] });
  const run = el("a", { class: `button ${isNext ? "primary" : ""}`.trim(), href: `#run=${meeting.id}`,
    t: isOver ? "console.meetings.look" : "console.meetings.run",
    ...(isOver ? {} : { label: ["console.meetings.runOf", params] }) });
  const more = el("button", { type: "button", class: "button console-card-more", t: "console.run.more",
    label: ["console.shelf.of", params], "aria-haspopup": "dialog",
    on: { click: () => openShelf(more, meeting, params.title, act) } });
  return el("li", { class: isNext ? "console-meeting is-next" : "console-meeting" },
    el("div", { class: "console-meeting-text" }, title, when,
      el("p", { class: "console-meeting-facts" },
        el("span", { class: isOpen ? "chip is-open" : "chip", t: `console.phase.${meeting.phase}` }),
        meeting.rehearsal ? el("span", { class: "chip is-rehearsal", t: "rehearsal.badge" }) : null,
        meeting.sample ? el("span", { class: "chip", t: "console.meetings.sample" }) : null,
        el("span", { class: "console-code-line" }, el("span", { t: "console.meetings.code" }), " ",
          el("span", { class: "console-code", text: meeting.code })))),
    el("div", { class: "console-meeting-actions" }, isOver
      ? el("a", { class: "button", href: `#past=${meeting.id}`, t: "console.past.open",
        label: ["console.past.openOf", params] }) : prepare, run, more));
}
