// Knows how a page gets what it cannot begin without: texts and limits. It asks until they are there, and says meanwhile,
// in the words that stand in the page itself, that it did not open as it should (floor.js).

const LONGEST_MILLISECONDS = 15_000;
const FIRST_PAUSE_MILLISECONDS = 1_000;
const LONGEST_PAUSE_MILLISECONDS = 16_000;

/**
 * A file as JSON; one that does not come in time has failed.
 * @param {URL} address @returns {Promise<any>}
 */
export async function fetchFile(address) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST_MILLISECONDS);
  try {
    const answer = await fetch(address, { signal: stop.signal });
    if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
    return await answer.json();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Until it works: what has come is not fetched again.
 * @param {() => Promise<unknown>} fetchAll
 */
export async function insist(fetchAll) {
  for (let pause = FIRST_PAUSE_MILLISECONDS; ; pause = Math.min(LONGEST_PAUSE_MILLISECONDS, pause * 2)) {
    try {
      await fetchAll();
      return;
    } catch {
      dispatchEvent(new Event("fell"));
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }
}
