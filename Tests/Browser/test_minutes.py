"""Knows that what groups wrote is found again, by round, on the console, on phones and in the minutes; what a group keeps
for itself stays with it and with those who lead."""

from playwright.sync_api import Page, expect

from .board import Board
from .groups import note, write_note
from .phone import Phone
from .reading import unfold


def taken(page: Page, t, form: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=t(f"console.minutes.{form}"), exact=True).click()
    return download.value.path().read_text(encoding="utf-8")


def round_of(board: Board, phone: Phone, kept: str, shared: str) -> None:
    """One round: the phone notes something for its group and something for everybody."""
    board.choose("mix")
    board.size(2)
    expect(board.columns).to_have_count(2)
    board.form()
    write_note(phone, kept)
    write_note(phone, shared, is_report=True)
    # For a moment a note stands there twice: on its way, and as everybody has it.
    expect(note(phone, shared).and_(phone.page.locator(":not(.is-pending)"))).to_be_visible()
    board.end()


def test_both_rounds_notes_are_found_again_and_taken_along(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    sian = stage.phone("Siân", "Ysgol Glan Môr").join(stage.server.code)
    for name in ("Amir", "Huw", "Nia"):
        crowd.join(name)
    expect(console.page.locator(".console-person")).to_have_count(5)
    page = console.page
    board = Board(console).enter()
    round_of(board, sian, "Kept in round one.", "Shared from round one.")
    console.button("board.anew").first.click()
    round_of(board, sian, "Kept in round two.", "Shared from round two.")

    # The console: the last round in full, the one before folded below it.
    harvest = page.locator(".console-harvest")
    expect(harvest).to_contain_text("Kept in round two.")
    expect(harvest).to_contain_text(t("after.own"))
    earlier = page.locator(".console-earlier")
    expect(earlier).to_be_visible()
    expect(earlier.get_by_text("Kept in round one.")).to_be_hidden()
    earlier.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(earlier.get_by_text("Kept in round one.")).to_be_visible()
    expect(earlier.get_by_text("Shared from round one.")).to_be_visible()
    stage.look("both rounds")

    # A phone that comes anew has what it may see: its own groups' all, by round.
    sian.page.reload()
    sian.is_in()
    for fold in (0, 1):
        # Its own notes that are for the group only stand below, folded where there is a report.
        details = unfold(sian.page.locator(".harvest").nth(fold))
        details.locator(".harvest-group details:visible summary").first.click()
    for text in ("Shared from round one.", "Shared from round two.", "Kept in round one.", "Kept in round two."):
        expect(sian.page.locator(".harvests").get_by_text(text)).to_be_visible()
    stage.look("both rounds on a phone")

    late = stage.phone("Rhian", "Ysgol Newydd").join(stage.server.code)
    for fold in (0, 1):
        details = unfold(late.page.locator(".harvest").nth(fold))
        expect(details.locator(".note-text").first).to_be_visible()
    expect(late.page.locator(".harvests")).to_contain_text("Shared from round one.")
    expect(late.page.locator(".harvests")).not_to_contain_text("Kept in")

    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(sian.page.locator(".keepsakes")).to_contain_text(t("keep.round", number=2, group="").strip().rstrip(":"))
    for text in ("Kept in round one.", "Kept in round two."):
        expect(sian.page.locator(".keepsakes")).to_contain_text(text)
    expect(late.page.locator(".keepsakes")).not_to_contain_text("Kept in")
    page.keyboard.press("1")
    for form in ("html", "text", "csv"):
        file = taken(page, t, form)
        assert "Shared from round one." in file and "Shared from round two." in file
        assert "Kept in" not in file
    page.get_by_label(t("console.minutes.leads"), exact=True).check()
    for form in ("html", "text", "csv"):
        file = taken(page, t, form)
        assert "Kept in round one." in file and "Kept in round two." in file
    expect(page.get_by_text(t("console.minutes.saved", name=f"minutes-{stage.server.meeting}.csv"))).to_be_visible()
    stage.look("minutes on the console")
    page.goto(f"{stage.server.url}/coordinator.html#past={stage.server.meeting}")
    assert "Shared from round two." in taken(page, t, "text")
    stage.look("minutes of a past meeting")


def test_a_quick_check_is_asked_by_hand_and_its_result_stays(stage):
    t = stage.t
    console, (sian, amir, mair), _ = stage.gather()
    page = console.page
    console.next.click()
    console.panel("pulse")
    console.button("console.run.pulseStart").click()
    sian.answer("got_it")
    amir.answer("lost")
    expect(page.locator(".console-pulse-counts strong").first).to_have_text("1")
    console.button("console.run.pulseClose").click()
    result = page.locator(".console-pulse-result")
    expect(result).to_have_count(1)
    for answer, n in (("got_it", 1), ("nearly", 0), ("lost", 1)):
        expect(result).to_contain_text(t("console.run.pulseResult", answer=t(f"pulse.{answer}"), n=n))
    expect(console.button("console.run.pulseStart")).to_be_visible()
    stage.look("a quick check is over")
