// Knows the server's clock, estimated from pings: the sample with the shortest round trip is the best one.
// One ticker for the whole page, so that every countdown changes in the same moment.

const KEPT_SAMPLES = 8;
const JUMP_MILLISECONDS = 500;

/** @typedef {{offset: number, trip: number}} Sample */
/** @type {Sample[]} */
let samples = [];
/** @type {Set<(now: number) => void>} */
const listeners = new Set();
/** @type {ReturnType<typeof setTimeout>|undefined} */
let timer;

/**
 * Takes in one exchange. All times in milliseconds; `sent` and `received` by this device's clock.
 * @param {number} sent @param {number} server the server's clock while the message was there @param {number} received
 */
export function addSample(sent, server, received) {
  const trip = Math.max(0, received - sent);
  const sample = { offset: server - (sent + trip / 2), trip };
  const best = bestSample();
  // Further away than both round trips explain: somebody set this device's clock, so what was known is void.
  if (best && Math.abs(best.offset - sample.offset) > (best.trip + trip) / 2 + JUMP_MILLISECONDS) samples = [];
  samples = [...samples, sample].slice(-KEPT_SAMPLES);
}

function bestSample() {
  return samples.reduce((/** @type {Sample|undefined} */ best, sample) =>
    (best && best.trip <= sample.trip ? best : sample), undefined);
}

/** Milliseconds to add to this device's clock. */
export function offsetMilliseconds() { return bestSample()?.offset ?? 0; }

/** Server time in milliseconds since 1970. */
export function now() { return Date.now() + offsetMilliseconds(); }

/** Forgets all samples; for tests. */
export function resetClock() { samples = []; }

/**
 * Calls back once a second, at the turn of the server's second, and at once.
 * @param {(now: number) => void} listener @returns {() => void} to stop it
 */
export function tick(listener) {
  listeners.add(listener);
  listener(now());
  if (timer === undefined) schedule();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearTimeout(timer);
      timer = undefined;
    }
  };
}

function schedule() {
  timer = setTimeout(() => {
    const moment = now();
    for (const listener of listeners) listener(moment);
    if (listeners.size > 0) schedule();
  }, 1000 - (Math.floor(now()) % 1000) + 5);
}
