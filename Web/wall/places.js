// Knows how places in groups fill a screen: a few groups by table, many as an index of names. Pure; no DOM.
import { numbered } from "../shared/model/board.js";
import { isDoubled } from "../shared/model/people.js";
import { collator } from "../shared/texts/intl.js";

/** @typedef {import("../shared/model/types.js").Room} Room */
/** @typedef {import("../shared/model/types.js").Round} Round */
/** @typedef {import("../shared/model/board.js").Numbered} Numbered */
/** @typedef {"usual"|"tight"} Size */
/**
 * @typedef {object} Row one line of the index
 * @property {string} id
 * @property {string} name
 * @property {string} of the school of somebody whose name others have too
 * @property {number} place the table, else the group
 * @property {boolean} isHere
 */

/** More groups than this are an index of names. */
export const MOST_TABLES = 12;
export const ROWS_IN_COLUMN = 16;
export const COLUMNS = 4;
export const NAMES_ON_PAGE = ROWS_IN_COLUMN * COLUMNS;
export const PAGE_MILLISECONDS = 12_000;
/** How many names a group may have where groups stand in one, two or three rows. */
const NAMES = [{ usual: 13, tight: 18 }, { usual: 6, tight: 8 }, { usual: 4, tight: 5 }];

/**
 * How groups stand by table; null if they do not fit that way.
 * @param {number} count @param {number} largest @returns {Size|null}
 */
export function tablesFit(count, largest) {
  if (count > MOST_TABLES) return null;
  const names = NAMES[Math.max(1, Math.ceil(count / COLUMNS)) - 1];
  if (largest <= names.usual) return "usual";
  return largest <= names.tight ? "tight" : null;
}

/** @param {Round} round @returns {Numbered[]} the groups in which somebody sits */
export function seatedGroups(round) { return numbered(round).filter(({ group }) => group.members.length > 0); }

/** @param {Round} round whether everybody finds a table by its number */
export function hasTables(round) { return seatedGroups(round).every(({ group }) => group.table !== undefined); }

/**
 * Everybody with their place, by name.
 * @param {Room} room @param {Round} round @param {string} nameless @param {string} language
 * @returns {Row[]}
 */
export function indexRows(room, round, nameless, language) {
  const isByTable = hasTables(round);
  const told = toldApart(room, nameless);
  const rows = seatedGroups(round).flatMap(({ group, n }) => group.members.map((id) => ({
    id, ...told(id), place: isByTable ? group.table ?? n : n, isHere: room.people?.[id]?.isPresent !== false })));
  const { compare } = collator(language);
  return rows.sort((one, other) => compare(one.name, other.name) || compare(one.of, other.of)
    || one.place - other.place);
}

/**
 * How somebody is named where people find their place: two of one name with their school.
 * @param {Room} room @param {string} nameless
 * @returns {(id: string) => {name: string, of: string}}
 */
export function toldApart(room, nameless) {
  return (id) => {
    const { name = nameless, school = "" } = room.people?.[id] ?? {};
    return { name, of: isDoubled(room, name) ? school : "" };
  };
}

/**
 * The names of one page, each with the letter that stands before it: where another begins, and at the head of a column.
 * @param {Row[]} rows @param {number} page
 * @returns {(Row & {letter: string})[]}
 */
export function pageOf(rows, page) {
  const shown = rows.slice(page * NAMES_ON_PAGE, (page + 1) * NAMES_ON_PAGE);
  return shown.map((row, index) => {
    const letter = letterOf(row.name);
    const isFirst = index % ROWS_IN_COLUMN === 0 || letterOf(shown[index - 1].name) !== letter;
    return { ...row, letter: isFirst ? letter : "" };
  });
}

/** @param {string} name */
export function letterOf(name) {
  const [first = ""] = name.trim();
  const [plain = ""] = first.normalize("NFD");
  return plain.toUpperCase();
}

/** @param {number} count how many names there are */
export function pagesOf(count) { return Math.max(1, Math.ceil(count / NAMES_ON_PAGE)); }

/**
 * Which page is shown now: all walls of a hall turn together.
 * @param {number} now @param {number} pages
 */
export function pageAt(now, pages) { return Math.floor(now / PAGE_MILLISECONDS) % pages; }
