"""Knows that the console is calm in every size and leads to what waits: strip, places, keys, people."""

import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.EndToEnd.planning import Planner  # noqa: E402

from .calm import unrest  # noqa: E402
from .checks import problems  # noqa: E402
from .reading import drawn, lasting, text_of  # noqa: E402
from .stage import DESK, POCKET  # noqa: E402
from .test_together import sample_segments  # noqa: E402

SIZES = (DESK, {"width": 1920, "height": 1080}, {"width": 390, "height": 844}, POCKET, {"width": 320, "height": 640})
TWICE = {"standard": 32, "fixed": 32}
LONG_NAME = "bethan.llywelyn-montgomery@ysgol-gyfun-gymraeg.example.org"


def look_at(page, state: str, sizes=SIZES) -> list[str]:
    """What is wrong in each of the sizes; the page is left in the first."""
    found = []
    for size in sizes:
        page.set_viewport_size(size)
        drawn(page)
        is_phone = size["width"] < 400
        wrong = lasting(page, lambda is_phone=is_phone: unrest(page) + problems(page, is_phone))
        found += [f"{state}, {size['width']}x{size['height']}: {one}" for one in wrong]
    page.set_viewport_size(DESK)
    return found


@pytest.mark.parametrize("scheme, is_twice", [("light", False), ("dark", True)])
def test_the_running_console_is_calm_in_every_size(stage, crowd, scheme, is_twice):
    """Full of what comes in a meeting: hands, somebody at the door, a call, messages without a space, names that are
    addresses."""
    console = stage.coordinator(color_scheme=scheme)
    page = console.page
    if is_twice:
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": TWICE})
    found = look_at(page, "before the opening")
    console.open()
    for number in range(12):
        crowd.join(f"Elin {number}", f"Ysgol Glan Môr {number % 5}", "remote" if number % 3 else "room_device")
    loud = crowd.join(LONG_NAME, "An Academy With a Name That Does Not End Before the Line Does", "remote")
    console.next.click()
    loud.do({"postMessage": {"text": "https://example.org/" + "a" * 120}})
    loud.do({"postMessage": {"text": "Z̸͎̈a̸̫͝l̴͖̓g̷̙̾o̶͉͝ " * 6}})
    for name in (LONG_NAME, "Elin 1", "Elin 2", "Elin 3", "Elin 4", "Elin 5"):
        crowd.guests[name].do({"raiseHand": {}})
    console.option("lobby", True)
    waiting = stage.phone(LONG_NAME[:30], "Hillside").knock(stage.server.code).fill()
    waiting.come_in()
    waiting.shows("gone.lobby.title")
    expect(console.queue).to_have_count(6)
    expect(console.count("door")).to_have_attribute("data-count", "1")
    page.keyboard.press("h")
    expect(console.queue).to_have_count(5)
    found += look_at(page, "a meeting runs")
    # Letters twice as large leave no room for panels beside the item.
    for panel in () if is_twice else ("questions", "pulse", "part"):
        console.panel(panel)
        found += look_at(page, panel)
    page.keyboard.press("2")
    console.button("forming.choice.mix").click()
    expect(page.locator(".forming-columns .member").first).to_be_visible()
    found += look_at(page, "groups are put together")
    page.locator(".forming-go").click()
    expect(page.locator(".tile").first).to_be_visible()
    loud.do({"signal": {"signal": "help"}})
    loud.do({"writeCard": {"text": "b" * 200, "isReport": True}})
    expect(console.count("calls")).to_have_attribute("data-count", "1")
    found += look_at(page, "groups at work")
    assert not found, "\n".join(found)


def test_what_waits_is_seen_from_the_groups_and_leads_there(stage, crowd):
    console = stage.coordinator().open()
    page = console.page
    guests = [crowd.join(name) for name in ("Amir", "Bethan", "Carys")]
    console.next.click()
    page.keyboard.press("2")
    expect(page.locator(".console-groups")).to_be_visible()
    for guest in guests:
        guest.do({"raiseHand": {}})
    guests[0].do({"postMessage": {"text": "Can you hear us?"}})
    hands, chat = console.count("hands"), console.count("chat")
    expect(hands).to_have_text(f"3 {stage.t('console.count.hands', count=3)}")
    expect(hands).to_have_class("count is-waiting")
    expect(chat).to_have_attribute("data-count", "1")
    stage.look("three hands while groups are looked at")

    hands.click()
    expect(console.queue.first).to_be_visible()
    expect(page.locator("#speaking-title")).to_be_focused()
    # What came is read once it is in sight.
    expect(console.message("Can you hear us?")).to_be_visible()
    expect(chat).to_have_attribute("data-count", "0")

    guests[2].leave()
    lost = console.count("lost")
    expect(lost).to_have_attribute("data-count", "1")
    lost.click()
    expect(page.locator(".console-person")).to_have_count(1)
    expect(console.person("Carys")).to_be_visible()
    crowd.guests["Carys"].come_back()
    expect(lost).to_be_hidden()
    expect(page.locator(".console-person")).to_have_count(4)


