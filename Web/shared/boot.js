// Knows what to do when a part of the page did not arrive: load it again, a few times, ever later. A module whose
// request was cut is not asked for again by the browser, and the page would stay empty.
(() => {
  const KEY = "staffroom.reloads";
  const MOST = 6;
  const FIRST_MILLISECONDS = 1_000;

  addEventListener("error", (event) => {
    const { target } = event;
    const isPart = target instanceof HTMLScriptElement || target instanceof HTMLLinkElement;
    if (!isPart) return;
    const before = Number(sessionStorage.getItem(KEY) ?? 0);
    if (before >= MOST) {
      dispatchEvent(new Event("fell"));
      return;
    }
    sessionStorage.setItem(KEY, String(before + 1));
    setTimeout(() => location.reload(), FIRST_MILLISECONDS * 2 ** before);
  }, true);

  addEventListener("load", () => sessionStorage.removeItem(KEY));
})();
