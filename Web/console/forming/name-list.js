// Knows how a pasted list or a CSV file names groups: a table with a column for the group, blocks under headings or
// between empty lines, or plain names that are dealt out in their order.
import { cells } from "./csv.js";
import { limit } from "../../shared/limits.js";

const NAME_COLUMNS = ["name", "full name", "participant", "enw"];
const GROUP_COLUMNS = ["group", "pre-assign room name", "room", "table", "grŵp", "grwp", "ystafell", "bwrdd"];
const HEADING = /^(?:group|table|room|grŵp|grwp|bwrdd|ystafell)\s*\S{0,12}\s*(?::\s*(.*))?$/i;
const BULLET = /^\s*(?:[-*•]|\d{1,3}[.)])\s+/;

/**
 * The names by group; each name once.
 * @param {string} text @param {number} size how many sit together where the list names no groups
 * @returns {string[][]}
 */
export function namedGroups(text, size) {
  const rows = cells(text);
  const groups = fromTable(rows) ?? fromBlocks(text) ?? dealt(flat(rows), size);
  const seen = new Set();
  const isNew = (/** @type {string} */ name) => {
    const folded = name.toLowerCase();
    // What is longer than a name can be is no name.
    if (!name || name.length > limit("nameLength") || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  };
  return groups.map((group) => group.map(tidy).filter(isNew)).filter((group) => group.length > 0);
}

/** @param {string[][]} rows @returns {string[][]|null} */
function fromTable(rows) {
  const head = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const name = head.findIndex((cell) => NAME_COLUMNS.includes(cell));
  const group = head.findIndex((cell) => GROUP_COLUMNS.includes(cell));
  if (name < 0 || group < 0) return null;
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const row of rows.slice(1)) {
    const key = (row[group] ?? "").trim();
    groups.set(key, [...groups.get(key) ?? [], row[name] ?? ""]);
  }
  return [...groups.values()];
}

/** @param {string} text @returns {string[][]|null} null if nothing parts one group from another */
function fromBlocks(text) {
  /** @type {string[][]} */
  const groups = [[]];
  let hasParts = false;
  for (const line of text.trim().split(/\r?\n/)) {
    const heading = HEADING.exec(line.trim());
    const isBreak = line.trim() === "" || heading;
    if (isBreak) hasParts = true;
    if (isBreak && groups[groups.length - 1].length > 0) groups.push([]);
    const names = heading ? heading[1] ?? "" : line;
    if (names.trim()) groups[groups.length - 1].push(...split(names));
  }
  return hasParts ? groups : null;
}

/** @param {string[][]} rows @returns {string[]} the names of a list without groups; a heading is none */
function flat(rows) {
  const head = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const column = head.findIndex((cell) => NAME_COLUMNS.includes(cell));
  if (column >= 0) return rows.slice(1).map((row) => row[column] ?? "");
  return rows.flat();
}

/** @param {string} line */
function split(line) { return line.split(/[,;\t]/); }

/** @param {string} name */
function tidy(name) { return name.replace(BULLET, "").trim().replace(/\s+/g, " "); }

/**
 * As even as can be: sizes differ by one at most.
 * @param {string[]} names @param {number} size @returns {string[][]}
 */
function dealt(names, size) {
  const all = names.filter((name) => name.trim());
  const count = Math.max(1, Math.round(all.length / Math.max(1, size)));
  return Array.from({ length: count }, (_, index) =>
    all.slice(Math.floor((index * all.length) / count), Math.floor(((index + 1) * all.length) / count)));
}
