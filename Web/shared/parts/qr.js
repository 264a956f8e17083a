// Knows how a matrix of 0 and 1, one string a row, is drawn. The quiet zone of four modules belongs to the code.
import { t } from "../texts/i18n.js";
import { svg } from "../page/html.js";

const QUIET_MODULES = 4;

/**
 * Draws the code; always dark on white, because many readers do not see it the other way round.
 * @param {string[]} rows @param {string} [labelKey] key of what it says to who cannot see it
 * @returns {SVGElement}
 */
export function drawQR(rows, labelKey = "common.qr") {
  const size = rows.length + 2 * QUIET_MODULES;
  const path = rows.flatMap((row, y) => Array.from(row, (bit, x) =>
    (bit === "1" ? `M${x + QUIET_MODULES} ${y + QUIET_MODULES}h1v1h-1z` : ""))).join("");
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, class: "qr", role: "img", "aria-label": t(labelKey),
    "shape-rendering": "crispEdges" },
    svg("rect", { width: size, height: size, fill: "#fff" }),
    svg("path", { d: path, fill: "#000" }));
}
