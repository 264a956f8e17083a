// Knows the oldest browsers that the pages are written for, and says so, in both languages, where the browser is older
// or where anything fails while the page comes in. Written as one wrote in 2009: what is older has to be able to read
// it, too. The words stand in the page itself, because nothing can be fetched for certain here.
(function () {
  "use strict";

  /* One thing each that came last to one of them: Safari 15.4, Chrome 99, Samsung Internet 18, Firefox 98. */
  function isOld() {
    return !("noModule" in document.createElement("script")) || !Object.hasOwn || !Array.prototype.at
      || !("CSSLayerBlockRule" in window) || !window.HTMLDialogElement || !window.HTMLDialogElement.prototype.showModal;
  }

  /* Whether there is something to see that is more than "coming in". */
  function stands() {
    var place = document.getElementById("app") || document.getElementById("main");
    return Boolean(place && place.firstElementChild && !place.querySelector(".state-coming"));
  }

  /* A page that arrives after all takes the words back. */
  /** @param {Element} box */
  function follow(box) {
    var watcher = new MutationObserver(function () {
      if (!stands()) return;
      box.setAttribute("hidden", "");
      watcher.disconnect();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  }

  /** @param {string} id */
  function tell(id) {
    var box = document.getElementById(id);
    if (!box) {
      // The page is still being read.
      document.addEventListener("DOMContentLoaded", function () { tell(id); });
      return;
    }
    if (!box.hasAttribute("hidden")) return;
    box.removeAttribute("hidden");
    if (id === "fell" && window.MutationObserver) follow(box);
  }

  /** @param {Event} event */
  function fail(event) {
    // A part that did not arrive is asked for again by boot.js, which says "fell" when it gives up.
    var isPart = event.target !== window && event.target !== null;
    if (!isPart && !stands()) tell("fell");
  }

  if (isOld()) {
    tell("old");
    return;
  }
  window.addEventListener("error", fail, true);
  window.addEventListener("unhandledrejection", fail);
  window.addEventListener("fell", fail);
})();
