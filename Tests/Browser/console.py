"""Knows how a coordinator or a co-lead runs a meeting from the console."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from .clipboard import copied
from .reading import attribute_of, is_first, text_of
from .texts import Texts

# Six letters and digits that nobody takes for one another.
CODE_LENGTH = 6
CODE = re.compile(rf"[A-Z2-9]{{{CODE_LENGTH}}}\s*$")

# The place of the item after the one that is open.
FOLLOWING = """() => {
  const states = [...document.querySelectorAll('.console-flow-row')].map((row) => row.dataset.state);
  return states.indexOf('upcoming', states.indexOf('open') + 1);
}"""


class Console:
    """The coordinator's page, worked by what stands on it."""

    def __init__(self, page: Page, t: Texts):
        self.page, self.t = page, t

    def button(self, key: str, within: Locator | None = None, **params) -> Locator:
        return (within or self.page).get_by_role("button", name=self.t(key, **params), exact=True)

    def enter(self, link: str) -> "Console":
        """By the printed link to the list of meetings."""
        self.page.goto(link)
        expect(self.page.get_by_role("heading", name=self.t("console.meetings.title"), exact=True)).to_be_visible()
        return self

    def run(self) -> "Console":
        """From the list into the next meeting."""
        self.page.locator(".console-meeting.is-next .button.primary").click()
        expect(self.page.locator(".console-next")).to_be_visible()
        return self

    def open(self, is_its_day: bool = True) -> "Console":
        """Opens the meeting; on another day than its own it asks first."""
        expect(self.next).to_have_text(self.t("console.run.open"))
        self.next.click()
        if not is_its_day:
            self.confirm("console.run.open")
        expect(self.next).not_to_have_text(self.t("console.run.open"))
        return self

    @property
    def next(self) -> Locator:
        return self.page.locator(".console-next")

    @property
    def code(self) -> str:
        """The meeting's code, as the bar shows it."""
        return text_of(self.page.locator(".console-code-button"), CODE)[-CODE_LENGTH:]

    def step(self, press: Callable[[Locator], None] = Locator.click) -> "Console":
        """To the next item of the agenda, and until all of the console says so."""
        rows = self.page.locator(".console-flow-row")
        expect(rows).not_to_have_count(0)
        at = self.page.evaluate(FOLLOWING)
        press(self.next)
        expect(rows.nth(at)).to_have_attribute("data-state", "open")
        expect(self.title).to_have_text(text_of(rows.nth(at).locator(".console-flow-title")))
        return self

    @property
    def title(self) -> Locator:
        return self.page.locator("#present-segment")

    @property
    def time(self) -> Locator:
        return self.page.locator(".console-time")

    @property
    def queue(self) -> Locator:
        return self.page.locator(".console-speaking .console-queue-row")

    @property
    def messages(self) -> Locator:
        return self.page.locator("#talk-chat .console-message")

    def message(self, text: str) -> Locator:
        return self.messages.filter(has=self.page.locator(".console-message-text", has_text=text))

    def person(self, name: str) -> Locator:
        return self.page.locator(".console-person").filter(has_text=name)

    def menu(self, name: str, item: str) -> None:
        """Chooses an item of somebody's menu."""
        self.person(name).click()
        self.page.get_by_role("menuitem", name=self.t(f"console.run.menu.{item}"), exact=True).click()

    def confirm(self, key: str) -> None:
        self.button(key, self.page.get_by_role("dialog")).click()

    def links(self) -> dict[str, str]:
        """What the sheet "How to join" gives to copy: code and the wall's link."""
        self.page.locator(".console-code-button").click()
        sheet = self.page.get_by_role("dialog")
        wall = attribute_of(sheet.get_by_role("link", name=self.t("console.join.openWall")), "href")
        code = text_of(sheet.locator(".console-bigcode"))
        self.button("console.close", sheet).click()
        return {"wall": wall, "code": code}

    def copied(self, key: str) -> str:
        """What a button of the sheet "How to join" copies, as one finds it on pasting."""
        self.page.locator(".console-code-button").click()
        sheet = self.page.get_by_role("dialog")
        text = copied(self.page, self.button(key, sheet).click)
        expect(sheet.get_by_text(self.t("console.join.copied"), exact=True)).to_be_visible()
        self.button("console.close", sheet).click()
        # A sheet that closes gives the focus back a moment later: what is pressed before that goes elsewhere.
        expect(self.page.locator(".console-code-button")).to_be_focused()
        return text

    def bar(self, key: str) -> None:
        """An action of the bar, which on a narrow window stands in a menu."""
        more = self.page.locator(".console-more")
        if is_first(more, self.button(key)):
            more.click()
            self.page.get_by_role("menuitem", name=self.t(key), exact=True).click()
        else:
            self.button(key).click()

    def panel(self, name: str) -> None:
        """Shows a panel beside the present item: chat, questions, pulse, part. On a wide screen all of them are there."""
        tab = self.page.locator(f"#talk-tab-{name}")
        if is_first(tab, self.page.locator(f"#talk-{name}")):
            tab.click()

    def count(self, name: str) -> Locator:
        """One of the strip: hands, door, calls, chat, questions, pulse, prompts, lost."""
        return self.page.locator(f".console-counts [data-name={name}]")

    def edit_agenda(self) -> Locator:
        """Opens the agenda to edit, over the page."""
        self.button("console.run.prepare").click()
        sheet = self.page.get_by_role("dialog")
        expect(sheet.locator(".console-segments")).to_be_visible()
        return sheet

    def option(self, name: str, is_on: bool) -> None:
        self.bar("console.run.options")
        sheet = self.page.get_by_role("dialog")
        sheet.get_by_label(self.t(f"console.options.{name}"), exact=True).set_checked(is_on)
        self.button("console.close", sheet).click()
