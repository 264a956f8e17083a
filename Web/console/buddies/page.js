// Knows the coordinator's page of buddies: who takes part, a round before it is published, how the pairs are doing.
// How people reach each other and what they write is nowhere on it.
import { el, say, show } from "../../shared/page/html.js";
import { dayOf } from "../../shared/texts/dates.js";
import { onLanguage } from "../../shared/texts/i18n.js";
import { nameOf, namesOf } from "../../buddies/reasons.js";
import { askBuddies } from "./call.js";
import { inviteBox } from "./links.js";
import { roundBox } from "./round.js";
import { sayFailure } from "../failure.js";

/** @typedef {Record<string, any>} Overview the answer of /api/buddies/overview */

/**
 * The page.
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function buddiesPage() {
  const status = el("p", { role: "status", t: "console.loading" });
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const members = el("div", { class: "console-panel" });
  const pairs = el("div", { class: "console-panel" });
  const links = el("div");
  const round = roundBox(draw);
  const body = el("div", { class: "console-buddies", hidden: true },
    el("div", { class: "console-lists" }, round.node, pairs), el("div", { class: "console-lists" }, members, links));
  const node = el("section", { class: "console-page" },
    el("p", {}, el("a", { class: "console-backlink", href: "#meetings", t: "console.toMeetings" })),
    el("h1", { t: "console.buddies.title" }), el("p", { class: "console-lead", t: "console.buddies.lead" }),
    status, trouble, body);
  /** @type {Overview|null} */
  let overview = null;

  /** @param {Overview} next */
  function draw(next) {
    overview = next;
    members.replaceChildren(...memberParts(next));
    pairs.replaceChildren(...pairParts(next));
    show(pairs, next.pairs.length + next.alone.length > 0);
    links.replaceChildren(inviteBox([...next.members, ...next.others]));
  }

  async function load() {
    try {
      draw(await askBuddies("overview"));
      show(body, true);
    } catch (failure) {
      sayFailure(trouble, failure);
    }
    show(status, false);
  }

  // Teachers opt in while this page lies open: whoever comes back to it sees how it stands.
  const again = () => { if (document.visibilityState === "visible") load(); };
  document.addEventListener("visibilitychange", again);
  const stopLanguage = onLanguage(() => { if (overview) pairs.replaceChildren(...pairParts(overview)); });
  load();
  return { node, stop: () => {
    document.removeEventListener("visibilitychange", again);
    stopLanguage();
  } };
}

/** @param {Overview} overview */
function memberParts({ members }) {
  return [el("h2", { t: ["console.buddies.members", { count: members.length }] }),
    members.length === 0
      ? el("p", { t: ["console.buddies.membersEmpty", { address: `${location.host}/buddies.html` }] })
      : el("ul", { class: "console-buddy-names" }, ...members.map((/** @type {any} */ one) => person(one)))];
}

/** @param {import("../../buddies/reasons.js").Named} one */
export function person(one) {
  return el("li", {}, el("span", { text: nameOf(one) }), " ",
    one.school ? el("span", { class: "quiet small", text: one.school }) : null);
}

/** @param {Overview} overview */
function pairParts({ pairs, alone }) {
  return [...(pairs.length === 0 ? [] : [el("h2", { t: "console.buddies.pairs" }),
    el("ul", { class: "console-buddy-pairs is-round" }, ...pairs.map(pairRow))]),
    ...(alone.length === 0 ? [] : [el("h2", { t: "console.buddies.alone" }),
      el("ul", { class: "console-buddy-pairs is-alone" }, ...alone.map((/** @type {any} */ { who, reason }) => el("li", {},
        el("span", { text: nameOf(who) }),
        el("span", { class: "quiet small", t: `console.buddies.reason.${reason ?? "none"}` }))))])];
}

/** @param {Record<string, any>} pair */
function pairRow(pair) {
  const state = el("span", { class: pair.state === "made" ? "chip is-open" : "chip" });
  const all = pair.members.length;
  if (pair.pausedUntil) say(state, "console.buddies.state.paused", { day: dayOf(pair.pausedUntil, "UTC") });
  else if (pair.state === "proposed" && pair.said > 0) say(state, "console.buddies.state.waiting", { said: pair.said, all });
  else say(state, `console.buddies.state.${pair.state}`);
  return el("li", {}, el("span", { text: namesOf(pair.members) }), state,
    ...pair.outcomes.map((/** @type {any} */ { occasion, met, tried, no }) => el("p", { class: "quiet small",
      t: [`console.buddies.outcome.${occasion}`, { met, tried, no }] })));
}
