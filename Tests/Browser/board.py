"""Knows how a lead puts groups together and looks after them, on the groups' side of the console."""

from playwright.sync_api import Locator, expect

from .console import Console

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

    def choose(self, choice: str) -> None:
        self.console.button(f"forming.choice.{choice}").click()
        expect(self.page.locator(".forming-columns .member").first).to_be_visible()

    def again(self) -> None:
        """Reshuffles the rest, and waits for the better of the two proposals."""
        with self.page.expect_response(lambda answer: '"polish":true' in (answer.request.post_data or "")):
            self.console.button("forming.again").click()

    def size(self, n: int) -> None:
        field = self.page.get_by_role("spinbutton", name=self.t("forming.amount"), exact=True)
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
        return self.page.locator(".tile")

    def tile(self, n: int) -> Locator:
        return self.tiles.nth(n - 1)

    def running(self) -> list[list[str]]:
        return self.seats(".tile")

    def member(self, name: str) -> Locator:
        return self.page.locator(".console-live .member", has_text=name)

    def move(self, *names: str, to: int) -> None:
        """Chooses people and moves them by the menu; 0 is out of the groups."""
        live = self.page.locator(".console-live")
        is_live = live.is_visible()
        for name in names:
            (self.member(name) if is_live else self.planned(name)).click()
        part = live if is_live else self.page.locator(".console-forming")
        self.console.button("board.moveTo", part).click()
        item = self.t("board.group", n=to) if to else self.t("board.noGroup")
        self.page.get_by_role("menuitem", name=item, exact=True).click()

    def end(self) -> None:
        self.console.button("board.end").click()
        self.console.confirm("board.end")
        expect(self.page.locator(".console-harvest")).to_be_visible()

    def open_fold(self, key: str, within: str) -> None:
        self.page.locator(within).locator("summary", has_text=self.t(key)).click()
