// Knows the first steps of a newcomer, which of them are done, and that the list goes away when somebody wants it gone.
import { get } from "../shared/line/http.js";
import { el, say, show } from "../shared/page/html.js";
import { icon } from "../shared/parts/icons.js";
import { recall, remember } from "../shared/page/stored.js";
import { account, call } from "./account.js";

/** @typedef {import("./list.js").Meeting} Meeting */
/** @typedef {{contact: string, notice: string}} Network */

/** @param {string} name */
const key = (name) => `steps.${name}.${account()?.network.id ?? ""}`;

/** Whether somebody wants the list gone. */
export function areStepsHidden() { return recall(key("hidden")) === true; }

/** @param {boolean} isHidden */
export function hideSteps(isHidden) { remember(key("hidden"), isHidden || null); }

/** An invitation was copied on this device. */
export function noteInvited() { remember(key("invited"), true); }

/**
 * The steps, each with whether it is done.
 * @param {Network|null} network @param {Meeting[]} meetings
 */
export function stepsOf(network, meetings) {
  return [
    { name: "network", isDone: Boolean(network?.contact) },
    { name: "notice", isDone: Boolean(network?.notice) },
    { name: "plan", isDone: meetings.some((one) => !one.rehearsal) },
    { name: "rehearse", isDone: meetings.some((one) => one.rehearsal) },
    { name: "invite", isDone: recall(key("invited")) === true },
  ];
}

/**
 * The part beside the list of meetings.
 * @param {{rehearse: () => void, onHidden: () => void}} acts
 * @returns {{node: HTMLElement, update: (meetings: Meeting[]) => void}}
 */
export function firstSteps({ rehearse, onHidden }) {
  const count = el("span", { class: "numbers" });
  const list = el("ol", { class: "rows meet-steps" });
  const hide = el("button", { type: "button", class: "button bare", t: "steps.hide", on: { click: () => {
    hideSteps(true);
    show(node, false);
    onHidden();
  } } });
  const node = el("aside", { class: "meet-first", "aria-labelledby": "first-steps", hidden: true },
    el("div", { class: "part-head" }, el("h2", { id: "first-steps", t: "steps.title" }), count), list,
    el("p", { class: "quiet small" }, hide, " ", el("span", { t: "steps.hideText" })));
  /** @type {Network|null} */
  let network = null;
  /** @type {Meeting[]} */
  let meetings = [];

  function draw() {
    const steps = stepsOf(network, meetings);
    const done = steps.filter((one) => one.isDone).length;
    const next = steps.find((one) => !one.isDone);
    show(node, !areStepsHidden() && next);
    say(count, "steps.count", { done, all: steps.length });
    list.replaceChildren(...steps.map((step, index) => row(step, index + 1, step === next)));
  }

  /** @param {ReturnType<typeof stepsOf>[number]} step @param {number} n @param {boolean} isNext */
  function row({ name, isDone }, n, isNext) {
    // Whoever wants to see first what it is may practise at once.
    const isOpen = isNext || (name === "rehearse" && !isDone);
    const sign = el("span", { class: "meet-step-sign numbers", ...(isDone ? { label: "steps.done", role: "img" }
      : { text: String(n) }) });
    if (isDone) sign.append(icon("agree"));
    return el("li", { class: isDone ? "quiet" : "" }, sign, el("div", { class: "meet-step" },
      el("span", { class: isNext ? "firm" : "", t: `steps.${name}` }),
      isOpen ? el("span", { class: "quiet", t: `steps.${name}Text` }) : null, isOpen ? act(name) : null));
  }

  /** @param {string} name */
  function act(name) {
    if (name === "rehearse") {
      return el("button", { type: "button", class: "button", t: "rehearsal.start", on: { click: rehearse } });
    }
    if (name === "network" || name === "notice") return el("a", { class: "button", href: "#network", t: "steps.say" });
    if (name === "plan") return null;
    const first = meetings.find((one) => !one.rehearsal && one.phase === "planned");
    return first ? el("a", { class: "button", href: `#prepare=${first.id}`, t: "steps.toInvitation" }) : null;
  }

  async function load() {
    try { network = await call(() => get("/api/network"), false); } catch { /* The steps say less without it. */ }
    draw();
  }
  load();

  return {
    node,
    update(all) {
      meetings = all;
      draw();
    },
  };
}
