// One page and its connection against a server that is played by hand: hello, resume, resend, heartbeat, the end.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Session } from "../../Web/lib/session.js";
import { resetClock } from "../../Web/lib/time.js";

class FakeStorage {
  constructor() { this.map = new Map(); }
  get length() { return this.map.size; }
  key(index) { return [...this.map.keys()][index] ?? null; }
  getItem(key) { return this.map.get(key) ?? null; }
  setItem(key, value) { this.map.set(key, String(value)); }
  removeItem(key) { this.map.delete(key); }
}

let sockets = [];
let wakes = [];
class FakeSocket {
  static OPEN = 1;
  constructor(url, protocol) {
    Object.assign(this, { url, protocol, readyState: 0, sent: [] });
    sockets.push(this);
  }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  open() { this.readyState = 1; this.onopen(); }
  say(message) { this.onmessage({ data: JSON.stringify(message) }); }
  lose(code, reason = "") { this.readyState = 3; this.onclose({ code, reason }); }
  of(kind) { return this.sent.filter((message) => kind in message).map((message) => message[kind]); }
}

const details = { zone: "UTC", phase: "open", isLocked: false, options: { chat: true } };
const room = (sequence) => ({ sequence, at: 1, details, people: {}, messages: [], queue: [], agenda: [] });
const welcome = (more = {}) => ({ welcome: {
  protocol: 1, meeting: "m1", epoch: "e1", sequence: 5, now: 1000, resumed: false,
  you: { person: "p1", as: "participant", answers: {} }, room: room(5), ...more,
} });
const hand = (sequence) => ({ sequence, at: 2, event: { handRaised: { person: "p1", index: 0, source: "client" } } });
let session;

beforeEach(() => {
  sockets = [];
  wakes = [];
  resetClock();
  globalThis.localStorage = new FakeStorage();
  globalThis.WebSocket = FakeSocket;
  globalThis.document = { visibilityState: "visible", addEventListener: () => {}, removeEventListener: () => {} };
  globalThis.addEventListener = (kind, run) => wakes.push(run);
  globalThis.removeEventListener = () => {};
  session = new Session({ meeting: "m1", as: "teacher", url: "ws://server.example/socket" });
  session.start();
  sockets[0].open();
});

afterEach(() => { session.stop(); });

test("says hello on the right protocol, without a place the first time", () => {
  assert.equal(sockets[0].protocol, "staffroom.1");
  assert.deepEqual(sockets[0].of("hello"), [{ protocol: 1, meeting: "m1", as: "teacher" }]);
});

test("facts are taken in once and in order, and those for others count", () => {
  sockets[0].say(welcome());
  sockets[0].say({ events: [hand(6)], through: 8 });
  sockets[0].say({ events: [hand(6)], through: 8 });
  assert.equal(session.store.state.room.queue.length, 1);
  assert.equal(session.store.state.room.sequence, 8);
});

test("a room that is older than its welcome is caught up with, and none of it is news", () => {
  const heard = [];
  session.store.onEntry((entry) => heard.push(entry.sequence));
  sockets[0].say(welcome({ sequence: 9, events: [hand(6)] }));
  assert.deepEqual([session.store.state.room.queue.length, session.store.state.room.sequence], [1, 9]);
  sockets[0].say({ events: [{ ...hand(10), event: { handLowered: { person: "p1", source: "client" } } }], through: 10 });
  assert.deepEqual([session.store.state.room.queue.length, session.store.state.room.sequence], [0, 10]);
  assert.deepEqual(heard, [10]);
});

test("comes back at once when the network does, resumes, and sends again what has no answer", async () => {
  sockets[0].say(welcome());
  const answer = session.do({ raiseHand: {} });
  sockets[0].lose(1006);
  assert.equal(session.store.state.connection, "reconnecting");
  session.do({ lowerHand: {} });
  wakes.forEach((wake) => wake());
  assert.equal(sockets.length, 2);
  sockets[1].open();
  assert.deepEqual(sockets[1].of("hello"), [{ protocol: 1, meeting: "m1", as: "teacher", epoch: "e1", sequence: 5 }]);
  assert.deepEqual(sockets[1].of("command"), []);
  sockets[1].say(welcome({ resumed: true, room: undefined, events: [hand(6)], sequence: 6 }));
  assert.equal(session.store.state.room.queue.length, 1);
  const again = sockets[1].of("command");
  assert.deepEqual(again.map((command) => Object.keys(command.do)[0]), ["raiseHand", "lowerHand"]);
  assert.equal(again[0].id, sockets[0].of("command")[0].id);
  sockets[1].say({ ack: { id: again[0].id, sequence: 6 } });
  assert.deepEqual(await answer, { ack: true, sequence: 6 });
  assert.equal(session.store.state.pending.length, 1);
});

test("a pong that is ahead makes it say hello again on the same socket", () => {
  sockets[0].say(welcome());
  const [ping] = sockets[0].of("ping");
  sockets[0].say({ pong: { sent: ping.sent, now: 2000, sequence: 5 } });
  assert.equal(sockets[0].of("hello").length, 1);
  sockets[0].say({ pong: { sent: ping.sent, now: 2000, sequence: 7 } });
  assert.deepEqual(sockets[0].of("hello")[1].sequence, 5);
});

test("put out is the end: the reason stays and nothing comes back", () => {
  sockets[0].say(welcome());
  sockets[0].say({ bye: { reason: "removed" } });
  sockets[0].lose(4403);
  assert.deepEqual([session.store.state.connection, session.store.state.reason], ["closed", "removed"]);
  wakes.forEach((wake) => wake());
  assert.equal(sockets.length, 1);
});

