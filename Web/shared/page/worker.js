// Knows how a page that was opened before comes without a network. The server is always asked first, so whoever reaches
// it never gets old code; what is kept is a page whole, with all that it consists of, or not at all. Only pages of a
// release are kept (keeping.js).

/** @type {any} a service worker's own global object */
const worker = self;
const KEPT = "staffroom.pages";
/** What never changes under its name. */
const PARTS = "/hashed/";
/** @type {Promise<void>} */
let turn = Promise.resolve();

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (/** @type {any} */ event) => {
  // One after the other: what one page is about to keep, another must not sweep away.
  turn = turn.then(() => keep(event.data)).catch(() => undefined);
  event.waitUntil(turn);
});
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith(PARTS)) event.respondWith(part(request));
  else if (request.mode === "navigate" && isPage(pathname)) event.respondWith(page(request, pathname));
});

/** @param {string} path */
function isPage(path) { return path === "/" || path.endsWith(".html"); }

/** @param {Request} request */
async function part(request) { return await kept(request.url) ?? fetch(request); }

/** @param {Request} request @param {string} path */
async function page(request, path) {
  try {
    return await fetch(request);
  } catch (failure) {
    // A page that is just being kept anew is found once that is done.
    const found = await kept(path) ?? await turn.then(() => kept(path));
    if (found) return found;
    throw failure;
  }
}

/**
 * What is kept under an address; nothing when the browser cannot say: then the network is asked.
 * @param {string} address
 */
async function kept(address) {
  try {
    return await (await caches.open(KEPT)).match(address, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

/**
 * Keeps a page that has come up, in place of what was kept of it before.
 * @param {{path: string, parts: string[]}} told its path, and the addresses of all that it has loaded
 */
async function keep({ path, parts }) {
  if (!isPage(path)) return;
  // As it came just now: the browser has it, nothing is asked of the network.
  const found = await fetch(path, { cache: "force-cache" });
  if (!found.ok) return;
  // Whole before anything is put: the browser takes away what was kept before the new one has come.
  const html = await found.text();
  const named = partsIn(html);
  const known = new Set([...parts.map((address) => new URL(address).pathname), ...named]);
  // Another page than the one that told: it will tell of itself.
  if (named.some((name) => name.endsWith(".js") && !parts.some((address) => address.endsWith(name)))) return;
  const cache = await caches.open(KEPT);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll([...known].filter((name) => !there.has(name)));
  await put(cache, path, html, found.headers);
  await put(cache, `${PARTS}of${path}`, JSON.stringify([...known]));
  await sweep(cache);
}

/**
 * Only what is another than before: while it is replaced, there is none.
 * @param {Cache} cache @param {string} path @param {string} text @param {Headers} [headers]
 */
async function put(cache, path, text, headers) {
  const before = await cache.match(path, { ignoreVary: true });
  if (await before?.text() === text) return;
  await cache.put(path, new Response(text, { headers }));
}

/** @param {string} html */
function partsIn(html) { return [...html.matchAll(/\/hashed\/[\w.-]+/g)].map(([name]) => name); }

/**
 * What belongs to no page any more goes.
 * @param {Cache} cache
 */
async function sweep(cache) {
  const all = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const lists = all.filter((name) => name.startsWith(`${PARTS}of/`));
  const used = new Set(lists);
  for (const list of lists) for (const name of await (await cache.match(list))?.json() ?? []) used.add(name);
  for (const name of all) if (name.startsWith(PARTS) && !used.has(name)) await cache.delete(name);
}
