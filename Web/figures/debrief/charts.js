// Knows which charts a debrief has: for each the question, the figures, and the same as a table.
import { t } from "../../shared/texts/i18n.js";
import { timeOfDay } from "../../shared/texts/dates.js";
import { bands } from "../charts/bands.js";
import { bars } from "../charts/bars.js";
import { dumbbell } from "../charts/dumbbell.js";
import { presence } from "../charts/presence.js";
import { timeline } from "../charts/timeline.js";
import { params, partText, shortName, wholeName } from "./words.js";

/** @typedef {import("./types.js").Told} Told */
/** @typedef {import("./types.js").Debrief} Debrief */
/** @typedef {import("../charts/frame.js").Chart} Chart */

/** Which surface belongs to which kind: hatched listens, the darker acts more, a break is empty. */
const SURFACES = /** @type {Record<string, string>} */ ({ "check-in": "received", talk: "hatched", "hands-on": "made", breakout: "made",
  discussion: "acted", reflection: "acted", break: "none", "check-out": "received" });
const LINES = /** @type {const} */ ({ call: "first", room: "second", unknown: "third", all: "first" });
const KINDS = /** @type {const} */ (["made", "acted", "received", "notOffered", "notObservable"]);
const BANDS = { made: "made", acted: "acted", received: "received", notOffered: "none", notObservable: "hatched" };
/** From this many people on shares say something. */
const MANY = 20;

/** @param {Told} told @returns {Chart[]} */
export function charts(told) {
  const figures = told.figures;
  if (!figures) return [];
  return [plan(told, figures), leaving(told, figures), figures.bands.length > 0 && takingPart(figures),
    figures.comparisons.length > 0 && places(figures), figures.pairs && pairs(figures.pairs)].flatMap((one) => one || []);
}

/** @param {number} seconds */
function minutes(seconds) { return Math.round(seconds / 60); }

/**
 * The time of day so long after the opening, and the seconds past the hour at which that was.
 * @param {Told} told
 */
function clockOf({ figures, zone }) {
  const sittings = figures?.sittings ?? [];
  const clock = (/** @type {number} */ seconds) => timeOfDay(moment(sittings, seconds * 1000), zone);
  const [, past] = clock(0).split(":").map(Number);
  // Zones differ by whole minutes, so that the seconds of the hour are those of its minute.
  return { clock, start: past * 60 + Math.floor((sittings[0]?.[0] ?? 0) / 1000) % 60 };
}

/**
 * The time between an end and opening again is no part of a meeting.
 * @param {[number, number][]} sittings @param {number} milliseconds
 */
function moment(sittings, milliseconds) {
  let left = milliseconds;
  for (const [from, to] of sittings) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return (sittings[sittings.length - 1]?.[1] ?? 0) + left;
}

/** @param {Told} told @param {Debrief} figures @returns {Chart} */
function plan(told, { items, seconds }) {
  const took = items.map(({ spans }) => spans.reduce((sum, [from, to]) => sum + to - from, 0));
  let at = 0;
  const drawn = items.map(({ kind, planned, spans }, index) => {
    const from = at;
    at += planned;
    const [wanted, was] = [minutes(planned), minutes(took[index])];
    return { name: shortName(items, index), kind: SURFACES[kind] ?? "received", planned: /** @type {[number, number]} */ ([from, at]),
      actual: spans, change: was > wanted ? `+${was - wanted}` : was < wanted ? `−${wanted - was}` : "",
      minutes: spans.length > 0 ? t("figures.plan.change", { planned: wanted, actual: was }) : t("figures.plan.leftOut") };
  });
  const { clock, start } = clockOf(told);
  const words = { planned: t("figures.plan.planned"), actual: t("figures.plan.actual") };
  return {
    id: "plan", title: "figures.plan.title", draw: (size) => timeline({ items: drawn, words, start, clock }, size),
    says: ["figures.plan.says", { planned: ["figures.minutes", { count: minutes(at) }],
      actual: ["figures.minutes", { count: minutes(seconds) }] }],
    note: "figures.plan.note", method: "figures.plan.method",
    head: ["figures.plan.item", "figures.plan.minutes", "figures.plan.took"],
    rows: items.map(({ planned, spans }, index) => [wholeName(items, index), minutes(planned),
      spans.length > 0 ? minutes(took[index]) : t("figures.plan.leftOut")]),
  };
}

