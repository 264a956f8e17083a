"""Knows where things stand, all at one instant: between two measurements a page may scroll or draw anew."""

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator

from .reading import until


class Box(NamedTuple):
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def stand(holds: Callable[..., bool], *parts: Locator) -> None:
    """Waits until things stand as they should; `holds` is given their boxes as one look at the page shows them."""
    seen: list[Box] = []

    def look() -> bool:
        seen[:] = _boxes(parts)
        return holds(*seen)
    until(parts[0].page, look, f"they do not stand as they should: {seen}")


def _boxes(parts: tuple[Locator, ...]) -> list[Box]:
    handles = [part.element_handle() for part in parts]
    found = parts[0].page.evaluate(
        "(nodes) => nodes.map((one) => { const box = one.getBoundingClientRect(); return [box.top, box.bottom]; })",
        handles)
    return [Box(*box) for box in found]
