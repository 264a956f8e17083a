// Knows the one state of a page and who wants to hear of its changes. Data goes one way: socket, store, elements.
import { takeHarvest, takeOwnNotes } from "../fold/cards.js";
import { takeCounts } from "../fold/prompts.js";
import { advance, apply } from "../fold/room.js";

/** @typedef {import("../model/types.js").Room} Room */
/** @typedef {import("../model/types.js").Entry} Entry */
/**
 * @typedef {object} State
 * @property {Room|null} room
 * @property {import("../model/types.js").You|null} you
 * @property {import("../model/types.js").Links|null} links
 * @property {import("../model/types.js").Network|null} network
 * @property {boolean} isRehearsal it counts nowhere, and people in it may be simulated
 * @property {import("./connection.js").LinkState} connection
 * @property {import("./way.js").Way} way
 * @property {string|null} reason why the connection is closed for good
 * @property {number|null} waiting place in the lobby; null when not there
 * @property {string|null} epoch
 * @property {string|null} hash the server's mark of the last entry that the room has; null if it gave none
 * @property {string|null} subject whom one taps for at a table's device; null for the table itself
 * @property {boolean} isRestored the server's log is not the one this device knew: a backup was restored
 * @property {boolean} isStorageFailing the server cannot save just now; what is sent is kept here and sent again
 * @property {boolean} isRolledBack the server lost entries that this device had
 * @property {Record<string, {people: number, of: number}>} delivered how many have an announcement, by its identifier
 * @property {import("../model/types.js").Pending[]} pending
 * @property {import("../model/types.js").Early[]} early who waits for the opening; only leads are told
 * @property {import("../model/taking-part.js").Panel|null} panel who takes part; only leads are told, and it is kept nowhere
 */

export class Store {
  constructor() {
    /** @type {State} */
    this.state = {
      room: null, you: null, links: null, network: null, connection: "connecting", way: "socket", reason: null,
      waiting: null, epoch: null, hash: null, subject: null, isRehearsal: false, isRestored: false,
      isRolledBack: false, isStorageFailing: false, delivered: {}, pending: [],
      early: [], panel: null,
    };
    /** @type {Set<(state: State) => void>} */
    this.listeners = new Set();
    /** @type {Set<(entry: Entry, state: State) => void>} */
    this.entryListeners = new Set();
    this.isScheduled = false;
  }

  /**
   * Calls back after changes, several at once as one; at once as well.
   * @param {(state: State) => void} listener
   */
  subscribe(listener) {
    this.listeners.add(listener);
    listener(this.state);
    return () => this.listeners.delete(listener);
  }

  /**
   * Calls back for every new fact, after it was taken in.
   * @param {(entry: Entry, state: State) => void} listener
   */
  onEntry(listener) {
    this.entryListeners.add(listener);
    return () => this.entryListeners.delete(listener);
  }

  /** @param {Partial<State>} patch */
  update(patch) {
    Object.assign(this.state, patch);
    this.changed();
  }

  /** Tells the listeners, once for all that happens in this turn. */
  changed() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      for (const listener of this.listeners) listener(this.state);
    });
  }

  /** @param {Record<string, any>} welcome */
  welcome(welcome) {
    const { you, links, network, epoch, room, events, sequence, hash, rehearsal } = welcome;
    this.update({
      you, epoch, waiting: null, early: [], panel: null, links: links ?? this.state.links, network: network ?? this.state.network,
      isRehearsal: rehearsal === true,
    });
    if (you.as !== "lead" && you.as !== "wall") this.update({ links: null });
    if (welcome.resumed) {
      this.take(events ?? [], sequence, hash);
    } else {
      if (room) takeOwnNotes(room, you.notes ?? []);
      this.update({ room });
      // A room may be a little older than the welcome: what came since is part of it, and no news.
      this.fold(events ?? [], sequence, hash);
    }
    this.count(welcome.answered ?? {});
  }

  /**
   * Takes facts in; a repeat is ignored.
   * @param {Entry[]} entries @param {number} through
   * @param {string} [hash] the mark of the entry `through`
   */
  take(entries, through, hash) {
    this.fold(entries, through, hash, (entry) => {
      for (const listener of this.entryListeners) listener(entry, this.state);
    });
  }

  /**
   * @param {Entry[]} entries @param {number} through
   * @param {string} [hash] the mark of the entry `through`
   * @param {(entry: Entry) => void} [told] called with every fact that was new
   */
  fold(entries, through, hash, told) {
    const { room, you } = this.state;
    if (!room || !you) return;
    for (const entry of entries) {
      if (entry.sequence <= room.sequence) continue;
      apply(room, entry, you.as);
      told?.(entry);
    }
    advance(room, through);
    // A repeat ends before what we have, and says nothing of it.
    if (room.sequence === through) this.state.hash = hash ?? null;
    this.changed();
  }

  /**
   * What only you may see of yourself.
   * @param {Record<string, any>} own
   */
  own(own) {
    const { you } = this.state;
    if (!you) return;
    this.update({ you: { ...you, ...own, answers: { ...you.answers, ...own.answers } } });
  }

  /**
   * An answer has arrived. The server says so itself a moment later; until then it is as true.
   * @param {string|null} subject whose it is at a table's device
   * @param {{pulse: string, answer: import("../model/types.js").PulseAnswer}} given
   */
  answered(subject, { pulse, answer }) {
    const { you } = this.state;
    if (!you) return;
    if (subject === null) this.own({ answers: { [pulse]: answer } });
    else this.own({ seated: { ...you.seated, [subject]: { ...you.seated?.[subject], [pulse]: answer } } });
  }

  /**
   * What every group wrote for everybody.
   * @param {Parameters<typeof takeHarvest>[1]} harvest
   */
  harvest(harvest) {
    if (this.state.room) takeHarvest(this.state.room, harvest);
    this.changed();
  }

  /**
   * How many have answered anonymous prompts that can be answered.
   * @param {Record<string, number>} counts by prompt
   */
  count(counts) {
    if (this.state.room) takeCounts(this.state.room, counts);
    this.changed();
  }

  /**
   * How many have an announcement; only leads are told.
   * @param {{announcement: string, people: number, of: number}} news
   */
  deliver({ announcement, people, of }) {
    this.update({ delivered: { ...this.state.delivered, [announcement]: { people, of } } });
  }
}
