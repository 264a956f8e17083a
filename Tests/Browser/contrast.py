"""Knows which texts of a page have to be looked at for their contrast: each of its colours on its grounds once.

More than half of what axe takes is the contrast of every text, and most texts have the colours of others that were looked
at: in a list, on the page of the next person, in the test before. What was found wanting, or could not be told, is looked
at every time."""

from playwright.sync_api import Page

RULE = "color-contrast"

# Which colours, sizes and grounds a text has: its own, those of all it stands in, and those of what else lies there.
LOOK = """async (known) => {
  const seen = new Set(known), grounds = new Map();
  const number = (text) => {
    let sum = 7;
    for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 9007199254740;
    return sum;
  };
  const ground = (one) => {
    if (!one) return '';
    if (!grounds.has(one)) {
      const of = getComputedStyle(one);
      grounds.set(one, [ground(one.parentElement), of.backgroundColor, of.backgroundImage, of.opacity, of.filter,
        of.mixBlendMode, one.matches(':disabled, [aria-disabled=true]')].join(';'));
    }
    return grounds.get(one);
  };
  const others = (one) => {
    const box = one.getBoundingClientRect();
    return document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      .filter((other) => !other.contains(one) && !one.contains(other)).map((other) => {
        const of = getComputedStyle(other);
        return `${of.backgroundColor} ${of.backgroundImage} ${of.opacity}`;
      }).join(';');
  };
  const fresh = new Map();
  for (const one of document.querySelectorAll('body *')) {
    const hasText = one.matches('input, textarea, select')
      || [...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!hasText || !one.checkVisibility({ visibilityProperty: true })) continue;
    const of = getComputedStyle(one);
    const mark = number([one.tagName, of.color, of.fontSize, of.fontWeight, of.textShadow, ground(one), others(one)].join('|'));
    if (!seen.has(mark) && !fresh.has(mark)) fresh.set(mark, one);
  }
  if (fresh.size === 0) return [[], []];
  const found = await axe.run({ include: [...fresh.values()] }, { elementRef: true, preload: false, selectors: false,
    runOnly: ['color-contrast'], resultTypes: ['violations', 'incomplete'] });
  const wanting = new Set([...found.violations, ...found.incomplete].flatMap(({ nodes }) => nodes.map(({ element }) => element)));
  const violations = found.violations.map(({ id, impact, nodes }) => ({ id, impact,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }));
  return [violations, [...fresh].filter(([, one]) => !wanting.has(one)).map(([mark]) => mark)];
}"""

_known: set[int] = set()


def contrasts(page: Page) -> list[dict]:
    """The violations among the texts whose colours were not seen before; axe is on the page already."""
    violations, seen = page.evaluate(LOOK, list(_known))
    _known.update(seen)
    return violations
