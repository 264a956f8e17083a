// Knows how to stay connected: hello and resume, back-off, heartbeat, a dead socket found by silence, and the way: by
// WebSocket if it can, by a line if it must. It knows nothing of rooms; messages go to `onMessage`, what becomes of the
// connection to `onState`.
import { addSample } from "./time.js";
import { closeReason, retryHint } from "./closing.js";
import { Line } from "./line.js";
import { isInFront, listenToNetwork } from "./network.js";
import {
  FIRST_DELAY_MILLISECONDS, GONE_MILLISECONDS, HIDDEN_PING_MILLISECONDS, LINE_PING_MILLISECONDS,
  LINE_WAKE_MILLISECONDS, LONGEST_DELAY_MILLISECONDS, OPENING_MILLISECONDS, PING_MILLISECONDS, QUICK_PINGS,
  QUICK_PING_MILLISECONDS, SILENCE_MILLISECONDS, SLEPT_MILLISECONDS, TOO_FAST_DELAY_MILLISECONDS,
  UPGRADE_OPENING_MILLISECONDS, WAKE_MILLISECONDS, WAKE_UPGRADE_MILLISECONDS, WELCOME_MILLISECONDS,
} from "./patience.js";
import { SOCKET_OPENING_MILLISECONDS, WayFinder } from "./way.js";

export const SUBPROTOCOL = "staffroom.1";
/** @typedef {"connecting"|"online"|"reconnecting"|"closed"} LinkState */
/** @typedef {import("./way.js").Way} Way */

/** One connection that comes back until it is closed for good. */
export class Connection {
  /**
   * @param {object} options
   * @param {() => object} options.hello what to say first, made anew for each socket
   * @param {() => number} options.sequence the last sequence we have
   * @param {(message: Record<string, any>) => void} options.onMessage
   * @param {(state: LinkState, reason?: string) => void} options.onState
   * @param {(way: Way) => void} [options.onWay] on which way it was welcomed
   * @param {string} [options.url]
   * @param {string} [options.lineURL]
   */
  constructor(options) {
    this.options = options;
    this.url = options.url ?? `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`;
    this.lineURL = options.lineURL ?? "/api/line";
    this.ways = new WayFinder();
    /** @type {Way} */
    this.way = "socket";
    /** @type {WebSocket|Line|null} */
    this.socket = null;
    /** @type {WebSocket|null} a WebSocket that is tried while a line does the work */
    this.candidate = null;
    this.attempts = 0;
    this.isWelcome = false;
    this.isOver = false;
    this.openedAt = 0;
    this.heard = 0;
    this.helloSent = 0;
    /** @type {string|null} */
    this.bye = null;
    /** @type {Record<string, ReturnType<typeof setTimeout>|undefined>} */
    this.timers = {};
    /** @type {(() => void)|null} */
    this.deafen = null;
  }

  /** Connects and goes on doing so. */
  start() {
    this.deafen = listenToNetwork(() => this.hurry(), () => this.doubt());
    this.open("connecting");
  }

  /**
   * Ends for good.
   * @param {string} [reason]
   */
  stop(reason = "done") {
    if (this.isOver) return;
    this.isOver = true;
    this.deafen?.();
    this.drop();
    this.options.onState("closed", reason);
  }

