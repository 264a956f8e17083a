// Knows the commands that have no answer yet. Each stands in the device's storage under its own key until its ack or
// nack, so a reload, a lost connection or a second tab loses none; the server stores the same id once.
import { present } from "../fold/present.js";
import { limit } from "../limits.js";
import { randomID } from "../page/random.js";
import { onceGone, ownTab } from "./tabs.js";
import { recall, remember, storedKey, storedKeys } from "../page/stored.js";

/** @typedef {import("../model/types.js").Pending} Pending */
/** @typedef {import("../model/types.js").Command} Command */
/** @typedef {{ack: true, id: string, sequence: number}|{ack: false, code: number, rejection: Record<string, any>}} Answer */

const MOST = 200;
const STORAGE_FAILED_WAIT_MILLISECONDS = 5_000;

/** @type {Answer} no number of the server's: it never gets to see it */
const TOO_LARGE = { ack: false, code: 0, rejection: { tooLarge: {} } };

/** @type {Answer} nothing is to be done about it here */
const ALREADY = { ack: false, code: 26, rejection: { alreadySo: {} } };

/** @param {Pending} item */
function messageOf(item) { return { command: present({ id: item.id, do: item.do, for: item.for }) }; }

/** What stands around messages in a request, where WebSocket is blocked. */
const ENVELOPE_BYTES = 256;

/**
 * As the larger of the two ways takes it: where WebSocket is blocked, a message is a text within a text.
 * @param {Pending} item
 */
function bytesOf(item) {
  const text = JSON.stringify(JSON.stringify(messageOf(item)));
  return new TextEncoder().encode(text).length + ENVELOPE_BYTES;
}

export class Outbox {
  /**
   * @param {string} scope meeting and person: nobody's commands go out under another's name
   * @param {(message: object) => boolean} send
   * @param {(pending: Pending[]) => void} onChange
   */
  constructor(scope, send, onChange) {
    this.prefix = `outbox.${scope}.`;
    this.send = send;
    this.onChange = onChange;
    this.tab = ownTab();
    /** @type {Set<string>} what was said on this connection */
    this.said = new Set();
    /** @type {Pending[]} */
    this.pending = [];
    /** @type {Pending[]} what an older page kept though the line cannot carry it */
    this.unsayable = [];
    /** @type {Map<string, (answer: Answer) => void>} */
    this.waiting = new Map();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.pause = undefined;
    /**
     * Told of a no for which nobody waits any more, as after a reload.
     * @type {((command: Command) => void)|null}
     */
    this.onRefused = null;
    this.isReady = false;
    this.isOver = false;
    /** @param {StorageEvent} event */
    this.onStored = ({ key, newValue }) => {
      if (!key?.startsWith(storedKey(this.prefix))) return;
      this.follow();
      if (newValue !== null) this.watch();
    };
    /** @type {Set<string>} tabs that are there; what they leave behind is taken over */
    this.watched = new Set();
    globalThis.addEventListener?.("storage", this.onStored);
    this.adopt(undefined);
    this.watch();
    this.isReady = true;
  }

  /** Waits for the end of every tab that has something on its way. */
  watch() {
    for (const { tab } of this.stored()) {
      if (tab === undefined || tab === this.tab || this.watched.has(tab)) continue;
      this.watched.add(tab);
      onceGone(tab, () => {
        this.watched.delete(tab);
        this.adopt(tab);
      });
    }
  }

  /** @returns {Pending[]} what is kept of these people, of all tabs */
  stored() { return storedKeys(this.prefix).map((key) => recall(key)).filter((item) => item?.id && item.do); }

  /**
   * Takes over what a tab had on its way that is gone, or what is nobody's.
   * @param {string|undefined} owner
   */
  adopt(owner) {
    if (this.isOver) return;
    const found = this.stored().filter((item) => item.tab === owner && !this.pending.some(({ id }) => id === item.id));
    for (const item of found) {
      item.tab = this.tab;
      remember(this.prefix + item.id, item);
    }
    this.pending = [...this.pending, ...found].sort((one, other) => one.at - other.at);
    const unsayable = found.filter((item) => bytesOf(item) > limit("messageBytes"));
    for (const item of unsayable) this.drop(item);
    this.unsayable.push(...unsayable);
    // While it is being made, whoever makes it says all.
    if (!this.isReady || found.length === 0) return;
    this.onChange(this.pending);
    this.resend();
  }

