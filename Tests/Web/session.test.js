// One page and its connection against a server that is played by hand: hello, resume, resend, heartbeat, the end.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { FakeSocket } from "./fake-line.js";
import { FakeStorage } from "./fake-storage.js";
import "./with-limits.js";
import { Session } from "../../Web/shared/line/session.js";
import { resetClock } from "../../Web/shared/line/time.js";

let wakes = [];

const details = { zone: "UTC", phase: "open", isLocked: false, options: { chat: true } };
const room = (sequence) => ({ sequence, at: 1, details, people: {}, messages: [], queue: [], agenda: [] });
const welcome = (more = {}) => ({ welcome: {
  protocol: 1, meeting: "m1", epoch: "e1", sequence: 5, now: 1000, resumed: false,
  you: { person: "p1", as: "participant", answers: {} }, room: room(5), ...more,
} });
const hand = (sequence) => ({ sequence, at: 2, event: { handRaised: { person: "p1", index: 0, source: "client" } } });
let session;

beforeEach(() => {
  FakeSocket.all = [];
  wakes = [];
  resetClock();
  globalThis.localStorage = new FakeStorage();
  globalThis.WebSocket = FakeSocket;
  globalThis.document = { visibilityState: "visible", addEventListener: () => {}, removeEventListener: () => {} };
  globalThis.addEventListener = (kind, run) => { if (kind !== "storage") wakes.push(run); };
  globalThis.removeEventListener = () => {};
  session = new Session({ meeting: "m1", as: "teacher", url: "ws://server.example/socket" });
  session.start();
  FakeSocket.all[0].open();
});

afterEach(() => { session.stop(); });

test("says hello on the right protocol, without a place the first time", () => {
  assert.equal(FakeSocket.all[0].protocol, "staffroom.1");
  assert.deepEqual(FakeSocket.all[0].of("hello"), [{ protocol: 1, meeting: "m1", as: "teacher" }]);
});

test("facts are taken in once and in order, and those for others count", () => {
  FakeSocket.all[0].say(welcome());
  FakeSocket.all[0].say({ events: [hand(6)], through: 8 });
  FakeSocket.all[0].say({ events: [hand(6)], through: 8 });
  assert.equal(session.store.state.room.queue.length, 1);
  assert.equal(session.store.state.room.sequence, 8);
});

test("a room that is older than its welcome is caught up with, and none of it is news", () => {
  const heard = [];
  session.store.onEntry((entry) => heard.push(entry.sequence));
  FakeSocket.all[0].say(welcome({ sequence: 9, events: [hand(6)] }));
  assert.deepEqual([session.store.state.room.queue.length, session.store.state.room.sequence], [1, 9]);
  FakeSocket.all[0].say({ events: [{ ...hand(10), event: { handLowered: { person: "p1", source: "client" } } }], through: 10 });
  assert.deepEqual([session.store.state.room.queue.length, session.store.state.room.sequence], [0, 10]);
  assert.deepEqual(heard, [10]);
});

test("comes back at once when the network does, resumes, and sends again what has no answer", async () => {
  FakeSocket.all[0].say(welcome());
  const answer = session.do({ raiseHand: {} });
  FakeSocket.all[0].lose(1006);
  assert.equal(session.store.state.connection, "reconnecting");
  session.do({ lowerHand: {} });
  wakes.forEach((wake) => wake());
  assert.equal(FakeSocket.all.length, 2);
  FakeSocket.all[1].open();
  assert.deepEqual(FakeSocket.all[1].of("hello"), [{ protocol: 1, meeting: "m1", as: "teacher", epoch: "e1", sequence: 5 }]);
  assert.deepEqual(FakeSocket.all[1].of("command"), []);
  FakeSocket.all[1].say(welcome({ resumed: true, room: undefined, events: [hand(6)], sequence: 6 }));
  assert.equal(session.store.state.room.queue.length, 1);
  const again = FakeSocket.all[1].of("command");
  assert.deepEqual(again.map((command) => Object.keys(command.do)[0]), ["raiseHand", "lowerHand"]);
  assert.equal(again[0].id, FakeSocket.all[0].of("command")[0].id);
  FakeSocket.all[1].say({ ack: { id: again[0].id, sequence: 6 } });
  assert.deepEqual(await answer, { ack: true, id: again[0].id, sequence: 6 });
  assert.equal(session.store.state.pending.length, 1);
});

