// Knows which of the words on their way have arrived: the server tells the fact before it acknowledges the command, and
// after a lost connection long before. What stands among the others already is not shown a second time as pending. Pure.
import { leastOffsetMilliseconds } from "../line/time.js";

/** @typedef {import("../line/store.js").State} State */
/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {{id: string, author: string, text?: string, re?: string, at: number}} Written a message or a note */

/** Several that are written in one moment have times after it, so that they keep their order. */
const SAME_MOMENT_MILLISECONDS = 250;

/**
 * Messages that nobody else has yet, with everybody or within one group.
 * @param {State} state @param {string} [group]
 */
export function messagesOnTheirWay(state, group) {
  const there = (state.room?.messages ?? []).filter((message) => message.group === group);
  return onTheirWay(state, "postMessage", group, there);
}

/**
 * Notes of a group that it does not have yet.
 * @param {State} state @param {import("./types.js").Group} group
 */
export function notesOnTheirWay(state, group) { return onTheirWay(state, "writeCard", group.id, group.cards); }

/**
 * @param {State} state @param {string} name of the command @param {string|undefined} group
 * @param {readonly Written[]} there
 * @returns {Pending[]}
 */
function onTheirWay(state, name, group, there) {
  const pending = state.pending.filter((item) => item.do[name] && (item.do[name].group ?? undefined) === group);
  /** @type {Set<string>} each stands for one only, so that who says the same twice sees both */
  const taken = new Set();
  return pending.filter((item) => {
    const arrived = there.find((one) => !taken.has(one.id) && isOf(one, item, item.do[name], state));
    if (arrived) taken.add(arrived.id);
    return !arrived;
  });
}

/**
 * Whether that is what the command made: of the same author, with the same words, and not from before it was written.
 * @param {Written} one @param {Pending} item @param {Record<string, any>} wish @param {State} state
 */
function isOf(one, item, wish, state) {
  const earliest = item.at + leastOffsetMilliseconds() - SAME_MOMENT_MILLISECONDS;
  return one.author === (item.for ?? state.you?.person) && (one.re ?? undefined) === (wish.re ?? undefined)
    && one.at >= earliest && one.text !== undefined && core(one.text) === core(wish.text);
}

/**
 * A text as it is compared: the server tidies spaces and drops what cannot be seen.
 * @param {string} text
 */
function core(text) { return text.normalize("NFC").replace(/[\s\p{C}]+/gu, ""); }