test("the lobby: a place, then the room when let in", () => {
  sockets[0].say(welcome({ you: { person: "p1", as: "waiting" } }));
  sockets[0].say({ waiting: { position: 2 } });
  assert.equal(session.store.state.waiting, 2);
  sockets[0].say(welcome());
  assert.equal(session.store.state.waiting, null);
});

test("what only I may see is added to what I know", () => {
  sockets[0].say(welcome());
  sockets[0].say({ own: { answers: { u1: "got_it" }, tier: "count_only" } });
  const { you } = session.store.state;
  assert.deepEqual([you.answers, you.tier, you.as], [{ u1: "got_it" }, "count_only", "participant"]);
});

test("nobody's commands go out under another's name", () => {
  sockets[0].say(welcome());
  session.do({ raiseHand: {} });
  sockets[0].say(welcome({ you: { person: "p2", as: "participant" } }));
  assert.equal(session.store.state.pending.length, 0);
  assert.equal(sockets[0].of("command").length, 1);
});

const restored = () => session.store.state.isRestored;
const other = { epoch: "e2", sequence: 3, room: room(3) };

test("another epoch replaces the room and tells that a backup was restored", () => {
  sockets[0].say(welcome());
  sockets[0].say({ events: [hand(6)], through: 6 });
  assert.equal(restored(), false);
  sockets[0].lose(1006);
  wakes.forEach((wake) => wake());
  sockets[1].open();
  assert.equal(sockets[1].of("hello")[0].epoch, "e1");
  sockets[1].say(welcome(other));
  const { epoch, room: now } = session.store.state;
  assert.deepEqual([epoch, now.sequence, now.queue.length, restored()], ["e2", 3, 0, true]);
  // A catching up in the new epoch is no second restore, and no reason to take the line away.
  session.store.update({ isRestored: false });
  sockets[1].say(welcome({ ...other, resumed: true, room: undefined, events: [hand(4)], sequence: 4 }));
  assert.deepEqual([session.store.state.room.sequence, restored()], [4, false]);
});

test("a page that was loaded anew knows the epoch from before, a wall keeps out of it", () => {
  sockets[0].say(welcome());
  for (const [as, told] of [["wall", false], ["teacher", true], ["teacher", false]]) {
    session.stop();
    session = new Session({ meeting: "m1", as, url: "ws://server.example/socket" });
    session.start();
    sockets.at(-1).open();
    assert.equal("epoch" in sockets.at(-1).of("hello")[0], false);
    sockets.at(-1).say(welcome(other));
    assert.equal(restored(), told, as);
  }
});

test("after an expired login another session brings the answer, and only to the same person", async () => {
  sockets[0].say(welcome());
  const wish = session.do({ raiseHand: {} });
  sockets[0].lose(4401);
  assert.equal(session.store.state.connection, "closed");
  const next = new Session({ meeting: "m1", as: "coordinator", url: "ws://server.example/socket" });
  next.follow(session);
  next.start();
  sockets[1].open();
  sockets[1].say(welcome());
  const [sent] = sockets[1].of("command");
  assert.equal(next.store.state.pending.length, 1);
  sockets[1].say({ ack: { id: sent.id, sequence: 9 } });
  assert.deepEqual(await wish, { ack: true, sequence: 9 });

  const lost = next.do({ lowerHand: {} });
  sockets[1].lose(4401);
  const stranger = new Session({ meeting: "m1", as: "coordinator", url: "ws://server.example/socket" });
  stranger.follow(next);
  stranger.start();
  sockets[2].open();
  sockets[2].say(welcome({ you: { person: "p2", as: "lead", answers: {} } }));
  assert.equal((await lost).ack, false);
  assert.deepEqual(sockets[2].of("command"), []);
  stranger.stop();
});

test("an announcement is answered with what this page has, also after coming back", () => {
  const made = { sequence: 6, at: 2, event: { announcementMade: {
    announcement: "n6", round: "r2", person: "p9", text: "Tea!", words: 1 } } };
  sockets[0].say(welcome());
  sockets[0].say({ events: [hand(6)], through: 6 });
  assert.deepEqual(sockets[0].of("ping").filter((ping) => "sequence" in ping), []);
  sockets[0].say({ events: [{ ...made, sequence: 7 }], through: 8 });
  assert.deepEqual(sockets[0].of("ping").map((ping) => ping.sequence).filter(Boolean), [8]);
  sockets[0].say(welcome({ sequence: 9, room: { ...room(9), announcements: [{ id: "n6", round: "r2" }] } }));
  assert.deepEqual(sockets[0].of("ping").map((ping) => ping.sequence).filter(Boolean), [8, 9]);
});

test("a harvest fills the groups of its round, and what was delivered is known", () => {
  const group = (id) => ({ id, members: [], roles: {}, texts: {}, cards: [], isDone: false, visitors: [] });
  const rounds = [{ id: "r2", formedAt: 1, endedAt: 4, groups: [group("g2-1"), group("g2-2")] }];
  sockets[0].say(welcome({ room: { ...room(5), rounds } }));
  const card = { id: "k3", author: "p1", text: "Hi", at: 3, isReport: true, stars: [] };
  sockets[0].say({ harvest: { round: "r2", groups: [{ group: "g2-2", cards: [card] }] } });
  assert.deepEqual(session.store.state.room.rounds[0].groups.map((one) => one.cards), [[], [card]]);
  sockets[0].say({ harvest: { round: "r9", groups: [{ group: "g2-2", cards: [] }] } });
  assert.equal(session.store.state.room.rounds[0].groups[1].cards.length, 1);
  sockets[0].say({ delivered: { announcement: "n6", people: 3, of: 5 } });
  assert.deepEqual(session.store.state.delivered, { n6: { people: 3, of: 5 } });
});
