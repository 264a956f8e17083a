// Runs the random runs: `node Tests/Web/runs/main.js [COUNT] [SEED]`. The seed of what fails is printed, and alone it is
// run by `node Tests/Web/runs/main.js 1 SEED`.
import "../with-limits.js";
import { run } from "./run.js";

const [count = 200, first = Math.floor(Math.random() * 1_000_000)] = process.argv.slice(2).map(Number);
const sum = { typed: 0, stored: 0, kept: 0 };
for (let seed = first; seed < first + count; seed += 1) {
  try {
    const { typed, stored, kept } = await run(seed);
    Object.assign(sum, { typed: sum.typed + typed, stored: sum.stored + stored, kept: sum.kept + kept });
  } catch (failure) {
    console.error(`seed ${seed}:`, failure);
    process.exitCode = 1;
  }
}
console.log(`${count} runs from seed ${first}: ${sum.typed} words typed, ${sum.stored} stored once, ${sum.kept} still on their device`);
