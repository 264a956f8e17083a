// Knows how one page takes part in one meeting: connection, outbox and store wired together.
import { Connection } from "./connection.js";
import { Outbox } from "./outbox.js";
import { recall, remember } from "../page/stored.js";
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
    /**
     * Told of a command of an earlier life of this page that was refused.
     * @type {((command: Command) => void)|null}
     */
    this.onRefused = null;
    this.connection = new Connection({
      url: options.url,
      hello: () => this.hello(),
      sequence: () => this.sequence(),
      onMessage: (message) => this.receive(message),
      onWay: (way) => this.store.update({ way }),
      onState: (connection, reason) => {
        if (connection === "online") this.outbox?.begin();
        this.store.update({ connection, reason: reason ?? null });
      },
    });
  }

  /**
   * Goes on where another session of this page had to stop, as after an expired login: what waits there for an answer
   * gets it here if the same person comes in.
   * @param {Session} before
   */
  follow(before) {
    this.outbox = before.outbox;
    this.outbox?.move(...this.ways());
    before.outbox = null;
  }

  /** @returns {[(message: object) => boolean, (pending: import("../model/types.js").Pending[]) => void]} */
  ways() {
    return [(out) => this.connection.send(out), (pending) => this.store.update({ pending: [...pending] })];
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
   * @param {Command} command
   * @param {string|null} [subject] for whom it is tapped in, if not for oneself
   * @returns {Promise<Answer>}
   */
  do(command, subject) {
    if (!this.outbox) return Promise.resolve({ ack: false, code: 16, rejection: { notPresent: {} } });
    return this.outbox.add(command, subject);
  }

  /** Nobody in the lobby is behind: there is nothing for them to catch up with. */
  sequence() {
    const { room, you } = this.store.state;
    return room && you?.as !== "waiting" ? room.sequence : Infinity;
  }

  hello() {
    const { epoch, room, you, hash } = this.store.state;
    const mark = hash ? { hash } : {};
    const place = epoch && room && you?.as !== "waiting" ? { epoch, sequence: room.sequence, ...mark } : {};
    const key = this.key ? { key: this.key } : {};
    // A wall has its meeting in its key; a program that names one says so.
    return { protocol: 1, meeting: this.meeting, as: this.as, ...key, ...place };
  }

  /** @param {Record<string, any>} message */
  receive(message) {
    if (message.welcome) this.welcomed(message.welcome);
    else if (message.events) this.heard(message.events, message.through, message.hash);
    else if (message.ack) this.acked(message.ack);
    else if (message.nack) this.nacked(message.nack);
    else if (message.bye?.reason === "storageFailed") this.store.update({ isStorageFailing: true });
    else if (message.own) this.store.own({ claims: undefined, claimedBy: undefined, ...message.own });
    else if (message.harvest) this.store.harvest(message.harvest);
    else if (message.answered) this.store.count({ [message.answered.prompt]: message.answered.count });
    else if (message.delivered) this.store.deliver(message.delivered);
    else if (message.early) this.store.update({ early: message.early.people });
    else if (message.panel) this.store.update({ panel: message.panel });
    else if (message.waiting) this.store.update({ waiting: message.waiting.position });
  }

  /** @param {{id: string, sequence: number}} ack */
  acked(ack) {
    if (this.store.state.isStorageFailing) this.store.update({ isStorageFailing: false });
    const said = this.outbox?.pending.find(({ id }) => id === ack.id);
    if (said?.do.answerPulse) this.store.answered(said.for ?? null, said.do.answerPulse);
    this.outbox?.acked(ack);
  }

  /** @param {{id: string, code: number, rejection: Record<string, any>}} nack */
  nacked(nack) {
    if (nack.rejection.storageFailed) this.store.update({ isStorageFailing: true });
    this.outbox?.nacked(nack);
  }

  /**
   * @param {import("../model/types.js").Entry[]} events @param {number} through
   * @param {string} [hash] the mark of the entry `through`
   */
  heard(events, through, hash) {
    this.store.take(events, through, hash);
    if (events.some(({ event }) => "announcementMade" in event)) this.confirm();
  }

  /** Whoever makes an announcement is told at how many pages it has arrived. */
  confirm() {
    const { room } = this.store.state;
    if (room) this.connection.send({ ping: { sent: Date.now(), sequence: room.sequence } });
  }

  /**
   * Another epoch than last time means that a backup was restored; also when the page was loaded anew in between. A
   * wall tells nobody, and may stand on the device of somebody who is to be told.
   * @param {Record<string, any>} welcome
   */
  compareEpoch({ meeting, epoch }) {
    if (this.as === "wall") return;
    const key = `epoch.${meeting ?? this.meeting}`;
    const known = this.store.state.epoch ?? recall(key);
    if (known && known !== epoch) this.store.update({ isRestored: true });
    remember(key, epoch);
  }

  /**
   * The server's machine lost the end of its log, and this device had some of it.
   * @param {Record<string, any>} welcome
   */
  noteLoss({ rolledBack }) {
    if (rolledBack && this.as !== "wall") this.store.update({ isRolledBack: true });
  }

  /** @param {Record<string, any>} welcome */
  welcomed(welcome) {
    this.compareEpoch(welcome);
    this.noteLoss(welcome);
    this.store.welcome(welcome);
    if (welcome.you.as === "waiting") this.store.update({ waiting: this.store.state.waiting ?? 0 });
    const scope = `${welcome.meeting ?? this.meeting}.${welcome.you.person ?? this.as}`;
    if (this.outbox?.prefix !== `outbox.${scope}.`) {
      this.outbox?.abandon();
      this.outbox = new Outbox(scope, ...this.ways());
      this.outbox.onRefused = (command) => this.onRefused?.(command);
    }
    this.store.update({ pending: [...this.outbox.pending], isStorageFailing: false });
    if (welcome.you.as !== "waiting") this.outbox?.resend();
    if (this.store.state.room?.announcements?.length) this.confirm();
  }
}
