// Knows what is said of an item besides its title: who speaks and what all read, groups and kit as they are prepared.
import { put, say, show } from "../../shared/page/html.js";
import { minutes } from "../../shared/texts/durations.js";

/** @typedef {import("../../shared/model/types.js").Segment} Segment */

/**
 * Whoever speaks stands before what all read.
 * @param {HTMLElement} node @param {Segment} segment
 */
export function sayNote(node, { note, speaker }) {
  show(node, note || speaker);
  if (!speaker) put(node, note ?? "");
  else if (!note) say(node, "plan.with", { name: speaker });
  else say(node, "plan.withNote", { name: speaker, note });
}

/**
 * What leads noted for themselves.
 * @param {HTMLElement} node @param {Segment} segment
 */
export function sayOwn(node, { leadNote }) {
  show(node, leadNote);
  if (leadNote) say(node, "plan.ownNote", { note: leadNote });
}

/** @param {HTMLElement} node @param {Segment} segment */
export function sayKit(node, { bench }) {
  show(node, bench);
  if (bench) say(node, "plan.benchCount", { count: bench.steps.length });
}

/** @param {HTMLElement} node @param {Segment} segment */
export function sayGroups(node, { breakout, timeboxSeconds }) {
  show(node, breakout);
  if (!breakout) return;
  say(node, breakout.count ? "plan.preparedCount" : breakout.size ? "plan.preparedSize" : "plan.preparedOnly", {
    how: [`forming.choice.${breakout.choice}`, {}], n: breakout.count ?? breakout.size ?? 0,
    time: minutes(breakout.seconds ?? timeboxSeconds) });
}
