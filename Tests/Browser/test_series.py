"""Knows how a coordinator says which meetings belong together: in the meeting's menu, by keyboard, and by name."""

from playwright.sync_api import expect

from .preparing import SAMPLE, desk, shelf


def test_a_meeting_gets_its_series_in_its_menu(stage):
    t = stage.t
    console = desk(stage)
    page = console.page
    dialog = page.get_by_role("dialog", name=t("console.series.title", title=SAMPLE["title"]))
    choice = dialog.get_by_label(t("console.series.which"), exact=True)
    name = dialog.get_by_label(t("console.series.name"), exact=True)
    shelf(console, SAMPLE["title"], "series")
    # There is none yet: all that is asked for is its name.
    expect(choice).to_have_value("new")
    stage.look("choosing a series")
    name.fill('Spring, "2026" =1+1')
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    shelf(console, SAMPLE["title"], "series")
    expect(name).to_have_value('Spring, "2026" =1+1')
    name.fill("Gwanwyn 2026")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    shelf(console, SAMPLE["title"], "series")
    expect(choice.get_by_role("option", selected=True)).to_have_text("Gwanwyn 2026")
    choice.select_option("")
    expect(name).to_be_hidden()
    dialog.get_by_role("button", name=t("console.save"), exact=True).click()
    expect(dialog).to_have_count(0)
    shelf(console, SAMPLE["title"], "series")
    expect(choice).to_have_value("")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
