"""Knows how teachers and a coordinator use buddies in a browser."""

from playwright.sync_api import Locator, Page, expect

from .reading import unfold
from .texts import Texts

SKILLS = ("python", "robotics")


class BuddyPhone:
    """A teacher's page of buddies."""

    def __init__(self, page: Page, t: Texts, url: str, name: str):
        self.page, self.t, self.url, self.name = page, t, url, name
        self.contact = f"{name.lower()}@example.org"

    def button(self, key: str, within: Locator | None = None, **params) -> Locator:
        return (within or self.page).get_by_role("button", name=self.t(key, **params), exact=True)

    def field(self, key: str) -> Locator:
        return self.page.get_by_label(self.t(key), exact=True)

    def open(self, address: str = "/buddies.html") -> "BuddyPhone":
        self.page.goto(address if "://" in address else self.url + address)
        return self

    def heading(self, key: str, **params) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.t(key, **params))

    def opt_in(self, number: int) -> None:
        self.field("buddies.form.contact").fill(self.contact)
        self.field("buddies.form.phase").select_option("secondary")
        self.field("buddies.form.band").select_option("3-5")
        self.field("buddies.form.needs").fill(SKILLS[1 - number % 2])
        self.field("buddies.form.offers").fill(SKILLS[number % 2])
        self.button("buddies.form.go").click()
        self.heading("buddies.waiting.title")

    def unfold(self, key: str) -> Locator:
        return unfold(self.page.locator("details", has=self.page.locator(":scope > summary", has_text=self.t(key))))

    def reload(self) -> "BuddyPhone":
        self.page.reload()
        return self


class BuddyDesk:
    """The coordinator's page of buddies."""

    def __init__(self, page: Page, t: Texts):
        self.page, self.t = page, t

    def open(self, url: str) -> "BuddyDesk":
        self.page.goto(f"{url}/coordinator.html#buddies")
        # Only the hash may have changed, or not even that.
        self.page.reload()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.t("console.buddies.title"))
        expect(self.page.locator(".console-buddies")).to_be_visible()
        return self

    def button(self, key: str) -> Locator:
        return self.page.get_by_role("button", name=self.t(key), exact=True)

    def look(self) -> "BuddyDesk":
        self.button("console.buddies.look").click()
        expect(self.page.get_by_role("heading", name=self.t("console.buddies.preview"), exact=True)).to_be_visible()
        return self

    def publish(self) -> None:
        self.button("console.buddies.publish").click()
        expect(self.page.get_by_text(self.t("console.buddies.published"), exact=True)).to_be_visible()

    @property
    def pairs(self) -> Locator:
        return self.page.locator(".console-buddy-pairs.is-round > li")
