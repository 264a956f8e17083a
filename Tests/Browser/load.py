"""Knows what the measurements of pages share: a server with a crowd of bare clients and a browser beside them, and how long
the tasks of each page take."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from .crowd import Crowd
from .server import Server
from .stage import Stage, launch

LONG_MILLISECONDS = 200
TASKS = """() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: 'longtask' });
}"""
TAKEN = "() => window.tasks.splice(0)"


def watch(pages: dict[str, Page]) -> None:
    """From now on."""
    for page in pages.values():
        page.evaluate(TASKS)


def tell(act: str, pages: dict[str, Page], **more: float) -> None:
    """Prints the longest task of each page since it was told last."""
    found = {}
    for name, page in pages.items():
        tasks = page.evaluate(TAKEN)
        found[name] = {"longest": round(max(tasks, default=0)),
                       f"over{LONG_MILLISECONDS}": sum(one > LONG_MILLISECONDS for one in tasks)}
    print(json.dumps({"act": act, **more, "milliseconds": found}))


@contextmanager
def hall() -> Iterator[tuple[Stage, Crowd]]:
    with tempfile.TemporaryDirectory(prefix="staffroom-load-") as folder, sync_playwright() as playwright:
        with Server(Path(folder)) as server:
            crowd = Crowd(server)
            browser = launch(playwright)
            stage = Stage(browser, server, "en")
            try:
                yield stage, crowd
            finally:
                stage.close()
                browser.close()
                crowd.end()
