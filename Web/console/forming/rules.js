// Knows who is to be together and who apart: private to leads, made from people who are chosen on the board, for all groups
// of the meeting or for those of one item.
import { el, list, name, put, show } from "../../shared/page/html.js";
import { setPairRules } from "../../shared/model/commands-groups.js";
import { t } from "../../shared/texts/i18n.js";
import { nameText } from "../names.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../../shared/model/types.js").PairRules} PairRules */
/** @typedef {"together"|"apart"} RuleKind */
/** @typedef {{kind: RuleKind, people: string[], segment: string}} Rule the item is empty where it counts all evening */

const EVENING = "";

/** @param {Desk} desk @param {string} segment @returns {PairRules} */
function rulesOf(desk, segment) {
  const room = desk.state?.room;
  return (segment === EVENING ? room?.pairRules : room?.itemRules?.[segment]) ?? { together: [], apart: [] };
}

/** @param {Desk} desk @param {RuleKind} kind @returns {Rule[]} those of the evening first, then item by item */
function allRules(desk, kind) {
  return [EVENING, ...(desk.state?.room?.agenda ?? []).map(({ id }) => id)].flatMap((segment) =>
    rulesOf(desk, segment)[kind].map((people) => ({ kind, people, segment })));
}

/**
 * Adds a rule; it counts all evening, unless an item is named.
 * @param {Desk} desk
 * @param {RuleKind} kind
 * @param {string[]} people
 * @param {HTMLElement} trouble
 * @param {string} [segment]
 */
export function addRule(desk, kind, people, trouble, segment = EVENING) {
  const rules = rulesOf(desk, segment);
  return change(desk, { ...rules, [kind]: [...rules[kind], people] }, segment, trouble);
}

/** @param {Desk} desk @param {Rule} rule @param {HTMLElement} trouble */
function dropRule(desk, { kind, people, segment }, trouble) {
  const rules = rulesOf(desk, segment);
  return change(desk, { ...rules, [kind]: rules[kind].filter((one) => one.join(" ") !== people.join(" ")) }, segment,
    trouble);
}

/** @param {Desk} desk @param {PairRules} next @param {string} segment @param {HTMLElement} trouble */
function change(desk, next, segment, trouble) {
  return desk.act(setPairRules(next.together, next.apart, segment || null), trouble);
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

  /** Items whose groups are still to come, and whichever has a rule already. */
  function items() {
    const room = desk.state?.room;
    return (room?.agenda ?? []).filter(({ id, state }) => {
      const rules = rulesOf(desk, id);
      return state === "upcoming" || state === "open" || rules.together.length + rules.apart.length > 0;
    });
  }

  /** @param {Rule} rule */
  function createRow(rule) {
    const where = el("select", { class: "rule-where" });
    where.addEventListener("change", () => move(rule, where.value));
    return el("li", { class: "draft-row rule-row" }, el("span", { class: "draft-text" }), where,
      el("button", { type: "button", class: "button bare", t: "forming.rules.remove", on: { click: () => remove(rule) } }));
  }

  /** @param {HTMLElement} row @param {Rule} rule */
  function fillRow(row, { people, segment }) {
    const [text, where, button] = /** @type {[HTMLElement, HTMLSelectElement, HTMLElement]} */ (
      /** @type {unknown} */ ([...row.children]));
    put(text, names(people));
    name(where, "forming.rules.whereOf", { names: names(people) });
    name(button, "forming.rules.removeOf", { names: names(people) });
    const options = [[EVENING, t("forming.rules.evening")], ...items().map(({ id, title }) => [id, title ?? ""])];
    const written = JSON.stringify(options);
    if (where.dataset.options !== written) {
      where.dataset.options = written;
      where.replaceChildren(...options.map(([value, words]) => el("option", { value, text: words })));
    }
    where.value = segment;
    where.dataset.people = people.join(" ");
    show(where, options.length > 1);
  }

  function update() {
    for (const { kind, rows, empty } of places) {
      const rules = allRules(desk, kind);
      show(empty, rules.length === 0);
      list(rows, rules, ({ people, segment }) => `${segment} ${people.join(" ")}`, createRow, fillRow);
    }
  }

  /** @param {Rule} rule */
  async function remove(rule) {
    await dropRule(desk, rule, trouble);
    update();
  }

  /** It counts in its new place before it goes from the old one: a rule that is lost on the way would be missed. */
  async function move(/** @type {Rule} */ rule, /** @type {string} */ segment) {
    const isThere = rulesOf(desk, segment)[rule.kind].some((one) => one.join(" ") === rule.people.join(" "));
    if (isThere || await addRule(desk, rule.kind, rule.people, trouble, segment)) await dropRule(desk, rule, trouble);
    update();
    const selects = [...places.find(({ kind }) => kind === rule.kind)?.rows.querySelectorAll("select") ?? []];
    selects.find((one) => one.dataset.people === rule.people.join(" ") && one.value === segment)?.focus();
  }

  update();
  watch({ update });
}
