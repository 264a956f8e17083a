"""Knows what the big screen of the room shows; nobody can do anything there."""

from playwright.sync_api import Locator, Page, expect


class Wall:
    """The wall, opened by its link."""

    def __init__(self, page: Page):
        self.page = page

    def enter(self, link: str) -> "Wall":
        self.page.goto(link)
        expect(self.page.locator(".wall-title")).to_be_visible()
        return self

    @property
    def title(self) -> Locator:
        return self.page.locator(".wall-title")

    figure = ".wall-figure"

    @property
    def speaker(self) -> Locator:
        return self.page.locator(".wall-speaker")

    @property
    def queue(self) -> Locator:
        return self.page.locator(".wall-queue > li")

    @property
    def ask(self) -> Locator:
        return self.page.locator(".wall-ask")
