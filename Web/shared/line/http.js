// Knows how the pages talk HTTP: JSON both ways, and every failure is an HTTPFailure with a code the locales name.

const TIMEOUT_MILLISECONDS = 15_000;

/** What went wrong, with the server's code, or "offline" when there was no answer, "failed" when it made no sense. */
export class HTTPFailure extends Error {
  /**
   * @param {string} code @param {number} status 0 without an answer
   * @param {{detail?: string, waitMilliseconds?: number, limit?: number}} [more]
   */
  constructor(code, status, more = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.detail = more.detail;
    this.waitMilliseconds = more.waitMilliseconds;
    this.limit = more.limit;
  }
}

/**
 * @param {string} path @param {object} [body] @param {{csrf?: string}} [options]
 * @returns {Promise<any>} the answer; throws HTTPFailure
 */
export function post(path, body = {}, options = {}) {
  const headers = { "Content-Type": "application/json" };
  const whole = options.csrf ? { ...body, csrf: options.csrf } : body;
  return request(path, { method: "POST", headers, body: JSON.stringify(whole) });
}

/** @param {string} path @returns {Promise<any>} the answer; throws HTTPFailure */
export function get(path) { return request(path, { method: "GET" }); }

/** @param {string} path @param {RequestInit} init */
async function request(path, init) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MILLISECONDS);
  try {
    const answer = await fetch(path, {
      ...init, credentials: "same-origin", cache: "no-store", signal: stop.signal,
    });
    const body = await answer.json().catch(() => null);
    if (answer.ok) return body ?? {};
    throw new HTTPFailure(body?.error?.code ?? "failed", answer.status, body?.error);
  } catch (failure) {
    if (failure instanceof HTTPFailure) throw failure;
    throw new HTTPFailure("offline", 0);
  } finally {
    clearTimeout(timer);
  }
}
