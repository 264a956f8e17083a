"""Knows how a teacher uses a phone: joins by the code, talks, raises a hand, answers, goes."""

import re

from playwright.sync_api import Locator, Page, expect

from .reading import is_first, value_of
from .texts import Texts


class Phone:
    """A teacher's page, worked by what stands on it."""

    def __init__(self, page: Page, t: Texts, url: str, name: str, school: str):
        self.page, self.t, self.url, self.name, self.school = page, t, url, name, school

    def button(self, key: str, within: Locator | None = None, **params) -> Locator:
        return (within or self.page).get_by_role("button", name=self.t(key, **params), exact=True)

    def knock(self, code: str) -> "Phone":
        """Types the code; the last letter goes on by itself."""
        self.page.goto(self.url)
        self.page.get_by_label(self.t("door.code"), exact=True).press_sequentially(code)
        return self

    def fill(self, mode: str = "remote") -> "Phone":
        self.page.get_by_label(self.t("join.name"), exact=True).fill(self.name)
        self.page.get_by_label(self.t("join.school"), exact=True).fill(self.school)
        self.page.get_by_label(self.t(f"join.mode.{mode}"), exact=True).check()
        return self

    def come_in(self) -> "Phone":
        self.button("join.go").click()
        return self

    def join(self, code: str, mode: str = "remote") -> "Phone":
        """The whole way from the address to the room."""
        self.knock(code).fill(mode).come_in()
        self.is_in()
        return self

    def is_in(self) -> None:
        expect(self.page.locator(".strip-seat")).to_have_attribute(
            "aria-label", re.compile(re.escape(self.name)))
        expect(self.page.locator(".strip-link")).to_be_hidden()

    @property
    def title(self) -> Locator:
        return self.page.locator(".strip-title")

    time = ".strip-time"

    @property
    def now(self) -> Locator:
        return self.page.locator("#panel-now")

    @property
    def messages(self) -> Locator:
        return self.page.locator(".messages > li")

    def message(self, text: str) -> Locator:
        return self.messages.filter(has=self.page.locator(".message-text", has_text=text))

    def tab(self, name: str) -> None:
        """Opens one of now, chat, more by the bar."""
        self.page.locator(f".bar-{name}").click()
        expect(self.page.locator(f"#panel-{name}")).to_be_visible()

    def write(self, text: str) -> None:
        if not is_first(self.page.locator("#panel-chat"), self.page.locator(".bar")):
            self.tab("chat")
        self.page.get_by_label(self.t("chat.label"), exact=True).fill(text)
        self.button("chat.send").click()

    def open_menu(self, text: str) -> Locator:
        """The menu of a message."""
        row = self.message(text)
        row.locator(".message-toggle").click()
        menu = row.locator(".message-menu")
        expect(menu).to_be_visible()
        return menu

    @property
    def hand(self) -> Locator:
        return self.page.locator(".bar-hand")

    def answer(self, answer: str) -> None:
        button, change = self.page.locator(f".pulse-button[data-answer={answer}]"), self.page.locator(".pulse-change")
        if not is_first(button, change):
            change.click()
        button.click()

    def heard(self, text: str) -> None:
        """A screen reader was told so, since the page was loaded."""
        self.page.wait_for_function("(text) => window.heard.some((one) => one.includes(text))", arg=text)

    def link(self) -> str:
        """The link by which the same person goes on with another device."""
        self.tab("more")
        return value_of(self.page.get_by_label(self.t("more.link"), exact=True))

    def leave(self, reason: str | None = None) -> None:
        self.tab("more")
        self.button("leave.open").click()
        dialog = self.page.get_by_role("dialog")
        if reason:
            dialog.get_by_label(self.t(f"leave.reason.{reason}"), exact=True).check()
        self.button("leave.go", dialog).click()
        expect(self.page.get_by_role("heading", name=self.t("gone.left.title"))).to_be_visible()

    def shows(self, key: str) -> None:
        """A quiet screen with this title."""
        expect(self.page.get_by_role("heading", name=self.t(key), exact=True)).to_be_visible()
