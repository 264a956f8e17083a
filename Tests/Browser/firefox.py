"""Knows how the pages are opened in Firefox: Debian's, without a window, driven by the protocol that is built into it."""

from __future__ import annotations

import contextlib
import os
from shutil import which

from marionette_driver.errors import ElementNotInteractableException, NoSuchElementException, StaleElementException
from marionette_driver.marionette import Marionette

from Tests.EndToEnd.server import free_port

from .driven import Driven
from .texts import Texts

SIZE = (480, 900)
PREFERENCES = {"datareporting.policy.dataSubmissionEnabled": False, "dom.events.testing.asyncClipboard": True}


class Driver:
    """Firefox in the words of Selenium, as far as `Driven` needs them."""

    def __init__(self, marionette: Marionette):
        self.marionette = marionette

    def get(self, url: str) -> None:
        self.marionette.navigate(url)

    def refresh(self) -> None:
        self.marionette.refresh()

    def execute_script(self, script: str, *arguments: object) -> object:
        # In the page itself, where its own scripts keep what a test asks for.
        return self.marionette.execute_script(script, script_args=arguments, sandbox=None)

    def find_elements(self, by: str, selector: str) -> list:
        return self.marionette.find_elements(by, selector)

    def quit(self) -> None:
        self.marionette.quit(in_app=False)
        # What it does when it is forgotten fails once the program ends.
        with contextlib.suppress(Exception):
            self.marionette.cleanup()


class Firefox(Driven):
    """A browser of its own."""

    stale = (StaleElementException, NoSuchElementException, ElementNotInteractableException)

    def __init__(self, t: Texts, size: tuple[int, int] = SIZE):
        program = which("firefox-esr") or which("firefox")
        assert program, "Firefox is missing: Config/install --tests brings it"
        marionette = Marionette(
            bin=program, headless=True, port=free_port(), gecko_log=os.devnull,
            prefs=PREFERENCES | {"intl.accept_languages": f"{t.language}-GB"})
        marionette.start_session()
        marionette.set_window_rect(width=size[0], height=size[1])
        super().__init__(Driver(marionette), t)
