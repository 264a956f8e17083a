"""Knows what a countdown says, however long a slow machine takes until somebody looks at it."""

import time
from dataclasses import dataclass

from playwright.sync_api import Page

from .reading import TIMEOUT_MILLISECONDS
from .texts import Texts

MOST_MINUTES = 100
# What stands there was right a moment ago, by a clock that was set by the server's.
SLACK_MILLISECONDS = 1_500

SAYS = """([place, minutes, seconds, up, earliest, latest, slack]) => {
  const shown = document.querySelector(place)?.textContent.trim();
  const said = (left) => left > 60_000 ? minutes[Math.ceil(left / 60_000)]
    : left > 0 ? seconds[Math.ceil(left / 1_000)] : up;
  const now = Date.now();
  for (let left = earliest - now - slack; left < latest - now + slack; left += 250) {
    if (shown === said(left)) return true;
  }
  return shown === said(latest - now + slack);
}"""


def now() -> float:
    """Milliseconds by the clock of this machine, which is the clock of the pages too."""
    return time.time() * 1000


@dataclass
class Countdown:
    """What ends between two instants of this machine's clock, in milliseconds."""

    earliest: float
    latest: float

    @classmethod
    def begun(cls, before: float, seconds: int) -> "Countdown":
        """It began after `before` and until now, for so many seconds."""
        return cls(before + seconds * 1000, now() + seconds * 1000)

    def plus(self, seconds: int) -> "Countdown":
        return Countdown(self.earliest + seconds * 1000, self.latest + seconds * 1000)

    def is_said(self, page: Page, place: str, t: Texts) -> None:
        """In words, at a place: "4 min left"."""
        self._wait(page, place, [t("time.minutesLeft", count=n) for n in range(MOST_MINUTES)],
                   [t("time.secondsLeft", count=n) for n in range(61)], t("time.up"))

    def is_shown(self, page: Page, place: str) -> None:
        """In numbers of minutes alone."""
        self._wait(page, place, [str(n) for n in range(MOST_MINUTES)], [str(n) for n in range(61)], "0")

    def _wait(self, page: Page, place: str, minutes: list[str], seconds: list[str], up: str) -> None:
        page.wait_for_function(
            SAYS, arg=[place, minutes, seconds, up, self.earliest, self.latest, SLACK_MILLISECONDS],
            timeout=TIMEOUT_MILLISECONDS)
