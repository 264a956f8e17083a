// Knows how a proposal of buddies is changed by hand: who is chosen, and what groups come of swapping, taking out and
// bringing together. Pure; whether people may be with each other is for the server.

import { bounds } from "../../shared/limits.js";

/** @typedef {string[][]} Groups by identifier; whoever is in none has nobody */

/**
 * What can be done with those who are chosen.
 * @param {Groups} groups @param {string[]} chosen
 * @returns {("takeOut"|"swap"|"bring")[]}
 */
export function possible(groups, chosen) {
  const places = chosen.map((id) => groups.findIndex((group) => group.includes(id)));
  const all = new Set(places);
  const { least, most } = bounds("networkBuddies");
  /** @type {[boolean, "takeOut"|"swap"|"bring"][]} */
  const acts = [
    [places.some((place) => place >= 0), "takeOut"],
    [chosen.length === 2 && all.size === 2, "swap"],
    [chosen.length >= least && chosen.length <= most && !isGroup(groups, chosen), "bring"],
  ];
  return acts.filter(([isSo]) => isSo).map(([, act]) => act);
}

/** @param {Groups} groups @param {string[]} chosen */
function isGroup(groups, chosen) {
  return groups.some((group) => group.length === chosen.length && chosen.every((id) => group.includes(id)));
}

/**
 * The groups without those people; whoever is left alone has nobody.
 * @param {Groups} groups @param {string[]} chosen @returns {Groups}
 */
export function takeOut(groups, chosen) {
  return groups.map((group) => group.filter((id) => !chosen.includes(id))).filter((group) => group.length >= bounds("networkBuddies").least);
}

/**
 * Two change places; where one has none the other has none afterwards.
 * @param {Groups} groups @param {string[]} chosen @returns {Groups}
 */
export function swap(groups, [one, other]) {
  return groups.map((group) => group.map((id) => (id === one ? other : id === other ? one : id)));
}

/**
 * Those who are chosen are with each other.
 * @param {Groups} groups @param {string[]} chosen @returns {Groups}
 */
export function bring(groups, chosen) { return [...takeOut(groups, chosen), [...chosen]]; }
