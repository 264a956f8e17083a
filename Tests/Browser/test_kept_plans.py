"""Knows that what is typed while one prepares survives a reload, and is said to be unsaved until it is saved."""

from playwright.sync_api import expect

from .clipboard import copied
from .preparing import SAMPLE, desk, field, is_prepared

HALL = "Neuadd Ysgol Glan Môr"
ITEM = SAMPLE["segments"][1]["title"]


def test_what_is_not_saved_yet_is_there_after_a_reload(stage):
    t, console = stage.t, desk(stage)
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    is_prepared(console, SAMPLE["title"])
    about = page.locator(".is-invite")
    agenda = page.locator(".is-agenda")
    unsaved = t("plan.unsaved")
    expect(page.get_by_text(unsaved, exact=True)).to_have_count(0)
    field(console, "invite.place").press_sequentially(HALL)
    expect(about.get_by_text(unsaved, exact=True)).to_be_visible()
    console.button("console.prepare.editOf", title=ITEM).click()
    form = page.get_by_role("form", name=t("console.prepare.editTitle"), exact=True)
    field(console, "plan.task", form).fill("Bring a torch")
    expect(agenda.get_by_text(unsaved, exact=True)).to_be_visible()
    stage.look("unsaved")
    page.reload()
    expect(field(console, "invite.place")).to_have_value(HALL)
    expect(about.get_by_text(unsaved, exact=True)).to_be_visible()
    expect(field(console, "plan.task", form)).to_have_value("Bring a torch")
    expect(page.locator(".plan-sheet")).not_to_contain_text(HALL)
    console.button("plan.done", form).click()
    expect(form).to_have_count(0)
    console.button("console.save", about).first.click()
    expect(about.get_by_text(t("console.saved"), exact=True)).to_be_visible()
    expect(page.locator(".plan-sheet")).to_contain_text(HALL)

    # What is put away comes back no more; what is added is kept as well.
    console.button("console.prepare.add").click()
    new = page.get_by_role("form", name=t("console.prepare.addTitle"), exact=True)
    field(console, "console.prepare.segmentTitle", new).press_sequentially("Paned")
    page.reload()
    expect(field(console, "console.prepare.segmentTitle", new)).to_have_value("Paned")
    console.button("common.cancel", new).click()
    page.reload()
    is_prepared(console, SAMPLE["title"])
    expect(page.locator(".console-segment")).to_have_count(len(SAMPLE["segments"]))
    expect(new).to_have_count(0)
    expect(field(console, "invite.place")).to_have_value(HALL)
    expect(page.get_by_text(unsaved, exact=True)).to_have_count(0)


def test_the_invitation_is_copied_from_the_mast(stage):
    console = stage.coordinator()
    page = console.page
    text = copied(page, console.button("invite.copy", page.locator(".console-mast")).click)
    expect(page.locator(".toast")).to_have_text(stage.t("console.join.copied"))
    stage.look("copied from the mast")
    assert text.startswith(SAMPLE["title"]) and stage.server.code in text
