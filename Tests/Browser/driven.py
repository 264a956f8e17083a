"""Knows how pages are worked by what stands on them, in a browser that is driven from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from .reading import TIMEOUT_MILLISECONDS
from .texts import Texts

# What went wrong in a page, kept where a test can ask for it; drivers tell nothing of it.
WATCH = """if (!window.faults) {
  window.faults = [];
  addEventListener('error', (event) => window.faults.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
}"""


class Driven:
    """A browser of its own. `driver` has the words of Selenium; `stale` is what it says of a part that was drawn anew."""

    stale: tuple[type[Exception], ...] = (StaleElementReferenceException,)

    def __init__(self, driver, t: Texts):
        self.driver = driver
        self.t = t
        self.spoken_at = ""

    def end(self) -> None:
        """Closes it; fails if a page complained since it was last loaded."""
        try:
            faults = self.driver.execute_script("return window.faults ?? []")
        finally:
            self.driver.quit()
        assert faults == [], faults

    def open(self, url: str) -> "Driven":
        if self.spoken_at != (origin := "/".join(url.split("/")[:3])):
            # The browser says what its machine speaks; a device that chose a language says it itself.
            self.driver.get(f"{origin}/icon.svg")
            self.driver.execute_script("localStorage.setItem('staffroom.language', arguments[0])", self.t.language)
            self.spoken_at = origin
        self.driver.get(url)
        self.driver.execute_script(WATCH)
        return self

    def reload(self) -> None:
        self.driver.refresh()
        self.driver.execute_script(WATCH)

    def until(self, holds: Callable[[], object], what: str = ""):
        """Waits for something to be so, and gives it."""
        wait = WebDriverWait(self.driver, TIMEOUT_MILLISECONDS / 1000, poll_frequency=0.1, ignored_exceptions=self.stale)
        return wait.until(lambda _: holds(), what)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def see(self, selector: str, text: str = "") -> WebElement:
        """The first that is shown and has the text."""
        return self.until(lambda: next(
            (one for one in self.all(selector) if one.is_displayed() and text in one.text), None), f"{selector} {text}")

    def read(self, selector: str, *names: str) -> tuple[str | None, ...]:
        """Attributes of the first that is shown; what is drawn anew meanwhile is looked for again."""
        return self.until(lambda: next(
            (tuple(one.get_attribute(name) for name in names) for one in self.all(selector) if one.is_displayed()), None),
            selector)

    def tap(self, selector: str, text: str = "") -> None:
        """Taps the first that is shown and has the text; what is drawn anew meanwhile is looked for again."""
        self._tap(lambda: (one for one in self.all(selector) if one.is_displayed() and text in one.text), f"{selector} {text}")

    def _tap(self, find: Callable[[], Iterator[WebElement]], what: str) -> None:
        def tapped() -> bool:
            found = next(find(), None)
            if found:
                found.click()
            return found is not None
        self.until(tapped, what)

    def gone(self, selector: str) -> None:
        self.until(lambda: not any(one.is_displayed() for one in self.all(selector)), f"no {selector}")

    def press(self, key: str, **params) -> None:
        """The button, summary or link with exactly these words."""
        words = self.t(key, **params)
        self._tap(lambda: (one for one in self.all("button, summary, a") if one.is_displayed()
                           and words in (one.text.strip(), one.get_attribute("aria-label"))), words)

    def type(self, key: str, text: str) -> None:
        """Writes into the field that has this label."""
        words = self.t(key)
        self.until(lambda: self.driver.execute_script(
            """const shown = (one) => one?.checkVisibility() ? one : null;
               const label = [...document.querySelectorAll('label')].find((one) =>
                 one.textContent.trim() === arguments[0] && shown(one.control));
               return label?.control ?? [...document.querySelectorAll('input, textarea')].find((one) =>
                 one.getAttribute('aria-label') === arguments[0] && shown(one)) ?? null""", words), words).send_keys(text)

    def clipboard(self) -> str:
        """What was copied, as one finds it on pasting into a field that is there only for that."""
        field = self.driver.execute_script(
            """const field = document.createElement('textarea');
               (document.querySelector('dialog[open]') ?? document.body).append(field);
               field.scrollIntoView();
               return field;""")
        field.click()
        field.send_keys(Keys.CONTROL, "v")
        text = self.until(lambda: field.get_property("value"), "something that was copied")
        self.driver.execute_script("arguments[0].remove()", field)
        return str(text)