test("an answer is there from the tap on, also between its acknowledgement and the server's own word", () => {
  FakeSocket.all[0].say(welcome());
  session.do({ answerPulse: { pulse: "q1", answer: "nearly" } });
  session.do({ answerPulse: { pulse: "q1", answer: "lost" } }, "p2");
  const [mine, theirs] = FakeSocket.all[0].of("command");
  FakeSocket.all[0].say({ ack: { id: mine.id, sequence: 6 } });
  assert.deepEqual(session.store.state.you.answers, { q1: "nearly" });
  FakeSocket.all[0].say({ ack: { id: theirs.id, sequence: 7 } });
  assert.deepEqual(session.store.state.you.seated, { p2: { q1: "lost" } });
  assert.deepEqual(session.store.state.pending, []);
  session.do({ answerPulse: { pulse: "q1", answer: "got_it" } });
  const [, , refused] = FakeSocket.all[0].of("command");
  FakeSocket.all[0].say({ nack: { id: refused.id, code: 30, rejection: { closed: {} } } });
  assert.deepEqual(session.store.state.you.answers, { q1: "nearly" });
});

test("a pong that is ahead makes it say hello again on the same socket", () => {
  FakeSocket.all[0].say(welcome());
  const [ping] = FakeSocket.all[0].of("ping");
  FakeSocket.all[0].say({ pong: { sent: ping.sent, now: 2000, sequence: 5 } });
  assert.equal(FakeSocket.all[0].of("hello").length, 1);
  FakeSocket.all[0].say({ pong: { sent: ping.sent, now: 2000, sequence: 7 } });
  assert.deepEqual(FakeSocket.all[0].of("hello")[1].sequence, 5);
});

test("a server that cannot save is said so, keeps what was sent here, and sends it again", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  FakeSocket.all[0].say(welcome());
  session.do({ raiseHand: {} });
  const [first] = FakeSocket.all[0].of("command");
  assert.equal(session.store.state.isStorageFailing, false);
  FakeSocket.all[0].say({ nack: { id: first.id, code: 50, rejection: { storageFailed: {} } } });
  assert.deepEqual([session.store.state.isStorageFailing, session.store.state.pending.length], [true, 1]);
  context.mock.timers.tick(5_000);
  assert.deepEqual(FakeSocket.all[0].of("command").map((command) => command.id), [first.id, first.id]);
  FakeSocket.all[0].say({ ack: { id: first.id, sequence: 6 } });
  assert.deepEqual([session.store.state.isStorageFailing, session.store.state.pending.length], [false, 0]);
});

test("a server that ends because of its disk is said so, and is come back to with all that has no answer", () => {
  FakeSocket.all[0].say(welcome());
  session.do({ raiseHand: {} });
  FakeSocket.all[0].say({ bye: { reason: "storageFailed" } });
  FakeSocket.all[0].lose(1012, "retry=900");
  const { connection, isStorageFailing } = session.store.state;
  assert.deepEqual([connection, isStorageFailing], ["reconnecting", true]);
  wakes.forEach((wake) => wake());
  FakeSocket.all[1].open();
  FakeSocket.all[1].say(welcome({ resumed: true, room: undefined, events: [] }));
  assert.equal(session.store.state.isStorageFailing, false);
  assert.equal(FakeSocket.all[1].of("command")[0].id, FakeSocket.all[0].of("command")[0].id);
});

test("put out is the end: the reason stays and nothing comes back", () => {
  FakeSocket.all[0].say(welcome());
  FakeSocket.all[0].say({ bye: { reason: "removed" } });
  FakeSocket.all[0].lose(4403);
  assert.deepEqual([session.store.state.connection, session.store.state.reason], ["closed", "removed"]);
  wakes.forEach((wake) => wake());
  assert.equal(FakeSocket.all.length, 1);
});

test("the lobby: a place, then the room when let in", () => {
  FakeSocket.all[0].say(welcome({ you: { person: "p1", as: "waiting" } }));
  FakeSocket.all[0].say({ waiting: { position: 2 } });
  assert.equal(session.store.state.waiting, 2);
  FakeSocket.all[0].say(welcome());
  assert.equal(session.store.state.waiting, null);
});

