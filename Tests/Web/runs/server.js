// Knows a room as the server keeps it, as far as words go: one log, commands stored once, facts told to those whose they
// are. What is sent waits in the network of each connection until it is delivered, or is lost with it.
import { apply } from "../../../Web/shared/fold/room.js";

const OPTIONS = { chat: true, lobby: false, leastHeardFirst: false, pulseAfterTalk: false };

export class RoomServer {
  /** @param {string[]} people */
  constructor(people) {
    this.room = { sequence: 0, at: 0, details: { title: "Term", zone: "UTC", phase: "open", isLocked: false, options: OPTIONS },
      people: {}, messages: [], agenda: [], queue: [], rounds: [] };
    /** @type {{sequence: number, at: number, event: Record<string, any>}[]} */
    this.log = [];
    /** @type {Map<string, number>} */
    this.stored = new Map();
    /** @type {Set<{person: string, say: (message: object) => void}>} */
    this.lines = new Set();
    for (const person of people) {
      this.happen({ personJoined: { person, name: person, role: "participant", mode: "remote" } });
      this.happen({ presenceBegan: { person, mode: "remote" } });
    }
  }

  get round() {
    const last = this.room.rounds.at(-1);
    return last && last.endedAt === undefined ? last : null;
  }

  /** @param {string} id @param {string} person */
  isIn(id, person) {
    return this.room.rounds.some((round) => round.groups.some((group) => group.id === id && group.members.includes(person)));
  }

  /** @param {Record<string, any>} event @param {string} person */
  sees(event, person) {
    const { group } = event.messagePosted ?? event.cardWritten ?? {};
    return group === undefined || this.isIn(group, person);
  }

  /** One fact: stored, and told. @param {Record<string, any>} event */
  happen(event) {
    const entry = { sequence: this.room.sequence + 1, at: Date.now(), event };
    this.log.push(entry);
    apply(this.room, structuredClone(entry), "lead");
    for (const line of this.lines) {
      line.say({ events: this.sees(event, line.person) ? [entry] : [], through: entry.sequence });
    }
    // Whoever sits elsewhere now, and everybody at the end, is shown the room anew.
    const moved = new Set((event.peopleMoved?.moves ?? []).map((move) => move.person));
    for (const line of this.lines) if (event.meetingEnded || moved.has(line.person)) line.say(this.welcome(line.person));
    return entry.sequence;
  }

  /** @param {string} person @param {Record<string, any>} [hello] */
  welcome(person, hello = {}) {
    const head = { protocol: 1, meeting: "m1", epoch: "e1", sequence: this.room.sequence, now: Date.now(),
      you: { person, as: "participant", answers: {} } };
    if (hello.epoch === "e1") {
      const missed = this.log.filter((one) => one.sequence > hello.sequence && this.sees(one.event, person));
      const isMoved = missed.some((one) => (one.event.peopleMoved?.moves ?? []).some((move) => move.person === person));
      if (!isMoved) return { welcome: { ...head, resumed: true, events: missed } };
    }
    const room = structuredClone(this.room);
    room.messages = room.messages.filter((one) => one.group === undefined || this.isIn(one.group, person));
    for (const round of room.rounds) {
      for (const group of round.groups) {
        if (round.endedAt === undefined && !group.members.includes(person)) group.cards = [];
      }
    }
    return { welcome: { ...head, resumed: false, room } };
  }

  /** @param {string} person @param {{id: string, do: Record<string, any>}} command */
  answer(person, { id, do: wish }) {
    const known = this.stored.get(`${person} ${id}`);
    if (known !== undefined) return { ack: { id, sequence: known } };
    const no = this.refuse(person, wish);
    if (no) return { nack: { id, code: 30, rejection: { [no]: {} } } };
    const number = this.room.sequence + 1;
    const { text, group } = wish.postMessage ?? wish.writeCard;
    const event = wish.postMessage
      ? { messagePosted: { message: `m${number}`, person, name: person, text, words: 1, ...(group ? { group } : {}) } }
      : { cardWritten: { card: `c${number}`, group, person, name: person, text, words: 1, isReport: false } };
    const sequence = this.happen(event);
    this.stored.set(`${person} ${id}`, sequence);
    return { ack: { id, sequence } };
  }

  /** @param {string} person @param {Record<string, any>} wish @returns {string|null} */
  refuse(person, wish) {
    if (this.room.details.phase !== "open") return "meetingOver";
    const { group } = wish.postMessage ?? wish.writeCard;
    if (!group) return this.room.details.options.chat ? null : "chatClosed";
    const seat = this.round?.groups.find((one) => one.id === group);
    return seat?.members.includes(person) ? null : "closed";
  }

  /** Everything that is stored of what people wrote. */
  words() {
    return this.log.flatMap(({ event }) => (event.messagePosted ?? event.cardWritten)?.text ?? []);
  }
}

/** A socket of a page; both directions wait until they are delivered. */
export class PlayedSocket {
  static OPEN = 1;
  /** @type {((socket: PlayedSocket) => void)|null} told of every new one */
  static onNew = null;

  constructor() {
    this.readyState = 0;
    /** @type {object[]} */
    this.up = [];
    /** @type {object[]} */
    this.down = [];
    PlayedSocket.onNew?.(this);
  }

  /** @param {string} text */
  send(text) { this.up.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
}
