// Knows the server's clock, estimated from pings: each says between which bounds the offset lies, and together they say
// more than the best of them, because one was quick on the way there and another on the way back.
// One ticker for the whole page, so that every countdown changes in the same moment.

const KEPT_SAMPLES = 8;
const JUMP_MILLISECONDS = 500;

/** @typedef {{least: number, most: number}} Sample */
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
  const sample = { least: server - Math.max(sent, received), most: server - sent };
  const { least, most } = bounds();
  // Outside of what all the others say: somebody set this device's clock, so what was known is void.
  if (sample.least > most + JUMP_MILLISECONDS || sample.most < least - JUMP_MILLISECONDS) samples = [];
  samples = [...samples, sample].slice(-KEPT_SAMPLES);
}

/** What all samples have in common. @returns {Sample} */
function bounds() {
  return {
    least: Math.max(...samples.map((sample) => sample.least)),
    most: Math.min(...samples.map((sample) => sample.most)),
  };
}

/** Milliseconds to add to this device's clock. */
export function offsetMilliseconds() {
  const { least, most } = bounds();
  return samples.length > 0 ? (least + most) / 2 : 0;
}

/** The least that it can be: what was written here was certainly not written earlier by the server's clock. */
export function leastOffsetMilliseconds() { return samples.length > 0 ? Math.floor(bounds().least) : 0; }

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
