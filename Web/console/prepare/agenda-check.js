// Knows what makes an agenda a conversation instead of a presentation: the same rules and codes as the server's
// Sources/Meetings/AgendaCheck.swift, so that advice stands beside an item while it is being planned.
import { limit } from "../../shared/limits.js";
import { sizeInTitle } from "./group-words.js";

/** @typedef {import("../../shared/model/types.js").SegmentPlan} SegmentPlan */
/** @typedef {import("../../shared/model/types.js").Segment} Segment */
/**
 * `index` is missing for the agenda as a whole; `found` and `limit` are seconds, percent for the talk budget, people
 * for the size of groups.
 * @typedef {{code: string, index?: number, found?: number, limit?: number}} Finding
 */
/**
 * @typedef {{kind: SegmentPlan["kind"], title?: string, note?: string|null, timeboxSeconds: number,
 *   breakout?: SegmentPlan["breakout"], prompts?: unknown[]|null}} Item
 */

const VIDEO_WORDS = new Set(["video", "videos", "fideo", "fideos", "film", "ffilm"]);

/** @param {Item[]} items */
const sum = (items) => items.reduce((seconds, one) => seconds + one.timeboxSeconds, 0);

/**
 * How much of the planned time is talk.
 * @param {Item[]} plan
 * @returns {{talkSeconds: number, allSeconds: number, percent: number}}
 */
export function talkBudget(plan) {
  return budget(sum(plan.filter((one) => one.kind === "talk")), sum(plan));
}

/**
 * How much of the time that really passed was talk.
 * @param {Segment[]} agenda
 * @param {number} now
 */
export function actualTalkBudget(agenda, now) {
  const seconds = (/** @type {Segment[]} */ items) => Math.floor(items.flatMap((one) => one.runs)
    .reduce((time, run) => time + Math.max(0, (run.to ?? now) - run.from), 0) / 1000);
  return budget(seconds(agenda.filter((one) => one.kind === "talk")), seconds(agenda));
}

/**
 * @param {number} talkSeconds
 * @param {number} allSeconds
 */
function budget(talkSeconds, allSeconds) {
  const percent = allSeconds === 0 ? 0
    : Math.floor((talkSeconds * 100 + Math.floor(allSeconds / 2)) / allSeconds);
  return { talkSeconds, allSeconds, percent };
}

/**
 * What there is to say about a plan: first of the whole, then in the order of the list.
 * @param {Item[]} plan
 * @returns {Finding[]}
 */
export function findings(plan) {
  if (plan.length === 0) return [{ code: "empty" }];
  return [...ofTheWhole(plan), ...plan.flatMap((_, index) => ofItem(plan, index))];
}

/** @param {Item[]} plan */
function ofTheWhole(plan) {
  /** @type {Finding[]} */
  const found = [];
  const { talkSeconds, allSeconds, percent } = talkBudget(plan);
  const talkPercent = limit("agendaTalkPercent");
  if (talkSeconds * 100 > talkPercent * allSeconds) {
    found.push({ code: "talkOverBudget", found: percent, limit: talkPercent });
  }
  if (!plan.some((one) => one.kind === "hands-on")) found.push({ code: "noHandsOn" });
  const reflectionSeconds = limit("agendaReflectionSeconds");
  const reflection = sum(plan.filter((one) => one.kind === "reflection"));
  if (reflection === 0) found.push({ code: "noReflection", limit: reflectionSeconds });
  else if (reflection < reflectionSeconds) {
    found.push({ code: "reflectionShort", found: reflection, limit: reflectionSeconds });
  }
  return found;
}

/**
 * @param {Item[]} plan
 * @param {number} index
 */
function ofItem(plan, index) {
  const one = plan[index];
  /** @type {Finding[]} */
  const found = [];
  if (index === 0 && one.kind !== "check-in") found.push({ code: "noCheckIn", index });
  if (one.kind === "talk") {
    const end = plan.findIndex((other, at) => at > index && other.kind !== "talk");
    const withoutActSeconds = limit("agendaWithoutActSeconds");
    const stretch = sum(plan.slice(index, end < 0 ? plan.length : end));
    if (plan[index - 1]?.kind !== "talk" && stretch > withoutActSeconds) {
      found.push({ code: "longWithoutAct", index, found: stretch, limit: withoutActSeconds });
    }
    const next = plan.slice(index + 1).find((other) => other.kind !== "break");
    if (isVideo(one) && next?.kind !== "hands-on") found.push({ code: "videoWithoutHandsOn", index });
  }
  const handsOnSeconds = limit("agendaHandsOnSeconds");
  if (one.kind === "hands-on" && one.timeboxSeconds < handsOnSeconds) {
    found.push({ code: "handsOnShort", index, found: one.timeboxSeconds, limit: handsOnSeconds });
  }
  const said = one.breakout?.size ? sizeInTitle(one.title ?? "") : null;
  if (said !== null && said !== one.breakout?.size) {
    found.push({ code: "groupsDiffer", index, found: said, limit: one.breakout?.size ?? 0 });
  }
  if (one.kind === "reflection" && !one.prompts?.length) found.push({ code: "reflectionWithoutPrompt", index });
  const lastBreak = plan.slice(0, index).map((other) => other.kind).lastIndexOf("break");
  const before = sum(plan.slice(lastBreak + 1, index));
  const withoutBreakSeconds = limit("agendaWithoutBreakSeconds");
  if (one.kind !== "break" && before <= withoutBreakSeconds
    && before + one.timeboxSeconds > withoutBreakSeconds) {
    found.push({ code: "longWithoutBreak", index, found: before + one.timeboxSeconds, limit: withoutBreakSeconds });
  }
  if (index === plan.length - 1 && one.kind !== "check-out") found.push({ code: "noCheckOut", index });
  return found;
}

/** @param {Item} item */
function isVideo({ title, note }) {
  return `${title ?? ""} ${note ?? ""}`.toLowerCase().split(/\P{L}+/u).some((word) => VIDEO_WORDS.has(word));
}
