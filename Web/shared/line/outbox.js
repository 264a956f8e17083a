// Knows the commands that have no answer yet. Each stands in the device's storage under its own key until its ack or
// nack, so a reload, a lost connection or a second tab loses none; the server stores the same id once.
import { present } from "../fold/present.js";
import { randomID } from "../page/random.js";
import { recall, remember, storedKeys } from "../page/stored.js";

/** @typedef {import("../model/types.js").Pending} Pending */
/** @typedef {import("../model/types.js").Command} Command */
/** @typedef {{ack: true, sequence: number}|{ack: false, code: number, rejection: Record<string, any>}} Answer */

const MOST = 200;
const STORAGE_FAILED_WAIT_MILLISECONDS = 5_000;

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
    /** @type {Pending[]} */
    this.pending = storedKeys(this.prefix).map((key) => recall(key)).filter((item) => item?.id && item.do);
    this.pending.sort((one, other) => one.at - other.at);
    /** @type {Map<string, (answer: Answer) => void>} */
    this.waiting = new Map();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.pause = undefined;
    /**
     * Told of a no for which nobody waits any more, as after a reload.
     * @type {((command: Command) => void)|null}
     */
    this.onRefused = null;
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
    const item = subject ? { id: randomID(), do: command, for: subject, at } : { id: randomID(), do: command, at };
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
    for (const item of this.pending) {
      if (!this.say(item)) return;
    }
  }

  /** @param {Pending} item @returns {boolean} whether it went out */
  say(item) {
    return this.send({ command: present({ id: item.id, do: item.do, for: item.for }) });
  }

  /** @param {{id: string, sequence: number}} ack */
  acked(ack) { this.settle(ack.id, { ack: true, sequence: ack.sequence }); }

  /** @param {{id: string, code: number, rejection: Record<string, any>}} nack */
  nacked(nack) {
    const wait = nack.rejection.slowDown?.waitMilliseconds
      ?? (nack.rejection.storageFailed ? STORAGE_FAILED_WAIT_MILLISECONDS : undefined);
    if (wait === undefined) {
      this.settle(nack.id, { ack: false, code: nack.code, rejection: nack.rejection });
      return;
    }
    // Not refused, only too early: everything waits, so that the order stays.
    this.pause ??= setTimeout(() => this.resend(), wait);
  }

  /**
   * Gives up the wishes of one kind, because the opposite is wished for now.
   * @param {string} name
   */
  cancel(name) {
    for (const item of this.pending.filter((one) => name in one.do)) {
      this.settle(item.id, { ack: false, code: 26, rejection: { alreadySo: {} } });
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
    this.send = send;
    this.onChange = onChange;
  }

  /** Tells who waits that this person is gone from here; their commands stay on the device until they are back. */
  abandon() {
    clearTimeout(this.pause);
    this.pause = undefined;
    for (const answer of this.waiting.values()) answer({ ack: false, code: 16, rejection: { notPresent: {} } });
    this.waiting.clear();
  }

  /** @param {string} id @param {Answer} answer */
  settle(id, answer) {
    const item = this.pending.find((one) => one.id === id);
    if (!item) return;
    this.pending.splice(this.pending.indexOf(item), 1);
    remember(this.prefix + id, null);
    this.onChange(this.pending);
    const told = this.waiting.get(id);
    this.waiting.delete(id);
    if (told) told(answer);
    else if (!answer.ack) this.onRefused?.(item.do);
  }
}
