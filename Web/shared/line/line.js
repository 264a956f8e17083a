// Knows a connection made of requests, for networks that let no WebSocket through. It has the face of a WebSocket:
// `readyState`, `send`, `close`, `onopen`, `onmessage`, `onclose`. Both directions are numbered, so a request whose
// answer was lost is made again and nothing comes twice.

const MOST_MESSAGES = 200;
const MOST_CHARACTERS = 16_000; // four bytes each at worst, and the server takes 65,536
const SEND_MILLISECONDS = 10_000;
// The server answers after 25 s at the latest.
const TAKE_MILLISECONDS = 35_000;
const RETRY_MILLISECONDS = [200, 500, 1_000, 2_000, 4_000];
const LOST = 1006;

/** What the server answered with, when it was no success. */
class Refused extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

export class Line {
  /** @param {string} base such as "/api/line" */
  constructor(base) {
    this.base = base;
    this.readyState = 0;
    /** @type {string|null} */
    this.secret = null;
    /** @type {string[]} */
    this.outgoing = [];
    this.sent = 0; // messages that the server has for certain
    this.received = 0;
    this.isSending = false;
    this.heard = Date.now();
    /** @type {AbortController|null} */
    this.taking = null;
    /** @type {Set<AbortController>} */
    this.underWay = new Set();
    /** @type {(() => void)|null} */
    this.onopen = null;
    /** @type {((event: {data: any}) => void)|null} */
    this.onmessage = null;
    /** @type {((event: {code: number, reason: string}) => void)|null} */
    this.onclose = null;
    // Whoever leaves the page is gone at once, as with a WebSocket.
    this.farewell = () => { this.close(); this.onclose?.({ code: LOST, reason: "" }); };
    globalThis.addEventListener?.("pagehide", this.farewell);
    // The first request carries the first messages, so there is something to open it with only when they are said.
    queueMicrotask(() => {
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.onopen?.();
    });
  }

  /** @param {string} text */
  send(text) {
    if (this.readyState !== 1) return;
    this.outgoing.push(text);
    if (!this.isSending) queueMicrotask(() => this.pump());
  }

  /** Ends without an event, like a WebSocket that is forgotten. */
  close() {
    if (this.readyState === 3) return;
    this.quit();
    if (!this.secret) return;
    const body = JSON.stringify({ line: this.secret });
    fetch(`${this.base}/close`, { ...INIT, body, keepalive: true }).catch(() => {});
  }

  /** What was under way when the device slept will not be answered: asks again at once. */
  refresh() { this.taking?.abort(); }

  quit() {
    this.readyState = 3;
    globalThis.removeEventListener?.("pagehide", this.farewell);
    for (const stop of this.underWay) stop.abort();
  }

  /** @param {number} code @param {string} [reason] */
  end(code, reason = "") {
    if (this.readyState === 3) return;
    this.quit();
    this.onclose?.({ code, reason });
  }

  /** Sends what waits, one request after the other. */
  async pump() {
    if (this.isSending) return;
    this.isSending = true;
    while (this.readyState === 1 && this.outgoing.length > 0) {
      const messages = this.batch();
      const isFirst = this.secret === null;
      const answer = await this.persist(isFirst ? "open" : "send", () => (isFirst
        ? { messages } : { line: this.secret, from: this.sent + 1, messages }));
      if (!answer) break;
      this.outgoing.splice(0, messages.length);
      this.sent += messages.length;
      if (isFirst) {
        this.secret = answer.line;
        this.take();
      }
    }
    this.isSending = false;
  }

  /** As many messages as one request may carry. */
  batch() {
    let characters = 0;
    let count = 0;
    for (const text of this.outgoing) {
      characters += text.length;
      if (count > 0 && (characters > MOST_CHARACTERS || count === MOST_MESSAGES)) break;
      count += 1;
    }
    return this.outgoing.slice(0, count);
  }

  /** Takes what the server says until the end. */
  async take() {
    while (this.readyState === 1) {
      const answer = await this.persist("take", () => ({ line: this.secret, after: this.received }));
      if (!answer || this.readyState !== 1) return;
      let number = answer.through - answer.frames.length;
      for (const frame of answer.frames) {
        number += 1;
        if (number <= this.received) continue;
        this.received = number;
        this.onmessage?.({ data: frame });
        if (this.readyState !== 1) return;
      }
      if (answer.closed) this.end(answer.closed.code, answer.closed.reason);
    }
  }

  /**
   * Asks until there is an answer; null when the line is over.
   * @param {string} what @param {() => object} body
   */
  async persist(what, body) {
    for (let tries = 0; this.readyState === 1;) {
      const stop = new AbortController();
      const isTake = what === "take";
      let isLate = false;
      const timer = setTimeout(() => { isLate = true; stop.abort(); }, isTake ? TAKE_MILLISECONDS : SEND_MILLISECONDS);
      if (isTake) this.taking = stop;
      this.underWay.add(stop);
      try {
        const init = { ...INIT, body: JSON.stringify(body()), signal: stop.signal };
        const answer = await fetch(`${this.base}/${what}`, init);
        if (!answer.ok) throw new Refused(answer.status);
        const said = await answer.json();
        this.heard = Date.now();
        return said;
      } catch (failure) {
        if (this.readyState !== 1) return null;
        if (stop.signal.aborted && !isLate) continue;
        // The server does not know this line (any more), or will not have it now: a new one is opened.
        const isRefused = failure instanceof Refused && ![408, 502, 504].includes(failure.status);
        if (isRefused || (isTake && isLate) || tries >= RETRY_MILLISECONDS.length) return this.over();
        await pause(RETRY_MILLISECONDS[tries]);
        tries += 1;
      } finally {
        clearTimeout(timer);
        this.underWay.delete(stop);
      }
    }
    return null;
  }

  over() {
    this.end(LOST);
    return null;
  }
}

/** @type {RequestInit} */
const INIT = {
  method: "POST", headers: { "Content-Type": "application/json" }, credentials: "same-origin", cache: "no-store",
};

/** @param {number} milliseconds */
function pause(milliseconds) { return new Promise((resolve) => { setTimeout(resolve, milliseconds); }); }
