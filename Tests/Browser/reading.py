"""Knows how a test reads what a page says: once it is there. Nothing else here asks a page for something at an instant."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

# How long a test waits for what must come. It is no promise: a busy machine may need long.
TIMEOUT_MILLISECONDS = 60_000
LOOK_AGAIN_MILLISECONDS = 50
LOOKS, SETTLING_MILLISECONDS = 3, 300

SOMETHING = re.compile(r"\S")
# Two frames later whatever was asked for has been laid out and painted.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def text_of(place: Locator, pattern: re.Pattern = SOMETHING) -> str:
    """The text of a place, once it has one like that."""
    expect(place).to_have_text(pattern)
    return (place.text_content() or "").strip()


def words_of(place: Locator) -> str:
    """All that can be read in a place, as it is shown, once there is something."""
    expect(place).to_have_text(SOMETHING)
    return place.inner_text()


def texts_of(places: Locator, count: int) -> list[str]:
    """The texts of so many places, once so many are there."""
    expect(places).to_have_count(count)
    return places.all_text_contents()


def value_of(field: Locator) -> str:
    """What stands in a field, once something does."""
    expect(field).to_have_value(SOMETHING)
    return field.input_value()


def attribute_of(place: Locator, name: str) -> str:
    """An attribute, once it is there."""
    expect(place).to_have_attribute(name, SOMETHING)
    return place.get_attribute(name) or ""


def is_first(one: Locator, other: Locator) -> bool:
    """Which of two is shown, once one of them is: for what depends on the size of a page or on where one is."""
    expect(one.or_(other).filter(visible=True).first).to_be_visible()
    return one.is_visible()


def unfold(fold: Locator) -> Locator:
    """Opens a fold, unless it is open already."""
    expect(fold).to_be_visible()
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    expect(fold).to_have_attribute("open", "")
    return fold


def until(page: Page, holds: Callable[[], object], what: str = "") -> None:
    """Waits for something that no locator can say; the page goes on meanwhile."""
    deadline = time.monotonic() + TIMEOUT_MILLISECONDS / 1000
    while not holds():
        assert time.monotonic() < deadline, what or "it never came to be so"
        page.wait_for_timeout(LOOK_AGAIN_MILLISECONDS)


def drawn(page: Page) -> None:
    """Waits until the page was laid out and painted, as after another size."""
    page.evaluate(DRAWN)


def lasting(page: Page, look: Callable[[], list[str]]) -> list[str]:
    """What is wrong on a page and stays so: what is found while something is just being drawn is looked for again."""
    found = look()
    for _ in range(LOOKS - 1):
        if not found:
            break
        page.wait_for_timeout(SETTLING_MILLISECONDS)
        found = look()
    return found
