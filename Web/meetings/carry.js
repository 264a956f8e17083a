// Knows how a proposal of a debrief comes into the agenda of the next meeting: once, as a note for leads beside the item
// that it is about. Where no meeting is planned it says so and leads there.
import { HTTPFailure, post } from "../shared/line/http.js";
import { el, show } from "../shared/page/html.js";
import { LANGUAGES, inLanguage } from "../shared/texts/i18n.js";
import { sentence } from "../figures/debrief/words.js";
import { sayFailure } from "../console/failure.js";
import { call } from "./account.js";
import { dayText } from "./dates.js";

/** @typedef {import("../figures/debrief/types.js").Told} Told */
/** @typedef {import("../figures/debrief/types.js").Saying} Saying */

/** What a proposal is about that names no item. */
const KINDS = /** @type {Record<string, string>} */ ({ kitEarlier: "hands-on", kitTime: "hands-on", mix: "breakout",
  callFirst: "discussion", goRound: "discussion" });

/**
 * What stands below the proposals where they can be put nowhere yet.
 * @param {string} meeting
 */
export function nowherePlanned(meeting) {
  return el("p", { class: "quiet debrief-carry" }, el("span", { t: "carry.none" }), " ",
    el("a", { href: `#new=${encodeURIComponent(meeting)}`, t: "carry.plan" }));
}

/**
 * The act beside a proposal.
 * @param {string} meeting the one that is over
 * @param {Told} told what its page shows; keeps what is noted in the next one
 * @param {Saying} proposal
 */
export function carryAct(meeting, told, proposal) {
  const items = told.figures?.items ?? [];
  const words = () => sentence("next", proposal, items);
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const go = el("button", { type: "button", class: "button bare", t: "carry.go", label: ["carry.goOf", { text: words() }],
    on: { click: () => carry() } });
  const done = el("p", { class: "quiet small", hidden: true });
  const node = el("div", { class: "debrief-carry" }, go, done, trouble);

  // It may have been noted in the other language.
  const isNoted = () => LANGUAGES.some((one) => told.next?.notes.includes(inLanguage(one, words)));

  function draw() {
    const { next } = told;
    const isDone = isNoted();
    show(go, !isDone);
    show(done, isDone);
    if (!isDone || !next) return;
    const title = next.plannedStart ? `${next.title}, ${dayText(next.plannedStart, next.zone)}` : next.title;
    done.replaceChildren(el("span", { t: "carry.done" }), " ",
      el("a", { href: `#prepare=${encodeURIComponent(next.meeting)}`, text: title }));
  }

  async function carry() {
    show(trouble, false);
    go.disabled = true;
    const item = proposal.items.item;
    const kind = item === undefined ? KINDS[proposal.key] : items[item]?.kind;
    const text = words();
    try {
      const path = `/api/meetings/${encodeURIComponent(meeting)}/carry`;
      told.next = (await call((csrf) => post(path, { text, ...(kind ? { kind } : {}) }, { csrf }))).next;
    } catch (failure) {
      // Whoever was faster noted the same.
      if (failure instanceof HTTPFailure && failure.code === "alreadySo") told.next?.notes.push(text);
      else sayFailure(trouble, failure);
    }
    go.disabled = false;
    draw();
    if (isNoted()) done.querySelector("a")?.focus();
  }

  draw();
  return node;
}
