// Knows what the pages ask of a room about people, queue, pulse and questions. Pure; no DOM. Time is in selectors-time.
import { alikeKey } from "../texts/alike.js";
import { peopleOf } from "./people.js";

export { isCounted, isInRoom } from "./people.js";

/** @typedef {import("./types.js").Room} Room */
/** @typedef {import("./types.js").Person} Person */
/** @typedef {import("./types.js").Segment} Segment */
/** @typedef {import("./types.js").Pulse} Pulse */
/** @typedef {import("./people.js").Seat} Seat */

/**
 * The open segment.
 * @param {Room|null} room @returns {Segment|null}
 */
export function currentSegment(room) {
  return room?.agenda?.find((segment) => segment.id === room.current) ?? null;
}

/**
 * The segment that "next" would open.
 * @param {Room} room @returns {Segment|null}
 */
export function nextSegment(room) {
  const agenda = room.agenda ?? [];
  const from = agenda.findIndex((segment) => segment.id === room.current) + 1;
  return agenda.slice(from).find((segment) => segment.state === "upcoming") ?? null;
}

/**
 * The segment that "back" would open.
 * @param {Room} room @returns {Segment|null}
 */
export function previousSegment(room) {
  const agenda = room.agenda ?? [];
  const here = agenda.findIndex((segment) => segment.id === room.current);
  const before = agenda.slice(0, here < 0 ? agenda.length : here).filter((segment) => segment.state === "done");
  return before[before.length - 1] ?? null;
}

/**
 * Place of the open segment from 1, and how many there are that are not skipped.
 * @param {Room} room
 */
export function progress(room) {
  const planned = (room.agenda ?? []).filter((segment) => segment.state !== "skipped" || segment.id === room.current);
  const place = planned.findIndex((segment) => segment.id === room.current) + 1;
  const done = planned.filter((segment) => segment.state === "done").length;
  return { place, done, count: planned.length };
}

/**
 * Everybody on the roster, by name.
 * @param {Room} room
 */
export function seats(room) { return peopleOf(room).all; }

/**
 * Those who are connected now.
 * @param {Room} room
 */
export function presentSeats(room) { return peopleOf(room).present; }

/**
 * Those who share the device of a table, by name.
 * @param {Room} room @param {string|undefined} table @returns {readonly Seat[]}
 */
export function seatedAt(room, table) { return (table && peopleOf(room).atTable.get(table)) || []; }

/**
 * How many are present, in the room and on the call; guests are not counted.
 * @param {Room} room
 */
export function presentCounts(room) { return peopleOf(room).counts; }

/** @param {Room|null} room @param {string|undefined} id @returns {Person|null} */
export function personOf(room, id) { return (id && room?.people?.[id]) || null; }

/** @param {import("../line/store.js").State} state @returns {Person|null} */
export function me(state) { return personOf(state.room, state.you?.person); }

/**
 * Whose act it is when something is tapped now: mine, or of somebody at this table.
 * @param {import("../line/store.js").State} state @returns {string|undefined}
 */
export function acting(state) { return state.subject ?? state.you?.person; }

/**
 * Whether something by this author may be changed here.
 * @param {import("../line/store.js").State} state @param {string} author
 */
export function isMine(state, author) {
  const mine = state.you?.person;
  return mine !== undefined && (identity(state.room, author) === mine || personOf(state.room, author)?.table === mine);
}

/**
 * Whether that is whoever looks at this page, under any of their entries. A device that several share is nobody.
 * @param {import("../line/store.js").State} state @param {string|undefined} id
 */
export function isYou(state, id) {
  return id !== undefined && identity(state.room, id) === state.you?.person && me(state)?.role !== "table";
}

/**
 * Who somebody is: the one they were joined with, or themselves.
 * @param {Room|null} room @param {string} id
 */
export function identity(room, id) { return room?.merged?.[id] ?? id; }

/**
 * Others who take part under the same name, of the same school or all of none; who came first stands first.
 * @param {Room} room @param {string} id
 */
export function twins(room, id) {
  const own = room.people?.[id];
  if (!own?.name || own.role !== "participant") return [];
  const key = (/** @type {Person} */ person) => `${alikeKey(person.name)}\n${alikeKey(person.school)}`;
  return seats(room).filter((seat) => seat.id !== id && seat.person.name && seat.person.role === "participant"
    && key(seat.person) === key(own)).sort((one, other) => one.person.joinedAt - other.person.joinedAt);
}

/**
 * The queue with its people, in order, from place 1.
 * @param {Room} room
 */
export function queueSeats(room) {
  return (room.queue ?? []).map((hand, index) => ({
    id: hand.person, person: personOf(room, hand.person), raisedAt: hand.raisedAt, place: index + 1,
  }));
}

/**
 * Place in the queue from 1; 0 without a raised hand.
 * @param {Room|null} room @param {string|undefined} id
 */
export function handPlace(room, id) {
  return (room?.queue ?? []).findIndex((hand) => hand.person === id) + 1;
}

/**
 * Who speaks now.
 * @param {Room} room
 */
export function speaker(room) {
  if (!room.turn) return null;
  return { id: room.turn.person, person: personOf(room, room.turn.person), startedAt: room.turn.startedAt };
}

/**
 * The pulse that is open, the latest if there are several.
 * @param {Room|null} room @returns {Pulse|null}
 */
export function openPulse(room) {
  const open = (room?.pulses ?? []).filter((pulse) => pulse.closedAt === undefined);
  return open[open.length - 1] ?? null;
}

/**
 * How many answered a pulse.
 * @param {Pulse} pulse
 */
export function answeredCount(pulse) {
  return pulse.answered ?? Object.values(pulse.counts ?? {}).reduce((sum, count) => sum + count, 0);
}

/** @param {Pulse} pulse @param {import("./types.js").PulseAnswer} answer */
export function answerCount(pulse, answer) { return pulse.counts?.[answer] ?? 0; }

/**
 * Whether an outside speaker is on the roster.
 * @param {Room} room
 */
export function hasGuest(room) { return peopleOf(room).hasGuest; }

/**
 * Whether the question wall is worth showing.
 * @param {Room} room
 */
export function hasQuestionWall(room) { return hasGuest(room) || (room.questions ?? []).length > 0; }

/**
 * How many would like to hear the answer too, also those of a very full room who are not named.
 * @param {import("./types.js").Question} question
 */
export function wanting(question) { return question.supporters.length + (question.supportersLeftOut ?? 0); }

/**
 * Questions in the order in which to answer them: open before answered, most wanted first, then as they came.
 * @param {Room} room @param {boolean} [withHidden]
 */
export function orderedQuestions(room, withHidden = false) {
  return (room.questions ?? [])
    .filter((question) => withHidden || !question.isHidden)
    .sort((one, other) => Number(one.isAnswered) - Number(other.isAnswered)
      || wanting(other) - wanting(one) || one.at - other.at);
}

/**
 * The people in the lobby, longest first.
 * @param {Room} room
 */
export function waitingSeats(room) {
  return Object.entries(room.waiting ?? {})
    .map(([id, person]) => ({ id, person }))
    .sort((one, other) => one.person.since - other.person.since);
}

/**
 * Those who wait for the opening, longest first.
 * @param {import("../line/store.js").State} state
 */
export function earlySeats({ room, early }) {
  return room?.details.phase === "planned" ? early.map(({ id, ...person }) => ({ id, person })) : [];
}

/**
 * The commands of one kind that have no answer yet.
 * @param {import("../line/store.js").State} state @param {string} name
 */
export function pendingOf(state, name) {
  return state.pending.filter((item) => name in item.do);
}
