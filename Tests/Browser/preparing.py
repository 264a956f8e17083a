"""Knows how a coordinator plans in the console, and how long a person would need for it."""

import json

from playwright.sync_api import Locator, expect

from .console import Console
from .server import ROOT

SAMPLE = json.loads((ROOT / "Config" / "sample.json").read_text())

# The keystroke-level model of Card, Moran and Newell: an average typist, and thinking before each step.
KEY_SECONDS, POINT_SECONDS, THINK_SECONDS = 0.28, 1.1, 1.35


class Hands:
    """Clicks and types key by key, and counts what that costs a person."""

    def __init__(self, console: Console):
        self.console = console
        self.seconds = 0.0

    def click(self, place: Locator) -> None:
        self.seconds += POINT_SECONDS + THINK_SECONDS
        place.click()

    def type(self, place: Locator, text: str) -> None:
        """In place of what is there."""
        self.click(place)
        place.press("Control+a")
        place.press_sequentially(text, delay=20)
        self.seconds += KEY_SECONDS * (len(text) + 2)

    def set(self, place: Locator, value: str) -> None:
        """A date or time, by its parts: `fill` is how a picker is answered."""
        self.click(place)
        place.fill(value)
        self.seconds += KEY_SECONDS * len(value)


def desk(stage, **more) -> Console:
    """The list of meetings, by the printed link."""
    return Console(stage.page(False, **more), stage.t).enter(stage.server.links["coordinator"])


def card(console: Console, title: str) -> Locator:
    return console.page.locator(".console-meeting").filter(
        has=console.page.get_by_role("heading", name=title, exact=True))


def shelf(console: Console, title: str, item: str) -> None:
    """An action of a meeting's menu in the list."""
    card(console, title).first.locator(".console-card-more").click()
    console.page.get_by_role("menuitem", name=console.t(f"console.shelf.{item}"), exact=True).click()


def field(console: Console, key: str, within: Locator | None = None) -> Locator:
    return (within or console.page).get_by_label(console.t(key), exact=True)


def choose_source(console: Console, value: str) -> None:
    field(console, "console.new.from").select_option(value)


def is_prepared(console: Console, title: str) -> None:
    expect(console.page.get_by_role("heading", name=title, level=1, exact=True)).to_be_visible()