  /**
   * Keeps a command and sends it if it can.
   * @param {Command} command
   * @param {string|null} [subject] for whom it is tapped in, if not for oneself
   * @returns {Promise<Answer>}
   */
  add(command, subject) {
    if (this.pending.length >= MOST) {
      return Promise.resolve({ ack: false, code: 23, rejection: { tooMany: { limit: MOST } } });
    }
    // Strictly rising, because the order of sending is the order of these times.
    const at = Math.max(Date.now(), (this.pending[this.pending.length - 1]?.at ?? 0) + 1);
    /** @type {Pending} */
    const item = present({ id: randomID(), do: command, for: subject ?? undefined, at, tab: this.tab });
    // What the line cannot carry is not kept: it would end the connection again and again.
    if (bytesOf(item) > limit("messageBytes")) return Promise.resolve(TOO_LARGE);
    this.pending.push(item);
    remember(this.prefix + item.id, item);
    this.onChange(this.pending);
    if (this.pause === undefined) this.say(item);
    return new Promise((resolve) => this.waiting.set(item.id, resolve));
  }

  /** Sends all that has no answer, in order; after each welcome. */
  resend() {
    clearTimeout(this.pause);
    this.pause = undefined;
    this.follow();
    for (const item of this.unsayable.splice(0)) this.onRefused?.(item.do);
    for (const item of this.pending) {
      if (!this.say(item)) return;
    }
  }

  /**
   * What another tab has an answer to is not asked again: it was stored, or its words are back where they came from, and
   * a no of then may be a yes by now.
   */
  follow() {
    for (const item of this.pending.filter((one) => !this.isKept(one.id))) this.settle(item.id, ALREADY);
  }

  /** @param {string} id */
  isKept(id) { return recall(this.prefix + id) !== null; }

  /** @param {Pending} item @returns {boolean} whether it went out */
  say(item) {
    // A welcome may come again on a connection: what is on its way there is on its way, and a no must stay the answer.
    if (this.said.has(item.id)) return true;
    const isOut = this.send(messageOf(item));
    if (isOut) this.said.add(item.id);
    return isOut;
  }

  /** Another connection: what was said on the last one may have been lost with it. */
  begin() { this.said.clear(); }

  /** @param {{id: string, sequence: number}} ack */
  acked(ack) { this.settle(ack.id, { ack: true, id: ack.id, sequence: ack.sequence }); }

  /** @param {{id: string, code: number, rejection: Record<string, any>}} nack */
  nacked(nack) {
    const wait = nack.rejection.slowDown?.waitMilliseconds
      ?? (nack.rejection.storageFailed ? STORAGE_FAILED_WAIT_MILLISECONDS : undefined);
    if (wait === undefined) {
      this.settle(nack.id, { ack: false, code: nack.code, rejection: nack.rejection });
      return;
    }
    this.said.delete(nack.id);
    // Not refused, only too early: everything waits, so that the order stays.
    this.pause ??= setTimeout(() => this.resend(), wait);
  }

  /**
   * Gives up the wishes of one kind, because the opposite is wished for now.
   * @param {string} name
   */
  cancel(name) {
    for (const item of this.pending.filter((one) => name in one.do)) {
      this.settle(item.id, ALREADY);
    }
  }

  /** Gives up all; when the person leaves this device. */
  discard() {
    clearTimeout(this.pause);
    this.pause = undefined;
    for (const item of this.pending) remember(this.prefix + item.id, null);
    this.pending = [];
    this.waiting.clear();
    this.onChange(this.pending);
  }

  /**
   * Goes on over another connection; whoever waits for an answer still gets it.
   * @param {(message: object) => boolean} send
   * @param {(pending: Pending[]) => void} onChange
   */
  move(send, onChange) {
    this.begin();
    this.send = send;
    this.onChange = onChange;
  }

  /** Tells who waits that this person is gone from here; their commands stay on the device until they are back. */
  abandon() {
    clearTimeout(this.pause);
    this.pause = undefined;
    globalThis.removeEventListener?.("storage", this.onStored);
    this.isOver = true;
    for (const answer of this.waiting.values()) answer({ ack: false, code: 16, rejection: { notPresent: {} } });
    this.waiting.clear();
  }

  /** @param {Pending} item */
  drop(item) {
    this.pending.splice(this.pending.indexOf(item), 1);
    remember(this.prefix + item.id, null);
  }

  /** @param {string} id @param {Answer} answer */
  settle(id, answer) {
    const item = this.pending.find((one) => one.id === id);
    if (!item) return;
    // Only the first tab that hears a no puts the words back.
    const isFirst = this.isKept(id);
    this.drop(item);
    this.onChange(this.pending);
    const told = this.waiting.get(id);
    this.waiting.delete(id);
    if (told) told(answer.ack || isFirst ? answer : ALREADY);
    else if (!answer.ack && isFirst) this.onRefused?.(item.do);
  }
}
