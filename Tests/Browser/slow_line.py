"""Knows how long the code field takes on a slow line: `python -m Tests.Browser.slow_line` with what a release serves,
`--sources` without. It prints the medians; nothing here fails because a machine is slow."""

import argparse
import json
import statistics
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from .pages import bundled
from .release import release
from .server import HOST, ROOT
from .stage import POCKET, launch
from .texts import Texts

LATENCY_MILLISECONDS = 400
KILOBITS_PER_SECOND = 400
BYTES_PER_SECOND = KILOBITS_PER_SECOND * 1000 // 8
LONGEST_MILLISECONDS = 120_000


@dataclass
class Coming:
    """How a page came: until one can type into it, and what was asked of the network for it."""

    seconds: float
    requests: int
    kilobytes: float


class SlowLine:
    """A phone on a slow line."""

    def __init__(self, page: Page):
        self.page = page
        self.asked: list[str] = []
        self.cached: set[str] = set()
        self.bytes = 0.0
        self.cdp = page.context.new_cdp_session(page)
        self.cdp.send("Network.enable")
        self.cdp.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": LATENCY_MILLISECONDS, "downloadThroughput": BYTES_PER_SECOND,
            "uploadThroughput": BYTES_PER_SECOND})
        self.cdp.on("Network.requestWillBeSent", lambda event: self.asked.append(event["requestId"]))
        self.cdp.on("Network.requestServedFromCache", lambda event: self.cached.add(event["requestId"]))
        self.cdp.on("Network.responseReceived", self._answered)
        self.cdp.on("Network.loadingFinished", self._came)

    def _answered(self, event: dict) -> None:
        if event["response"].get("fromDiskCache") or event["response"].get("fromServiceWorker"):
            self.cached.add(event["requestId"])

    def _came(self, event: dict) -> None:
        self.bytes += event["encodedDataLength"]

    def open(self, url: str) -> Coming:
        """The page anew, until the code can be typed."""
        self.asked.clear()
        self.cached.clear()
        self.bytes = 0
        begun = time.monotonic()
        self.page.goto(url, wait_until="commit", timeout=LONGEST_MILLISECONDS)
        field = self.page.get_by_label(Texts("en")("door.code"), exact=True)
        field.wait_for(timeout=LONGEST_MILLISECONDS)
        expect(field).to_be_editable()
        seconds = time.monotonic() - begun
        self.page.wait_for_load_state("networkidle", timeout=LONGEST_MILLISECONDS)
        return Coming(round(seconds, 2), len([one for one in self.asked if one not in self.cached]),
                      round(self.bytes / 1000, 1))


def door(browser: Browser, url: str) -> tuple[Coming, Coming]:
    """The first time on a device, and the second."""
    context = browser.new_context(locale="en-GB", viewport=POCKET, has_touch=True, is_mobile=True)
    line = SlowLine(context.new_page())
    try:
        return line.open(url), line.open(url)
    finally:
        context.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", action="store_true", help="the pages as they were written")
    parser.add_argument("--times", type=int, default=5)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="staffroom-slow-") as folder, sync_playwright() as playwright:
        place = Path(folder)
        # Without TLS and under a name: no worker helps, all is between browser and server.
        server = release(place / "server", ROOT if wanted.sources else bundled(), HOST)
        with server:
            browser = launch(playwright)
            found = [door(browser, server.url) for _ in range(wanted.times)]
            browser.close()
    for name, comings in zip(("first", "again"), zip(*found), strict=True):
        median = Coming(*(statistics.median(asdict(one)[field] for one in comings)
                          for field in ("seconds", "requests", "kilobytes")))
        print(json.dumps({"visit": name, **asdict(median)}))


if __name__ == "__main__":
    main()
