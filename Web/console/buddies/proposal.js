// Knows a round of buddies before anybody is asked: who with whom and why, who is alone, and how it is changed by hand.
import { el, list, name, put, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { nameOf, namesOf, reasonList } from "../../buddies/reasons.js";
import { bounds } from "../../shared/limits.js";
import { bring, possible, swap, takeOut } from "./by-hand.js";

/** @typedef {import("../../buddies/reasons.js").Named} Named */
/** @typedef {import("./by-hand.js").Groups} Groups */

/** @param {Record<string, any>} preview @returns {Groups} */
export function groupsOf({ groups }) {
  return groups.map((/** @type {any} */ group) => group.members.map((/** @type {Named} */ one) => one.person));
}

/**
 * @param {{preview: Record<string, any>, isChanged: boolean, onPublish: () => Promise<void>, onBack: () => void,
 *   onChange: (groups: Groups) => Promise<void>}} options
 */
export function proposalPart({ preview, isChanged, onPublish, onBack, onChange }) {
  const { groups, unmatched, faults = [] } = preview;
  const heading = el("h3", { t: isChanged ? "console.buddies.byHand" : "console.buddies.preview", tabindex: "-1" });
  if (groups.length === 0 && !isChanged) return el("div", {}, heading, el("p", { t: "console.buddies.nobody" }));
  const ask = el("button", { type: "button", class: "button primary", t: "console.buddies.publish",
    disabled: faults.length > 0 || groups.length === 0, on: { click: async () => {
      ask.disabled = true;
      await onPublish();
    } } });
  const back = el("button", { type: "button", class: "button", t: "console.buddies.back", on: { click: onBack } });
  show(back, isChanged);
  const bar = choosing(preview, onChange);
  return el("div", { class: "console-lists" }, heading, el("p", { class: "quiet", t: "console.buddies.previewText" }),
    bar.element,
    el("ul", { class: "console-buddy-groups" }, ...groups.map((/** @type {any} */ group, /** @type {number} */ index) =>
      el("li", {}, el("div", { class: "buddy-picks" }, ...group.members.map(bar.chip)),
        ...faults.filter((/** @type {any} */ fault) => fault.group === index).map((/** @type {any} */ fault) =>
          el("p", { class: "problem", t: [`console.buddies.fault.${fault.code}`, { names: namesOf(fault.people) }] })),
        reasonList(group.reasons, group.members),
        ...group.nextBest.map((/** @type {any} */ { person, names }) => el("p", { class: "quiet small",
          t: ["console.buddies.nextBest", { name: nameIn(group.members, person), names: namesOf(names) }] }))))),
    unmatched.length === 0 ? null : el("div", {}, el("h3", { t: "console.buddies.unmatched" }),
      el("ul", { class: "console-buddy-pairs" }, ...unmatched.map((/** @type {any} */ { who, reason }) => el("li", {},
        bar.chip(who), el("span", { class: "quiet small", t: `console.buddies.reason.${reason}` }))))),
    el("div", { class: "console-actions" }, ask, back));
}

/**
 * Who is chosen, and what can be done with them.
 * @param {Record<string, any>} preview @param {(groups: Groups) => Promise<void>} onChange
 */
function choosing(preview, onChange) {
  const groups = groupsOf(preview);
  /** @type {string[]} */
  let chosen = [];
  /** @type {Map<string, HTMLElement>} */
  const chips = new Map();
  const hint = el("p", { class: "quiet small", role: "status" });
  const acts = el("div", { class: "row" });
  const element = el("div", { class: "console-by-hand" }, hint, acts);
  const made = { takeOut, swap, bring };

  /** @param {Named} who */
  const chip = (who) => {
    const node = el("button", { type: "button", class: "button buddy-pick", "aria-pressed": "false",
      on: { click: () => toggle(who.person) } }, nameOf(who));
    name(node, "console.buddies.choose", { name: [nameOf(who), who.school].filter(Boolean).join(", ") });
    chips.set(who.person, node);
    return node;
  };

  /** @param {string} id */
  function toggle(id) {
    chosen = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-bounds("networkBuddies").most);
    update();
  }

  function update() {
    for (const [id, node] of chips) node.setAttribute("aria-pressed", String(chosen.includes(id)));
    put(hint, t(chosen.length === 0 ? "console.buddies.chooseHint" : "console.buddies.chosen", { count: chosen.length }));
    list(acts, possible(groups, chosen), (act) => act,
      (act) => el("button", { type: "button", class: "button", t: `console.buddies.act.${act}`,
        on: { click: () => onChange(made[act](groups, chosen)) } }), () => undefined);
  }
  update();
  return { element, chip };
}

/** @param {Named[]} people @param {string} id */
function nameIn(people, id) {
  const who = people.find((one) => one.person === id);
  return who ? nameOf(who) : t("common.nameless");
}
