// Knows what is prepared for the groups of an item: when it opens, these groups are proposed at once, and never others.
import { currentSegment } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Segment} Segment */

/**
 * The open item, if something is prepared for its groups and they have not been formed since it opened.
 * @param {Room|null|undefined} room @returns {{segment: Segment, key: string}|null}
 */
export function waitingBreakout(room) {
  const segment = currentSegment(room ?? null);
  if (!room || !segment?.breakout || room.details.phase !== "open" || runningRound(room)) return null;
  const since = segment.runs[segment.runs.length - 1]?.from ?? 0;
  const isFormed = (room.rounds ?? []).some((round) => round.segment === segment.id && round.formedAt >= since);
  return isFormed ? null : { segment, key: `${segment.id}.${segment.runs.length}` };
}

/**
 * What all groups of an item are given.
 * @param {Segment} segment
 */
export function preparedTexts({ breakout, note }) {
  return { task: breakout?.task ?? note ?? "", resources: breakout?.resources ?? "" };
}

/**
 * How large or how many the groups are.
 * @param {Segment} segment @returns {{size: number}|{count: number}|null}
 */
export function preparedAmount({ breakout }) {
  if (breakout?.count) return { count: breakout.count };
  return breakout?.size ? { size: breakout.size } : null;
}
