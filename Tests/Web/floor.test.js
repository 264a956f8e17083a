// The oldest browsers that the README names can run what the pages are made of, and older ones are told so.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { FLOOR, isLacking, lackingInScript, lackingInStyle, SCRIPT, STYLE } from "./floor.js";

const web = new URL("../../Web/", import.meta.url);
const names = readdirSync(web, { recursive: true }).filter((name) => statSync(new URL(name, web)).isFile());
const text = (name) => readFileSync(new URL(name, web), "utf8");

test("no script uses what a browser of the floor lacks", () => {
  const scripts = names.filter((name) => name.endsWith(".js"));
  assert.ok(scripts.length > 100);
  assert.deepEqual(scripts.flatMap((name) => lackingInScript(text(name)).map((one) => `${name}: ${one}`)), []);
});

test("no style uses what a browser of the floor lacks, but where it is asked for", () => {
  const styles = names.filter((name) => name.endsWith(".css"));
  assert.ok(styles.length > 20);
  assert.deepEqual(styles.flatMap((name) => lackingInStyle(text(name)).map((one) => `${name}: ${one}`)), []);
});

test("every feature that is looked for is found, and is one that the floor lacks", () => {
  for (const one of [...SCRIPT, ...STYLE]) assert.ok(isLacking(one), one.name);
  for (const one of SCRIPT) assert.ok(lackingInScript(one.example).includes(one.name), one.name);
  for (const one of STYLE) {
    assert.ok(lackingInStyle(one.example).some((found) => found.startsWith(`${one.name}:`)), one.name);
  }
});

test("what is asked for first, or has a fallback beside it, is let through", () => {
  const good = [
    "@supports selector(:has(*)) { .a:has(.b) { color: red; } }",
    "@layer x { @supports (height: 100dvh) { .a { height: min(100dvh, var(--b, 100dvh)); } } }",
    ".a { height: 100vh; height: 100dvh; }",
  ];
  for (const style of good) assert.deepEqual(lackingInStyle(style), [], style);
  const bad = [
    // A var() is only known to be wrong when it is too late for the line before.
    ".a { height: 100vh; height: min(100dvh, var(--b, 100dvh)); }",
    ".a { max-height: 100vh; height: 100dvh; }",
    "@supports (display: grid) { .a:has(.b) { color: red; } }",
    ".a, .a:has(.b) { color: red; }",
  ];
  for (const style of bad) assert.equal(lackingInStyle(style).length, 1, style);
  assert.deepEqual(lackingInScript("// form.requestSubmit() came late\nlist.at(-1); Object.hasOwn(a, b);"), []);
});

test("the README and every page name the floor", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const pages = names.filter((name) => name.endsWith(".html"));
  assert.ok(pages.length >= 4);
  for (const [place, said] of [["README.md", readme], ...pages.map((name) => [name, text(name)])]) {
    for (const version of [`Safari ${FLOOR.safari}`, `Chrome ${FLOOR.chrome}`, `Samsung Internet ${FLOOR.samsung}`,
      `Firefox ${FLOOR.firefox}`]) assert.ok(said.includes(version), `${version} in ${place}`);
  }
  for (const name of pages) {
    for (const id of ["old", "fell"]) {
      const block = new RegExp(`<div id="${id}"[^>]*hidden>\\s*<p lang="cy">[^]+?</p>\\s*<p lang="en">[^]+?</p>\\s*</div>`);
      assert.match(text(name), block, `${id} in ${name}`);
    }
    // Before everything else, and not as a module, so that it runs where nothing else does.
    const [first] = [...text(name).matchAll(/<script[^>]*>/g)];
    assert.match(first[0], /^<script src="(\.\/)?shared\/floor\.js">$/, name);
  }
});

test("what tells of an old browser can be read by one", () => {
  const code = text("shared/floor.js").replace(/\/\*[^]*?\*\/|\/\/.*$/gm, "").replace(/"[^"]*"/g, '""');
  const newer = /=>|\b(const|let|class|async|await|of|import|export)\b|`|\?\.|\?\?|\.\.\.|\*\*|[{,]\s*(?!if|for|while|switch|function)\w+\s*\([^)]*\)\s*\{/;
  assert.doesNotMatch(code, newer);
  assert.match("const one = 1;", newer);
});
