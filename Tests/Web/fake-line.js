// Knows a server for the page's own connection in tests: sockets that are played by hand, and what a browser would say.

export class FakeSocket {
  static OPEN = 1;
  /** @type {FakeSocket[]} */
  static all = [];
  constructor(url, protocol) {
    Object.assign(this, { url, protocol, readyState: 0, sent: [] });
    FakeSocket.all.push(this);
  }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  open() { this.readyState = 1; this.onopen(); }
  say(message) { this.onmessage({ data: JSON.stringify(message) }); }
  lose(code, reason = "") { this.readyState = 3; this.onclose({ code, reason }); }
  of(kind) { return this.sent.filter((message) => kind in message).map((message) => message[kind]); }
}

/**
 * Puts a browser around a session: its events are fired by name.
 * @returns {{fire: (kind: string, event?: object) => void, document: {visibilityState: string}}}
 */
export function fakeBrowser() {
  const heard = new Map();
  const listen = (kind, run) => heard.set(kind, [...(heard.get(kind) ?? []), run]);
  const deafen = (kind, run) => heard.set(kind, (heard.get(kind) ?? []).filter((one) => one !== run));
  FakeSocket.all = [];
  const document = { visibilityState: "visible", addEventListener: listen, removeEventListener: deafen };
  Object.assign(globalThis, { WebSocket: FakeSocket, document, addEventListener: listen, removeEventListener: deafen });
  return { document, fire: (kind, event = {}) => { for (const run of [...(heard.get(kind) ?? [])]) run(event); } };
}
