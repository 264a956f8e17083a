// Knows how a page is kept for a reload without a network: it tells the worker what it consists of. Only a page of a
// release, whose parts never change under their names, and only where browsers allow workers: by TLS, or at home.
import { isRelease } from "./files.js";

/** Once the page is up; what it loads later is told, too. */
export async function keepPage() {
  if (!isRelease || !isSecureContext || !("serviceWorker" in navigator)) return;
  try {
    const address = new URL("/worker.js", location.href).href;
    await navigator.serviceWorker.register(/** @type {any} */ (trusted(address)));
    const { active } = await navigator.serviceWorker.ready;
    /** @type {Set<string>} */
    const parts = new Set();
    new PerformanceObserver((list) => {
      const before = parts.size;
      for (const { name } of list.getEntries()) if (new URL(name).pathname.startsWith("/hashed/")) parts.add(name);
      if (parts.size > before) active?.postMessage({ path: location.pathname, parts: [...parts] });
    }).observe({ type: "resource", buffered: true });
  } catch {
    // A private window may refuse; then a reload needs the network, as everywhere else.
  }
}

/**
 * The page lets no script in by a plain text.
 * @param {string} address
 */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (window);
  return trustedTypes?.createPolicy("staffroom.worker", { createScriptURL: (/** @type {string} */ text) => text })
    .createScriptURL(address) ?? address;
}
