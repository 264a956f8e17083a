// A page fetches the catalogues of all that it says: whatever it is put together from, no text is left a bare key.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const web = new URL("../../Web/", import.meta.url);
const files = readdirSync(new URL("locales/", web)).filter((name) => /^en(\.\w+)?\.json$/.test(name));
/** Each key with the catalogue in which it stands; "" is the common one. */
const home = new Map(files.flatMap((name) => Object.keys(JSON.parse(readFileSync(new URL(`locales/${name}`, web), "utf8")))
  .map((key) => [key, name.split(".").slice(1, -1).join(".")])));
/** The field of a password stands beside all others, and is shown where one signs in. */
const SIGNING_IN = "console.login.";
const KEY = /["'`]([a-z]+\.[\w.-]*\w)["'`]/gi;

/** All modules of a page, also those that come later. */
function modules(main) {
  const found = new Map();
  const waiting = [new URL(main, web)];
  while (waiting.length > 0) {
    const url = waiting.pop();
    if (found.has(url.href)) continue;
    const text = readFileSync(url, "utf8");
    found.set(url.href, text);
    for (const [, path] of text.matchAll(/(?:from|import|import\()\s*"(\.[^"]+\.js)"/g)) waiting.push(new URL(path, url));
  }
  return found;
}

for (const main of ["room/main.js", "console/main.js", "wall/main.js", "buddies/main.js", "review/main.js"]) {
  test(`${main} fetches every catalogue of which it names a key`, () => {
    const all = modules(main);
    const fetched = new Set(["", ...[...all.values()].flatMap((text) =>
      [...text.matchAll(/\b(?:start|add)\(\[([^\]]+)\]\)/g)].flatMap(([, list]) =>
        [...list.matchAll(/"(\w+)"/g)].map(([, part]) => part)))]);
    const missing = [];
    for (const [href, text] of all) {
      for (const [, key] of text.matchAll(KEY)) {
        const part = home.get(key);
        if (part !== undefined && !fetched.has(part) && !key.startsWith(SIGNING_IN)) missing.push(`${key} of ${part} in ${href.split("/Web/")[1]}`);
      }
    }
    assert.deepEqual(missing, []);
    assert.ok(all.size > 20);
  });
}
