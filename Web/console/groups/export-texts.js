// Knows how groups are taken elsewhere: a list to paste into a call's chat, and Zoom's file for rooms given out before.
import { t } from "../../shared/texts/i18n.js";
import { cells, csvText } from "../forming/csv.js";

/** @typedef {{n: number, table?: number, link?: string, task?: string, names: {name: string, role?: string}[]}} Listed */

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;
const ZOOM_HEAD = ["Pre-assign Room Name", "Email Address"];

/**
 * The groups as text.
 * @param {Listed[]} groups
 */
export function listText(groups) {
  return groups.map(({ n, table, link, task, names }) => [
    [t("board.group", { n }), table === undefined ? null : t("board.table", { n: table })].filter(Boolean).join(" – "),
    names.map(({ name, role }) => (role ? `${name} (${t(`board.role.${role}`)})` : name)).join(", "),
    link ?? null, task ? t("board.taskIs", { task }) : null,
  ].filter(Boolean).join("\n")).join("\n\n");
}

/**
 * Addresses by name, from lines such as "Siân, sian@example.org" or "Siân <sian@example.org>".
 * @param {string} text @returns {Map<string, string>} names in small letters
 */
export function addresses(text) {
  const found = new Map();
  for (const row of cells(text.replace(/[<>]/g, (mark) => (mark === "<" ? "," : "")))) {
    const parts = row.map((one) => one.trim()).filter(Boolean);
    const address = parts.find((one) => ADDRESS.test(one));
    const name = parts.find((one) => !ADDRESS.test(one));
    if (address && name) found.set(name.toLowerCase(), address);
  }
  return found;
}

/**
 * Zoom's file, and who is not in it because nobody gave their address.
 * @param {Listed[]} groups @param {Map<string, string>} known @returns {{file: string, missing: string[]}}
 */
export function zoomFile(groups, known) {
  /** @type {string[]} */
  const missing = [];
  const rows = groups.flatMap(({ n, names }) => names.flatMap(({ name }) => {
    const address = known.get(name.toLowerCase());
    if (address) return [[t("board.group", { n }), address]];
    missing.push(name);
    return [];
  }));
  return { file: csvText([ZOOM_HEAD, ...rows]), missing };
}
