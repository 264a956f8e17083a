"""Knows how somebody without a mouse works a page: Tab to a thing, see that one is there, press it."""

from playwright.sync_api import Locator, Page, expect

MOST_STEPS = 120

# Where one is must be seen: an outline there for the keyboard, round the thing or the label it stands in.
SHOWN = """(one) => one.matches(':focus-visible') && [one, one.closest('label')].some((part) => {
  const style = part && getComputedStyle(part);
  return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
})"""


class Keyboard:
    """The keys of one page; there is no way here to click."""

    def __init__(self, page: Page):
        self.page = page
        self.keys = page.keyboard

    def to(self, goal: Locator, key: str = "Tab") -> "Keyboard":
        """Goes on by `key` until the focus is there."""
        expect(goal).to_be_visible()
        # What cannot be pressed yet is passed by.
        expect(goal).not_to_have_attribute("disabled", "")
        for _ in range(MOST_STEPS):
            if goal.evaluate("(one) => one === document.activeElement"):
                assert goal.evaluate(SHOWN), f"the focus on {goal} cannot be seen"
                return self
            self.keys.press(key)
        raise AssertionError(f"{MOST_STEPS} steps of {key} do not lead to {goal}")

    def press(self, goal: Locator, key: str = "Enter") -> None:
        self.to(goal)
        self.keys.press(key)

    def type(self, goal: Locator, text: str) -> None:
        self.to(goal)
        self.keys.type(text)
