"""Knows how pictures of every page are made: `python -m Tests.Browser.pictures FOLDER` walks through a whole meeting and
looks at every state in both sizes and both languages; what does not fit or cannot be read is told and ends with 1."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from .checks import barriers, problems
from .poster import poster
from .server import Server
from .stage import DESK, POCKET, TIMEOUT_MILLISECONDS, Stage, launch
from .texts import LANGUAGES
from .tour import tour
from .tour_board import board_tour
from .tour_groups import groups_tour

SCHEMES = ("light", "dark")
SIZES = {"phone": POCKET, "desk": DESK}


class Album:
    """The pictures of one walk, `NUMBER-STATE-SIZE-LANGUAGE.png`, and what was wrong on them."""

    def __init__(self, folder: Path, language: str, scheme: str):
        self.folder, self.language, self.scheme = folder, language, scheme
        self.states: list[str] = []
        self.found: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, state: str, page: Page, sizes: tuple[str, ...] = tuple(SIZES)) -> None:
        """Looks at a page as it is now, in each size, and leaves it in the size in which it was."""
        assert state not in self.states, f"two states have the name {state}"
        self.states.append(state)
        before = page.viewport_size
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")
        for size in sizes:
            page.set_viewport_size(SIZES[size])
            # The page has been laid out and painted in the new size.
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            page.screenshot(path=self.path(state, size))
            wrong = problems(page, size == "phone") + barriers(page)
            self.found += [f"{state}, {size}, {self.language}, {self.scheme}: {one}" for one in wrong]
        page.set_viewport_size(before)

    def path(self, state: str, size: str) -> Path:
        number = self.states.index(state) + 1
        return self.folder / f"{number:02}-{state}-{size}-{self.language}.png"


def meeting(album: Album, browser: Browser, work: Path) -> list[Stage]:
    """From the first day to the end of a meeting, over two servers."""
    with (Server(work / "new", has_sample=False) as new, Server(work / "sample") as sample):
        stages = [Stage(browser, server, album.language) for server in (new, sample)]
        return walked(stages, lambda: tour(album, *stages))


def groups(album: Album, browser: Browser, work: Path) -> list[Stage]:
    """One round of groups on phones."""
    with Server(work / "groups") as server:
        stage = Stage(browser, server, album.language)
        return walked([stage], lambda: groups_tour(album, stage))


def board(album: Album, browser: Browser, work: Path) -> list[Stage]:
    """Groups on the console and the wall."""
    with Server(work / "board") as server:
        stage = Stage(browser, server, album.language)
        return walked([stage], lambda: board_tour(album, stage))


WALKS = {"meeting": meeting, "groups": groups, "board": board}


def walked(stages: list[Stage], walk: Callable[[], None]) -> list[Stage]:
    try:
        walk()
    finally:
        for stage in stages:
            stage.close()
    return stages


def make(browser: Browser, folder: Path, work: Path, language: str, scheme: str, walks: Iterable[str]) -> Album:
    """These walks in one language, in one album; the servers keep their data in `work`."""
    album = Album(folder, language, scheme)
    for walk in walks:
        stages = WALKS[walk](album, browser, work / language / walk)
        album.found += [f"{language}, {scheme}: {fault}" for stage in stages for fault in stage.complaints.all]
    return album


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m Tests.Browser.pictures", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go; it is made if it is not there")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="one language only")
    parser.add_argument("--scheme", choices=SCHEMES, default="light", help="light (default) or dark")
    parser.add_argument("--readme", type=Path, metavar="FILE", help="also compose the picture for the README")
    given = parser.parse_args(arguments)
    expect.set_options(timeout=TIMEOUT_MILLISECONDS)
    albums: list[Album] = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as work:
        browser = launch(playwright)
        for language in given.language or LANGUAGES:
            album = make(browser, given.folder, Path(work), language, given.scheme, WALKS)
            albums.append(album)
            print(f"{language}: {len(album.states)} states in {len(SIZES)} sizes")
        if given.readme:
            poster(browser, albums[0], given.readme)
        browser.close()
    found = [one for album in albums for one in album.found]
    for one in found:
        print(one, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
