// Knows what a network answers for, as its coordinators see it: complaints about data, each with the day by which it is
// acknowledged, and who looked at personal data.
import { post } from "../shared/line/http.js";
import { announce } from "../shared/page/announce.js";
import { el, list, put, say, show } from "../shared/page/html.js";
import { limit } from "../shared/limits.js";
import { onLanguage, t, timeOfDay } from "../shared/texts/i18n.js";
import { field } from "../shared/parts/field.js";
import { sayFailure } from "../console/failure.js";
import { call } from "./account.js";
import { dayText } from "./dates.js";
import { placesNav } from "./places.js";
import { USUAL_ZONE } from "./zone.js";

/**
 * @typedef {{id: string, who: {name: string}, meeting?: string, text?: string, contact?: string, madeAt: number, due: number,
 *   acknowledgedAt?: number, settledAt?: number, outcome?: string}} Complaint
 */
/** @typedef {{look: string, at: number, who?: string, office?: string, meeting?: string, person?: string}} Look */

/**
 * The page.
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function ledgerPage() {
  const status = el("p", { role: "status", t: "console.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const again = el("button", { type: "button", class: "button", t: "console.tryAgain", hidden: true,
    on: { click: () => load() } });
  const none = el("p", { class: "quiet", t: "ledger.noComplaints" });
  const complaints = el("ul", { class: "console-ledger" });
  const looks = el("tbody", {});
  const body = el("div", { hidden: true },
    el("section", {}, el("h2", { t: "ledger.complaints" }), el("p", { class: "quiet", t: "ledger.complaintsText" }), none,
      complaints),
    el("section", {}, el("h2", { t: "ledger.looks" }), el("p", { class: "quiet", t: "ledger.looksText" }),
      el("div", { class: "console-scroll-wide", tabindex: "0", role: "region", label: "ledger.looks" },
        el("table", { class: "console-figures" },
          el("thead", {}, el("tr", {}, ...["when", "who", "what", "where"].map((column) => el("th", { scope: "col",
            t: `ledger.${column}` })))), looks))));
  const node = el("section", { class: "console-page" }, placesNav("ledger"),
    el("h1", { t: "ledger.title", tabindex: "-1" }), el("p", { class: "console-lead", t: "ledger.lead" }), status, trouble,
    again, body);
  /** @type {{complaints: Complaint[], looks: Look[]}|null} */
  let told = null;

  function draw() {
    if (!told) return;
    show(none, told.complaints.length === 0);
    list(complaints, told.complaints, ({ id }) => id, () => complaintRow(act), (row, one) => fill(row, one));
    looks.replaceChildren(...told.looks.map(lookRow));
  }

  /** @param {string} path @param {object} wish @param {string} done */
  async function act(path, wish, done) {
    show(trouble, false);
    try {
      told = await call((csrf) => post(path, wish, { csrf }));
      draw();
      announce(t(done));
    } catch (failure) {
      sayFailure(trouble, failure);
    }
  }

  async function load() {
    for (const one of [trouble, again]) show(one, false);
    show(status, true);
    try {
      told = await call((csrf) => post("/api/ledger", {}, { csrf }));
      draw();
      show(body, true);
    } catch (failure) {
      sayFailure(trouble, failure, { offline: "console.people.offline" });
      show(again, true);
    }
    show(status, false);
  }

  load();
  return { node, stop: onLanguage(draw) };
}

/** @param {number} at */
function moment(at) { return `${dayText(at, USUAL_ZONE)}, ${timeOfDay(at, USUAL_ZONE)}`; }

/** @typedef {(path: string, wish: object, done: string) => Promise<void>} Act */

/** @type {WeakMap<HTMLElement, (one: Complaint) => void>} */
const rows = new WeakMap();

/** @param {HTMLElement} row @param {Complaint} one */
function fill(row, one) { rows.get(row)?.(one); }

/** @param {Act} act */
function complaintRow(act) {
  const who = el("h3", {});
  const state = el("p", { class: "quiet small" });
  const text = el("p", { class: "console-ledger-words" });
  const contact = el("p", { class: "quiet small" });
  const outcome = el("p", { class: "console-ledger-words" });
  const acknowledge = el("button", { type: "button", class: "button", t: "ledger.acknowledge" });
  const answer = field(el("textarea", { rows: "3", maxlength: limit("networkComplaintLength") }), { label: "ledger.outcome" });
  const settle = el("button", { type: "submit", class: "button", t: "ledger.settle" });
  const form = el("form", { class: "console-form", novalidate: true }, answer.node, settle);
  const node = el("li", {}, who, state, text, contact, acknowledge, form, outcome);
  /** @type {Complaint|null} */
  let shown = null;
  acknowledge.addEventListener("click", () => {
    if (shown) act("/api/ledger/acknowledge", { complaint: shown.id }, "ledger.acknowledged");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = answer.input.value.trim();
    answer.fail(words === "" ? "ledger.outcomeMissing" : null);
    if (words === "") answer.input.focus();
    else if (shown) act("/api/ledger/settle", { complaint: shown.id, outcome: words }, "ledger.settled");
  });

  rows.set(node, (one) => {
    shown = one;
    const name = one.who.name || t("console.run.noName");
    if (one.meeting) say(who, "ledger.from", { name, meeting: one.meeting });
    else put(who, name);
    sayState(state, one);
    if (one.text) put(text, one.text);
    else say(text, "ledger.gone");
    show(contact, one.contact);
    say(contact, "ledger.contact", { contact: one.contact ?? "" });
    show(acknowledge, one.acknowledgedAt === undefined);
    show(form, one.settledAt === undefined);
    show(outcome, one.outcome);
    say(outcome, "ledger.cameOf", { outcome: one.outcome ?? "" });
  });
  return node;
}

/** @param {HTMLElement} node @param {Complaint} one */
function sayState(node, one) {
  const made = moment(one.madeAt);
  if (one.settledAt !== undefined) say(node, "ledger.stateSettled", { made, settled: moment(one.settledAt) });
  else if (one.acknowledgedAt !== undefined) say(node, "ledger.stateKnown", { made, known: moment(one.acknowledgedAt) });
  else say(node, "ledger.stateNew", { made, due: dayText(one.due, USUAL_ZONE) });
}

/** @param {Look} one */
function lookRow(one) {
  const where = [one.meeting, one.person].filter(Boolean).join(", ");
  return el("tr", {}, el("td", { text: moment(one.at) }),
    one.who ? el("td", { text: one.who }) : el("td", { t: "console.run.noName" }),
    el("td", { t: `ledger.look.${one.look}` }), el("td", { text: where }));
}
