"""Knows the evening that groups are for: seven in the room, five on the call, two rounds, and everything that gets in
the way of them; nobody needed more taps than an hour of a tired teacher has."""

import time

from playwright.sync_api import Page, expect

from Tests.EndToEnd.pace import allowed

from .board import Board
from .groups import AT_ONCE_MILLISECONDS, note, seen_after, signal, watch, write_note, TASK
from .test_hybrid import check_in
from .texts import called
from .tour import add_at

MOST_TAPS = 12
SIAN, AMIR, MAIR, RHIAN = "Siân", "Amir", "Mair", "Rhiannon"
UNA, NED, DAI = "Una", "Ned", "Dai"
# Two on the call and three in the room without a browser; the last on the call comes late.
CROWD = (("Owen", "remote"), ("Priya", "remote"), ("Tom", "room_device"), ("Lucy", "room_device"))
COUNT_TAPS = """() => {
  const count = () => sessionStorage.setItem('taps', Number(sessionStorage.getItem('taps') ?? 0) + 1);
  addEventListener('click', (event) => { if (event.isTrusted) count(); }, true);
}"""


def taps(page: Page) -> int:
    return page.evaluate("Number(sessionStorage.getItem('taps') ?? 0)")


def counted(page: Page) -> Page:
    """Counts what is tapped from now on, over reloads too."""
    page.add_init_script(f"({COUNT_TAPS})()")
    page.evaluate(COUNT_TAPS)
    return page


def came_back(phone, text: str):
    """A note as everybody is shown it after the round."""
    return phone.page.locator(".note-text:visible", has_text=text).first


def shows(phone, board: Board) -> None:
    """A phone is in the group that the console says."""
    number = board.group_of(phone.name)
    expect(phone.title).to_contain_text(phone.t("common.group", n=number))


def test_twelve_people_go_to_groups_and_back_twice(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    sian, amir, mair = (
        stage.phone(name, school).join(stage.server.code, mode)
        for name, school, mode in ((SIAN, "Ysgol Glan Môr", "remote"), (AMIR, "Hillside Primary", "remote"),
                                   (MAIR, "Ysgol y Bryn", "room_device")))
    tablet = stage.phone("Table 2", "")
    tablet.knock(stage.server.code)
    tablet.page.get_by_label(t("join.mode.table_device"), exact=True).check()
    tablet.page.get_by_label(t("join.tableName"), exact=True).fill(tablet.name)
    tablet.come_in()
    tablet.is_in()
    for name in (UNA, NED):
        add_at(tablet, name)
    for index, (name, mode) in enumerate(CROWD):
        crowd.join(name, f"Ysgol {index}", mode)
    check_in(console, DAI)
    expect(console.person(DAI)).to_be_visible()
    console.next.click()
    phones = [sian, amir, mair, tablet]
    for phone in phones:
        counted(phone.page)

    # The first round: eleven who are here, a mix, told at once.
    board = Board(console).enter()
    board.choose("mix")
    board.task(TASK)
    watch(*phones)
    tapped = time.time() * 1000
    board.form()
    took = [seen_after(phone, tapped) for phone in phones]
    assert max(took) < allowed(AT_ONCE_MILLISECONDS), took
    assert sorted(name for names in board.running() for name in names) == sorted(
        [SIAN, AMIR, MAIR, UNA, NED, DAI, *(name for name, _ in CROWD)])
    for phone in (sian, amir, mair):
        shows(phone, board)
    assert board.group_of(UNA) == board.group_of(NED), "who shares a tablet sits together"

    # One reloads, one goes on with another device, one is late, one has to go.
    write_note(sian, "A loose wire")
    sian.page.reload()
    shows(sian, board)
    expect(note(sian, "A loose wire")).to_be_visible()
    other = stage.phone(AMIR, "Hillside Primary")
    other.page.goto(amir.link())
    other.button("join.back").click()
    other.is_in()
    shows(other, board)
    late = stage.phone(RHIAN, "Ysgol Newydd").join(stage.server.code)
    counted(late.page)
    expect(board.tiles.locator(".member", has_text=RHIAN)).to_be_visible()
    shows(late, board)
    crowd.guests["Owen"].do({"takeLeave": {"reason": "family"}})

    # Help is called, a lead comes, the call is over.
    signal(mair, "help").click()
    calling = board.group_of(MAIR)
    expect(board.tile(calling)).to_contain_text(t("board.help", count=0))
    board.console.button("board.visitOf", group=called(calling)).first.click()
    expect(signal(mair, "help")).to_have_attribute("aria-pressed", "false")
    stage.look("help was answered")
    write_note(mair, "Use the light sensor", is_report=True)
    board.end()
    for phone in (sian, late):
        expect(came_back(phone, "Use the light sensor")).to_be_visible()
    stage.look("notes are back")

    # The second round: other partners.
    console.button("board.anew").first.click()
    board.choose("newPartners")
    board.task(TASK)
    everybody = [sian, other, mair, tablet, late]
    watch(*everybody)
    tapped = time.time() * 1000
    board.form()
    took = [seen_after(phone, tapped) for phone in everybody]
    assert max(took) < allowed(AT_ONCE_MILLISECONDS), took
    assert "Owen" not in [name for names in board.running() for name in names], "who went has no seat"
    for phone in (sian, other, mair, late):
        shows(phone, board)
    write_note(late, "Ask the pupils first", is_report=True)
    board.end()
    for phone in (sian, other, mair):
        expect(came_back(phone, "Ask the pupils first")).to_be_visible()
    stage.look("after two rounds")
    spent = {phone.name: taps(phone.page) for phone in [*phones, late]}
    assert max(spent.values()) <= MOST_TAPS, spent
