// Knows the draws of one wish, one after the other: which is asked for next, how it differs from the one before, and why
// there may be no other. Pure but for the seed.
import { drawSeed } from "./proposals.js";

/** @typedef {import("./plan.js").Plan} Plan */
/** @typedef {Record<string, import("../../shared/model/types.js").Person>} People */
/** @typedef {[string, Record<string, any>]} Sentence */
/** @typedef {Record<string, any>} Answer what the server proposes: `draw.points`, `terms`, `alternatives` */

/** So many are named; more are counted. */
const MOST_NAMED = 5;
/** Terms that have words for more and for less of them. */
const WORDED = ["same_school", "same_mat", "same_subject", "same_phase", "met", "need", "no_core", "lone_remote",
  "lone_room"];
const MOST_TERMS = 2;
/** The server looks for no more than so many (`Alternatives.most`): there may be others. */
const MANY = 60;

/** The draws of one wish. */
export function drawSeries() {
  /** @type {{seed: number, turn: number, first: Answer|null}|null} */
  let series = null;
  return {
    /** The next one is the first of a new wish. */
    forget() { series = null; },
    /**
     * What the server is asked for.
     * @param {boolean} isAnother whether another one of the same wish
     */
    next(isAnother) {
      if (!isAnother || !series) series = { seed: drawSeed(), turn: 0, first: null };
      else series.turn += 1;
      return { seed: series.seed, turn: series.turn };
    },
    /** @param {Answer} answer @returns {{place: number, first: Answer}} its place among them, from 1 */
    took(answer) {
      if (!series) return { place: 1, first: answer };
      // A better one of the first draw is the first then.
      if (!series.first || series.turn === 0) series.first = answer;
      return { place: series.turn % (answer.alternatives ?? Infinity) + 1, first: series.first };
    },
  };
}

/**
 * Whether both have the same people together.
 * @param {string[][]} one @param {string[][]} other
 */
export function areSame(one, other) {
  const keys = (/** @type {string[][]} */ groups) => groups.filter((members) => members.length > 0)
    .map((members) => [...members].sort().join(" ")).sort().join("|");
  return keys(one) === keys(other);
}

/**
 * Who sits elsewhere than before: each group is compared with the one that has most in common with it.
 * @param {string[][]} before @param {string[][]} after @returns {string[]}
 */
export function elsewhere(before, after) {
  const overlaps = before.flatMap((members, from) => after.map((now, to) =>
    ({ from, to, stay: now.filter((id) => members.includes(id)) })))
    .sort((one, other) => other.stay.length - one.stay.length);
  const taken = new Set();
  const given = new Set();
  const stay = new Set(overlaps.flatMap(({ from, to, stay: those }) => {
    if (given.has(from) || taken.has(to)) return [];
    given.add(from);
    taken.add(to);
    return those;
  }));
  const known = new Set(before.flat());
  return after.flat().filter((id) => known.has(id) && !stay.has(id));
}

/**
 * How a draw differs, in words.
 * @param {{before: string[][], after: string[][], answer: Answer, first: Answer, place: number,
 *   nameOf: (id: string) => string}} what
 * @returns {Sentence[]}
 */
export function difference({ before, after, answer, first, place, nameOf }) {
  const moved = elsewhere(before, after);
  const more = answer.draw.points - first.draw.points;
  const all = answer.alternatives;
  const sentences = [];
  if (all !== undefined) {
    const key = place === 1 ? "forming.draw.best" : more > 0 ? "forming.draw.nearly" : "forming.draw.equal";
    sentences.push(/** @type {Sentence} */ ([key, { n: place, all: all < MANY ? all : `${MANY}+` }]));
  }
  if (more !== 0) sentences.push(...changedTerms(first.terms ?? {}, answer.terms ?? {}));
  if (moved.length > 0) {
    sentences.push(/** @type {Sentence} */ (moved.length > MOST_NAMED ? ["forming.draw.movedMany", { count: moved.length }]
      : ["forming.draw.moved", { count: moved.length, names: moved.map(nameOf).join(", ") }]));
  }
  return sentences;
}

/**
 * What there is more or less of than in the first one, the largest change first.
 * @param {Record<string, number>} first @param {Record<string, number>} now @returns {Sentence[]}
 */
function changedTerms(first, now) {
  return WORDED.map((term) => ({ term, more: (now[term] ?? 0) - (first[term] ?? 0) })).filter(({ more }) => more !== 0)
    .sort((one, other) => Math.abs(other.more) - Math.abs(one.more)).slice(0, MOST_TERMS)
    .map(({ term, more }) => [`forming.draw.${more > 0 ? "more" : "less"}.${term}`, {}]);
}

/**
 * Why there is no other draw, or a choice changed nothing, and what would make a difference.
 * @param {Plan} plan @param {People} people @returns {Sentence[]}
 */
export function hints(plan, people) {
  if (plan.groups.length === 1) return [["forming.hint.oneGroup", {}]];
  const seated = plan.groups.flatMap((group) => group.members).flatMap((id) => people[id] ?? []);
  /** @type {[boolean, string][]} */
  const all = [
    [plan.pins.length > 0 || plan.groups.some((group) => group.isLocked), "forming.hint.held"],
    [seated.every((person) => !person.offers?.length && !person.needs?.length), "forming.hint.offers"],
    [seated.every((person) => !person.teaching), "forming.hint.teaching"],
    [seated.every((person) => !person.school), "forming.hint.schools"],
  ];
  const keys = all.filter(([isSo]) => isSo).map(([, key]) => key);
  return (keys.length > 0 ? keys : ["forming.hint.turn"]).map((key) => [key, {}]);
}

/**
 * Why a choice may give the same groups as another one.
 * @param {string} choice @param {Plan} plan @param {People} people @returns {Sentence[]}
 */
export function sameBecause(choice, plan, people) {
  const seated = plan.groups.flatMap((group) => group.members).flatMap((id) => people[id] ?? []);
  const modes = new Set(seated.map((person) => person.mode === "remote" || person.mode === "phone_in"));
  /** @type {Record<string, [boolean, string]>} */
  const reasons = {
    expertise: [seated.every((person) => !person.offers?.length || !person.needs?.length), "forming.hint.offers"],
    samePhase: [seated.every((person) => !person.teaching), "forming.hint.teaching"],
    newPartners: [!plan.groups.some((group) => group.facts.some(({ code }) => code === "met" || code === "nobodyMet")),
      "forming.hint.history"],
    bridged: [modes.size < 2, "forming.hint.oneMode"],
    separate: [modes.size < 2, "forming.hint.oneMode"],
  };
  const [isSo, key] = reasons[choice] ?? [false, ""];
  return isSo ? [[key, {}]] : [];
}
