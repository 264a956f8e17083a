// Knows how groups are taken elsewhere: a list to paste into a call's chat, and Zoom's file for rooms given out before.
import { t } from "../../shared/texts/i18n.js";
import { csvText } from "../forming/csv.js";
import { plainMember } from "../lists/reading.js";

/** @typedef {{called: import("../../shared/texts/i18n.js").Param, table?: number, link?: string, task?: string, names: {name: string, role?: string, member: string}[]}} Listed */

const ZOOM_HEAD = ["Pre-assign Room Name", "Email Address"];

/**
 * The groups as text.
 * @param {Listed[]} groups
 */
export function listText(groups) {
  return groups.map(({ called, table, link, task, names }) => [
    [t("common.groupCalled", { group: called }), table === undefined ? null : t("board.table", { n: table })].filter(Boolean).join(" – "),
    names.map(({ name, role }) => (role ? `${name} (${t(`board.role.${role}`)})` : name)).join(", "),
    link ?? null, task ? t("board.taskIs", { task }) : null,
  ].filter(Boolean).join("\n")).join("\n\n");
}

/**
 * Zoom's file, and who is not in it because nobody gave their address.
 * @param {Listed[]} groups @param {Map<string, string>} known addresses by member @returns {{file: string, missing: string[]}}
 */
export function zoomFile(groups, known) {
  /** @type {string[]} */
  const missing = [];
  const rows = groups.flatMap(({ called, names }) => names.flatMap(({ name, member }) => {
    const address = known.get(plainMember(member));
    if (address) return [[t("common.groupCalled", { group: called }), address]];
    missing.push(name);
    return [];
  }));
  return { file: csvText([ZOOM_HEAD, ...rows]), missing };
}
