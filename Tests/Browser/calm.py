"""Knows how calm a page is: how many of its texts are bold, how many buttons are filled, what lies over something else."""

from playwright.sync_api import Page

MOST_BOLD, OF_TEXTS = 15, 200

# Every text that is seen, and those of them that are semibold or bolder.
WEIGHTS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const all = [], bold = [];
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(), one = walk.currentNode.parentElement;
    if (!text || !one.checkVisibility({visibilityProperty: true}) || one.closest('.visually-hidden, .skip-link')) continue;
    all.push(text);
    if (Number(getComputedStyle(one).fontWeight) >= 600) bold.push(text);
  }
  return [all.length, bold];
}"""

# Buttons with the ground of the one thing to do now.
FILLED = """() => {
  const probe = document.createElement('span');
  probe.style.backgroundColor = 'var(--brand)';
  document.body.append(probe);
  const brand = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll('button, a')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).backgroundColor === brand)
    .map((one) => one.textContent);
}"""

# Texts and controls of which more than a sliver lies under another one, as far as both are in sight: what is scrolled
# away, or comes only with the pointer, covers nothing.
OVERLAPS = """() => {
  const SLIVER = 3;
  const cut = (box, one) => {
    let seen = {left: box.left, top: box.top, right: box.right, bottom: box.bottom};
    for (let up = one; up && up !== document.body; up = up.parentElement) {
      const {overflowX, overflowY} = getComputedStyle(up);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const around = up.getBoundingClientRect();
      seen = {left: Math.max(seen.left, around.left), top: Math.max(seen.top, around.top),
        right: Math.min(seen.right, around.right), bottom: Math.min(seen.bottom, around.bottom)};
    }
    return seen;
  };
  const parts = [];
  const modal = document.querySelector('dialog:modal');
  for (const one of (modal ?? document.body).querySelectorAll('*')) {
    if (one.closest('.visually-hidden, .skip-link, svg, option, .icon')) continue;
    if (!one.checkVisibility({visibilityProperty: true, opacityProperty: true})) continue;
    if ([...(function* () { for (let up = one; up; up = up.parentElement) yield up; })()]
      .some((up) => getComputedStyle(up).clipPath === 'inset(50%)')) continue;
    const texts = [...one.childNodes].filter((child) => child.nodeType === 3 && child.textContent.trim());
    const isField = one.matches('input, textarea, select');
    const boxes = isField ? [one.getBoundingClientRect()] : texts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      // Large letters have a box higher than their line; what counts is the line.
      const line = parseFloat(getComputedStyle(one).lineHeight) || Infinity;
      return [...range.getClientRects()].map((box) => {
        const more = Math.max(0, box.height - line) / 2;
        return {left: box.left, right: box.right, top: box.top + more, bottom: box.bottom - more};
      });
    });
    for (const box of boxes) {
      const seen = cut(box, one);
      if (seen.right - seen.left > SLIVER && seen.bottom - seen.top > SLIVER) parts.push([one, seen]);
    }
  }
  const found = [];
  const name = (one) => `${one.tagName}.${one.className} ${(one.textContent || one.placeholder || '').slice(0, 40)}`;
  parts.forEach(([one, a], index) => {
    for (const [other, b] of parts.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Lines of text stand close: their boxes touch, their letters do not.
      if (wide > SLIVER && high > Math.max(SLIVER, 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top))) {
        found.push(`${name(one)} | ${name(other)}`);
      }
    }
  });
  return found;
}"""


def unrest(page: Page) -> list[str]:
    """What makes the page as it is now louder than it should be; empty when it is calm."""
    found = []
    texts, bold = page.evaluate(WEIGHTS)
    # A page with few texts may have its few bold ones: the leading act, the present time, who speaks.
    if len(bold) * OF_TEXTS > MOST_BOLD * max(texts, OF_TEXTS):
        found.append(f"{len(bold)} of {texts} texts are bold: {bold}")
    filled = page.evaluate(FILLED)
    if len(filled) > 1:
        found.append(f"{len(filled)} buttons are filled: {filled}")
    found += [f"overlap: {one}" for one in page.evaluate(OVERLAPS)]
    return found
