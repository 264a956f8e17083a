"""Knows how a lead changes course while the meeting runs: skip, reorder, edit, whose turn it is, who leads."""

import pytest
from playwright.sync_api import expect

from .console import Console
from .stage import PEOPLE
from .test_together import sample_segments

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)


def test_the_agenda_is_changed_while_it_runs(stage):
    console, (sian, *_), wall = stage.gather()
    page, titles = console.page, [row["title"] for row in sample_segments()]
    console.next.click()
    expect(wall.title).to_have_text(titles[0])
    editor = console.edit_agenda()
    rows = page.locator(".console-segment")
    expect(rows).to_have_count(len(titles))

    def more(title: str, item: str) -> None:
        console.button("plan.moreOf", title=title).click()
        page.get_by_role("menuitem", name=stage.t(item), exact=True).click()

    more(titles[2], "plan.up")
    expect(rows.nth(1)).to_contain_text(titles[2])
    expect(sian.page.get_by_text(stage.t("now.next", title=titles[2], time=stage.t("time.minutes", count=25)))
           ).to_be_visible()
    console.button("console.prepare.editOf", title=titles[2]).click()
    form = page.get_by_role("form", name=stage.t("console.prepare.editTitle"), exact=True)
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(rows).to_have_count(len(titles))
    console.button("console.prepare.editOf", title=titles[2]).click()
    form.get_by_label(stage.t("console.prepare.segmentTitle"), exact=True).fill("Make it rain")
    form.get_by_label(stage.t("console.prepare.minutes"), exact=True).fill("12")
    console.button("plan.done", form).click()
    expect(sian.page.get_by_text(stage.t("now.next", title="Make it rain", time=stage.t("time.minutes", count=12)))
           ).to_be_visible()
    more(titles[3], "console.prepare.remove")
    console.button("console.prepare.remove", page.get_by_role("dialog").last).click()
    expect(rows).to_have_count(len(titles) - 1)
    stage.look("prepared anew")

    console.button("console.close", editor).click()
    expect(console.next).to_contain_text("Make it rain")
    console.next.click()
    for shown in (sian, wall):
        expect(shown.title).to_have_text("Make it rain")


def test_skipping_asks_only_before_a_reflection(stage):
    console, (sian, *_), wall = stage.gather()
    titles = [row["title"] for row in sample_segments()]
    reflection = next(row["title"] for row in sample_segments() if row["kind"] == "reflection")
    flow = console.page.locator(".console-flow-row")
    console.next.click()
    console.button("console.run.skipOf", title=titles[1]).click()
    expect(flow.nth(1)).to_have_attribute("data-state", "skipped")
    expect(console.next).to_contain_text(titles[2])

    console.button("console.run.skipOf", title=reflection).click()
    ask = console.page.get_by_role("dialog")
    expect(ask.get_by_role("heading")).to_have_text(stage.t("console.run.skipAsk", title=reflection))
    stage.look("asked whether to skip a reflection")
    console.button("common.cancel", ask).click()
    row = flow.filter(has_text=reflection)
    expect(row).to_have_attribute("data-state", "upcoming")
    console.button("console.run.skipOf", title=reflection).click()
    console.confirm("console.run.skip")
    expect(row).to_have_attribute("data-state", "skipped")
    for _ in range(2):
        console.step()
    console.next.click()
    for shown in (console, sian, wall):
        expect(shown.title).to_have_text(titles[-1])


# No words of their own are on these pages, so one language is enough for each.
@pytest.mark.parametrize("language", ["cy"])
def test_the_least_heard_speak_first(stage):
    console, (sian, amir, mair), wall = stage.gather()
    console.next.click()
    amir.button("speaking.start").click()
    expect(wall.speaker).to_contain_text(AMIR)
    amir.button("speaking.stop").click()
    expect(wall.speaker).to_be_hidden()

    def raise_hands(first, second):
        for number, phone in enumerate((first, second), 1):
            phone.hand.click()
            expect(wall.queue).to_have_count(number)

    raise_hands(amir, sian)
    expect(wall.queue.nth(0)).to_contain_text(AMIR)
    for left, phone in enumerate((sian, amir)):
        phone.hand.click()
        expect(wall.queue).to_have_count(1 - left)
    console.option("leastHeardFirst", True)
    expect(console.page.get_by_role("dialog")).to_have_count(0)
    raise_hands(amir, sian)
    for rows in (console.queue, wall.queue):
        expect(rows.nth(0)).to_contain_text(SIAN)
    expect(amir.hand).to_contain_text(stage.t("bar.handPlace", count=2))
    console.button("console.run.callNext").click()
    expect(sian.page.locator(".speaking-who")).to_have_text(stage.t("speaking.you"))


@pytest.mark.parametrize("language", ["en"])
def test_the_meeting_is_handed_over(stage):
    console, (sian, amir, mair), wall = stage.gather()
    console.menu(AMIR, "handOver")
    stage.look("asked whether to hand over")
    console.confirm("console.run.menu.handOver")
    amir.page.get_by_role("link", name=stage.t("now.run"), exact=True).click()
    amirs = Console(amir.page, stage.t)
    expect(amirs.next).to_be_visible()
    # A lead who is no coordinator passes it on as a whole and is one of the others again.
    amir.page.get_by_role("navigation").get_by_role("button", name=stage.t("console.run.tabPeople")).click()
    amirs.menu(SIAN, "handOver")
    amirs.confirm("console.run.menu.handOver")
    expect(amir.page.get_by_role("heading", name=stage.t("console.notLead.title"))).to_be_visible()
    sian.page.get_by_role("link", name=stage.t("now.run"), exact=True).click()
    sians = Console(sian.page, stage.t)
    sians.next.click()
    for shown in (console, mair, wall):
        expect(shown.title).to_have_text(sample_segments()[0]["title"])


def test_who_speaks_goes_on_in_the_next_item(stage):
    console, (sian, amir, mair), wall = stage.gather()
    titles = [row["title"] for row in sample_segments()]
    console.next.click()
    amir.hand.click()
    console.button("console.run.callOf", name=AMIR).click()
    expect(wall.page.get_by_text(AMIR).first).to_be_visible()
    carries = console.page.get_by_label(stage.t("console.run.carry"), exact=True)
    expect(carries).not_to_be_checked()
    carries.check()
    stage.look("who speaks goes on")
    console.next.click()
    expect(wall.title).to_have_text(titles[1])
    expect(console.page.locator(".console-speaker")).to_have_text(AMIR)
    # For one step only: the next one ends the turn, as it always does.
    expect(carries).not_to_be_checked()
    console.next.click()
    expect(wall.title).to_have_text(titles[2])
    expect(console.page.locator(".console-speaker")).not_to_have_text(AMIR)
    expect(carries).to_be_hidden()
