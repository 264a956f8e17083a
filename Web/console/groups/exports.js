// Knows how groups leave the page: a list to paste, Zoom's file, cards for the tables. Addresses are used for the one
// download and kept nowhere.
import { copyText } from "../../shared/page/copy.js";
import { el, put, say, show } from "../../shared/page/html.js";
import { t } from "../../shared/texts/i18n.js";
import { addresses, listText, zoomFile } from "./export-texts.js";
import { groupText } from "../../shared/model/selectors-groups.js";
import { field } from "../../shared/parts/field.js";
import { openTableCards } from "./cards.js";
import { nameText } from "../names.js";
import { openSheet } from "../sheet.js";

/** @typedef {import("./export-texts.js").Listed} Listed */

/** @param {import("../forming/plan.js").Roles} roles @param {string} id */
function roleOf(roles, id) { return Object.entries(roles).find(([, who]) => who === id)?.[0]; }

/**
 * @param {import("../forming/plan.js").Plan} plan
 * @param {import("../forming/plan-places.js").Place[]} where
 * @param {(id: string) => string} nameOf
 * @param {string} task
 * @returns {Listed[]}
 */
export function listedPlan(plan, where, nameOf, task) {
  return plan.groups.map((group, index) => ({ n: index + 1, table: where[index].table, link: where[index].link,
    task: group.task || task || undefined,
    names: group.members.map((id) => ({ name: nameOf(id), role: roleOf(group.roles, id) })) }));
}

/**
 * @param {import("../../shared/model/types.js").Round} round
 * @param {Record<string, import("../../shared/model/types.js").Person>} people
 * @returns {Listed[]}
 */
export function listedRound(round, people) {
  return round.groups.map((group, index) => ({ n: index + 1, table: group.table, link: group.texts.link,
    task: groupText(round, group, "task"),
    names: [...group.members.map((id) => ({ name: nameText(people[id]), role: roleOf(group.roles, id) })),
      ...(group.texts.expected ?? []).map((name) => ({ name, role: undefined }))] }));
}

/**
 * The three ways, folded away.
 * @param {() => Listed[]} listed
 * @param {import("../desk.js").Desk} desk
 */
export function exportButtons(listed, desk) {
  const said = el("span", { class: "quiet small", role: "status" });
  const copy = el("button", { type: "button", class: "button", t: "export.copy", on: { click: async () =>
    say(said, await copyText(listText(listed())) ? "common.copied" : "common.copyFailed") } });
  const zoom = el("button", { type: "button", class: "button", t: "export.zoom",
    on: { click: () => openZoom(listed()) } });
  const cards = el("button", { type: "button", class: "button", t: "export.cards",
    on: { click: () => openTableCards(listed(), desk.state?.room?.details.title ?? "") } });
  const buttons = [copy, zoom, cards];
  const node = el("details", { class: "forming-fold" }, el("summary", { t: "export.title" }),
    el("div", { class: "console-actions" }, ...buttons, said));
  return {
    node,
    /** @param {boolean} isEmpty */
    update(isEmpty) { for (const button of buttons) button.disabled = isEmpty; },
  };
}

/** @param {Listed[]} groups */
function openZoom(groups) {
  const text = field(el("textarea", { rows: "8", spellcheck: "false", placeholder: "export.zoomExample" }),
    { label: "export.zoomLabel", hint: "export.zoomHint" });
  const warning = el("p", { class: "forming-warning", role: "status", hidden: true });
  const go = el("button", { type: "submit", class: "button primary", t: "export.zoomGo" });
  const sheet = openSheet({ title: "export.zoomTitle", className: "is-wide" });
  const form = el("form", { class: "console-form", novalidate: true }, text.node, warning, go);
  const check = () => {
    const made = zoomFile(groups, addresses(text.input.value));
    show(warning, made.missing.length > 0);
    put(warning, t("export.zoomMissing", { count: made.missing.length, names: made.missing.join(", ") }));
    return made;
  };
  text.input.addEventListener("input", check);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { file } = check();
    const isFilled = addresses(text.input.value).size > 0;
    text.fail(isFilled ? null : "export.zoomEmpty");
    if (isFilled) download(file, "zoom-rooms.csv");
    else text.input.focus();
  });
  sheet.body.append(form);
  text.input.focus();
  check();
}

/** @param {string} text @param {string} name */
function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  el("a", { href: address, download: name }).click();
  // The browser has its own hold on the file once the click is handled.
  setTimeout(() => URL.revokeObjectURL(address));
}
