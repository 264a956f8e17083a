// Knows how those who share a tablet are named at once, one a line, and how they are brought in when it is in.
import { el } from "../shared/page/html.js";
import { limit } from "../shared/limits.js";
import { recall, remember } from "../shared/page/stored.js";

const KEY = "seats";
/** As many as can look at one tablet; whoever else comes is added inside. */
const MOST_NAMES = 8;

/** The field, and what stands in it. */
export function namesField() {
  const field = el("textarea", { id: "seats", rows: 3, maxlength: MOST_NAMES * (limit("nameLength") + 1), autocomplete: "off",
    "aria-describedby": "seats-hint" });
  const element = el("div", { class: "field", hidden: true }, el("label", { for: "seats", t: "table.who" }),
    el("p", { class: "hint", id: "seats-hint", t: "join.tableNames" }), field);
  return { element, values: () => readNames(field.value) };
}

/**
 * Names as people list them.
 * @param {string} text @returns {string[]}
 */
export function readNames(text) {
  const names = text.split(/[\n,;]/).map((name) => [...name.trim()].slice(0, limit("nameLength")).join("")).filter(Boolean);
  return [...new Set(names)].slice(0, MOST_NAMES);
}

/**
 * Keeps who is still to be brought in, over a reload and a wait in the lobby.
 * @param {string} meeting @param {string[]} names
 */
export function keepNames(meeting, names) {
  remember(KEY, names.length > 0 ? { meeting, names } : null, "session");
}

/**
 * Who is still to be brought in.
 * @param {string} meeting @returns {string[]}
 */
export function namesToBring(meeting) {
  const kept = recall(KEY, "session");
  return kept?.meeting === meeting && Array.isArray(kept.names) ? kept.names : [];
}
