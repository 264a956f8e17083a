// Knows what a lead decides about one group besides its people: table, link, bridge, its own task, who does what. The
// same sheet for a group that is planned and for one that runs.
import { el } from "../../shared/page/html.js";
import { field, focusFirstError } from "../../shared/parts/field.js";
import { openSheet } from "../sheet.js";
import { bounds, limit } from "../../shared/limits.js";

/** @typedef {import("../forming/plan.js").Roles} Roles */
/**
 * @typedef {{table: number|null, link: string|null, bridge: string|null, task: string, resources: string,
 *   roles: Roles, name?: string}} GroupValues
 */
/** @typedef {{id: string, name: string}} Choosable */

const ROLES = /** @type {const} */ (["facilitator", "scribe", "reporter"]);

/**
 * Opens the sheet; `save` gets what was chosen and says whether it is so now.
 * @param {object} options
 * @param {import("../../shared/texts/i18n.js").Param} options.called what the group is called
 * @param {string} [options.name] what it is called, where that is asked here too
 * @param {number} [options.n] its number
 * @param {GroupValues} options.values
 * @param {Choosable[]} options.members
 * @param {Choosable[]} options.bridges
 * @param {string[]} options.facts why this group, in sentences
 * @param {(values: GroupValues, trouble: HTMLElement) => Promise<boolean>|boolean} options.save
 */
export function openGroupFields({ called, name, n = 0, values, members, bridges, facts, save }) {
  const naming = name === undefined ? null : field(el("input", { type: "text", maxlength: limit("nameLength"),
    autocomplete: "off", value: name }), { label: "board.groupName",
    hint: ["board.groupNameHint", { group: ["common.group", { n }] }] });
  const tables = bounds("tables");
  const table = field(el("input", { type: "number", inputmode: "numeric", min: tables.least,
    max: tables.most, value: values.table === null ? "" : String(values.table) }), { label: "forming.group.table" });
  const link = field(el("input", { type: "url", inputmode: "url", maxlength: limit("linkLength"), autocomplete: "off",
    placeholder: "forming.group.linkExample", value: values.link ?? "" }), { label: "forming.group.link" });
  const bridge = field(chooser(bridges, values.bridge), { label: "forming.group.bridge", hint: "forming.group.bridgeHint" });
  const task = field(el("textarea", { rows: "2", maxlength: limit("taskLength"), value: values.task }),
    { label: "forming.group.task", hint: "forming.group.taskHint" });
  const resources = field(el("textarea", { rows: "2", maxlength: limit("taskLength"), value: values.resources }),
    { label: "forming.resources" });
  const roles = new Map(ROLES.map((role) => [role, field(chooser(members, values.roles[role] ?? null),
    { label: `board.role.${role}` })]));
  const trouble = el("p", { class: "problem", role: "alert", hidden: true });
  const sheet = openSheet({ title: ["forming.group.title", { group: called }], className: "is-wide" });
  const form = el("form", { class: "console-form", novalidate: true },
    facts.length > 0 ? el("ul", { class: "forming-facts" }, ...facts.map((text) => el("li", { text }))) : null,
    naming?.node ?? null, el("div", { class: "console-pair" }, table.node, bridge.node), link.node, task.node, resources.node,
    el("div", { class: "console-pair" }, ...[...roles.values()].map((one) => one.node)), trouble,
    el("button", { type: "submit", class: "button primary", t: "console.save" }));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const place = table.input.value.trim();
    const number = Number(place);
    const isTable = place === "" || (Number.isInteger(number) && number >= tables.least && number <= tables.most);
    const address = link.input.value.trim();
    table.fail(isTable ? null : "forming.group.tableWrong");
    link.fail(address === "" || isWebAddress(address) ? null : "forming.group.linkWrong");
    if (focusFirstError([table, link])) return;
    const isSaved = await save({ table: place === "" ? null : number, link: address || null,
      bridge: bridge.input.value || null, task: task.input.value.trim(), resources: resources.input.value.trim(),
      name: naming?.input.value.trim(), roles: Object.fromEntries([...roles].flatMap(([role, one]) => (one.input.value ? [[role, one.input.value]]
        : []))) }, trouble);
    if (isSaved) sheet.close();
  });
  sheet.body.append(form);
}

/** @param {Choosable[]} people @param {string|null} chosen */
function chooser(people, chosen) {
  const select = el("select", {}, el("option", { value: "", t: "forming.group.nobody" }),
    ...people.map(({ id, name }) => el("option", { value: id, text: name })));
  select.value = people.some(({ id }) => id === chosen) ? chosen ?? "" : "";
  return select;
}

/**
 * Whether a browser may open it by a tap.
 * @param {string} text
 */
export function isWebAddress(text) {
  try { return ["http:", "https:"].includes(new URL(text).protocol); } catch { return false; }
}
