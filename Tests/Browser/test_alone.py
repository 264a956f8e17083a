"""A coordinator alone, with a mouse and without one: plans from a template with two breakouts, opens, runs both timed
rounds, finds what both wrote, ends, and takes the minutes along."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from .board import Board
from .keyboard import MOST_STEPS, Keyboard
from .preparing import desk, field, is_prepared
from .reading import is_first
from .server import ROOT
from .test_rounds import later

AGENDA = "termly-online"
TITLE = "Spring term"
PEOPLE = ("Amir", "Bethan", "Carys", "Dewi", "Elen", "Ffion")
MINUTES, GRACE_MINUTES = 15, 1


class Mouse:
    """A hand on a mouse; words are typed all the same."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, goal: Locator) -> None:
        goal.click()

    def type(self, goal: Locator, text: str) -> None:
        goal.fill(text)

    def choose(self, goal: Locator, value: str) -> None:
        goal.select_option(value)

    def item(self, name: str) -> None:
        self.page.get_by_role("menuitem", name=name, exact=True).click()


class Keys(Keyboard):
    """No mouse at all."""

    def choose(self, goal: Locator, value: str) -> None:
        # What there is to choose comes from the server.
        expect(goal.locator(f'option[value="{value}"]')).to_be_attached()
        self.to(goal)
        for _ in range(MOST_STEPS):
            if goal.evaluate("(one) => one.value") == value:
                return
            self.keys.press("ArrowDown")
        raise AssertionError(f"no way to {value}")

    def item(self, name: str) -> None:
        self.to(self.page.get_by_role("menuitem", name=name, exact=True), "ArrowDown")
        self.keys.press("Enter")


@pytest.mark.parametrize("hands", [Mouse, Keys])
def test_an_evening_from_the_template_to_the_minutes(stage, crowd, hands):
    t = stage.t
    console = desk(stage)
    page, board = console.page, Board(console)
    hand = hands(page)
    agenda = json.loads((ROOT / "Config" / "agendas" / f"{AGENDA}.json").read_text())["segments"]
    place = [one["kind"] for one in agenda].index("breakout")
    breakout = agenda[place]["title"][t.language]
    hand.press(page.get_by_role("link", name=t("console.meetings.new"), exact=True).first)
    hand.choose(field(console, "console.new.from"), f"template {AGENDA}")
    hand.type(field(console, "console.new.name"), TITLE)
    hand.press(console.button("console.new.go"))
    is_prepared(console, TITLE)
    # Its breakout is prepared; there shall be two.
    hand.press(console.button("plan.moreOf", title=breakout))
    hand.item(t("plan.duplicate"))
    expect(page.locator(".console-segment .plan-prepared:visible")).to_have_count(2)
    hand.press(page.get_by_role("link", name=t("console.prepare.run"), exact=True))
    expect(console.next).to_have_text(t("console.run.open"))
    hand.press(console.next)
    # It is planned for another day: that is asked first.
    hand.press(console.button("console.run.open", page.get_by_role("dialog")))
    expect(console.next).not_to_have_text(t("console.run.open"))
    code = console.code
    for name in PEOPLE:
        crowd.join(name, f"Ysgol {name}", code=code)
    expect(console.person(PEOPLE[-1])).to_be_visible()

    for number in (1, 2):
        # On to the item with its groups, which are proposed by themselves; the second one is its copy.
        for at in range(place if number == 1 else 0):
            console.step(hand.press)
        with board.proposed():
            console.step(hand.press)
        expect(page.locator(".console-forming")).to_be_visible()
        expect(board.columns).to_have_count(2)
        hand.press(page.locator(".forming-go"))
        expect(board.tiles).to_have_count(2)
        for guest in crowd.guests.values():
            guest.do({"writeCard": {"text": f"{guest.name} in round {number}", "isReport": True}})
        expect(board.tile(1)).to_contain_text(f"in round {number}")
        later(stage, MINUTES + GRACE_MINUTES)
        expect(page.locator(".console-harvest")).to_contain_text(f"in round {number}")
        for guest in crowd.guests.values():
            guest.come_back()
        hand.press(console.button("console.run.toMeeting"))
    hand.press(page.locator(".console-groups-button"))
    for number in (1, 2):
        expect(page.locator(".console-groups")).to_contain_text(f"{PEOPLE[0]} in round {number}")
    hand.press(console.button("console.run.endAsks"))
    hand.press(console.button("console.run.end", page.get_by_role("dialog")))
    expect(console.next).to_have_text(t("console.run.reopen"))
    minutes = console.button("console.minutes.text")
    if not is_first(minutes, console.button("console.run.toMeeting")):
        hand.press(console.button("console.run.toMeeting"))
    with page.expect_download() as download:
        hand.press(minutes)
    file = download.value.path().read_text(encoding="utf-8")
    for name in PEOPLE:
        for number in (1, 2):
            assert f"{name} in round {number}" in file
