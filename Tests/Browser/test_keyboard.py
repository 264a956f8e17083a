"""Knows that whoever has only a keyboard takes part in a meeting, and runs one."""

from playwright.sync_api import expect

from .console import Console
from .countdown import Countdown, now
from .keyboard import Keyboard
from .phone import Phone
from .stage import PEOPLE
from .test_together import sample_segments

SIAN, AMIR, _ = (name for name, _, _ in PEOPLE)


def test_a_teacher_takes_part_by_keyboard(stage):
    console, (sian, *_), wall = stage.gather()
    page = stage.page(False)
    keys, elin = Keyboard(page), Phone(page, stage.t, stage.server.url, "Elin", "Ysgol Newydd")
    page.goto(stage.server.url)
    keys.type(page.get_by_label(stage.t("door.code"), exact=True), stage.server.code)
    keys.type(page.get_by_label(stage.t("join.name"), exact=True), elin.name)
    keys.type(page.get_by_label(stage.t("join.school"), exact=True), elin.school)
    # Nothing is chosen: the first is reached, and the arrows choose.
    keys.to(page.get_by_label(stage.t("join.mode.room_device"), exact=True))
    keys.to(page.get_by_label(stage.t("join.mode.remote"), exact=True), "ArrowDown")
    keys.press(elin.button("join.go"))
    elin.is_in()
    expect(console.person(elin.name)).to_contain_text(elin.school)

    keys.press(page.locator(".bar-chat"))
    keys.type(page.get_by_label(stage.t("chat.label"), exact=True), "No mouse, no trouble.")
    keys.press(elin.button("chat.send"))
    expect(sian.message("No mouse")).to_contain_text(elin.name)
    expect(console.message("No mouse")).to_have_count(1)

    keys.press(elin.hand, "Space")
    expect(wall.queue).to_contain_text(elin.name)
    keys.press(elin.hand)
    expect(wall.queue).to_have_count(0)

    for _ in range(3):
        console.step()
    keys.press(page.locator(".pulse-button[data-answer=nearly]"))
    expect(console.page.locator(".console-pulse-counts strong").nth(1)).to_have_text("1")

    keys.press(page.locator(".bar-more"))
    keys.press(elin.button("leave.open"))
    keys.press(page.get_by_role("dialog").get_by_role("button", name=stage.t("leave.stay"), exact=True))
    keys.press(elin.button("leave.open"))
    keys.press(elin.button("leave.go", page.get_by_role("dialog")))
    elin.shows("gone.left.title")
    expect(console.person(elin.name)).to_contain_text(stage.t("console.run.gone"))


def test_a_coordinator_runs_the_meeting_by_keyboard(stage):
    page = stage.page(False)
    keys, console = Keyboard(page), Console(page, stage.t)
    console.enter(stage.server.links["coordinator"])
    keys.press(page.locator(".console-meeting.is-next .button.primary"))
    expect(console.next).to_have_text(stage.t("console.run.open"))
    keys.press(console.next)
    expect(console.next).not_to_have_text(stage.t("console.run.open"))
    sian, amir = (stage.phone(name, school).join(stage.server.code, mode) for name, school, mode in PEOPLE[:2])
    titles = [row["title"] for row in sample_segments()]

    pressed = now()
    keys.keys.press("n")
    # The keys of the console act on what the console shows, which may be later than a phone.
    for one in (console, sian):
        expect(one.title).to_have_text(titles[0])
    left = Countdown.begun(pressed, sample_segments()[0]["timeboxSeconds"])
    keys.keys.press("5")
    left.plus(300).is_said(sian.page, sian.time, stage.t)
    keys.keys.press("+")
    left.plus(360).is_said(amir.page, amir.time, stage.t)
    keys.keys.press("-")
    left.plus(300).is_said(amir.page, amir.time, stage.t)

    for number, phone in enumerate((sian, amir), 1):
        phone.hand.click()
        expect(console.queue).to_have_count(number)
    keys.keys.press("h")
    expect(sian.page.locator(".speaking-who")).to_have_text(stage.t("speaking.you"))
    expect(page.locator(".console-floor")).to_contain_text(PEOPLE[0][0])
    keys.keys.press("t")
    expect(sian.page.locator(".speaking-who")).to_have_text(stage.t("speaking.nobody"))
    keys.press(console.button("console.run.callNext"))
    expect(amir.page.locator(".speaking-who")).to_have_text(stage.t("speaking.you"))

    # While one writes, a letter is a letter.
    keys.keys.press("c")
    field = page.get_by_label(stage.t("console.run.chatWrite"), exact=True)
    expect(field).to_be_focused()
    keys.keys.type("nbht5")
    expect(field).to_have_value("nbht5")
    expect(sian.title).to_have_text(titles[0])
    keys.keys.press("Enter")
    sian.tab("chat")
    expect(sian.message("nbht5")).to_have_count(1)

    keys.press(console.person(AMIR))
    expect(page.get_by_role("menu")).to_be_visible()
    keys.to(page.get_by_role("menuitem", name=stage.t("console.run.menu.moveToLobby"), exact=True), "ArrowDown")
    keys.keys.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(console.person(AMIR)).to_be_focused()
    keys.keys.press("n")
    for phone in (sian, amir):
        expect(phone.title).to_have_text(titles[1])
