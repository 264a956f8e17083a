// The table of Tests/Data/vectors/agenda-check.json, which the server's own check is tested with too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import "./with-limits.js";
import { actualTalkBudget, findings, talkBudget } from "../../Web/console/prepare/agenda-check.js";

const table = JSON.parse(readFileSync(new URL("../Data/vectors/agenda-check.json", import.meta.url), "utf8"));

function item(text) {
  const [, kind, minutes, size, asks, title] = /^(\S+) (\d+)(?: of (\d+))?( asking)?: (.*)$/.exec(text);
  return { kind, title, timeboxSeconds: Number(minutes) * 60, note: null,
    breakout: size ? { choice: "mix", size: Number(size) } : undefined, prompts: asks ? [{ kind: "open" }] : undefined };
}

for (const line of table) {
  test(`agenda check: ${line.given}`, () => {
    const plan = line.plan.map(item);
    const said = findings(plan).map(({ code, index, found, limit }) =>
      [code, ...[index, found, limit].map((one) => one ?? "-")].join(" ").replace(/( -)+$/, ""));
    assert.deepEqual(said, line.findings);
    const { talkSeconds, allSeconds } = talkBudget(plan);
    assert.equal(`${talkSeconds} of ${allSeconds}`, line.talk);
  });
}

test("the actual budget counts the time segments were open", () => {
  const agenda = [
    { kind: "talk", runs: [{ from: 0, to: 600_000 }, { from: 900_000, to: 960_000 }] },
    { kind: "hands-on", runs: [{ from: 600_000, to: 900_000 }] }, { kind: "reflection", runs: [{ from: 960_000 }] },
  ];
  assert.deepEqual(actualTalkBudget(agenda, 1_260_000), { talkSeconds: 660, allSeconds: 1_260, percent: 52 });
});
