// Knows the cards that lie on the tables: one for each group, large enough to find, printed from here.
import { el } from "../../shared/page/html.js";
import { openSheet } from "../sheet.js";

/**
 * Shows the cards with the button that prints them.
 * @param {import("./export-texts.js").Listed[]} groups
 * @param {string} meeting
 */
export function openTableCards(groups, meeting) {
  const sheet = openSheet({ title: "export.cards", className: "is-wide is-cards" });
  const cards = groups.map(({ called, table, link, task, names }) => el("article", { class: "table-card" },
    el("p", { class: "table-card-meeting", text: meeting }),
    el("h3", { class: "table-card-title", t: table === undefined ? ["common.groupCalled", { group: called }] : ["board.table",
      { n: table }] }),
    table === undefined ? null : el("p", { class: "table-card-group", t: ["common.groupCalled", { group: called }] }),
    el("ul", { class: "table-card-names" }, ...names.map(({ name, role }) => el("li", {},
      el("strong", { text: name }), role ? " – " : null, role ? el("span", { t: `board.role.${role}` }) : null))),
    task ? el("p", { class: "table-card-task", text: task }) : null,
    link ? el("p", { class: "table-card-link", text: link }) : null));
  sheet.body.append(el("button", { type: "button", class: "button primary", t: "export.print",
    on: { click: () => print() } }), el("div", { class: "table-cards" }, ...cards));
}
