// Knows what leads may know of who takes part, from what the server counts for them: names in the order of names, never by
// amount; how long was talked, and who holds the floor. Pure.
import { limit } from "../limits.js";
import { peopleOf } from "./people.js";
import { currentSegment } from "./selectors.js";
import { elapsedMilliseconds, expectedEnd } from "./selectors-time.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {{offered: number, done?: number, unseen: number}} Count */
/** @typedef {{kind: "prompt"|"pulse"|"kit", id: string, room: Count, call: Count, done?: number}} Item */
/** @typedef {{items: Item[], room: Count, call: Count, quiet: string[]}} Panel as the server says it, to leads only */
/** @typedef {{person: string, minutes: number, of?: number}} Floor who has the floor, and for how long, or how much of all turns */

const MINUTE = 60_000;

/**
 * Who was not heard yet, by name.
 * @param {Room} room @param {Panel} panel @returns {string[]} identifiers
 */
export function quietPeople(room, panel) {
  const quiet = new Set(panel.quiet);
  return peopleOf(room).all.filter(({ id }) => quiet.has(id)).map(({ id }) => id);
}

/**
 * Both places together.
 * @param {{room: Count, call: Count, done?: number}} item @returns {Count}
 */
export function together({ room, call, done }) {
  return { offered: room.offered + call.offered, done, unseen: room.unseen + call.unseen };
}

/**
 * Talks so far: how long they took and were to take, what is left of the meeting, and whose turns were tapped; in
 * minutes. Whether turns are tapped nobody has to decide: where there are none, nothing is said of them.
 * @param {Room} room @param {number} now
 */
export function talkSoFar(room, now) {
  const talks = (room.agenda ?? []).filter(({ kind, state }) => kind === "talk" && state !== "skipped");
  const sum = (/** @type {number[]} */ all) => all.reduce((one, other) => one + other, 0);
  const turns = turnTimes(room, now);
  const isLead = (/** @type {string} */ id) => ["lead", "coordinator"].includes(room.people?.[id]?.role ?? "");
  const end = expectedEnd(room, now);
  return {
    planned: minutes(sum(talks.map(({ timeboxSeconds }) => timeboxSeconds * 1000))),
    taken: minutes(sum(talks.map((segment) => elapsedMilliseconds(segment, now)))),
    left: end === null ? null : minutes(Math.max(0, end - now)),
    turns: minutes(sum([...turns.values()])),
    ofLeads: minutes(sum([...turns].filter(([id]) => isLead(id)).map(([, milliseconds]) => milliseconds))),
  };
}

/**
 * Whoever speaks now and holds the floor: by this turn, or by their share of all turns. Who presents in a talk does not.
 * @param {Room} room @param {number} now @returns {Floor|null}
 */
export function floorHolder(room, now) {
  const { turn } = room;
  const role = turn ? room.people?.[turn.person]?.role : undefined;
  if (!turn || !role || (role !== "participant" && currentSegment(room)?.kind === "talk")) return null;
  const { person } = turn;
  const lasted = now - turn.startedAt;
  if (lasted >= limit("floorTurnSeconds") * 1000) return { person, minutes: minutes(lasted) };
  // What a lead presented was in the talks; of the others all turns count.
  if (role !== "participant") return null;
  const turns = turnTimes(room, now);
  const all = [...turns.values()].reduce((sum, one) => sum + one, 0);
  const own = turns.get(person) ?? 0;
  if (all < limit("floorTalkSeconds") * 1000 || own * 100 < all * limit("floorPercent")) return null;
  return { person, minutes: minutes(own), of: minutes(all) };
}

/** @param {Room} room @param {number} now @returns {Map<string, number>} milliseconds of turns, by person */
function turnTimes(room, now) {
  const times = new Map(Object.entries(room.talk ?? {}).map(([id, talk]) => [id, talk.milliseconds]));
  const { turn } = room;
  if (turn) times.set(turn.person, (times.get(turn.person) ?? 0) + Math.max(0, now - turn.startedAt));
  return times;
}

/** @param {number} milliseconds whole ones that are over */
function minutes(milliseconds) { return Math.floor(milliseconds / MINUTE); }
