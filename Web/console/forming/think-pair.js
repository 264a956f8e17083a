// Knows how far "think, pair, share" has come: everybody writes alone on a question, then two and two talk about it, then all
// come back by themselves. Pure.
import { currentSegment } from "../../shared/model/selectors.js";
import { runningRound } from "../../shared/model/selectors-groups.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {import("../../shared/model/types.js").Prompt} Prompt */

/**
 * The question on which people could think now: one that is being answered, else what is prepared for the open item, else
 * any that is prepared.
 * @param {Room} room @returns {Prompt|null}
 */
export function thinkable(room) {
  const all = (room.prompts ?? []).filter(({ closedAt, text }) => closedAt === undefined && text !== undefined);
  const item = currentSegment(room)?.id;
  return all.find(({ openedAt }) => openedAt !== undefined) ?? all.find(({ segment }) => segment !== undefined && segment === item)
    ?? all[0] ?? null;
}

/**
 * What comes next once it was begun with that question: the pairs, and whether it is their time; null when they have been
 * formed, or somebody closed the question meanwhile.
 * @param {Room} room @param {string} id @param {number} now
 * @param {string} [round] the groups that were at work when it was begun @returns {{prompt: Prompt, isTime: boolean}|null}
 */
export function pairing(room, id, now, round) {
  const prompt = (room.prompts ?? []).find((one) => one.id === id);
  if (!prompt || prompt.openedAt === undefined || prompt.closedAt !== undefined) return null;
  if (![undefined, round].includes(runningRound(room)?.id)) return null;
  return { prompt, isTime: prompt.deadline !== undefined && now >= prompt.deadline };
}
