// Knows the height that is left above an on-screen keyboard, for browsers that draw the keyboard over the page.

/** Keeps the custom property `--viewport` at the visible height, in pixels. */
export function followViewport() {
  const visual = window.visualViewport;
  if (!visual) return;
  const follow = () => {
    // A page that is zoomed by hand is smaller too; that is no keyboard.
    if (visual.scale > 1.01) return;
    document.documentElement.style.setProperty("--viewport", `${Math.round(visual.height)}px`);
    // Safari scrolls the page under the keyboard instead of making it smaller.
    if (visual.offsetTop > 0) scrollTo(0, 0);
  };
  visual.addEventListener("resize", follow);
  visual.addEventListener("scroll", follow);
  follow();
}
