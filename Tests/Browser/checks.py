"""Knows what every page must hold in every state: axe finds nothing, it fits, and a thumb can hit what it should."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .contrast import RULE, contrasts

# Nothing of other places is on the pages; contrast is looked at by itself.
AXE_OPTIONS = {"resultTypes": ["violations"], "preload": False, "selectors": False,
               "rules": {"target-size": {"enabled": True}, RULE: {"enabled": False}}}
TARGET_PIXELS = 44

# All that is on the page, in which size and in which state of its fields.
SHOWN = """() => JSON.stringify([innerWidth, innerHeight, document.documentElement.outerHTML,
  [...document.querySelectorAll('input, select, textarea')].map((one) => [one.value, one.checked]),
  [...document.querySelectorAll(':popover-open, dialog:modal')].length])"""

# Text that is cut off although nobody may scroll to the rest; one pixel is rounding.
CLIPPED = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const style = getComputedStyle(one);
  if (!one.checkVisibility({visibilityProperty: true, opacityProperty: true})) return false;
  if (one.closest('.visually-hidden, .skip-link, svg') || style.clipPath === 'inset(50%)') return false;
  if (![...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())) return false;
  const across = ['hidden', 'clip'].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
  const down = ['hidden', 'clip'].includes(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
  const cut = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
  return (across || down) && !(cut && one.closest('[data-may-shorten]'));
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`)"""

# Whatever runs out of the window sideways, even where the page hides it.
OUTSIDE = """() => [...document.querySelectorAll('body *')].filter((one) => {
  if (!one.checkVisibility({visibilityProperty: true}) || one.closest('.visually-hidden, .skip-link')) return false;
  // What a name that may be cut holds is cut with it.
  if (one.parentElement?.closest('[data-may-shorten]')) return false;
  const box = one.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return false;
  return box.right > innerWidth + 1 || box.left < -1;
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`)"""

# A target is the control with its label, as far as it can be hit.
SMALL = """(least) => [...document.querySelectorAll(
    'button, a[href], input, select, textarea, summary, [role=button], [role=tab]')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest('.visually-hidden, .skip-link'))
  .filter((one) => !['hidden', 'file'].includes(one.type))
  .filter((one) => !(one.matches('a') && getComputedStyle(one).display === 'inline'))
  .map((one) => {
    const label = one.matches('[type=checkbox], [type=radio]') ? one.closest('label') : null;
    return [one, (label ?? one).getBoundingClientRect()];
  })
  .filter(([, box]) => box.width > 0 && (box.width < least - 0.5 || box.height < least - 0.5))
  .map(([one, box]) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)} `
    + `${Math.round(box.width)}x${Math.round(box.height)}`)"""

# A key that shows itself is a text that is missing; so is a parameter that nobody filled in.
UNSAID = r"""() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent;
    if (/^(announcement|bar|buddies|cards|chat|common|console|door|error|forming|gone|group|harvest|join|matching|now|place|rejection|said|signal|strip|takeaway|topics|turns|wall)\.[\w.]+$/.test(text.trim())
      || /\{\w+\}|undefined|\bNaN\b/.test(text)) found.push(text);
  }
  return found;
}"""


def barriers(page: Page) -> list[str]:
    """The rules and places that axe finds on the page as it is now."""
    # Half a megabyte of script; once for each document is enough.
    if page.evaluate("!window.axe"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("(options) => axe.run(options)", AXE_OPTIONS)["violations"] + contrasts(page)
    return [f"axe {one['id']} ({one['impact']}): {node['html'][:200]} {node['failureSummary']}"
            for one in found for node in one["nodes"]]


def problems(page: Page, is_phone: bool) -> list[str]:
    """What does not fit on the page as it is now; empty when all is well."""
    found = []
    width, inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if width > inner:
        found.append(f"scrolls sideways: {width} > {inner}")
    found += [f"clipped: {one}" for one in page.evaluate(CLIPPED)]
    found += [f"outside the window: {one}" for one in page.evaluate(OUTSIDE)]
    found += [f"not said: {one}" for one in page.evaluate(UNSAID)]
    if is_phone:
        found += [f"too small: {one}" for one in page.evaluate(SMALL, TARGET_PIXELS)]
    return found
