// Every limit that a page names is in limits.json, and no page writes one by itself.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { bounds, canBeDoneForOthers, limit } from "../../Web/shared/limits.js";
import { LIMITS } from "./with-limits.js";

const web = new URL("../../Web/", import.meta.url);
const files = readdirSync(web, { recursive: true }).filter((name) => /\.(js|html)$/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, web), "utf8") }));

test("every limit that a page names is in the file", () => {
  let count = 0;
  for (const { name, text } of files.filter((one) => one.text.includes("/limits.js\""))) {
    for (const [whole, table, argument] of text.matchAll(/(?<![.\w])(limit|bounds)\(([^)]*)\)/g)) {
      count += 1;
      const known = argument.match(/^"(\w+)"$/)?.[1];
      assert.ok(known, `${name}: ${whole} does not name its limit`);
      assert.ok(Object.hasOwn(table === "limit" ? LIMITS.limits : LIMITS.bounds, known), `${name}: ${whole}`);
    }
  }
  assert.ok(count > 20);
});

test("no page has a length of its own", () => {
  for (const { name, text } of files) {
    assert.doesNotMatch(text, /maxlength\W{0,4}[\s=:"'`{(]*\d/i, `${name} has a length of its own`);
    for (const [whole] of text.matchAll(/\bconst [A-Z_]*LENGTH = .*/g)) {
      assert.match(whole, /^const (CODE|QUOTE)_LENGTH = /, `${name}: ${whole}`);
    }
  }
});

test("an unknown limit throws, with its name", () => {
  assert.equal(limit("nameLength"), LIMITS.limits.nameLength);
  assert.deepEqual(bounds("tables"), LIMITS.bounds.tables);
  for (const ask of [limit, bounds]) assert.throws(() => ask("shoeSize"), /shoeSize/);
  assert.throws(() => limit("toString"), /toString/);
});

test("what can be done for others is the server's table", () => {
  assert.ok(canBeDoneForOthers("raiseHand"));
  assert.ok(!canBeDoneForOthers("endMeeting"));
  assert.deepEqual(LIMITS.doneForOthers.filter(canBeDoneForOthers), LIMITS.doneForOthers);
});

test("nobody asks before the file is there", async () => {
  const fresh = await import("../../Web/shared/limits.js?fresh");
  assert.throws(() => fresh.limit("nameLength"), /yet/);
  assert.throws(() => fresh.canBeDoneForOthers("raiseHand"), /yet/);
});
