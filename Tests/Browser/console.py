"""Knows how a coordinator or a co-lead runs a meeting from the console."""

from playwright.sync_api import Locator, Page, expect

from .texts import Texts


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

    def open(self) -> "Console":
        expect(self.next).to_have_text(self.t("console.run.open"))
        self.next.click()
        expect(self.next).not_to_have_text(self.t("console.run.open"))
        return self

    @property
    def next(self) -> Locator:
        return self.page.locator(".console-next")

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
        wall = sheet.get_by_role("link", name=self.t("console.join.openWall")).get_attribute("href")
        code = sheet.locator(".console-bigcode").text_content()
        self.button("console.close", sheet).click()
        return {"wall": wall or "", "code": code or ""}

    def copied(self, key: str) -> str:
        """What a button of the sheet "How to join" copies, as one finds it on pasting."""
        self.page.locator(".console-code-button").click()
        sheet = self.page.get_by_role("dialog")
        self.button(key, sheet).click()
        expect(sheet.get_by_text(self.t("console.join.copied"), exact=True)).to_be_visible()
        self.button("console.close", sheet).click()
        field = self.page.get_by_label(self.t("console.run.chatWrite"), exact=True)
        field.press("Control+v")
        text = field.input_value()
        field.fill("")
        return text

    def bar(self, key: str) -> None:
        """An action of the bar, which on a narrow window stands in a menu."""
        more = self.page.locator(".console-more")
        if more.is_visible():
            more.click()
            self.page.get_by_role("menuitem", name=self.t(key), exact=True).click()
        else:
            self.button(key).click()

    def option(self, name: str, is_on: bool) -> None:
        self.bar("console.run.options")
        sheet = self.page.get_by_role("dialog")
        sheet.get_by_label(self.t(f"console.options.{name}"), exact=True).set_checked(is_on)
        self.button("console.close", sheet).click()
