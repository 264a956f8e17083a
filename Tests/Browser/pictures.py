"""Knows how pictures of every page are made: `python -m Tests.Browser.pictures FOLDER` walks through a whole meeting and
looks at every state in four sizes and both languages; what does not fit or cannot be read is told and ends with 1."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from .calm import OVERLAPS
from .checks import barriers, problems
from .poster import poster
from .reading import TIMEOUT_MILLISECONDS, drawn, lasting
from .server import Server
from .stage import DESK, POCKET, Stage, launch
from .texts import LANGUAGES
from .tour import tour
from .tour_bench import bench_tour
from .tour_board import board_tour
from .tour_groups import groups_tour
from .tour_prompts import prompts_tour

SCHEMES = ("light", "dark")
SIZES = {"phone": POCKET, "tall": {"width": 390, "height": 844}, "desk": DESK, "wide": {"width": 1920, "height": 1080}}


class Album:
    """The pictures of one walk in these sizes, `NUMBER-STATE-SIZE-LANGUAGE.png`, and what was wrong on them."""

    def __init__(self, folder: Path, language: str, scheme: str, sizes: Iterable[str] = SIZES):
        self.folder, self.language, self.scheme, self.sizes = folder, language, scheme, tuple(sizes)
        self.states: list[str] = []
        self.found: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, state: str, page: Page) -> None:
        """Looks at a page as it is now, in each size, and leaves it in the size in which it was."""
        assert state not in self.states, f"two states have the name {state}"
        self.states.append(state)
        before = page.viewport_size
        page.emulate_media(color_scheme=self.scheme, reduced_motion="reduce")
        for size in self.sizes:
            page.set_viewport_size(SIZES[size])
            drawn(page)
            page.screenshot(path=self.path(state, size))
            wrong = lasting(page, lambda: self.wrong(page, size))
            self.found += [f"{state}, {size}, {self.language}, {self.scheme}: {one}" for one in wrong]
        page.set_viewport_size(before)

    @staticmethod
    def wrong(page: Page, size: str) -> list[str]:
        """What does not fit, cannot be read or stands on something else."""
        found = problems(page, size in ("phone", "tall")) + barriers(page)
        return found + [f"overlap: {one}" for one in page.evaluate(OVERLAPS)]

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


def prompts(album: Album, browser: Browser, work: Path) -> list[Stage]:
    """Prompts on the console, a phone and the wall."""
    with Server(work / "prompts") as server:
        stage = Stage(browser, server, album.language)
        return walked([stage], lambda: prompts_tour(album, stage))


def bench(album: Album, browser: Browser, work: Path) -> list[Stage]:
    """Kits on phones, the console and the wall."""
    with Server(work / "bench") as server:
        stage = Stage(browser, server, album.language)
        return walked([stage], lambda: bench_tour(album, stage))


WALKS = {"meeting": meeting, "groups": groups, "board": board, "prompts": prompts, "bench": bench}


def walked(stages: list[Stage], walk: Callable[[], None]) -> list[Stage]:
    try:
        walk()
    finally:
        for stage in stages:
            stage.close()
    return stages


def make(browser: Browser, folder: Path, work: Path, language: str, scheme: str, walks: Iterable[str],
         sizes: Iterable[str] = SIZES) -> Album:
    """These walks in one language, in one album; the servers keep their data in `work`."""
    album = Album(folder, language, scheme, sizes)
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
