"""Rounds as a coordinator thinks of them: prepared in the agenda, proposed when their item opens, back by themselves when
their time is over; nobody has to be moved to seat the rest, and who is alone is offered company."""

import pytest
from playwright.sync_api import Page, expect

from .board import Board
from .console import Console
from .groups import AMIR, CUES, DAY_MINUTES, MAIR, SIAN, gather, shows_place
from .preparing import field
from .reading import until

TITLE, TASK, NAME = "Pairs of eyes", "Look at one lesson together.", "Bridge builders"
FIRST = ("Owen", "Priya", "Tom", "Lucy", "Huw", "Gwen")
MINUTES, GRACE_MINUTES = 5, 1


def prepare(console: Console, page: Page) -> None:
    """Two items with groups of three before all others: one written, one its copy."""
    t = console.t
    console.button("console.run.prepare").click()
    sheet = page.get_by_role("dialog")
    first = sheet.locator(".console-segment").first
    first.locator(".plan-more").click()
    page.get_by_role("menuitem", name=t("plan.insertBefore"), exact=True).click()
    form = sheet.get_by_role("form", name=t("console.prepare.addTitle"), exact=True)
    field(console, "console.prepare.segmentTitle", form).fill(TITLE)
    expect(form.locator(".plan-breakout")).to_be_hidden()
    field(console, "console.prepare.kind", form).select_option("breakout")
    expect(form.locator(".plan-breakout")).to_be_visible()
    field(console, "forming.amount", form).fill("1")
    console.button("console.prepare.addGo", form).click()
    expect(form).to_contain_text(t("plan.groupsAmountWrong", least=2, most=20))
    field(console, "forming.amount", form).fill("3")
    field(console, "plan.groupsMinutes", form).fill(str(MINUTES))
    field(console, "plan.groupsTask", form).fill(TASK)
    console.button("console.prepare.addGo", form).click()
    expect(first.locator(".plan-prepared")).to_contain_text("3")
    first.locator(".plan-more").click()
    page.get_by_role("menuitem", name=t("plan.duplicate"), exact=True).click()
    expect(sheet.locator(".console-segment .plan-prepared:visible")).to_have_count(2)
    # What the title says is compared with what is prepared.
    console.button("console.prepare.editOf", sheet, title=TITLE).nth(1).click()
    form = sheet.get_by_role("form", name=t("console.prepare.editTitle"), exact=True)
    field(console, "console.prepare.segmentTitle", form).fill("Again: groups of four" if t.language == "en"
                                                              else "Eto: grwpiau o bedwar")
    console.button("plan.done", form).click()
    expect(sheet.locator(".console-finding", has_text=t("finding.groupsDiffer", found=4, limit=3))).to_be_visible()
    console.button("console.close", sheet).click()


def later(stage, minutes: int) -> None:
    """The server stops and is there again so much later."""
    stage.complaints.is_network_cut = True
    stage.server.move_clock(minutes / DAY_MINUTES)


