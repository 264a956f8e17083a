// Knows how one page takes part in one meeting: connection, outbox and store wired together.
import { Connection } from "./connection.js";
import { Outbox } from "./outbox.js";
import { Store } from "./store.js";

/** @typedef {import("./outbox.js").Answer} Answer */
/** @typedef {import("../model/types.js").Command} Command */

export class Session {
  /** @param {{meeting: string, as: "teacher"|"coordinator"|"wall", key?: string, url?: string}} options */
  constructor(options) {
    this.meeting = options.meeting;
    this.as = options.as;
    this.key = options.key;
    this.store = new Store();
    /** @type {Outbox|null} */
    this.outbox = null;
    this.connection = new Connection({
      url: options.url,
      hello: () => this.hello(),
      sequence: () => this.sequence(),
      onMessage: (message) => this.receive(message),
      onWay: (way) => this.store.update({ way }),
      onState: (connection, reason) => this.store.update({ connection, reason: reason ?? null }),
    });
  }

  /** Connects. Listen to `store` first. */
  start() { this.connection.start(); }

  /**
   * Ends. The commands without an answer stay on the device.
   * @param {string} [reason]
   */
  stop(reason) { this.connection.stop(reason); }

  /**
   * Says a command; resolves with its answer, however long the connection is away.
   * @param {Command} command @returns {Promise<Answer>}
   */
  do(command) {
    if (!this.outbox) return Promise.resolve({ ack: false, code: 16, rejection: { notPresent: {} } });
    return this.outbox.add(command);
  }

  /** Nobody in the lobby is behind: there is nothing for them to catch up with. */
  sequence() {
    const { room, you } = this.store.state;
    return room && you?.as !== "waiting" ? room.sequence : Infinity;
  }

  hello() {
    const { epoch, room, you } = this.store.state;
    const place = epoch && room && you?.as !== "waiting" ? { epoch, sequence: room.sequence } : {};
    const key = this.key ? { key: this.key } : {};
    // A wall has its meeting in its key; a program that names one says so.
    return { protocol: 1, meeting: this.meeting, as: this.as, ...key, ...place };
  }

  /** @param {Record<string, any>} message */
  receive(message) {
    if (message.welcome) this.welcomed(message.welcome);
    else if (message.events) this.store.take(message.events, message.through);
    else if (message.ack) this.outbox?.acked(message.ack);
    else if (message.nack) this.outbox?.nacked(message.nack);
    else if (message.own) this.store.own(message.own);
    else if (message.waiting) this.store.update({ waiting: message.waiting.position });
  }

  /** @param {Record<string, any>} welcome */
  welcomed(welcome) {
    this.store.welcome(welcome);
    if (welcome.you.as === "waiting") this.store.update({ waiting: this.store.state.waiting ?? 0 });
    const scope = `${welcome.meeting ?? this.meeting}.${welcome.you.person ?? this.as}`;
    if (this.outbox?.prefix !== `outbox.${scope}.`) {
      this.outbox = new Outbox(scope, (out) => this.connection.send(out),
        (pending) => this.store.update({ pending: [...pending] }));
      this.store.update({ pending: [...this.outbox.pending] });
    }
    if (welcome.you.as !== "waiting") this.outbox?.resend();
  }
}
