// Knows how to stay connected: hello and resume, back-off, heartbeat, a dead socket found by silence. It knows nothing
// of rooms; messages go to `onMessage`, what becomes of the connection to `onState`.
import { addSample } from "./time.js";
import { closeReason, retryHint } from "./closing.js";

export const SUBPROTOCOL = "staffroom.1";
const PING_MILLISECONDS = 20_000;
const QUICK_PINGS = 4;
const QUICK_PING_MILLISECONDS = 400;
const SILENCE_MILLISECONDS = 10_000;
const OPENING_MILLISECONDS = 12_000;
const FIRST_DELAY_MILLISECONDS = 500;
const LONGEST_DELAY_MILLISECONDS = 15_000;
const TOO_FAST_DELAY_MILLISECONDS = 10_000;

/** @typedef {"connecting"|"online"|"reconnecting"|"closed"} LinkState */

/** One connection that comes back until it is closed for good. */
export class Connection {
  /**
   * @param {object} options
   * @param {() => object} options.hello what to say first, made anew for each socket
   * @param {() => number} options.sequence the last sequence we have
   * @param {(message: Record<string, any>) => void} options.onMessage
   * @param {(state: LinkState, reason?: string) => void} options.onState
   * @param {string} [options.url]
   */
  constructor(options) {
    this.options = options;
    this.url = options.url ?? `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/socket`;
    /** @type {WebSocket|null} */
    this.socket = null;
    this.attempts = 0;
    this.isWelcome = false;
    this.isOver = false;
    this.helloSent = 0;
    /** @type {string|null} */
    this.bye = null;
    /** @type {Record<string, ReturnType<typeof setTimeout>|undefined>} */
    this.timers = {};
    this.wake = () => { if (document.visibilityState !== "hidden") this.hurry(); };
  }

  /** Connects and goes on doing so. */
  start() {
    document.addEventListener("visibilitychange", this.wake);
    addEventListener("online", this.wake);
    addEventListener("pageshow", this.wake);
    this.open("connecting");
  }

  /**
   * Ends for good.
   * @param {string} [reason]
   */
  stop(reason = "done") {
    if (this.isOver) return;
    this.isOver = true;
    document.removeEventListener("visibilitychange", this.wake);
    removeEventListener("online", this.wake);
    removeEventListener("pageshow", this.wake);
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
    const socket = new WebSocket(this.url, SUBPROTOCOL);
    this.socket = socket;
    this.timers.opening = setTimeout(() => this.fail(socket), OPENING_MILLISECONDS);
    socket.onopen = () => this.sayHello();
    socket.onmessage = (event) => { if (socket === this.socket) this.receive(String(event.data)); };
    socket.onclose = (event) => { if (socket === this.socket) this.closed(event.code, event.reason); };
  }

  /** Forgets the socket without waiting for it. */
  drop() {
    for (const name of Object.keys(this.timers)) clearTimeout(this.timers[name]);
    this.timers = {};
    this.isWelcome = false;
    const socket = this.socket;
    this.socket = null;
    if (socket && socket.readyState <= WebSocket.OPEN) socket.close(1000);
  }

  /**
   * A socket that does not answer.
   * @param {WebSocket} socket
   */
  fail(socket) {
    if (socket !== this.socket) return;
    this.drop();
    this.retry(0);
  }

  /** @param {string} text */
  receive(text) {
    const message = JSON.parse(text);
    if (message.pong) this.pong(message.pong);
    else if (message.bye) this.bye = message.bye.reason;
    else {
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
    this.options.onState("online");
    this.ping(QUICK_PINGS);
  }

  /** @param {number} quick how many more pings come soon, for the clock */
  ping(quick) {
    clearTimeout(this.timers.ping);
    const socket = this.socket;
    if (!socket || !this.send({ ping: { sent: Date.now() } })) return;
    this.timers.silence ??= setTimeout(() => this.fail(socket), SILENCE_MILLISECONDS);
    const wait = quick > 1 ? QUICK_PING_MILLISECONDS : PING_MILLISECONDS;
    this.timers.ping = setTimeout(() => this.ping(Math.max(0, quick - 1)), wait);
  }

  /** @param {{sent: number, now: number, sequence?: number}} pong */
  pong(pong) {
    clearTimeout(this.timers.silence);
    this.timers.silence = undefined;
    addSample(pong.sent, pong.now, Date.now());
    if ((pong.sequence ?? 0) > this.options.sequence()) this.sayHello();
  }

  /** @param {number} code @param {string} text */
  closed(code, text) {
    const final = closeReason(code, this.bye);
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

  /** The network or the person is back: no more waiting, and a socket that only looks alive is found out. */
  hurry() {
    if (this.isOver) return;
    if (this.isWelcome) this.ping(QUICK_PINGS);
    else if (!this.socket) this.open("reconnecting");
  }
}