def test_a_key_means_one_thing_where_one_is(board, stage):
    """With somebody chosen, S skipped the item of the agenda and 5 added five minutes."""
    console, page = board.console, board.page
    before = text_of(console.next)
    board.choose("mix")
    chosen = board.seats()[0][0]
    board.planned_exactly(chosen).click()
    # Wherever the focus is on the page.
    page.evaluate("document.activeElement.blur()")
    for key in ("s", "9", "0"):
        page.keyboard.press(key)
    page.keyboard.press("2")
    expect(board.columns.nth(1)).to_contain_text(chosen)
    expect(page.locator(".selection-bar").first).to_be_hidden()
    # Among groups S never skips, also with nobody chosen.
    page.keyboard.press("s")
    page.keyboard.press("1")
    expect(console.next).to_be_visible()
    expect(console.next).to_have_text(before)
    flow = page.locator(".console-flow-row")
    expect(flow.first).to_have_attribute("data-state", "open")
    minutes = sample_segments()[0]["timeboxSeconds"] // 60
    expect(flow.first.locator(".console-flow-minutes")).to_have_text(str(minutes))
    page.keyboard.press("5")
    expect(flow.first.locator(".console-flow-minutes")).to_have_text(str(minutes + 5))


def test_next_asks_before_it_ends_groups(board, stage):
    console, page = board.console, board.page
    board.choose("mix")
    board.form()
    page.keyboard.press("n")
    ask = page.get_by_role("dialog")
    expect(ask.get_by_role("heading")).to_have_text(stage.t("console.run.nextEnds"))
    stage.look("asked whether the groups end")
    console.button("common.cancel", ask).click()
    expect(board.tiles.first).to_be_visible()
    page.keyboard.press("n")
    ask.get_by_role("button").first.click()
    expect(page.locator(".console-harvest")).to_be_visible()


def test_a_view_belongs_to_its_meeting(stage):
    console = stage.coordinator().open()
    page = console.page
    page.keyboard.press("2")
    expect(page.locator(".console-groups")).to_be_visible()
    page.reload()
    expect(page.locator(".console-groups")).to_be_visible()
    run_another(stage, console)
    expect(page.locator(".console-groups")).to_be_hidden()


def run_another(stage, console, **fields) -> None:
    """To the console of a meeting of its own."""
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in console.page.context.cookies())
    planner = Planner(stage.server, cookie)
    other = planner.create(planner.template("termly-online"), title="Another evening", **fields)
    console.page.goto(f"{stage.server.url}/coordinator.html#run={other['id']}")
    expect(console.next).to_be_visible()


def test_a_meeting_of_another_day_asks_before_it_opens_and_is_on_time(stage):
    """It said 9,657 minutes in hand."""
    console = stage.coordinator()
    run_another(stage, console, plannedStart=(int(time.time()) + 7 * 24 * 3600) * 1000)
    console.next.click()
    ask = console.page.get_by_role("dialog")
    stage.look("asked whether to open on another day")
    console.button("common.cancel", ask).click()
    expect(console.next).to_have_text(stage.t("console.run.open"))
    console.next.click()
    console.button("console.run.open", ask).click()
    expect(console.next).not_to_have_text(stage.t("console.run.open"))
    on_time = stage.t("console.clock.onTime", time="", end="").rsplit(",", 1)[1]
    expect(console.page.locator(".console-mast-clock")).to_contain_text(on_time)


def test_somebody_is_found_among_many(stage, crowd):
    console = stage.coordinator().open()
    page = console.page
    for number in range(30):
        crowd.join(f"{chr(ord('A') + number % 26)}wen {number}", f"Ysgol {number % 3}",
                   "remote" if number % 2 else "room_device")
    crowd.join("Siân", "Uwchradd y Bryn", "room_device")
    people = page.locator(".console-person")
    expect(people).to_have_count(32)
    stage.look("thirty people")

    page.keyboard.press("/")
    field = page.get_by_role("searchbox", name=stage.t("console.run.find"), exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("sian bryn")
    expect(people).to_have_count(1)
    expect(people).to_contain_text("Siân")
    field.fill("nobody at all")
    expect(page.get_by_text(stage.t("console.run.foundNobody"), exact=True)).to_be_visible()
    field.fill("")
    console.button("console.filter.room", n=16).click()
    expect(people).to_have_count(16)
    console.button("console.filter.everybody", n=32).click()
    page.locator(".console-letters").get_by_role("button", name="Z", exact=True).click()
    expect(console.person("Zwen 25")).to_be_focused()
    expect(console.person("Zwen 25")).to_be_in_viewport()
