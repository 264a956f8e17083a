// The choice between WebSocket and line: when, for how long, and back again.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import "./with-limits.js";
import { Session } from "../../Web/shared/line/session.js";
import { resetClock } from "../../Web/shared/line/time.js";
import { WayFinder } from "../../Web/shared/line/way.js";

const settle = async () => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };
const storage = () => {
  const map = new Map();
  return { get length() { return map.size; }, key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null, setItem: (key, value) => map.set(key, value),
    removeItem: (key) => map.delete(key) };
};

let sockets = [];
let requests = [];
let wakes = [];
let session;

class FakeSocket {
  static OPEN = 1;
  constructor() {
    Object.assign(this, { readyState: 0, sent: [] });
    sockets.push(this);
  }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  open() { this.readyState = 1; this.onopen(); }
  say(message) { this.onmessage({ data: JSON.stringify(message) }); }
  lose(code) { this.readyState = 3; this.onclose({ code, reason: "" }); }
}

const room = () => ({ sequence: 5, at: 1, details: { phase: "open", options: {} }, people: {}, messages: [], queue: [],
  agenda: [] });
const welcome = (more = {}) => ({ welcome: { protocol: 1, meeting: "m1", epoch: "e1", sequence: 5, now: 1000,
  resumed: false, you: { person: "p1", as: "participant", answers: {} }, room: room(), ...more } });
const hand = (sequence) => ({ sequence, at: 2, event: { handRaised: { person: "p1", index: 0, source: "client" } } });

beforeEach(() => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  [sockets, requests, wakes] = [[], [], []];
  resetClock();
  globalThis.localStorage = storage();
  globalThis.sessionStorage = storage();
  globalThis.WebSocket = FakeSocket;
  globalThis.document = { visibilityState: "visible", addEventListener: () => {}, removeEventListener: () => {} };
  globalThis.addEventListener = (kind, run) => { if (kind === "online") wakes.push(run); };
  globalThis.removeEventListener = () => {};
  globalThis.fetch = (url, init) => new Promise((resolve, reject) => {
    const request = { what: url.split("/").pop(), body: JSON.parse(init.body) };
    request.answer = async (body) => {
      requests = requests.filter((one) => one !== request);
      resolve({ ok: true, status: 200, json: async () => body });
      await settle();
    };
    request.lose = async () => {
      requests = requests.filter((one) => one !== request);
      reject(new TypeError("network"));
      await settle();
    };
    init.signal?.addEventListener("abort", () => {
      requests = requests.filter((one) => one !== request);
      reject(new DOMException("aborted", "AbortError"));
    });
    requests.push(request);
  });
  session = new Session({ meeting: "m1", as: "teacher", url: "ws://server.example/socket" });
});

afterEach(() => {
  session.stop();
  mock.timers.reset();
});

const next = (what) => requests.find((request) => request.what === what);
const tick = async (milliseconds) => { mock.timers.tick(milliseconds); await settle(); };

/** Two sockets that are refused, then a line that works. */
async function onLine() {
  session.start();
  sockets[0].lose(1006);
  await tick(1_000);
  sockets[1].lose(1006);
  await tick(1_500);
  await next("open").answer({ line: "secret" });
  await next("take").answer({ frames: [welcome()], through: 1 });
  await next("send").answer({ through: 2 });
  await next("take").answer({ frames: [{ pong: { sent: Date.now(), now: 1000, sequence: 5 } }], through: 2 });
}

/** Time goes by, and the server answers its takes as it does when nothing happens. */
async function quiet(seconds) {
  for (let gone = 0; gone < seconds; gone += 20) {
    await tick(20_000);
    await next("take").answer({ frames: [], through: 2 });
  }
}

test("after two refused sockets it is a line, and the tab remembers it", async () => {
  await onLine();
  assert.equal(sockets.length, 2);
  assert.equal(session.store.state.connection, "online");
  assert.equal(new WayFinder().next(), "line");
});

test("a network that says nothing gets three seconds", async () => {
  session.start();
  await tick(3_000);
  await tick(500);
  assert.equal(sockets.length, 1);
  assert.ok(next("open"));
});

test("a network that lets the upgrade through and nothing behind it is blocked, too", async () => {
  session.start();
  sockets[0].open();
  await tick(8_000);
  await tick(500);
  assert.equal(sockets.length, 1);
  assert.ok(next("open"));
});

test("no network at all is not a blocked one", async () => {
  const ways = new WayFinder();
  ways.failed("socket");
  ways.failed("socket");
  assert.equal(ways.next(), "line");
  ways.failed("line");
  assert.equal(ways.next(), "socket");
  ways.failed("socket");
  assert.equal(ways.next(), "line");
  assert.equal(new WayFinder().next(), "socket");
});

test("it moves over to a WebSocket as soon as one is welcomed, without losing or doubling anything", async () => {
  await onLine();
  session.do({ raiseHand: {} });
  await settle();
  await quiet(60);
  assert.equal(sockets.length, 3);
  sockets[2].open();
  assert.deepEqual(sockets[2].sent, [{ hello: { protocol: 1, meeting: "m1", as: "teacher", epoch: "e1", sequence: 5 } }]);
  // The line goes on meanwhile: the same fact comes by both.
  await next("take").answer({ frames: [{ events: [hand(6)], through: 6 }], through: 3 });
  sockets[2].say(welcome({ resumed: true, room: undefined, events: [hand(6)], sequence: 6 }));
  await settle();
  assert.equal(session.store.state.room.queue.length, 1);
  assert.deepEqual(next("close").body, { line: "secret" });
  assert.equal(next("take"), undefined);
  const [again] = sockets[2].sent.filter((message) => message.command);
  assert.deepEqual(again.command.do, { raiseHand: {} });
  assert.equal(session.store.state.connection, "online");
  assert.equal(new WayFinder().next(), "socket");
});

test("a WebSocket that is refused again changes nothing, and the next try comes later", async () => {
  await onLine();
  await quiet(60);
  sockets[2].lose(1006);
  assert.equal(session.store.state.connection, "online");
  await quiet(100);
  assert.equal(sockets.length, 3);
  await quiet(20);
  assert.equal(sockets.length, 4);
});

test("after waking a socket must answer within a second, and one that slept long is not even asked", async () => {
  session.start();
  sockets[0].open();
  sockets[0].say(welcome());
  wakes.forEach((wake) => wake());
  await tick(1_000);
  assert.equal(sockets.length, 2);
  sockets[1].open();
  sockets[1].say(welcome());
  wakes.forEach((wake) => wake());
  sockets[1].say({ pong: { sent: Date.now(), now: 2_000, sequence: 5 } });
  await tick(1_000);
  assert.equal(sockets.length, 2);
  mock.timers.setTime(Date.now() + 100_000);
  const before = sockets.length;
  wakes.forEach((wake) => wake());
  assert.ok(sockets.length > before);
});
