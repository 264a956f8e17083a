// Where the pages' files are: every path that one names is there, and a folder says what it is about, not a prefix.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";

const web = new URL("../../Web/", import.meta.url);
const names = readdirSync(web, { recursive: true }).filter((name) => statSync(new URL(name, web)).isFile());
const text = (name) => readFileSync(new URL(name, web), "utf8");
const MOST_FILES = 30;

test("every module, style and page that is named is there", () => {
  let count = 0;
  for (const name of names.filter((one) => /\.(js|html)$/.test(one))) {
    const own = new URL(name, web);
    const found = [
      ...[...text(name).matchAll(/(?:from|import|import\(|new URL\()\s*["'](\.{1,2}\/[^"']+)["']/g)].map(([, path]) =>
        new URL(path, own)),
      // What is an address of the page, and not of a module, starts where the pages are.
      ...[...text(name).matchAll(/\b(?:src|href)(?:=|: )["'`](\.\/[^"'`#?$]+|[a-z][\w/-]*\.(?:js|css))["'`#?$]/g)]
        .map(([, path]) => new URL(path, web)),
    ];
    count += found.length;
    for (const path of found) assert.ok(existsSync(path), `${name} names ${path.href.slice(web.href.length)}`);
  }
  assert.ok(count > 500);
});

test("no file repeats the name of its folder", () => {
  for (const name of names) {
    const [file, ...folders] = name.split("/").reverse();
    for (const folder of folders) assert.ok(!file.startsWith(`${folder}-`), name);
  }
});

test("no folder hides what belongs together", () => {
  const counts = new Map();
  for (const name of names) {
    const folder = name.split("/").slice(0, -1).join("/");
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  for (const [folder, count] of counts) assert.ok(count <= MOST_FILES, `${folder} has ${count} files`);
  assert.ok(names.every((name) => name.includes("/") || /\.(html|svg)$/.test(name)), "at the top are the pages alone");
});

test("every module and style is used", () => {
  const all = names.filter((one) => /\.(js|html)$/.test(one)).map(text).join("\n");
  for (const name of names.filter((one) => /\.(js|css)$/.test(one))) {
    assert.ok(all.includes(`/${name.split("/").pop()}"`), `${name} is used nowhere`);
  }
});
