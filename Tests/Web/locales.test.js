// Both languages say everything, with the same placeholders and every plural form a number can ask for.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const web = new URL("../../Web/", import.meta.url);
const names = readdirSync(new URL("locales/", web)).filter((name) => name.endsWith(".json"));
const read = (name) => JSON.parse(readFileSync(new URL(`locales/${name}`, web), "utf8"));
const placeholders = (text) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].sort();

for (const name of names.filter((one) => one.startsWith("en"))) {
  const other = name.replace(/^en/, "cy");
  test(`${name} and ${other} have the same keys and placeholders`, () => {
    const [english, welsh] = [read(name), read(other)];
    assert.deepEqual(Object.keys(welsh).sort(), Object.keys(english).sort());
    for (const key of Object.keys(english)) {
      assert.deepEqual(placeholders(welsh[key]), placeholders(english[key]), key);
    }
  });
}

for (const name of names) {
  test(`${name}: every plural has the form "other"`, () => {
    for (const [key, value] of Object.entries(read(name))) {
      if (typeof value !== "string") assert.equal(typeof value.other, "string", key);
      assert.notEqual(JSON.stringify(value), '""', key);
    }
  });
}

function scripts(folder) {
  return readdirSync(folder).flatMap((name) => {
    const url = new URL(name, folder);
    if (statSync(url).isDirectory()) return scripts(new URL(`${name}/`, folder));
    return /\.(js|html)$/.test(name) ? [url] : [];
  });
}

test("what a page asks for of texts is there", () => {
  const asked = scripts(web).flatMap((url) => [...readFileSync(url, "utf8").matchAll(/\b(?:start|add)\(\[([^\]]*)\]\)/g)]
    .flatMap((call) => [...call[1].matchAll(/"(\w+)"/g)].map((part) => part[1])));
  assert.ok(asked.length > 10);
  for (const part of asked) assert.ok(names.includes(`en.${part}.json`), `locales/en.${part}.json`);
});

/** Where a page names a key: in a call that shows text, or as a property of an element or a dialog. */
const PLACES = [
  /\b(?:t|toast|announce)\(/,
  /\b(?:say|name|bind)\([^;"'`]*?,\s*/,
  /\b(?:t|label|title|placeholder|key|yes|no|hint):\s*\[?/,
];
const KEY = /["'`]([a-z]+\.[\w.-]*\w)["'`]/;
const NAMED = new RegExp(`(?:${PLACES.map((place) => place.source).join("|")})${KEY.source}`, "g");

test("every key that is written in a page stands in a catalogue", () => {
  const known = new Set(names.filter((name) => name.startsWith("en")).flatMap((name) => Object.keys(read(name))));
  let count = 0;
  for (const url of scripts(web)) {
    for (const [, key] of readFileSync(url, "utf8").matchAll(NAMED)) {
      count += 1;
      // A key may be put together from its beginning and a code.
      const isBeginning = [...known].some((one) => one.startsWith(`${key}.`));
      assert.ok(isBeginning || known.has(key), `${key} in ${url.pathname.split("/Web/")[1]}`);
    }
  }
  assert.ok(count > 100);
});

/** Wordings that people stumbled over: each has another now (Web/locales/words.txt). */
const UNSAID = {
  en: [/\bstands? here\b/i, /^To hand$/, /^Take (along|up)/, /^Let go$/, /^Groups that call/, /^Last act\b/, /no reason ever names/,
    /there is no act in the log/, /^Not again/, /\bsimulated teachers\b/],
  // One register in Welsh: as one speaks, not as a letter does.
  cy: [/\b[Nn]id yw\b/, /\b[Nn]i(d)? (ellir|chaiff|oes|ydynt|all|chewch|ddywedir|ddangosir|chaniateir)\b/, /\bcaiff\b/, /\bgellir\b/,
    /\biddynt\b/, /\bohonynt\b/, /\b[Mm]aent\b/, /\bdrostynt\b/, /\bopsiynau\b/, /\bRhagor\b/, /\befelychiedig\b/],
};

for (const name of names) {
  test(`${name}: one wording for one thing, and none that people stumbled over`, () => {
    for (const [key, value] of Object.entries(read(name))) {
      for (const text of typeof value === "string" ? [value] : Object.values(value)) {
        for (const unsaid of UNSAID[name.slice(0, 2)]) assert.doesNotMatch(text, unsaid, key);
      }
    }
  });
}

test("a number of things beside another number is said in its own plural", () => {
  // "4 people in 1 groups": where two numbers stand in one sentence, the words of the second come in as a text of their own.
  for (const name of names) {
    for (const [key, value] of Object.entries(read(name))) {
      for (const text of typeof value === "string" ? [value] : Object.values(value)) {
        assert.doesNotMatch(text, /\{\w+\} people (in|of) \{\w+\} groups\b/, key);
      }
    }
  }
});
