// A few of the random runs; `node Tests/Web/runs/main.js` has all of them. What fails says its seed.
import assert from "node:assert/strict";
import { test } from "node:test";
import "./with-limits.js";
import { run } from "./runs/run.js";

const RUNS = 15;
const first = Number(process.env.STAFFROOM_SEED ?? Math.floor(Math.random() * 1_000_000));

test(`nothing typed is lost, and nothing comes twice, in ${RUNS} random runs from seed ${first}`, async () => {
  let typed = 0;
  let stored = 0;
  for (let seed = first; seed < first + RUNS; seed += 1) {
    const sum = await run(seed).catch((failure) => { throw new Error(`STAFFROOM_SEED=${seed}`, { cause: failure }); });
    typed += sum.typed;
    stored += sum.stored;
  }
  // Runs in which nobody gets a word in would prove nothing.
  assert.ok(typed > RUNS * 20 && stored > typed / 5, `${stored} of ${typed}`);
});
