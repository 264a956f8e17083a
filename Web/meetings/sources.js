// Knows what a new meeting can start from: a simple agenda, a template, or an earlier meeting.
import { get } from "../shared/line/http.js";
import { language, t } from "../shared/texts/i18n.js";
import { call } from "./account.js";
import { starterAgenda, starterOptions } from "./starter.js";

/** @typedef {import("../shared/model/types.js").SegmentPlan} SegmentPlan */
/** @typedef {import("../shared/model/types.js").PromptPlan} PromptPlan */
/**
 * @typedef {object} Plan
 * @property {string} title
 * @property {number|null} plannedStart
 * @property {string|null} zone
 * @property {import("../shared/model/types.js").Options} options
 * @property {SegmentPlan[]} segments
 * @property {string} [place]
 * @property {string} [callLink]
 */
/** @typedef {{en: string, cy: string}} Texts */
/**
 * @typedef {object} Template
 * @property {string} id
 * @property {Texts} title
 * @property {Texts} about
 * @property {import("../shared/model/types.js").Options} options
 * @property {{kind: SegmentPlan["kind"], timeboxSeconds: number, title: Texts, note?: Texts,
 *   breakout?: Omit<import("../shared/model/types.js").BreakoutPlan, "task"> & {task?: Texts},
 *   bench?: {kit?: Texts, steps: {text: Texts, picture?: string, link?: string}[]},
 *   prompts?: {key: string, en: PromptPlan, cy: PromptPlan}[]}[]} segments
 */

/** @param {Texts} texts @returns {string} */
export const inLanguage = (texts) => (language() === "cy" ? texts.cy : texts.en);

/** @returns {Promise<Template[]>} */
export async function templates() { return (await call(() => get("/api/agendas"))).agendas; }

/**
 * The plan of an earlier meeting. An item whose title was erased is named by its kind.
 * @param {string} meeting
 * @returns {Promise<Plan>}
 */
export async function planOf(meeting) {
  const plan = await call(() => get(`/api/meetings/${encodeURIComponent(meeting)}/plan`));
  return { plannedStart: null, ...plan, segments: plan.segments.map((/** @type {SegmentPlan} */ one) =>
    ({ ...one, note: one.note ?? null, title: one.title || t(`kind.${one.kind}`) })) };
}

/** @returns {Plan} nothing yet: every item is the coordinator's own */
export function blankPlan() {
  return { title: "", plannedStart: null, zone: null, options: starterOptions(), segments: [] };
}

/** @param {boolean} [isRehearsal] @returns {Plan} */
export function simplePlan(isRehearsal = false) {
  return { title: "", plannedStart: null, zone: null, options: starterOptions(), segments: starterAgenda(isRehearsal) };
}

/**
 * A template in the language in use.
 * @param {Template} template
 * @returns {Plan}
 */
export function templatePlan(template) {
  return { title: "", plannedStart: null, zone: null, options: template.options,
    segments: template.segments.map((one) => ({ kind: one.kind, timeboxSeconds: one.timeboxSeconds,
      title: inLanguage(one.title), note: one.note ? inLanguage(one.note) : null,
      breakout: one.breakout ? { ...one.breakout, task: one.breakout.task ? inLanguage(one.breakout.task) : null }
        : null,
      bench: one.bench ? { kit: one.bench.kit ? inLanguage(one.bench.kit) : null,
        steps: one.bench.steps.map((step) => ({ ...step, text: inLanguage(step.text) })) } : null,
      ...(one.prompts ? { prompts: one.prompts.map((asked) => asked[language() === "cy" ? "cy" : "en"]) } : {}) })) };
}
