// Knows comma-separated values on their way out (RFC 4180). A cell that a spreadsheet would run is made harmless.

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
