"""Knows what a page copies, as one finds it on pasting into a field that is there only for that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page

from .reading import until

# What the clipboard holds before, so that nothing that was copied earlier is taken for what is copied now.
NOTHING = "Nothing was copied."

PLACE = """() => {
  const place = document.createElement('textarea');
  place.id = 'paste';
  (document.querySelector('dialog:modal') ?? document.body).append(place);
}"""


@contextmanager
def _place(page: Page) -> Iterator[Locator]:
    page.evaluate(PLACE)
    yield page.locator("#paste")
    page.evaluate("() => document.getElementById('paste').remove()")


def copied(page: Page, copy: Callable[[], None]) -> str:
    """What `copy` puts into the clipboard."""
    with _place(page) as field:
        field.fill(NOTHING)
        field.press("Control+a")
        field.press("Control+x")
    copy()
    found = ""

    def has_come() -> bool:
        nonlocal found
        field.fill("")
        field.press("Control+v")
        found = field.input_value()
        return found not in ("", NOTHING)
    with _place(page) as field:
        until(page, has_come, "nothing was copied")
    return found
