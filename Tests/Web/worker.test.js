// Knows what a worker keeps of a page when what comes is cut, and while a page is replaced by a newer one.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const ORIGIN = "https://staffroom.example";
const SCRIPT = "/hashed/index-1.js";
const PAGE = `<script type="module" src="${SCRIPT}"></script>`;

/** As browsers do it: what was there goes first, and the new one is there when its body has come. */
class FakeCache {
  /** @type {Map<string, string>} */
  entries = new Map();
  /** @type {Promise<unknown>} what a put waits for before the new one is there */
  slow = Promise.resolve();

  /** @param {string} address */
  path(address) { return new URL(address, ORIGIN).pathname; }

  /** @param {string} address */
  async match(address) {
    const found = this.entries.get(this.path(address));
    return found === undefined ? undefined : new Response(found);
  }

  /** @param {string} address @param {Response} response */
  async put(address, response) {
    this.entries.delete(this.path(address));
    await this.slow;
    this.entries.set(this.path(address), await response.text());
  }

  /** @param {string[]} names */
  async addAll(names) { for (const name of names) this.entries.set(name, "part"); }
  async keys() { return [...this.entries.keys()].map((name) => ({ url: ORIGIN + name })); }
  /** @param {string} name */
  async delete(name) { return this.entries.delete(this.path(name)); }
}

/** A worker, and the network and the browser around it. */
function scene() {
  const cache = new FakeCache();
  /** @type {Map<string, (event: any) => void>} */
  const listeners = new Map();
  const around = {
    /** @type {(what: any) => Promise<Response>} */
    network: async () => new Response(PAGE),
  };
  const self = {
    addEventListener: (/** @type {string} */ name, /** @type {any} */ call) => listeners.set(name, call),
    location: { origin: ORIGIN }, caches: { open: async () => cache }, Response, URL, Set,
    fetch: (/** @type {any} */ what) => around.network(what),
  };
  runInNewContext(readFileSync(new URL("../../Web/shared/page/worker.js", import.meta.url), "utf8"),
    Object.assign(self, { self }));
  return {
    cache, around,
    /** The page "/" has come up and says what it consists of. */
    tell() {
      /** @type {Promise<void>} */
      let done = Promise.resolve();
      listeners.get("message")?.({ data: { path: "/", parts: [ORIGIN + SCRIPT] },
        waitUntil: (/** @type {Promise<void>} */ work) => { done = work; } });
      return done;
    },
    /** @returns {Promise<Response>} */
    reload() {
      return new Promise((resolve, reject) => listeners.get("fetch")?.({
        request: { method: "GET", url: `${ORIGIN}/`, mode: "navigate" },
        respondWith: (/** @type {Promise<Response>} */ answer) => answer.then(resolve, reject) }));
    },
  };
}

const noNetwork = async () => { throw new TypeError("Failed to fetch"); };

/** A page whose body breaks off in the middle. */
async function cut() {
  return new Response(new ReadableStream({ start(body) {
    body.enqueue(new TextEncoder().encode(PAGE));
    body.error(new TypeError("network error"));
  } }));
}

test("a page that was kept stays when it comes again and is cut", async () => {
  const { tell, reload, around } = scene();
  await tell();
  around.network = cut;
  await tell();
  around.network = noNetwork;
  assert.equal(await (await reload()).text(), PAGE);
});

test("a page that comes again as it was is never away", async () => {
  const { tell, reload, around, cache } = scene();
  await tell();
  cache.slow = new Promise(() => undefined);
  await tell();
  around.network = noNetwork;
  assert.equal(await (await reload()).text(), PAGE);
});

test("a reload waits for a newer page that is just being kept", async () => {
  const { tell, reload, around, cache } = scene();
  await tell();
  const newer = `${PAGE}<p>newer</p>`;
  around.network = async () => new Response(newer);
  let release = () => {};
  cache.slow = new Promise((resolve) => { release = () => resolve(undefined); });
  const told = tell();
  while (cache.entries.has("/")) await new Promise(setImmediate);
  around.network = noNetwork;
  const answer = reload();
  await new Promise(setImmediate);
  release();
  await told;
  assert.equal(await (await answer).text(), newer);
});

test("without a network and with nothing kept the failure stays one", async () => {
  const { reload, around } = scene();
  around.network = noNetwork;
  await assert.rejects(reload());
});
