// What is written and what is an edge can be told from its ground, light and dark: measured from the tokens themselves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../Web/shared/page/tokens.css", import.meta.url), "utf8");
const LEAST_TEXT = 4.5;
const LEAST_EDGE = 3;

/** What is declared in a block, by name. */
function declared(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

function block(start) {
  const from = css.indexOf(start);
  assert.ok(from >= 0, start);
  return css.slice(from, css.indexOf("}", from));
}

const light = declared(block(":root {"));
const SCHEMES = {
  light,
  "dark by the system": { ...light, ...declared(block(':root:not([data-scheme="light"]) {')) },
  "dark by choice": { ...light, ...declared(block(':root[data-scheme="dark"] {')) },
};

function color(tokens, name) {
  const value = tokens[name];
  const other = /^var\(--([\w-]+)\)$/.exec(value ?? "");
  return other ? color(tokens, other[1]) : value;
}

function luminance(hex) {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

function contrast(one, other) {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

const PAIRS = [
  ["text", "page"], ["text", "field"], ["text", "sunken"], ["text", "brand-soft"], ["text", "signal-soft"],
  ["text-quiet", "page"], ["text-quiet", "field"], ["text-quiet", "sunken"], ["brand", "page"], ["brand-strong", "page"],
  ["brand-strong", "brand-soft"], ["on-brand", "brand"], ["on-brand", "brand-strong"], ["signal", "page"],
  ["signal", "signal-soft"], ["signal-strong", "signal-soft"], ["on-signal", "signal"], ["page", "text"],
  ["on-brand", "band-1"], ["text", "band-2"], ["text", "band-3"],
];

for (const [scheme, tokens] of Object.entries(SCHEMES)) {
  test(`${scheme}: every ink is read on every ground it stands on`, () => {
    for (const [ink, ground] of PAIRS) {
      const found = contrast(color(tokens, ink), color(tokens, ground));
      assert.ok(found >= LEAST_TEXT, `${ink} on ${ground}: ${found.toFixed(2)}`);
    }
  });

  test(`${scheme}: edges of fields and the focus are seen`, () => {
    for (const [line, ground] of [["edge", "page"], ["edge", "field"], ["focus", "page"], ["brand", "line"]]) {
      const found = contrast(color(tokens, line), color(tokens, ground));
      assert.ok(found >= LEAST_EDGE, `${line} on ${ground}: ${found.toFixed(2)}`);
    }
  });
}

test("the two dark schemes are one", () => {
  assert.deepEqual(SCHEMES["dark by choice"], SCHEMES["dark by the system"]);
});
