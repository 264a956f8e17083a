// Knows what somebody sees before there are buddies: waiting for a round, a proposal, waiting for the others.
import { confirm } from "../shared/parts/dialog.js";
import { el, show } from "../shared/page/html.js";
import { namesOf, reasonList } from "./reasons.js";

/** @typedef {import("./main.js").Desk} Desk */

/**
 * Takes part and has nobody: says why, and what comes next.
 * @param {Desk} desk
 */
export function buddyWaiting({ page }) {
  return el("section", { class: "stack" },
    el("h1", { t: page.news ? `buddies.news.${page.news.code}.title` : "buddies.waiting.title", tabindex: "-1" }),
    page.news ? el("p", { t: `buddies.news.${page.news.code}.text` }) : null,
    el("p", { t: "buddies.waiting.text" }));
}

/**
 * Who, from where, and why; yes or not this time.
 * @param {Desk} desk
 */
export function buddyProposal(desk) {
  const { buddies, you } = desk.page;
  const names = namesOf(buddies.others);
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const no = el("button", { type: "button", class: "button bare", t: "buddies.proposal.no", on: { click: async () => {
    const isSure = await confirm({ title: "buddies.proposal.noTitle", text: "buddies.proposal.noText",
      yes: "buddies.proposal.no", no: "common.back" });
    if (isSure) desk.act({ declineBuddy: { pair: buddies.pair } }, trouble);
  } } });
  const yes = el("button", { type: "button", class: "button primary wide", t: "buddies.proposal.yes",
    on: { click: () => desk.act({ acceptBuddy: { pair: buddies.pair } }, trouble) } });
  show(yes, !buddies.saidYes);
  return el("section", { class: "stack" },
    el("h1", { t: [buddies.saidYes ? "buddies.agreed.title" : "buddies.proposal.title", { names }], tabindex: "-1" }),
    buddies.saidYes ? el("p", { t: "buddies.agreed.text" }) : null,
    whoList(buddies.others),
    el("h2", { t: "buddies.proposal.why" }), reasonList(buddies.reasons, [...buddies.others, you], you.person),
    el("p", { class: "notice", t: "buddies.proposal.private" }), trouble, yes, no);
}

/** @param {import("./reasons.js").Named[]} people */
export function whoList(people) {
  return el("ul", { class: "buddy-people" }, ...people.map((one) => el("li", {},
    el("strong", one.name ? { text: one.name } : { t: "common.nameless" }),
    one.school ? el("span", { class: "quiet", text: one.school }) : null)));
}