  /**
   * Sends if there is a welcome; says whether it did.
   * @param {object} message @returns {boolean}
   */
  send(message) {
    if (!this.isWelcome || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Says hello again on the same socket, to catch up. */
  sayHello() {
    if (this.socket?.readyState !== WebSocket.OPEN) return;
    this.helloSent = Date.now();
    this.socket.send(JSON.stringify({ hello: this.options.hello() }));
  }

  /** @param {LinkState} state */
  open(state) {
    if (this.isOver) return;
    this.drop();
    this.bye = null;
    this.options.onState(state);
    this.openedAt = Date.now();
    this.way = this.ways.next();
    const isLine = this.way === "line";
    const socket = isLine ? new Line(this.lineURL) : new WebSocket(this.url, SUBPROTOCOL);
    this.timers.opening = setTimeout(() => this.fail(socket, true),
      isLine ? OPENING_MILLISECONDS : SOCKET_OPENING_MILLISECONDS);
    this.use(socket);
    socket.onopen = () => {
      clearTimeout(this.timers.opening);
      // There are networks that let the upgrade through and nothing behind it.
      this.timers.opening = setTimeout(() => this.fail(socket, true),
        isLine ? OPENING_MILLISECONDS : WELCOME_MILLISECONDS);
      this.sayHello();
    };
  }

  /**
   * From now on this is the one.
   * @param {WebSocket|Line} socket
   */
  use(socket) {
    this.socket = socket;
    socket.onmessage = (/** @type {{data: any}} */ event) => {
      if (socket === this.socket) this.receive(read(event.data));
    };
    socket.onclose = (/** @type {{code: number, reason: string}} */ event) => {
      if (socket === this.socket) this.closed(event.code, event.reason);
    };
  }

  /** Forgets the socket without waiting for it. */
  drop() {
    for (const name of Object.keys(this.timers)) clearTimeout(this.timers[name]);
    this.timers = {};
    this.isWelcome = false;
    const sockets = [this.socket, this.candidate];
    this.socket = null;
    this.candidate = null;
    for (const socket of sockets) if (socket && socket.readyState <= WebSocket.OPEN) socket.close(1000);
  }

  /**
   * A socket that does not answer.
   * @param {WebSocket|Line} socket @param {boolean} [isSilent] nothing at all was heard of it
   */
  fail(socket, isSilent = false) {
    if (socket !== this.socket) return;
    if (!this.isWelcome) this.ways.failed(this.way, isSilent);
    this.drop();
    this.retry(0);
  }

  /** @param {Record<string, any>} message */
  receive(message) {
    this.heard = Date.now();
    // Whatever is heard is a sign of life: an answer may stand behind much else on a slow line.
    for (const name of ["wake", "silence"]) {
      clearTimeout(this.timers[name]);
      this.timers[name] = undefined;
    }
    if (message.pong) this.pong(message.pong);
    else if (message.bye) {
      this.bye = message.bye.reason;
      this.options.onMessage(message);
    } else {
      if (message.welcome || message.waiting) this.welcomed(message.welcome?.now);
      this.options.onMessage(message);
    }
  }

  /** @param {number|undefined} serverNow */
  welcomed(serverNow) {
    if (serverNow !== undefined) addSample(this.helloSent, serverNow, Date.now());
    if (this.isWelcome) return;
    clearTimeout(this.timers.opening);
    this.isWelcome = true;
    this.attempts = 0;
    this.ways.worked(this.way);
    this.options.onState("online");
    this.options.onWay?.(this.way);
    if (this.way === "line") this.upgradeIn(this.ways.pause());
    this.ping(this.way === "line" ? 1 : QUICK_PINGS);
  }

  /** @param {number} quick how many more pings come soon, for the clock */
  ping(quick) {
    clearTimeout(this.timers.ping);
    const socket = this.socket;
    if (!socket || !this.send({ ping: { sent: Date.now() } })) return;
    this.timers.silence ??= setTimeout(() => this.fail(socket), SILENCE_MILLISECONDS);
    const usual = this.way === "line" ? LINE_PING_MILLISECONDS
      : isInFront() ? PING_MILLISECONDS : HIDDEN_PING_MILLISECONDS;
    this.timers.ping = setTimeout(() => this.ping(Math.max(0, quick - 1)), quick > 1 ? QUICK_PING_MILLISECONDS : usual);
  }

  /** @param {{sent: number, now: number, sequence?: number}} pong */
  pong(pong) {
    addSample(pong.sent, pong.now, Date.now());
    if ((pong.sequence ?? 0) > this.options.sequence()) this.sayHello();
  }

  /** @param {number} code @param {string} text */
  closed(code, text) {
    const final = closeReason(code, this.bye);
    // 1006 is nobody's word: neither the server nor the network lets anything through.
    if (!this.isWelcome && code === 1006) this.ways.failed(this.way);
    this.drop();
    if (final) this.stop(final);
    else this.retry(code === 4029 ? TOO_FAST_DELAY_MILLISECONDS : retryHint(text));
  }

  /** @param {number} least milliseconds */
  retry(least) {
    if (this.isOver) return;
    this.options.onState("reconnecting");
    const bound = Math.min(LONGEST_DELAY_MILLISECONDS, FIRST_DELAY_MILLISECONDS * 2 ** this.attempts);
    this.attempts += 1;
    // Chance spreads a whole room that lost its access point at once.
    const delay = least + bound * (0.5 + Math.random() / 2);
    this.timers.retry = setTimeout(() => this.open("reconnecting"), delay);
  }

  /** The network has gone, says the browser: unless something is heard very soon, so has the connection. */
  doubt() {
    const socket = this.socket;
    if (!socket || !this.isWelcome) return;
    this.timers.wake ??= setTimeout(() => this.fail(socket), GONE_MILLISECONDS);
    this.ping(1);
  }

  /** The network or the person is back: no more waiting, and a socket that only looks alive is found out. */
  hurry() {
    if (this.isOver) return;
    this.attempts = 0;
    this.ways.moved();
    const socket = this.socket;
    const isLine = socket instanceof Line;
    const silence = Date.now() - Math.max(this.heard, isLine ? socket.heard : 0);
    if (!socket || (this.isWelcome ? silence > SLEPT_MILLISECONDS : Date.now() - this.openedAt > WAKE_MILLISECONDS)) {
      this.open("reconnecting");
    } else if (this.isWelcome) {
      if (isLine) {
        socket.refresh();
        this.upgradeIn(WAKE_UPGRADE_MILLISECONDS);
      }
      this.timers.wake ??= setTimeout(() => { if (socket === this.socket) this.open("reconnecting"); },
        isLine ? LINE_WAKE_MILLISECONDS : WAKE_MILLISECONDS);
      this.ping(isLine ? 1 : QUICK_PINGS);
    }
  }

  /** @param {number} milliseconds */
  upgradeIn(milliseconds) {
    clearTimeout(this.timers.upgrade);
    this.timers.upgrade = setTimeout(() => this.upgrade(), milliseconds);
  }

  /** Tries a WebSocket while the line does the work, and moves over when it is welcomed there. */
  upgrade() {
    if (this.way !== "line" || !this.isWelcome || this.candidate) return;
    const socket = new WebSocket(this.url, SUBPROTOCOL);
    this.candidate = socket;
    let sent = 0;
    const giveUp = () => {
      if (socket !== this.candidate) return;
      this.candidate = null;
      clearTimeout(this.timers.candidate);
      if (socket.readyState <= WebSocket.OPEN) socket.close(1000);
      this.upgradeIn(this.ways.pause());
    };
    this.timers.candidate = setTimeout(giveUp, UPGRADE_OPENING_MILLISECONDS);
    socket.onopen = () => {
      sent = Date.now();
      socket.send(JSON.stringify({ hello: this.options.hello() }));
    };
    socket.onclose = giveUp;
    socket.onmessage = (event) => {
      const message = read(event.data);
      if (socket !== this.candidate || !message.welcome) return;
      // What the line has said meanwhile is a repeat here, and what it was asked is asked again with the same ids.
      this.candidate = null;
      this.drop();
      this.way = "socket";
      this.helloSent = sent;
      this.use(socket);
      this.receive(message);
    };
  }
}

/**
 * A WebSocket says text, a line what it has read already.
 * @param {any} data @returns {Record<string, any>}
 */
function read(data) { return typeof data === "string" ? JSON.parse(data) : data; }