test("what only I may see is added to what I know", () => {
  FakeSocket.all[0].say(welcome());
  FakeSocket.all[0].say({ own: { answers: { u1: "got_it" }, tier: "count_only" } });
  const { you } = session.store.state;
  assert.deepEqual([you.answers, you.tier, you.as], [{ u1: "got_it" }, "count_only", "participant"]);
});

test("nobody's commands go out under another's name", () => {
  FakeSocket.all[0].say(welcome());
  session.do({ raiseHand: {} });
  FakeSocket.all[0].say(welcome({ you: { person: "p2", as: "participant" } }));
  assert.equal(session.store.state.pending.length, 0);
  assert.equal(FakeSocket.all[0].of("command").length, 1);
});

const restored = () => session.store.state.isRestored;
const other = { epoch: "e2", sequence: 3, room: room(3) };

test("says again which entry it has last, by the mark that came with it", () => {
  FakeSocket.all[0].say(welcome({ hash: "aa" }));
  session.connection.sayHello();
  assert.deepEqual([FakeSocket.all[0].of("hello")[1].sequence, FakeSocket.all[0].of("hello")[1].hash], [5, "aa"]);
  FakeSocket.all[0].say({ events: [hand(6)], through: 7, hash: "bb" });
  FakeSocket.all[0].say({ events: [hand(6)], through: 6, hash: "cc" });
  session.connection.sayHello();
  assert.deepEqual([FakeSocket.all[0].of("hello")[2].sequence, FakeSocket.all[0].of("hello")[2].hash], [7, "bb"], "no repeat counts");
  FakeSocket.all[0].say({ events: [], through: 8 });
  session.connection.sayHello();
  assert.equal("hash" in FakeSocket.all[0].of("hello")[3], false, "an older server gives none");
});

test("entries that the server has lost are gone from the page, what has no answer is sent again, and it is said", () => {
  FakeSocket.all[0].say(welcome({ hash: "aa" }));
  FakeSocket.all[0].say({ events: [hand(6)], through: 8, hash: "bb" });
  session.do({ lowerHand: {} });
  assert.equal(session.store.state.room.queue.length, 1);
  FakeSocket.all[0].lose(1006);
  wakes.forEach((wake) => wake());
  FakeSocket.all[1].open();
  assert.deepEqual([FakeSocket.all[1].of("hello")[0].sequence, FakeSocket.all[1].of("hello")[0].hash], [8, "bb"]);
  FakeSocket.all[1].say(welcome({ sequence: 9, room: room(9), rolledBack: true, hash: "dd" }));
  const { state } = session.store;
  assert.deepEqual([state.room.queue.length, state.room.sequence, state.hash], [0, 9, "dd"]);
  assert.deepEqual([state.isRolledBack, state.isRestored], [true, false]);
  assert.deepEqual(FakeSocket.all[1].of("command").map((one) => Object.keys(one.do)[0]), ["lowerHand"]);
});

test("a wall tells nobody that something was lost", () => {
  session.stop();
  session = new Session({ meeting: "m1", as: "wall", key: "k", url: "ws://server.example/socket" });
  session.start();
  FakeSocket.all[1].open();
  FakeSocket.all[1].say(welcome({ you: { as: "wall" }, rolledBack: true }));
  assert.equal(session.store.state.isRolledBack, false);
});

test("another epoch replaces the room and tells that a backup was restored", () => {
  FakeSocket.all[0].say(welcome());
  FakeSocket.all[0].say({ events: [hand(6)], through: 6 });
  assert.equal(restored(), false);
  FakeSocket.all[0].lose(1006);
  wakes.forEach((wake) => wake());
  FakeSocket.all[1].open();
  assert.equal(FakeSocket.all[1].of("hello")[0].epoch, "e1");
  FakeSocket.all[1].say(welcome(other));
  const { epoch, room: now } = session.store.state;
  assert.deepEqual([epoch, now.sequence, now.queue.length, restored()], ["e2", 3, 0, true]);
  // A catching up in the new epoch is no second restore, and no reason to take the line away.
  session.store.update({ isRestored: false });
  FakeSocket.all[1].say(welcome({ ...other, resumed: true, room: undefined, events: [hand(4)], sequence: 4 }));
  assert.deepEqual([session.store.state.room.sequence, restored()], [4, false]);
});

