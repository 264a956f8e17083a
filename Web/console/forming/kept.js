// Knows that what a lead is looking at survives a reload: the proposal with its pins and edits, its texts and numbers. It
// stays in this tab, and goes when the groups are formed. And for which opening of an item groups were proposed already.
import { recall, remember } from "../../shared/page/stored.js";
import { waitingBreakout } from "./prepared.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {import("../../shared/model/types.js").Room} Room */
/**
 * @typedef {object} Kept
 * @property {Plan} plan
 * @property {string|null} choice
 * @property {string|null} draft
 * @property {{size: number}|{count: number}} amount
 * @property {{task: string, resources: string, seconds: number|null}} texts
 */

/** @param {string} meeting */
export function keptForming(meeting) {
  const key = `console.forming.${meeting}`;
  let isRead = false;
  let prepared = "";
  let last = "";
  return {
    /** @returns {Kept|null} what was looked at before the page was loaded; once */
    read() {
      const kept = isRead ? null : recall(key, "session");
      isRead = true;
      prepared = kept?.prepared ?? prepared;
      return kept && Array.isArray(kept.plan?.groups) && kept.texts && kept.amount ? kept : null;
    },
    /**
     * The item that has opened and for which something is prepared; once for each opening. What a lead changed by hand
     * stays.
     * @param {Room} room @param {Plan} plan
     */
    due(room, plan) {
      const waiting = waitingBreakout(room);
      if (!waiting || waiting.key === prepared) return null;
      prepared = waiting.key;
      return plan.groups.length === 0 || !plan.draw.isEdited ? waiting.segment : null;
    },
    /** @param {Kept} kept */
    write(kept) {
      const text = JSON.stringify({ ...kept, prepared });
      if (text === last) return;
      last = text;
      remember(key, { ...kept, prepared }, "session");
    },
  };
}
