// Knows one random run: leads form, move, end and reopen while phones type, drop, reload and open second tabs. At its end
// everybody is connected and nothing is on its way: every word is stored once, or still on the device that it was typed on.
import { RoomServer } from "./server.js";
import { Phone, settle } from "./phone.js";
import { resetClock } from "../../../Web/shared/line/time.js";

const PEOPLE = ["ann", "bob", "cai", "dee", "eve"];
const STEPS = 400;
const DRAW = { choice: "mix" };

/** Chance that can be drawn again. @param {number} seed */
function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (/** @type {number} */ count) => Math.floor(next() * count);
  return { below, pick: (list) => list[below(list.length)], is: (share) => next() < share };
}

/**
 * @param {number} seed
 * @returns {Promise<{typed: number, stored: number, kept: number}>} throws what was lost or came twice
 */
export async function run(seed) {
  resetClock();
  // Nothing happens by the clock here: who waits for it comes back with the network.
  const { setTimeout } = globalThis;
  globalThis.setTimeout = /** @type {any} */ (() => 0);
  try {
    return await play(chance(seed));
  } finally {
    globalThis.setTimeout = setTimeout;
  }
}

/** @param {ReturnType<typeof chance>} draw */
async function play(draw) {
  const server = new RoomServer(PEOPLE);
  const phones = PEOPLE.map((person) => new Phone(person, server));
  /** @type {{word: string, phone: Phone}[]} */
  const typed = [];
  for (let step = 0; step < STEPS; step += 1) {
    const phone = draw.pick(phones);
    const tab = draw.pick(phone.tabs);
    tab.be();
    const places = tab.places();
    switch (draw.below(12)) {
      case 0: lead(server, draw); break;
      case 1: case 2: case 3: {
        if (places.length === 0) break;
        const word = `word${typed.length}w`;
        typed.push({ word, phone });
        tab.type(draw.pick(places), word);
        break;
      }
      case 4: case 5: if (places.length > 0) tab.send(draw.pick(places)); break;
      case 6: if (places.length > 0 && draw.is(0.5)) tab.rescue(draw.pick(places)); break;
      case 7:
        if (draw.is(0.3)) phone.set(!phone.isOnline);
        else if (draw.is(0.3) && phone.tabs.length < 3) phone.openTab();
        else if (draw.is(0.3)) phone.closeTab(tab);
        break;
      default: for (let count = draw.below(8); count > 0; count -= 1) await phone.step(tab, draw.pick(["up", "down"]));
    }
    await settle();
  }
  await comeToRest(phones);
  return judge(server, phones, typed);
}

/** @param {RoomServer} server @param {ReturnType<typeof chance>} draw */
function lead(server, draw) {
  const { phase } = server.room.details;
  const { round } = server;
  if (phase === "ended") return server.happen({ meetingReopened: {} });
  if (draw.is(0.08)) {
    if (round) server.happen({ groupsEnded: { round: round.id } });
    return server.happen({ meetingEnded: {} });
  }
  if (!round || draw.is(0.2)) {
    if (round) server.happen({ groupsEnded: { round: round.id } });
    const id = `r${server.room.sequence + 1}`;
    const seats = [0, 1].map((index) => ({ group: `g${id}-${index}`, members: [], roles: {} }));
    for (const person of PEOPLE) draw.pick(seats).members.push(person);
    return server.happen({ groupsFormed: { round: id, groups: seats, draw: DRAW } });
  }
  if (draw.is(0.3)) return server.happen({ groupsEnded: { round: round.id } });
  const to = draw.pick(round.groups).id;
  return server.happen({ peopleMoved: { round: round.id, moves: [{ person: draw.pick(PEOPLE), to, reason: "byHand" }] } });
}

/** Everybody is connected, and all that is on its way arrives. @param {Phone[]} phones */
async function comeToRest(phones) {
  for (const phone of phones) phone.set(true);
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const phone of phones) {
      for (const tab of phone.tabs) {
        for (const way of /** @type {const} */ (["up", "down"])) isMoving = await phone.step(tab, way) || isMoving;
      }
    }
  }
}

/** @param {RoomServer} server @param {Phone[]} phones @param {{word: string, phone: Phone}[]} typed */
function judge(server, phones, typed) {
  const stored = server.words().join("\n");
  const count = (/** @type {string} */ word) => stored.split(word).length - 1;
  const wrong = typed.flatMap(({ word, phone }) => {
    const times = count(word);
    const isKept = phone.kept().includes(word);
    if (times > 1) return [`${word} of ${phone.person} came ${times} times`];
    if (times === 1 && isKept) return [`${word} of ${phone.person} is stored and still to be sent`];
    return times === 0 && !isKept ? [`${word} of ${phone.person} is lost`] : [];
  });
  for (const phone of phones) {
    for (const text of phone.acknowledged) if (count(text) !== 1) wrong.push(`"${text}" was acknowledged and is not there`);
    for (const tab of phone.tabs) if (tab.state.pending.length > 0) wrong.push(`${phone.person} still waits for an answer`);
  }
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return { typed: typed.length, stored: typed.filter(({ word }) => count(word) === 1).length,
    kept: typed.filter(({ word }) => count(word) === 0).length };
}
