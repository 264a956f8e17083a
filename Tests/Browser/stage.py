"""Knows how a whole meeting stands in browsers: one console, phones and a wall, each in a browser of its own."""

import os
from shutil import which

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from .checks import SHOWN, barriers, problems
from .complaints import Complaints
from .console import Console
from .lead import Lead
from .phone import Phone
from .reading import TIMEOUT_MILLISECONDS, lasting
from .server import HOST, Server
from .texts import Texts
from .wall import Wall

DESK = {"width": 1366, "height": 768}
POCKET = {"width": 360, "height": 640}
PEOPLE = (("Siân", "Ysgol Glan Môr", "room_device"), ("Amir", "Hillside Primary", "remote"),
          ("Mair", "Ysgol y Bryn", "room_device"))

# Keeps what a screen reader is told; on the page it is cleared again before a slow machine has looked.
HEAR = """window.heard = [];
new MutationObserver(() => {
  for (const { textContent } of document.querySelectorAll('[role=status]')) {
    if (textContent && window.heard.at(-1) !== textContent) window.heard.push(textContent);
  }
}).observe(document, { subtree: true, childList: true, characterData: true });"""


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium, for which the meeting's name is this machine; its shell without windows needs half as much
    of the processor."""
    program = os.environ.get("STAFFROOM_CHROMIUM") or which("chromium-headless-shell") or which("chromium")
    assert program, "Chromium is missing: Config/install --tests brings it"
    return playwright.chromium.launch(
        executable_path=program,
        args=["--no-sandbox", f"--host-resolver-rules=MAP {HOST} 127.0.0.1"])


class Stage:
    """Server and browsers of one test, in one language."""

    def __init__(self, browser: Browser, server: Server, language: str):
        self.browser, self.server = browser, server
        self.t = Texts(language)
        self.pages: list[Page] = []
        self.complaints = Complaints()
        self.looked_at: dict[Page, str] = {}
        self.phones: list[Phone] = []
        self.leads: list[Lead] = []

    def context(self, is_phone: bool, **more) -> BrowserContext:
        options = {"locale": f"{self.t.language}-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce",
                   "viewport": POCKET if is_phone else DESK} | more
        if is_phone:
            options |= {"has_touch": True, "is_mobile": True, "device_scale_factor": 2}
        context = self.browser.new_context(**options)
        context.set_default_timeout(TIMEOUT_MILLISECONDS)
        context.add_init_script(HEAR)
        return context

    def page(self, is_phone: bool, **more) -> Page:
        """A page in a browser of its own; what goes wrong in it is kept for `end`."""
        return self.watch(self.context(is_phone, **more).new_page())

    def watch(self, page: Page) -> Page:
        """Keeps what goes wrong in a page."""
        self.complaints.listen(page)
        self.pages.append(page)
        return page

    def coordinator(self, **more) -> Console:
        """The console in the sample meeting, by the printed link."""
        return Console(self.page(False, **more), self.t).enter(self.server.links["coordinator"]).run()

    def phone(self, name: str, school: str, **more) -> Phone:
        made = Phone(self.page(True, **more), self.t, self.server.url, name, school)
        self.phones.append(made)
        return made

    def gather(self) -> tuple[Console, list[Phone], Wall]:
        """An open meeting with a console, three phones and a wall."""
        console = self.coordinator().open()
        links = console.links()
        phones = [self.phone(name, school).join(links["code"], mode) for name, school, mode in PEOPLE]
        return console, phones, Wall(self.page(False)).enter(links["wall"])

    def look(self, state: str) -> None:
        """axe and fit on every page as it is now; `end` tells what was found in all states together. A page on which
        nothing has changed since the last look was looked at."""
        for page in self.pages:
            if page.is_closed() or self.looked_at.get(page) == (shown := page.evaluate(SHOWN)):
                continue
            self.looked_at[page] = shown
            is_phone = page.viewport_size["width"] <= POCKET["width"]
            found = lasting(page, lambda page=page, is_phone=is_phone: barriers(page) + problems(page, is_phone))
            for one in found:
                self.complaints.add(page, f"{state}: {one}")

    def close(self) -> None:
        # What was on its way when a page was closed is cut, and no mistake of the page.
        self.complaints.is_network_cut = True
        for page in self.pages:
            page.context.close()
        for lead in self.leads:
            lead.end()

    def end(self) -> None:
        """Closes all and fails if a page complained."""
        self.close()
        self.complaints.raise_any()
