// Knows what the browser says of the network and of its page: that it is back, and that it has gone.

/**
 * Listens until it is stopped.
 * @param {() => void} onBack the network or the person is back @param {() => void} onGone the network has gone, perhaps
 * @returns {() => void} stops it
 */
export function listenToNetwork(onBack, onGone) {
  const wake = () => { if (isInFront()) onBack(); };
  document.addEventListener("visibilitychange", wake);
  document.addEventListener("resume", wake);
  addEventListener("online", wake);
  addEventListener("pageshow", wake);
  addEventListener("offline", onGone);
  return () => {
    document.removeEventListener("visibilitychange", wake);
    document.removeEventListener("resume", wake);
    removeEventListener("online", wake);
    removeEventListener("pageshow", wake);
    removeEventListener("offline", onGone);
  };
}

/** Whether somebody may be looking at the page. */
export function isInFront() { return document.visibilityState !== "hidden"; }
