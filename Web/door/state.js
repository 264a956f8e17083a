// Knows the quiet screens around a meeting: not open yet, lobby, connecting, left, ended, removed, signed out. Each
// says what happened, what is safe, and what to do, with at most one big button.
import { dayOf, timeOfDay } from "../shared/texts/dates.js";
import { onLanguage } from "../shared/texts/i18n.js";
import { el, put } from "../shared/page/html.js";

/** @typedef {import("../shared/page/html.js").Key} Key */
/** @typedef {{key: Key, run: () => void}} Action */

/**
 * @param {{name: string, title?: Key, lines?: (Key|null)[], primary?: Action, other?: Action, extra?: Node|null,
 *   plain?: string}} options
 *   `name` picks the texts `gone.NAME.title` and `gone.NAME.text`; `plain` is a person's text above the title
 */
export function stateScreen({ name, title, lines, primary, other, extra, plain }) {
  return el("main", { class: `door card state-${name}`, id: "main" },
    plain ? el("p", { class: "quiet", text: plain }) : null,
    el("h1", { t: title ?? `gone.${name}.title`, tabindex: "-1" }),
    ...(lines ?? [`gone.${name}.text`]).map((line) => line && el("p", { t: line })),
    extra,
    primary ? el("button", { class: "button primary wide", t: primary.key, on: { click: primary.run } }) : null,
    other ? el("button", { class: "button bare", t: other.key, on: { click: other.run } }) : null);
}

/**
 * "Thursday 12 March, 16:00", in the language in use.
 * @param {{plannedStart?: number, zone?: string}} details
 */
export function whenLine(details) {
  if (details.plannedStart === undefined) return null;
  const start = details.plannedStart;
  const line = el("p", { class: "when" });
  const render = () => put(line, `${dayOf(start, details.zone)}, ${timeOfDay(start, details.zone)}`);
  render();
  onLanguage(render);
  return line;
}