test("a page that was loaded anew knows the epoch from before, a wall keeps out of it", () => {
  FakeSocket.all[0].say(welcome());
  for (const [as, told] of [["wall", false], ["teacher", true], ["teacher", false]]) {
    session.stop();
    session = new Session({ meeting: "m1", as, url: "ws://server.example/socket" });
    session.start();
    FakeSocket.all.at(-1).open();
    assert.equal("epoch" in FakeSocket.all.at(-1).of("hello")[0], false);
    FakeSocket.all.at(-1).say(welcome(other));
    assert.equal(restored(), told, as);
  }
});

test("after an expired login another session brings the answer, and only to the same person", async () => {
  FakeSocket.all[0].say(welcome());
  const wish = session.do({ raiseHand: {} });
  FakeSocket.all[0].lose(4401);
  assert.equal(session.store.state.connection, "closed");
  const next = new Session({ meeting: "m1", as: "coordinator", url: "ws://server.example/socket" });
  next.follow(session);
  next.start();
  FakeSocket.all[1].open();
  FakeSocket.all[1].say(welcome());
  const [sent] = FakeSocket.all[1].of("command");
  assert.equal(next.store.state.pending.length, 1);
  FakeSocket.all[1].say({ ack: { id: sent.id, sequence: 9 } });
  assert.deepEqual(await wish, { ack: true, id: sent.id, sequence: 9 });

  const lost = next.do({ lowerHand: {} });
  FakeSocket.all[1].lose(4401);
  const stranger = new Session({ meeting: "m1", as: "coordinator", url: "ws://server.example/socket" });
  stranger.follow(next);
  stranger.start();
  FakeSocket.all[2].open();
  FakeSocket.all[2].say(welcome({ you: { person: "p2", as: "lead", answers: {} } }));
  assert.equal((await lost).ack, false);
  assert.deepEqual(FakeSocket.all[2].of("command"), []);
  stranger.stop();
});

test("an announcement is answered with what this page has, also after coming back", () => {
  const made = { sequence: 6, at: 2, event: { announcementMade: {
    announcement: "n6", round: "r2", person: "p9", text: "Tea!", words: 1 } } };
  FakeSocket.all[0].say(welcome());
  FakeSocket.all[0].say({ events: [hand(6)], through: 6 });
  assert.deepEqual(FakeSocket.all[0].of("ping").filter((ping) => "sequence" in ping), []);
  FakeSocket.all[0].say({ events: [{ ...made, sequence: 7 }], through: 8 });
  assert.deepEqual(FakeSocket.all[0].of("ping").map((ping) => ping.sequence).filter(Boolean), [8]);
  FakeSocket.all[0].say(welcome({ sequence: 9, room: { ...room(9), announcements: [{ id: "n6", round: "r2" }] } }));
  assert.deepEqual(FakeSocket.all[0].of("ping").map((ping) => ping.sequence).filter(Boolean), [8, 9]);
});

test("a harvest fills the groups of its round, and what was delivered is known", () => {
  const group = (id) => ({ id, members: [], roles: {}, texts: {}, cards: [], isDone: false, visitors: [] });
  const rounds = [{ id: "r2", formedAt: 1, endedAt: 4, groups: [group("g2-1"), group("g2-2")] }];
  FakeSocket.all[0].say(welcome({ room: { ...room(5), rounds } }));
  const card = { id: "k3", author: "p1", text: "Hi", at: 3, isReport: true, stars: [] };
  FakeSocket.all[0].say({ harvest: { round: "r2", groups: [{ group: "g2-2", cards: [card] }] } });
  assert.deepEqual(session.store.state.room.rounds[0].groups.map((one) => one.cards), [[], [card]]);
  FakeSocket.all[0].say({ harvest: { round: "r9", groups: [{ group: "g2-2", cards: [] }] } });
  assert.equal(session.store.state.room.rounds[0].groups[1].cards.length, 1);
  FakeSocket.all[0].say({ delivered: { announcement: "n6", people: 3, of: 5 } });
  assert.deepEqual(session.store.state.delivered, { n6: { people: 3, of: 5 } });
});
