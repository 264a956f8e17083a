"""Knows what lies over what on a page: controls that cannot be hit, and texts that stand on each other."""

from playwright.sync_api import Page

# What of a box can be seen: cut by the window and by everything around it that hides what runs over.
CUT = """const cut = (one, box) => {
  let [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top),
    Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
  for (let above = one.parentElement; above; above = above.parentElement) {
    const style = getComputedStyle(above);
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
    const around = above.getBoundingClientRect();
    [left, top] = [Math.max(left, around.left), Math.max(top, around.top)];
    [right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)];
  }
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};
const named = (one) => `${one.tagName}.${one.className}: ${(one.textContent || one.value || '').slice(0, 40)}`;"""

# A control is covered when the point in the middle of what is seen of it belongs to something else.
COVERED = """() => {
  %s
  return [...document.querySelectorAll('button, a[href], input, textarea, select, summary')].flatMap((one) => {
    if (!one.checkVisibility({visibilityProperty: true}) || one.closest('.visually-hidden, .skip-link')) return [];
    // A link that breaks over lines is hit on its first line.
    const box = cut(one, one.getClientRects()[0]);
    if (box.width < 4 || box.height < 4) return [];
    const at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    const label = one.closest('label');
    if (at && (one.contains(at) || at.contains(one) || label?.contains(at))) return [];
    return [`${named(one)} is under ${at ? named(at) : 'nothing'}`];
  });
}""" % CUT

# Two pieces of text are on each other when what is seen of their lines meets by more than a hair.
ON_EACH_OTHER = """() => {
  %s
  const HAIR = 3;
  const pieces = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode, one = text.parentElement;
    if (!text.textContent.trim() || !one.checkVisibility({visibilityProperty: true})) continue;
    if (one.closest('.visually-hidden, .skip-link, option') || getComputedStyle(one).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const box = cut(text, line);
      // A line is taken at two thirds of its height: letters do not fill it.
      const inset = box.height / 6;
      if (box.width > 1 && box.height > 4) {
        pieces.push({ one, left: box.left, right: box.right, top: box.top + inset, bottom: box.bottom - inset });
      }
    }
  }
  const found = new Set();
  pieces.forEach((a, index) => pieces.slice(index + 1).forEach((b) => {
    if (a.one === b.one) return;
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > HAIR && high > HAIR) found.add(`${named(a.one)} and ${named(b.one)}`);
  }));
  return [...found];
}""" % CUT


def overlaps(page: Page) -> list[str]:
    """What is covered on the page as it is now; empty when all is well."""
    return [f"covered: {one}" for one in page.evaluate(COVERED)] + [
        f"on each other: {one}" for one in page.evaluate(ON_EACH_OTHER)]
