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
export function post(path, body = {}, options = {}) { return request(path, posted(body, options)); }

/**
 * @param {string} path @param {object} body
 * @param {{csrf?: string, timeoutMilliseconds?: number}} [options] how long may be waited for a file that is made first
 * @returns {Promise<Blob>} the file that is answered; throws HTTPFailure
 */
export function postForFile(path, body, options = {}) {
  return request(path, posted(body, options), (answer) => answer.blob(), options.timeoutMilliseconds);
}

/** @param {object} body @param {{csrf?: string}} options @returns {RequestInit} */
function posted(body, options) {
  const headers = { "Content-Type": "application/json" };
  const whole = options.csrf ? { ...body, csrf: options.csrf } : body;
  return { method: "POST", headers, body: JSON.stringify(whole) };
}

/** @param {string} path @returns {Promise<any>} the answer; throws HTTPFailure */
export function get(path) { return request(path, { method: "GET" }); }

/**
 * @param {string} path @param {RequestInit} init
 * @param {(answer: Response) => Promise<any>} [read] how an answer that is no failure is read; as JSON if missing
 * @param {number} [milliseconds] how long it may take
 */
async function request(path, init, read, milliseconds = TIMEOUT_MILLISECONDS) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), milliseconds);
  try {
    const answer = await fetch(path, {
      ...init, credentials: "same-origin", cache: "no-store", signal: stop.signal,
    });
    if (answer.ok && read) return await read(answer);
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

/**
 * Runs a request; resolves with what went wrong, or null.
 * @param {() => Promise<unknown>} request @returns {Promise<HTTPFailure|null>}
 */
export async function failureOf(request) {
  try {
    await request();
    return null;
  } catch (failure) {
    return failure instanceof HTTPFailure ? failure : new HTTPFailure("failed", 0);
  }
}
