// A line against a server that is played by hand: numbering, a lost answer, waking, the end.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { Line } from "../../Web/shared/line/line.js";

/** @type {any[]} requests that wait for their answer, oldest first */
let open = [];
let all = [];
let line;
let heard;
let ended;

const settle = async () => { for (let turn = 0; turn < 20; turn += 1) await Promise.resolve(); };

function fakeFetch(url, init) {
  return new Promise((resolve, reject) => {
    const request = { what: url.split("/").pop(), body: JSON.parse(init.body), keepalive: init.keepalive };
    request.answer = async (body, status = 200) => {
      open = open.filter((one) => one !== request);
      resolve({ ok: status === 200, status, json: async () => body });
      await settle();
    };
    request.lose = async () => {
      open = open.filter((one) => one !== request);
      reject(new TypeError("network"));
      await settle();
    };
    init.signal?.addEventListener("abort", () => {
      open = open.filter((one) => one !== request);
      reject(new DOMException("aborted", "AbortError"));
    });
    open.push(request);
    all.push(request);
  });
}

const of = (what) => open.filter((request) => request.what === what);

beforeEach(async () => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  [open, all, heard, ended] = [[], [], [], []];
  globalThis.fetch = fakeFetch;
  line = new Line("/api/line");
  line.onopen = () => line.send("hello");
  line.onmessage = (event) => heard.push(event.data);
  line.onclose = (event) => ended.push(event.code);
  await settle();
});

afterEach(() => {
  line.close();
  mock.timers.reset();
});

async function opened() {
  await of("open")[0].answer({ line: "secret" });
}

test("the first request carries the hello, and then it takes", async () => {
  assert.deepEqual(of("open")[0].body, { messages: ["hello"] });
  await opened();
  assert.deepEqual(of("take")[0].body, { line: "secret", after: 0 });
  await of("take")[0].answer({ frames: [{ welcome: {} }], through: 1 });
  assert.deepEqual(heard, [{ welcome: {} }]);
  assert.deepEqual(of("take")[0].body, { line: "secret", after: 1 });
});

test("what is said while a request is under way goes together in the next one, numbered on", async () => {
  line.send("one");
  await opened();
  await settle();
  line.send("two");
  line.send("three");
  await settle();
  assert.deepEqual(of("send").map((request) => request.body), [{ line: "secret", from: 2, messages: ["one"] }]);
  await of("send")[0].answer({ through: 2 });
  assert.deepEqual(of("send")[0].body, { line: "secret", from: 3, messages: ["two", "three"] });
});

test("a send without an answer is made again with the same numbers", async () => {
  await opened();
  line.send("one");
  await settle();
  await of("send")[0].lose();
  line.send("two");
  mock.timers.tick(300);
  await settle();
  assert.deepEqual(of("send")[0].body, { line: "secret", from: 2, messages: ["one"] });
  assert.deepEqual(ended, []);
});

test("a take without an answer is made again, and what came twice is heard once", async () => {
  await opened();
  await of("take")[0].answer({ frames: ["a", "b"], through: 2 });
  await of("take")[0].lose();
  mock.timers.tick(300);
  await settle();
  assert.deepEqual(of("take")[0].body, { line: "secret", after: 2 });
  await of("take")[0].answer({ frames: ["b", "c"], through: 3 });
  assert.deepEqual(heard, ["a", "b", "c"]);
});

test("after waking it asks again at once", async () => {
  await opened();
  const before = of("take")[0];
  line.refresh();
  await settle();
  assert.equal(of("take").length, 1);
  assert.notEqual(of("take")[0], before);
});

test("a take that is held for too long, or a line that nobody knows, is lost", async () => {
  await opened();
  mock.timers.tick(36_000);
  await settle();
  assert.deepEqual(ended, [1006]);

  const other = new Line("/api/line");
  other.onopen = () => other.send("hello");
  other.onclose = (event) => ended.push(event.code);
  await settle();
  await of("open")[0].answer({ line: "secret" });
  await of("take")[0].answer({ error: { code: "unknownLine" } }, 404);
  assert.deepEqual(ended, [1006, 1006]);
});

test("what the server closes with comes after the last frame", async () => {
  await opened();
  await of("take")[0].answer({ frames: [{ bye: {} }], through: 1, closed: { code: 4403, reason: "out" } });
  assert.deepEqual([heard.length, ended], [1, [4403]]);
  assert.equal(of("take").length, 0);
});

test("whoever closes it tells the server, without an event", async () => {
  await opened();
  line.close();
  await settle();
  const [told] = all.filter((request) => request.what === "close");
  assert.deepEqual([told.body, told.keepalive, ended], [{ line: "secret" }, true, []]);
});
