// Knows who is to be together and who apart: private to leads, made from people who are chosen on the board.
import { el, list, name, put, show } from "../../shared/page/html.js";
import { setPairRules } from "../../shared/model/commands-groups.js";
import { nameText } from "../names.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {"together"|"apart"} RuleKind */

/** @param {Desk} desk @returns {{together: string[][], apart: string[][]}} */
export function rulesOf(desk) { return desk.state?.room?.pairRules ?? { together: [], apart: [] }; }

/**
 * Adds a rule.
 * @param {Desk} desk
 * @param {RuleKind} kind
 * @param {string[]} people
 * @param {HTMLElement} trouble
 */
export function addRule(desk, kind, people, trouble) {
  const rules = rulesOf(desk);
  const next = { ...rules, [kind]: [...rules[kind], people] };
  return desk.act(setPairRules(next.together, next.apart), trouble);
}

/**
 * Opens the sheet with all rules. It follows what other leads change.
 * @param {Desk} desk
 * @param {(sheet: {update: () => void}|null) => void} watch is told of the sheet, and of its end
 */
export function openRules(desk, watch) {
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const sheet = openSheet({ title: "forming.rules", onClose: () => watch(null) });
  const places = /** @type {RuleKind[]} */ (["together", "apart"]).map((kind) => {
    const rows = el("ul", { class: "rule-list" });
    const empty = el("p", { class: "quiet", t: `forming.rules.${kind}None` });
    sheet.body.append(el("section", {}, el("h3", { t: `forming.rules.${kind}` }), empty, rows));
    return { kind, rows, empty };
  });
  sheet.body.prepend(el("p", { t: "forming.rulesText" }));
  sheet.body.append(trouble);

  /** @param {string[]} people */
  const names = (people) => people.map((id) => nameText(desk.state?.room?.people?.[id])).join(", ");

  function update() {
    for (const { kind, rows, empty } of places) {
      const rules = rulesOf(desk)[kind];
      show(empty, rules.length === 0);
      list(rows, rules, (people) => people.join(" "), (people) => el("li", { class: "draft-row" },
        el("span", { class: "draft-text" }), el("button", { type: "button", class: "button bare",
          t: "forming.rules.remove", on: { click: () => remove(kind, people) } })),
        (row, people) => {
          const [text, button] = /** @type {HTMLElement[]} */ ([...row.children]);
          put(text, names(people));
          name(button, "forming.rules.removeOf", { names: names(people) });
        });
    }
  }

  /** @param {RuleKind} kind @param {string[]} people */
  async function remove(kind, people) {
    const rules = rulesOf(desk);
    const next = { ...rules, [kind]: rules[kind].filter((one) => one.join(" ") !== people.join(" ")) };
    await desk.act(setPairRules(next.together, next.apart), trouble);
    update();
  }

  update();
  watch({ update });
}