/** @param {Told} told @param {Debrief} figures @returns {Chart} */
function leaving(told, { items, people, presence: lines, leaving: all, seconds }) {
  const most = (/** @type {[number, number][]} */ steps) => Math.max(0, ...steps.map(([, count]) => count));
  const worst = [...all].sort((one, other) => other.left - one.left)[0];
  const end = worst && items[worst.item].spans[items[worst.item].spans.length - 1]?.[1];
  const note = worst?.left > 1 && end !== undefined
    ? { at: end, text: t("figures.presence.moment", params({ key: "", numbers: { count: worst.left }, items: { item: worst.item } }, items)) }
    : null;
  const places = lines.map(({ place, steps }) => ({ steps, kind: LINES[place], name: t(`figures.presence.${place}`, { most: most(steps) }) }));
  const together = [...new Set(lines.flatMap(({ steps }) => steps.map(([at]) => at)))].map((at) =>
    lines.reduce((sum, { steps }) => sum + (steps.filter(([from]) => from <= at).pop()?.[1] ?? 0), 0));
  const n = people.attended - people.counted;
  return {
    id: "presence", title: "figures.presence.title",
    draw: (size) => presence({ places, seconds, note, ...clockOf(told) }, size),
    says: ["figures.presence.says", { most: Math.max(0, ...together), count: all.reduce((sum, { left }) => sum + left, 0) }],
    note: ["figures.presence.note", { n }], method: "figures.presence.method",
    head: ["figures.plan.item", "figures.presence.atRisk", "figures.presence.left"],
    rows: all.map(({ item, atRisk, left }) => [wholeName(items, item), atRisk, left]),
  };
}

/** @param {Debrief} figures @returns {Chart} */
function takingPart({ items, bands: all }) {
  const counts = all.map((band) => KINDS.map((kind) => band[kind]));
  const sum = (/** @type {number[]} */ row) => row.reduce((one, other) => one + other, 0);
  return {
    id: "bands", title: "figures.bands.title", says: "figures.bands.says", note: "figures.bands.note", method: "figures.bands.method",
    draw: (size) => bands({
      kinds: KINDS.map((kind) => ({ name: t(`figures.bands.${kind}`), kind: BANDS[kind], isApart: kind === "notObservable" })),
      rows: all.map(({ item }, at) => ({ name: shortName(items, item), counts: counts[at] })) }, size),
    head: ["figures.plan.item", ...KINDS.map((kind) => `figures.bands.${kind}`), "figures.bands.n"],
    rows: all.map(({ item }, at) => [wholeName(items, item), ...counts[at], sum(counts[at])]),
  };
}

/** @param {Debrief} figures @returns {Chart} */
function places({ comparisons, people }) {
  const words = { room: t("figures.places.roomN", { n: people.room ?? 0 }), call: t("figures.places.callN", { n: people.call ?? 0 }) };
  const isFew = comparisons.some(({ room, call }) => room.all < MANY || call.all < MANY);
  return {
    id: "places", title: "figures.places.title", says: "figures.places.says", method: "figures.places.method",
    note: isFew ? "figures.places.note" : "figures.places.noteMany",
    draw: (size) => dumbbell({ words, count: partText,
      rows: comparisons.map(({ deed, room, call }) => ({ name: t(`figures.deed.${deed}`), room, call })) }, size),
    head: ["figures.places.what", "figures.places.room", "figures.places.call"],
    rows: comparisons.map(({ deed, room, call }) => [t(`figures.deed.${deed}`), partText(room), partText(call)]),
  };
}

/** @param {import("./types.js").Pairs} pairs @returns {Chart} */
function pairs({ all, schools, schoolsByChance, places: mixed }) {
  const parts = [{ name: "schools", part: schools, chance: schoolsByChance }, { name: "places", part: mixed, chance: undefined }]
    .flatMap(({ name, part, chance }) => part && part.all > 0 ? [{ name: t(`figures.pairs.${name}`), part, chance }] : []);
  const hasChance = parts.some(({ chance }) => chance !== undefined);
  return {
    id: "pairs", title: "figures.pairs.title", says: ["figures.pairs.says", { count: all }],
    note: [hasChance ? "figures.pairs.note" : "figures.pairs.noteOnly", { count: all }], method: "figures.pairs.method",
    draw: (size) => bars({ rows: [{ name: t("figures.pairs.all"), count: all, text: String(all) },
      ...parts.map(({ name, part, chance }) => ({ name, count: part.count, all: part.all, text: partText(part), mark: chance }))] }, size),
    head: ["figures.pairs.what", "figures.pairs.count", "figures.pairs.chance"],
    rows: [[t("figures.pairs.all"), all, ""],
      ...parts.map(({ name, part, chance }) => [name, partText(part), chance ?? ""])],
  };
}
