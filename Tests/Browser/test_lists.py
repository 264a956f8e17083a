"""Knows how a list is looked at before it is taken: pasted and from a file, by mouse and by keyboard; what is uncertain is
asked, and an address is of nobody but the person it was read with."""

from pathlib import Path

from playwright.sync_api import expect

from .board import Board
from .dates import clocks_back
from .keyboard import Keyboard

LISTS = Path(__file__).resolve().parents[1] / "Data" / "lists"


def open_list(board: Board):
    """The sheet of a list, from the groups."""
    board.console.button("forming.paste").click()
    return board.page.get_by_role("dialog")


def row(sheet, name: str):
    """What is said of one line of the list."""
    return sheet.locator(".list-table tbody tr").filter(has=sheet.page.get_by_role("rowheader", name=name, exact=True))


def test_a_file_is_looked_at_before_it_is_taken(stage, crowd):
    """Windows-1252 with a group: who is here is found under any case, the others are expected."""
    t, console = stage.t, stage.coordinator().open()
    crowd.join("SIÂN", "Ysgol A")
    expect(console.page.locator(".console-person")).to_have_count(2)
    board = Board(console).enter()
    sheet = open_list(board)
    sheet.get_by_label(t("lists.file"), exact=True).set_input_files(LISTS / "windows-1252-list.csv")
    console.button("lists.read", sheet).click()
    expect(sheet.get_by_role("heading", name=t("lists.preview"))).to_be_focused()
    expect(sheet.get_by_text(t("lists.windows1252"))).to_be_visible()
    expect(row(sheet, "Siân")).to_contain_text("SIÂN (Ysgol A)")
    expect(row(sheet, "Amir")).to_contain_text(t("lists.expected"))
    expect(board.columns).to_have_count(0)
    stage.look("a list before it is taken")
    console.button("forming.listGo", sheet).click()
    expect(board.columns).to_have_count(1)
    board.are_planned([["Amir", "SIÂN"]])


def test_what_is_uncertain_is_asked_and_what_is_wrong_has_its_line(stage, crowd):
    """By keyboard alone: a comma that may mean two things, two people of one name, a value outside its list."""
    t, console = stage.t, stage.coordinator().open()
    for school in ("Ysgol A", "Ysgol B"):
        crowd.join("Gwen", school)
    expect(console.page.locator(".console-person")).to_have_count(3)
    board = Board(console).enter()
    keys = Keyboard(console.page)
    keys.press(console.button("forming.paste"))
    sheet = console.page.get_by_role("dialog")
    names = sheet.get_by_label(t("forming.listLabel"), exact=True)
    read = console.button("lists.read", sheet)
    keys.type(names, "Evans, Tomos")
    keys.press(read)
    expect(sheet.get_by_role("group", name=t("lists.commas", line=1, text="Evans, Tomos"))).to_be_visible()
    expect(console.button("forming.listGo", sheet)).to_be_hidden()
    stage.look("a comma is asked about")
    keys.press(console.button("lists.commas.surnameFirst", sheet))
    expect(row(sheet, "Tomos Evans")).to_contain_text(t("lists.expected"))

    names.fill("name,phase\nAnn,primary\nBen,tertiary")
    keys.press(read)
    expect(sheet.get_by_text(t("lists.problem.wrongValue", line=3, column=2, name="phase"))).to_be_visible()
    expect(console.button("forming.listGo", sheet)).to_be_hidden()
    stage.look("a value outside its list")

    names.fill("Robots: Gwen\nNia")
    keys.press(read)
    choice = sheet.get_by_label(t("lists.whoIs", name="Gwen", line=1), exact=True)
    expect(choice).to_be_visible()
    keys.press(console.button("forming.listGo", sheet))
    expect(sheet.get_by_text(t("lists.stillToChoose", name="Gwen"))).to_be_visible()
    expect(choice).to_be_focused()
    stage.look("two people of one name are asked about")
    choice.select_option(label="Gwen (Ysgol B)")
    keys.press(console.button("forming.listGo", sheet))
    expect(sheet).to_have_count(0)
    expect(board.columns).to_have_count(1)
    seat = board.columns.first.locator(".member", has_text="Gwen")
    expect(seat).to_have_count(1)
    expect(board.columns).to_contain_text("Nia")
    expect(board.columns.get_by_role("heading", name="Robots", exact=True)).to_be_visible()


def test_an_address_is_given_to_nobody_but_the_person_it_was_read_with(stage, crowd):
    """One line of Outlook; surname first; somebody who shares a first name gets nothing."""
    t, console = stage.t, stage.coordinator().open()
    for name in ("Siân", "Amir", "Gwen Evans", "Gwen"):
        crowd.join(name)
    expect(console.page.locator(".console-person")).to_have_count(5)
    board = Board(console).enter()
    board.choose("mix")
    board.open_fold("export.title", ".forming-side")
    console.button("export.zoom").click()
    sheet = console.page.get_by_role("dialog")
    sheet.get_by_label(t("export.zoomLabel"), exact=True).fill(
        "Siân <sian@example.org>; Amir <amir@example.org>; Evans, Gwen <gwen.evans@example.org>")
    console.button("lists.read", sheet).click()
    expect(row(sheet, "Gwen Evans")).to_contain_text("gwen.evans@example.org")
    expect(sheet.locator(".forming-warning")).to_contain_text("Gwen")
    stage.look("addresses before they are used")
    with console.page.expect_download() as download:
        console.button("export.zoomGo", sheet).click()
    rows = download.value.path().read_text().splitlines()[1:]
    groups = board.seats()
    seated = {name: n for n, group in enumerate(groups, 1) for name in group}
    assert sorted(rows) == sorted(f"{t('common.group', n=seated[name])},{address}" for name, address in (
        ("Siân", "sian@example.org"), ("Amir", "amir@example.org"), ("Gwen Evans", "gwen.evans@example.org")))
    kept = console.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "example.org" not in kept


def test_a_time_that_comes_twice_is_asked_about_once(stage):
    """The night the clocks go back: which of the two is asked, kept, and not asked again."""
    t, console = stage.t, stage.coordinator()
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#prepare={stage.server.meeting}")
    about = page.locator("form", has=page.get_by_label(t("console.new.date"), exact=True))
    about.get_by_label(t("console.new.date"), exact=True).fill(clocks_back().isoformat())
    about.get_by_label(t("console.new.time"), exact=True).fill("01:30")
    which = about.get_by_label(t("console.twice.label"), exact=True)
    expect(which).to_be_visible()
    console.button("console.save", about).click()
    expect(about.get_by_text(t("console.twice.missing"))).to_be_visible()
    expect(which).to_be_focused()
    stage.look("a time that comes twice")
    which.select_option(label=t("console.twice.second"))
    console.button("console.save", about).click()
    expect(about.get_by_text(t("console.saved"), exact=True)).to_be_visible()
    page.reload()
    expect(which).to_have_value("second")
    expect(about.get_by_text(t("console.twice.missing"))).to_be_hidden()
    about.get_by_label(t("console.new.time"), exact=True).fill("03:30")
    expect(which).to_be_hidden()
