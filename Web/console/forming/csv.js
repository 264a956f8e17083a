// Knows comma-separated values, in (with quotes, also separated by semicolons or tabs) and out (RFC 4180). A cell that
// a spreadsheet would run is made harmless.

const MARK = "\uFEFF";

/**
 * The cells of a text, row by row, without empty rows.
 * @param {string} text @returns {string[][]}
 */
export function cells(text) {
  const clean = text.startsWith(MARK) ? text.slice(1) : text;
  const first = clean.split(/\r?\n/, 1)[0];
  const separator = first.includes("\t") ? "\t" : first.includes(";") && !first.includes(",") ? ";" : ",";
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "";
  let isQuoted = false;
  const end = () => {
    rows[rows.length - 1].push(cell);
    cell = "";
  };
  for (let at = 0; at < clean.length; at += 1) {
    const letter = clean[at];
    if (isQuoted) {
      if (letter === '"' && clean[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') isQuoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === separator) end();
    else if (letter === "\n") {
      end();
      rows.push([]);
    } else if (letter !== "\r") cell += letter;
  }
  end();
  return rows.filter((row) => row.some((one) => one.trim() !== ""));
}

/**
 * Rows as a file that a spreadsheet opens without running anything in it.
 * @param {string[][]} rows
 */
export function csvText(rows) {
  return rows.map((row) => `${row.map((one) => quoted(harmless(one))).join(",")}\r\n`).join("");
}

/** @param {string} cell */
function harmless(cell) { return /^[\s]*[=+\-@]/.test(cell) || /^[\t\r]/.test(cell) ? `'${cell}` : cell; }

/** @param {string} cell */
function quoted(cell) { return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell; }
