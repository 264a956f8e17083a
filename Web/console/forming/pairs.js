// Knows the quick rounds of two and two: one tap proposes and forms them, with new partners or within the groups there are,
// and a time of their own. Over a
// coffee nothing is written; the pair and its minutes are all that is kept. "Think, pair, share" asks a question first: when
// its time to write is up the pairs come by themselves, as long as this page is open, or by a tap.
import { confirm } from "../../shared/parts/dialog.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { announce } from "../../shared/page/announce.js";
import { now } from "../../shared/line/time.js";
import { t } from "../../shared/texts/i18n.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { drawSeed, proposals, refusalText } from "./proposals.js";
import { emptyPlan, fromProposal } from "./plan.js";
import { pairing, thinkable } from "./think-pair.js";
import { openPrompt } from "../../shared/model/commands.js";
import { modesOf, places, roundPlan } from "./plan-places.js";
import { recall, remember } from "../../shared/page/stored.js";
import { atTables, sources, withinWish } from "./within.js";
import { formWhole } from "./whole.js";

/** @typedef {import("../../shared/model/types.js").RoundPlan} RoundPlan */

/**
 * What one tap forms.
 * @type {{name: string, seconds: number, kind?: "coffee"}[]}
 */
export const PAIRS = [{ name: "coffee", seconds: 600, kind: "coffee" }, { name: "talk", seconds: 240 }];
const TALK = PAIRS[1];
/** Whether pairs are cut from the groups, as it was chosen last on this device. */
const WITHIN = "console.pairs.within";

/**
 * The buttons. `call` says where those who are remote meet, `groups` which groups there are to cut pairs from; `onFormed` is
 * called once the pairs run.
 * @param {{desk: import("../desk.js").Desk, call: () => import("./plan-places.js").Call,
 *   groups: () => import("./within.js").Source[], onFormed: () => void}} options
 */
export function pairButtons({ desk, call, groups, onFormed }) {
  const source = proposals();
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const buttons = PAIRS.map((one) => el("button", { type: "button", class: "button", t: `forming.pairs.${one.name}`,
    title: `forming.pairs.${one.name}Hint`, on: { click: () => form(one, {}) } }));
  const think = el("button", { type: "button", class: "button", t: "forming.pairs.think",
    title: "forming.pairs.thinkHint", on: { click: () => begin() } });
  const question = el("p", { class: "small forming-question" });
  const pair = el("button", { type: "button", class: "button", t: "forming.pairs.pair", on: { click: () => goOn() } });
  const thinking = el("div", { class: "forming-thinking", role: "status", hidden: true }, question, pair);
  const inside = el("input", { type: "checkbox", checked: recall(WITHIN) === true,
    on: { change: () => remember(WITHIN, inside.checked ? true : null) } });
  const choice = el("label", { class: "choice", hidden: true, title: "forming.pairs.withinHint" }, inside,
    el("span", { t: "forming.pairs.within" }));
  /** The question with which it was begun here, until the pairs are formed, and the groups at work then. */
  let begun = "";
  /** @type {string|undefined} */
  let round;
  let isBusy = false;
  const node = el("div", { class: "forming-pairs", role: "group", label: "forming.pairs" },
    el("h3", { class: "forming-part", t: "forming.pairs" }), choice, el("div", { class: "forming-tools" }, ...buttons, think),
    thinking, trouble);

  /**
   * @param {typeof PAIRS[number]} wished
   * @param {{task?: string, from?: import("./within.js").Source[], isSure?: boolean, where?: HTMLElement}} how what they talk
   *   about, the groups that pairs are cut from, whether nobody is asked first, and where it is said that there are none
   */
  async function form({ seconds, kind }, how) {
    const { task = "", from = inside.checked ? groups() : [], isSure = false, where = trouble } = how;
    const sure = isSure || !runningRound(desk.state?.room ?? null) || await confirm({ title: "forming.replaceAsk",
      text: "forming.replaceText", yes: "forming.go" });
    if (!sure || isBusy) return;
    show(where, false);
    lock(true);
    try {
      const people = desk.state?.room?.people ?? {};
      const answer = await source.once({ meeting: desk.meeting, choice: "newPartners", size: 2, seed: drawSeed(),
        ...(from.length > 0 ? withinWish(from, people) : {}) });
      if (answer && await formWhole(desk, pairPlan(answer, people, call(), seconds, kind, task, from), where)) {
        begun = "";
        announce(t("forming.pairs.formed"));
        onFormed();
      }
    } catch (failure) {
      put(where, refusalText(failure));
      show(where, true);
    } finally {
      lock(false);
    }
  }

  /** @param {boolean} busy */
  function lock(busy) {
    isBusy = busy;
    for (const button of [...buttons, think, pair]) button.disabled = busy;
  }

  /** Everybody thinks first; who is asked already goes on from there. */
  async function begin() {
    const room = desk.state?.room;
    const prompt = room && thinkable(room);
    if (!prompt) return;
    show(trouble, false);
    if (prompt.openedAt === undefined && !(await desk.act(openPrompt(prompt.id), trouble))) return;
    begun = prompt.id;
    round = runningRound(desk.state?.room ?? null)?.id;
    render(now());
    pair.focus();
  }

  function goOn() {
    const room = desk.state?.room;
    const next = room && pairing(room, begun, now(), round);
    return next ? form(TALK, { task: next.prompt.text, isSure: true }) : undefined;
  }

  /** @param {number} moment */
  function render(moment) {
    const room = desk.state?.room;
    const next = room && begun ? pairing(room, begun, moment, round) : null;
    if (!next) begun = "";
    show(thinking, next);
    show(think, room && thinkable(room) && !next);
    show(choice, groups().length > 0);
    if (!next) return;
    say(question, next.prompt.deadline === undefined ? "forming.pairs.thinking" : "forming.pairs.thinkingTimed",
      { question: next.prompt.text ?? "" });
    if (next.isTime && !isBusy) goOn();
  }

  return {
    node,
    /** @param {boolean} isOpen whether the meeting runs */
    update(isOpen) {
      show(node, isOpen);
      render(now());
    },
    tick: render,
    /**
     * Pairs within groups.
     * @param {import("./within.js").Source[]} from @param {HTMLElement} where what goes wrong is said
     */
    within: (from, where) => form(TALK, { from, where }),
  };
}

/**
 * What the server proposes, as the round that is formed.
 * @param {Record<string, any>} answer @param {import("./plan-places.js").People} people
 * @param {import("./plan-places.js").Call} call @param {number} seconds @param {"coffee"} [kind] @param {string} [task]
 * @param {import("./within.js").Source[]} [from] the groups they are cut from
 * @returns {RoundPlan}
 */
export function pairPlan(answer, people, call, seconds, kind, task, from = []) {
  const drawn = fromProposal(emptyPlan(), answer);
  const plan = { ...drawn, groups: atTables(drawn.groups, from, (members) => modesOf(members, people).inRoom > 0) };
  return { .../** @type {any} */ (roundPlan(plan, places(plan, people, call), { seconds, task })), ...(kind ? { kind } : {}) };
}
