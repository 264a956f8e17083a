// Knows how a report is looked at before it is brought in: what it says of whom, what to look at, and who each caller is.
import { el } from "../../shared/page/html.js";

/**
 * @typedef {{key: string, name: string, email: string|null, seconds: number, conflicts: string[]}} Caller
 * @typedef {{taken: string, person?: string}} Choice
 * @typedef {{report: {kind: string, people: Caller[], turns: any[], chat: any[], warnings: {code: string, line: number}[]},
 *   who: {key: string, choice: Choice, candidates: string[]}[], people: {person: string, name: string, school?: string}[],
 *   counted?: boolean}} Told
 */

/**
 * @param {Told} told
 * @param {{bring: (choices: {key: string, choice: Choice}[]) => Promise<void>, cancel: () => void}} act
 */
export function previewOf(told, { bring, cancel }) {
  const { report } = told;
  const heading = el("h3", { tabindex: "-1", t: `imports.kind.${report.kind}` });
  const rows = report.people.map((caller) => ({ caller, select: choiceOf(told, caller) }));
  const back = el("button", { type: "button", class: "button", t: "imports.cancel", on: { click: cancel } });
  const go = el("button", { type: "button", class: "button primary", t: "imports.bring", on: { click: async () => {
    for (const one of [go, back]) one.disabled = true;
    await bring(rows.map(({ caller, select }) => ({ key: caller.key, choice: JSON.parse(select.value) })));
    for (const one of [go, back]) one.disabled = false;
  } } });
  const node = el("section", {}, heading,
    el("p", {}, ...[["callers", report.people.length], ["turns", report.turns.length], ["messages", report.chat.length]]
      .filter(([, count]) => Number(count) > 0)
      .map(([name, count]) => el("span", { class: "console-import-count", t: [`imports.count.${name}`, { count }] }))),
    warnings(report.warnings),
    el("table", { class: "console-figures" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col", t: "imports.name" }),
        el("th", { scope: "col", class: "numbers", t: "imports.time" }), el("th", { scope: "col", t: "imports.who" }))),
      el("tbody", {}, ...rows.map(({ caller, select }) => row(report.people, caller, select)))),
    el("div", { class: "console-actions" }, go, back));
  return { node, focus() { heading.focus(); } };
}

/** @param {{code: string, line: number}[]} all */
function warnings(all) {
  if (all.length === 0) return null;
  return el("ul", { class: "console-import-warnings small" },
    ...all.map(({ code, line }) => el("li", { t: [`imports.warning.${code}`, { line }] })));
}

/** @param {Caller[]} people @param {Caller} caller @param {HTMLSelectElement} select */
function row(people, caller, select) {
  const others = people.filter((one) => caller.conflicts.includes(one.key));
  return el("tr", {},
    el("th", { scope: "row" }, el("span", { text: caller.name }),
      caller.email ? el("span", { class: "console-figure-method small", text: caller.email }) : null,
      others.length > 0 ? el("span", { class: "console-figure-method small", t: "imports.conflict" }) : null),
    el("td", { class: "numbers", t: ["imports.minutes", { count: Math.round(caller.seconds / 60) }] }),
    el("td", {}, select));
}

/** @param {Told} told @param {Caller} caller @returns {HTMLSelectElement} */
function choiceOf(told, caller) {
  const proposed = told.who.find((one) => one.key === caller.key);
  const likely = proposed?.candidates ?? [];
  const people = [...told.people].sort((one, other) => rank(likely, one.person) - rank(likely, other.person));
  const select = el("select", { label: ["imports.whoIs", { name: caller.name }] },
    ...people.map(({ person, name, school }) =>
      option({ taken: "known", person }, { text: school ? `${name} (${school})` : name })),
    option({ taken: "new" }, { t: "imports.new" }),
    told.counted ? option({ taken: "counted" }, { t: "imports.counted" }) : null,
    option({ taken: "out" }, { t: "imports.out" }));
  select.value = valueOf(proposed?.choice ?? { taken: "new" });
  return select;
}

/** @param {Choice} choice @param {Record<string, any>} text */
function option(choice, text) { return el("option", { value: valueOf(choice), ...text }); }

/**
 * One text for one choice.
 * @param {Choice} choice
 */
function valueOf({ taken, person }) { return JSON.stringify(person ? { taken, person } : { taken }); }

/** @param {string[]} likely @param {string} person */
function rank(likely, person) {
  const at = likely.indexOf(person);
  return at < 0 ? likely.length : at;
}