def test_two_prepared_rounds_come_back_by_themselves(stage, crowd):
    t = stage.t
    console = stage.coordinator()
    page, board = console.page, Board(console)
    prepare(console, page)
    stage.look("two breakouts are prepared")
    console.open()
    for name in FIRST:
        crowd.join(name, f"Ysgol {name}")
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(stage.server.code)
    expect(console.person("Siân")).to_be_visible()
    crowd.guests["Gwen"].do({"takeLeave": {}})

    # The item opens: its groups are proposed at once, with their task and their time, and survive a reload.
    with board.proposed():
        console.next.click()
    expect(page.locator(".console-forming")).to_be_visible()
    until(page, lambda: sorted(map(len, board.seats())) == [3, 3])
    expect(field(console, "forming.task", page.locator(".forming-texts"))).to_have_value(TASK)
    expect(field(console, "forming.minutes", page.locator(".forming-texts"))).to_have_value(str(MINUTES))
    board.move(board.seats()[0][0], to=2)
    console.button("forming.editOf", n=1).click()
    field(console, "board.groupName", page.get_by_role("dialog")).fill(NAME)
    console.button("console.save", page.get_by_role("dialog")).click()
    expect(board.columns.first.get_by_role("heading", name=NAME, exact=True)).to_be_visible()
    before = board.seats()
    assert sorted(map(len, before)) == [2, 4]
    page.reload()
    expect(board.columns.first.get_by_role("heading", name=NAME, exact=True)).to_be_visible()
    expect(page.locator(".forming-columns .member[data-pinned=true]")).to_have_count(1)
    board.are_planned(before)
    stage.look("a proposal is there again after a reload")

    # Somebody more comes: they are placed, and nobody else is touched.
    crowd.join("Ifan", "Ysgol Ifan")
    expect(board.free.filter(has_text="Ifan")).to_be_visible()
    rest = console.button("forming.placeRest", page.locator(".console-forming"))
    rest.focus()
    page.keyboard.press("Enter")
    expect(board.free.filter(has_text="Ifan")).to_have_count(0)
    expect(rest).to_be_hidden()
    expect(page.locator(".forming-go")).to_be_focused()
    after = board.seats()
    assert sorted(set(sum(after, [])) - set(sum(before, []))) == ["Ifan"]
    assert all(set(old) <= set(new) for old, new in zip(before, after))
    board.form()
    expect(board.tile(1)).to_contain_text(NAME)
    expect(phone.page.locator(".strip-time")).to_have_text(t("time.minutesLeft", count=MINUTES))
    expect(phone.page.locator(".group-task")).to_have_text(TASK)
    stage.look("a timed round runs")

    # Its time and a sentence later everybody is back, without anybody's tap.
    later(stage, MINUTES + GRACE_MINUTES)
    expect(page.locator(".console-harvest")).to_be_visible()
    expect(phone.page.locator(".group-task:visible")).to_have_count(0)

    # The second item proposes its own, although there was a round; who is alone in it is offered company.
    console.button("console.run.toMeeting").click()
    for guest in crowd.guests.values():
        if guest.name != "Gwen":
            guest.come_back()
    with board.proposed():
        console.next.click()
    expect(page.locator(".console-forming")).to_be_visible()
    expect(board.columns).to_have_count(2)
    board.form()
    expect(phone.page.locator(".strip-time")).to_have_text(t("time.minutesLeft", count=MINUTES))
    console.button("console.run.more5", page.locator(".console-live")).click()
    expect(phone.page.locator(".strip-time")).to_have_text(t("time.minutesLeft", count=MINUTES + 5))
    small = min((names for names in board.running()), key=len)
    stays = "Siân" if "Siân" in small else small[0]
    for name in small:
        if name != stays:
            crowd.guests[name].leave()
    repair = page.locator(".repair")
    go = repair.get_by_role("button", name=t("board.repairGo", names=stays), exact=True)
    expect(go).to_be_visible()
    stage.look("somebody is alone")
    go.focus()
    page.keyboard.press("Enter")
    expect(repair).to_be_hidden()
    expect(page.locator("#live-title")).to_be_focused()
    until(page, lambda: max(board.running(), key=len).count(stays) == 1)
    later(stage, MINUTES + GRACE_MINUTES)
    expect(page.locator(".console-live")).to_be_visible()
    later(stage, 5)
    expect(page.locator(".console-harvest")).to_be_visible()


@pytest.mark.long
def test_its_own_time_runs_out_gently_and_brings_everybody_back(stage):
    t = stage.t
    lead, (sian, _, mair) = gather(stage)
    # The item has most of an hour left; the groups have their own ten minutes, and the cues are theirs.
    lead.leave_seconds(3_000)
    lead.form({"members": [SIAN, AMIR]}, {"members": [MAIR]}, task=TASK, timeboxSeconds=600)
    expect(sian.page.locator(".strip-time")).to_have_text(t("time.minutesLeft", count=10))
    sian.page.evaluate(CUES)

    def is_told(cue: str) -> None:
        sian.page.wait_for_function("(text) => window.cues.includes(text)", arg=t(f"group.cue.{cue}"))
        sian.heard(t(f"group.cue.{cue}"))

    lead.leave_round_seconds(100)
    is_told("120")
    lead.leave_round_seconds(4)
    is_told("back")
    # A sentence may be finished: the group is still there, and then nobody has to tap.
    shows_place(sian, 1)
    stage.look("a sentence is finished")
    for phone in (sian, mair):
        expect(phone.page.locator(".group-task:visible")).to_have_count(0)
    expect(sian.page.locator(".strip-time")).not_to_have_text(t("time.up"))
