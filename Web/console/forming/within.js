// Knows from which groups pairs are cut, where nobody is to sit with somebody of another group: those that are being put
// together, else those at work, else those that ended last. Pure.
import { endedRound } from "../../shared/model/board.js";
import { runningRound } from "../../shared/model/selectors-groups.js";
import { isExpected } from "./plan.js";

/** @typedef {import("../../shared/model/types.js").Room} Room */
/** @typedef {{members: string[], table?: number|null}} Source */

/** Fewer people are a pair, or its three, already. */
const LEAST = 4;

/**
 * The groups; none where there are none, or all of them are pairs already.
 * @param {Room} room @param {import("./plan.js").Plan} plan what is being put together
 * @param {import("./plan-places.js").Place[]} where its places @returns {Source[]}
 */
export function sources(room, plan, where) {
  /** @type {Source[]} */
  const known = plan.groups.map(({ members }, index) => ({ table: where[index]?.table,
    members: members.filter((one) => !isExpected(one)) }));
  /** @type {Source[][]} */
  const all = [known, runningRound(room)?.groups ?? [], endedRound(room)?.groups ?? []];
  return all.map((groups) => groups.filter(({ members }) => members.length > 0))
    .find((groups) => groups.some(({ members }) => members.length >= LEAST)) ?? [];
}

/**
 * What the server is asked for: those who lead and sit in a group have a partner, too.
 * @param {Source[]} groups @param {Record<string, import("../../shared/model/types.js").Person>} people
 */
export function withinWish(groups, people) {
  const seated = groups.flatMap(({ members }) => members).filter((one) => one in people);
  return { within: groups.map(({ members }) => members.filter((one) => one in people)),
    leads: seated.filter((one) => ["lead", "coordinator"].includes(people[one].role)) };
}

/**
 * The pairs where their groups are: nobody goes to another table.
 * @template {{members: string[]}} Pair
 * @param {Pair[]} pairs @param {Source[]} groups @param {(members: string[]) => boolean} isInRoom whether any of them
 * @returns {(Pair & {table?: number})[]}
 */
export function atTables(pairs, groups, isInRoom) {
  return pairs.map((pair) => {
    const table = groups.find(({ members }) => members.includes(pair.members[0]))?.table;
    return table && isInRoom(pair.members) ? { ...pair, table } : pair;
  });
}
