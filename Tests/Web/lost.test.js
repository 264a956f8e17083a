// A connection that is lost is noticed: soon when the browser says so, within a quarter of a minute when nobody does.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { FakeStorage } from "./fake-storage.js";
import { FakeSocket, fakeBrowser } from "./fake-line.js";
import "./with-limits.js";
import { Line } from "../../Web/shared/line/line.js";
import { Session } from "../../Web/shared/line/session.js";
import { resetClock } from "../../Web/shared/line/time.js";

const SOON = 2_000;
const ALONE = 15_000;
const welcome = { welcome: { protocol: 1, meeting: "m1", epoch: "e1", sequence: 5, now: 1000, resumed: false,
  you: { person: "p1", as: "participant", answers: {} },
  room: { sequence: 5, at: 1, details: { zone: "UTC", phase: "open", options: {} }, people: {}, messages: [] } } };
let browser;
let session;

beforeEach((context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000 });
  resetClock();
  browser = fakeBrowser();
  globalThis.localStorage = new FakeStorage();
  session = new Session({ meeting: "m1", as: "teacher", url: "ws://server.example/socket" });
  session.start();
  FakeSocket.all[0].open();
  FakeSocket.all[0].say(welcome);
});
afterEach(() => { session.stop(); });

const socket = () => FakeSocket.all[0];
const state = () => session.store.state.connection;
/** The server answers what it was asked, as long as it is there. */
const answer = () => { for (const { sent } of socket().of("ping").splice(0)) socket().say({ pong: { sent, now: sent } }); };

test("when the browser says that the network has gone, and nothing is heard", (context) => {
  answer();
  browser.fire("offline");
  context.mock.timers.tick(SOON);
  assert.equal(state(), "reconnecting");
  browser.fire("online");
  assert.equal(FakeSocket.all.length, 2, "and it is tried at once when it is back");
});

test("not when another network carries on at once", (context) => {
  browser.fire("offline");
  context.mock.timers.tick(SOON / 4);
  answer();
  context.mock.timers.tick(SOON);
  assert.equal(state(), "online");
});

test("when nobody says so, for whoever looks at the page", (context) => {
  for (let second = 0; second < 60; second += 1) {
    answer();
    context.mock.timers.tick(1_000);
  }
  assert.equal(state(), "online");
  answer();
  for (let passed = 0; passed < ALONE; passed += 500) context.mock.timers.tick(500);
  assert.equal(state(), "reconnecting");
});

test("a page in the background asks less often", (context) => {
  context.mock.timers.tick(2_000);
  browser.document.visibilityState = "hidden";
  const before = () => socket().of("ping").length;
  for (let second = 0; second < 20; second += 1) {
    answer();
    context.mock.timers.tick(1_000);
  }
  const asked = before();
  for (let second = 0; second < 60; second += 1) {
    answer();
    context.mock.timers.tick(1_000);
  }
  assert.equal(before() - asked, 3);
});

test("on a slow line whatever is heard is a sign of life", (context) => {
  for (let second = 0; second < 60; second += 1) {
    socket().say({ events: [], through: 6 + second });
    context.mock.timers.tick(1_000);
  }
  assert.equal(state(), "online");
});

test("a line that says nothing any more is noticed, too", async (context) => {
  session.stop();
  const asked = [];
  globalThis.fetch = (address, { signal }) => {
    asked.push(address);
    if (address.endsWith("/open")) return Promise.resolve({ ok: true, json: async () => ({ line: "1" }) });
    return new Promise((resolve, reject) => signal.addEventListener("abort", () => reject(new Error("aborted"))));
  };
  const line = new Line("/api/line");
  let ends = 0;
  line.onopen = () => line.send("hello");
  line.onclose = () => { ends += 1; };
  for (let second = 0; second < 40 && ends === 0; second += 1) {
    for (let turn = 0; turn < 20; turn += 1) await null;
    context.mock.timers.tick(1_000);
  }
  for (let turn = 0; turn < 20; turn += 1) await null;
  assert.deepEqual([asked, ends], [["/api/line/open", "/api/line/take"], 1]);
});
