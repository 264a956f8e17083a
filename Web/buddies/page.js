// Knows the page that buddies share: how they went on, how to reach each other, a goal, the next date, notes, a pause.
import { confirm } from "../shared/parts/dialog.js";
import { copyText } from "../shared/page/copy.js";
import { dayOf, timeOfDay } from "../shared/texts/dates.js";
import { el, say, show } from "../shared/page/html.js";
import { t } from "../shared/texts/i18n.js";
import { buddyCheckIn } from "./check-in.js";
import { buddyDate, buddyGoal, buddyPause } from "./plans.js";
import { whoList } from "./proposal.js";
import { firstMessage, namesOf, nameOf, reasonList } from "./reasons.js";
import { field } from "../shared/parts/field.js";
import { limit } from "../shared/limits.js";

/** @typedef {import("./main.js").Desk} Desk */

/** @param {Desk} desk */
export function buddyPage(desk) {
  const { buddies, you } = desk.page;
  const names = namesOf(buddies.others);
  return el("section", { class: "stack" },
    el("h1", { t: ["buddies.made.title", { names }], tabindex: "-1" }), whoList(buddies.others),
    buddies.open ? buddyCheckIn(desk) : null,
    buddies.pausedUntil ? el("p", { class: "notice",
      t: ["buddies.pause.now", { day: dayOf(buddies.pausedUntil, "UTC") }] }) : null,
    reach(desk), message(desk), buddyGoal(desk), buddyDate(desk), notes(desk), buddyPause(desk),
    el("details", { class: "buddy-more" }, el("summary", { t: "buddies.proposal.why" }),
      reasonList(buddies.reasons, [...buddies.others, you], you.person)),
    leave(desk));
}

/**
 * How the others are reached comes on a tap and by a request of its own, so that it is in no page that lies around.
 * @param {Desk} desk
 */
function reach(desk) {
  const { buddies } = desk.page;
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const list = el("ul", { class: "buddy-people", "aria-live": "polite" });
  const button = el("button", { type: "button", class: `button ${buddies.open ? "" : "primary"} wide`,
    t: "buddies.reach.show", on: { click: async () => {
      const answer = await desk.post("contacts", { pair: buddies.pair }, trouble);
      if (!answer) return;
      list.replaceChildren(...answer.contacts.map((/** @type {{person: string, contact: string}} */ one) => {
        const who = buddies.others.find((/** @type {{person: string}} */ other) => other.person === one.person);
        return el("li", {}, el("strong", { text: who ? nameOf(who) : "" }),
          el("span", { class: "buddy-contact", text: one.contact }));
      }));
      show(button, false);
    } } });
  return el("section", { class: "card stack" }, el("h2", { t: "buddies.reach.title" }),
    el("p", { class: "hint", t: "buddies.reach.hint" }), button, list, trouble);
}

/** @param {Desk} desk */
function message({ page: { buddies, you } }) {
  const text = field(el("textarea", { rows: "9", name: "message", value: firstMessage(buddies.reasons, buddies.others, you) }),
    { label: "buddies.message.label" });
  const done = el("p", { class: "hint", role: "status" });
  const copy = el("button", { type: "button", class: "button", t: "common.copy", on: { click: async () => {
    say(done, await copyText(text.input.value) ? "common.copied" : "common.copyFailed");
  } } });
  return el("details", { class: "buddy-more", open: !buddies.notes.length },
    el("summary", { t: "buddies.message.title" }), el("div", { class: "stack" }, text.node,
      el("div", { class: "row" }, copy, done)));
}

/** @param {Desk} desk */
function notes(desk) {
  const { buddies, you } = desk.page;
  const people = [...buddies.others, you];
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const input = el("textarea", { rows: "3", maxlength: limit("networkNoteLength"), name: "note" });
  const text = field(input, { label: "buddies.notes.label", hint: "common.noPupils" });
  const form = el("form", { class: "stack", novalidate: true, on: { submit: async (/** @type {Event} */ event) => {
    event.preventDefault();
    text.fail(input.value.trim() ? null : "buddies.notes.missing");
    if (!input.value.trim()) return input.focus();
    await desk.act({ writeBuddyNote: { pair: buddies.pair, text: input.value } }, trouble);
    return undefined;
  } } }, text.node, el("button", { class: "button", t: "buddies.notes.add" }), trouble);
  const list = el("ul", { class: "buddy-notes" }, ...buddies.notes.map((/** @type {any} */ note) => {
    const who = people.find((one) => one.person === note.person);
    const when = `${dayOf(note.at)}, ${timeOfDay(note.at)}`;
    const mine = note.person === you.person;
    return el("li", {}, el("p", { class: "buddy-note", text: note.text }),
      el("p", { class: "quiet small", text: `${who ? nameOf(who) : t("common.nameless")}, ${when}` }),
      mine ? el("button", { type: "button", class: "button bare", t: "buddies.notes.remove",
        label: ["buddies.notes.removeOf", { when }],
        on: { click: () => desk.act({ removeBuddyNote: { pair: buddies.pair, note: note.note } }, trouble) } }) : null);
  }));
  return el("section", { class: "card stack" }, el("h2", { t: "buddies.notes.title" }),
    buddies.notes.length ? list : el("p", { class: "quiet", t: "buddies.notes.empty" }), form);
}

/** @param {Desk} desk */
function leave(desk) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const { pair } = desk.page.buddies;
  return el("div", {}, el("button", { type: "button", class: "button bare", t: "buddies.leave.go",
    on: { click: async () => {
      const isSure = await confirm({ title: "buddies.leave.title", text: "buddies.leave.text", yes: "buddies.leave.go",
        no: "common.back", isDanger: true });
      if (isSure) desk.act({ leaveBuddies: { pair } }, trouble);
    } } }), trouble);
}
