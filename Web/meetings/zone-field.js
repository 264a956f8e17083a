// Knows the choice of a time zone: this device's and the usual one first, then all that the browser knows.
import { el } from "../shared/page/html.js";
import { field } from "../shared/parts/field.js";
import { deviceZone, USUAL_ZONE } from "./zone.js";

/**
 * The field.
 * @param {string} chosen
 * @returns {import("../shared/parts/field.js").Field}
 */
export function zoneField(chosen) {
  const input = el("select", { name: "zone" });
  const made = field(input, { label: "console.zone.label", hint: "console.zone.hint" });
  choose(made, chosen);
  return made;
}

/**
 * Chooses a zone, also one that this browser has no name for.
 * @param {import("../shared/parts/field.js").Field} made
 * @param {string} zone
 */
export function choose(made, zone) {
  if (made.input.value === zone) return;
  const names = new Set([zone, deviceZone(), USUAL_ZONE, ...known()]);
  made.input.replaceChildren(...[...names].map((name) => el("option", { value: name, text: name.replaceAll("_", " ") })));
  made.input.value = zone;
}

/** @returns {string[]} */
function known() {
  // Not every browser in use can list them.
  const list = /** @type {{supportedValuesOf?: (key: string) => string[]}} */ (Intl).supportedValuesOf;
  return list ? list("timeZone") : [];
}
