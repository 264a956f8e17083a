"""Knows how a lead puts groups together and looks after them, on the groups' side of the console."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, expect

from .console import Console
from .reading import drawn, is_first, until, value_of

NAMES = ("Amir", "Bethan", "Carys", "Dewi", "Elen", "Ffion", "Gwen", "Huw", "Ifan", "Lowri", "Mair", "Nia")
"""Who takes part in the tests of groups."""

class Board:
    """The groups of a console that stands in Run."""

    def __init__(self, console: Console):
        self.console, self.page, self.t = console, console.page, console.t

    def enter(self) -> "Board":
        """From the meeting to its groups."""
        self.page.locator(".console-groups-button").click()
        expect(self.page.locator(".console-groups")).to_be_visible()
        return self

    # Putting together

    @contextmanager
    def proposed(self) -> Iterator[None]:
        """What is done in it leads to a proposal: waits for the better of the two, and until it is drawn. What was read
        or chosen before that may be gone."""
        with self.page.expect_response(lambda answer: '"polish":true' in (answer.request.post_data or "")) as better:
            yield
        better.value.finished()
        drawn(self.page)

    def choose(self, choice: str) -> None:
        with self.proposed():
            self.console.button(f"forming.choice.{choice}").click()
        expect(self.page.locator(".forming-columns .member").first).to_be_visible()

    def again(self) -> None:
        """Reshuffles the rest."""
        with self.proposed():
            self.console.button("forming.again").click()

    def size(self, n: int) -> None:
        """Says how many there shall be in a group; the groups are there already."""
        field = self.page.get_by_role("spinbutton", name=self.t("forming.amount"), exact=True)
        if value_of(field) == str(n):
            return
        with self.proposed():
            field.fill(str(n))
            field.press("Enter")

    @property
    def columns(self) -> Locator:
        return self.page.locator(".forming-columns .forming-column")

    @property
    def free(self) -> Locator:
        return self.page.locator(".forming-column.is-free .member")

    def seats(self, part: str = ".forming-columns .forming-column") -> list[list[str]]:
        """The names by group, each group in the order of letters, as the page shows them now."""
        return self.page.evaluate(
            """(part) => [...document.querySelectorAll(part)].map((group) =>
                [...group.querySelectorAll('.member-name')].map((one) => one.textContent).sort())""", part)

    def are_planned(self, groups: list[list[str]]) -> None:
        """Waits until exactly these are the groups of the plan."""
        until(self.page, lambda: self.seats() == groups, f"not {groups}")

    def planned(self, name: str) -> Locator:
        return self.page.locator(".console-forming .member", has_text=name)

    def planned_exactly(self, name: str) -> Locator:
        """A member of this name, and nobody whom a sentence names."""
        return self.page.locator(".member-name").get_by_text(name, exact=True)

    def task(self, text: str) -> None:
        self.page.locator(".forming-texts").get_by_label(self.t("forming.task"), exact=True).fill(text)

    def form(self) -> None:
        self.page.locator(".forming-go").click()
        expect(self.page.locator(".tile").first).to_be_visible()

    # At work

    @property
    def tiles(self) -> Locator:
        """Of the groups at work; those of a round before stand there too, unseen, until the next one begins."""
        return self.page.locator(".tile:visible")

    def tile(self, n: int) -> Locator:
        return self.tiles.nth(n - 1)

    def running(self) -> list[list[str]]:
        return self.seats(".tile")

    def are_running(self, groups: list[list[str]]) -> None:
        """Waits until exactly these are the groups at work."""
        until(self.page, lambda: self.running() == groups, f"not {groups}")

    def group_of(self, name: str) -> int:
        """The number of somebody's group at work, once they have one."""
        expect(self.tiles.locator(".member", has_text=name)).not_to_have_count(0)
        return next(number for number, names in enumerate(self.running(), 1) if name in names)

    def member(self, name: str) -> Locator:
        return self.page.locator(".console-live .member", has_text=name)

    def move(self, *names: str, to: int) -> None:
        """Chooses people and moves them by the menu; 0 is out of the groups."""
        live = self.page.locator(".console-live")
        is_live = is_first(live, self.page.locator(".console-forming"))
        for name in names:
            (self.member(name) if is_live else self.planned(name)).click()
        part = live if is_live else self.page.locator(".console-forming")
        self.console.button("board.moveTo", part).click()
        item = self.t("common.group", n=to) if to else self.t("board.noGroup")
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def end(self) -> None:
        self.console.button("board.end").click()
        self.console.confirm("board.end")
        expect(self.page.locator(".console-harvest")).to_be_visible()

    def open_fold(self, key: str, within: str) -> None:
        self.page.locator(within).locator("summary", has_text=self.t(key)).click()
