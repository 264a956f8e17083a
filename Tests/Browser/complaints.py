"""Knows what the pages of a test complain of: said at once where it happens, and all of it together at the end."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Error, Page

# What Chromium says when there is no network or the server stops and starts, which is not a mistake of the page.
NETWORK_WORDS = ("net::ERR_", "WebSocket connection to", "the server responded with a status of 503")
# Refusals that the page has words for, and a header that plain HTTP has no use for.
HARMLESS_WORDS = ("the server responded with a status of 4", "Cross-Origin-Opener-Policy header has been ignored")


class PageComplained(AssertionError):
    """A page said that something is wrong, or something was found on it."""


@dataclass
class Complaint:
    """What, by which page, where in its code, and how many seconds after the test began."""

    words: str
    url: str
    place: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.words} [{self.url}{f', at {self.place}' if self.place else ''}, after {self.seconds:.1f} s]"


class Complaints:
    """All complaints of one test."""

    def __init__(self):
        self.begun = time.monotonic()
        self.all: list[Complaint] = []
        self.is_network_cut = False
        """Whether what is said of a missing network is expected."""
        self._provoked: set[str] = set()

    def listen(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.add(page, f"{error.name}: {error.message}", _first_place(error)))
        page.on("crash", lambda: self.add(page, "the page crashed"))
        page.on("console", lambda message: self._said(page, message))

    def provoke(self, words: str) -> None:
        """From now on complaints with these words are the test's own doing, whenever the page comes to say them."""
        self._provoked.add(words)

    def add(self, page: Page, words: str, place: str = "") -> None:
        """Keeps a complaint, and prints it between whatever else the test prints."""
        if any(provoked in words for provoked in self._provoked):
            return
        made = Complaint(words, page.url.split("#")[0], place, time.monotonic() - self.begun)
        self.all.append(made)
        print(f"A page complains: {made}")

    def _said(self, page: Page, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        is_cut = self.is_network_cut and any(words in message.text for words in NETWORK_WORDS)
        if not (is_cut or any(words in message.text for words in HARMLESS_WORDS)):
            place = message.location
            self.add(page, message.text, f"{place['url']}:{place['lineNumber'] + 1}" if place.get("url") else "")

    def raise_any(self) -> None:
        """Fails if there are complaints; the first line, which every summary shows, is the first of them."""
        if self.all:
            count = f" (and {len(self.all) - 1} more)" if len(self.all) > 1 else ""
            raise PageComplained("\n".join([f"{self.all[0]}{count}", *map(str, self.all[1:])]))


def _first_place(error: Error) -> str:
    """Where in the page's code an error began."""
    lines = (error.stack or "").splitlines()
    return next((line.strip().removeprefix("at ") for line in lines if line.strip().startswith("at ")), "")
