"""Knows how a lead looks after groups at work: moves, calls, visits, time, messages, late-comers, the end."""

import re

from playwright.sync_api import expect

from .countdown import Countdown, now
from .keyboard import Keyboard
from .reading import attribute_of, is_first, text_of, until
from .texts import called
from .wall import Wall


def test_six_people_are_moved_as_one_act(stage, crowd, board):
    board.choose("mix")
    board.form()
    moving = board.running()[0][:3] + board.running()[1][:3]
    # Whoever is moved gets the whole room anew; whoever is moved to hears of it.
    watcher = crowd.guests[board.running()[2][0]]
    crowd.guests[moving[0]].leave()
    expect(board.member(moving[0])).to_contain_text(stage.t("board.offline"))
    board.move(*moving, to=3)
    expect(board.tile(3).locator(".member")).to_have_count(10)
    assert len(watcher.until_told("peopleMoved")["moves"]) == 6
    stage.look("six were moved")

    for name in moving[:2]:
        board.member(name).click()
    board.console.button("board.moreOf").click()
    board.page.get_by_role("menuitem", name=stage.t("board.newGroup"), exact=True).click()
    expect(board.tiles).to_have_count(4)
    until(board.page, lambda: board.running()[3:] == [sorted(moving[:2])])
    # Everybody leaves a group: it stays, and says so.
    board.move(*moving[:2], to=1)
    expect(board.tile(4)).to_contain_text(stage.t("board.allLeft"))


def test_a_group_calls_is_visited_and_heard(stage, crowd, board):
    page, t = board.page, stage.t
    board.choose("mix")
    board.form()
    caller = crowd.guests[board.running()[1][0]]
    caller.do({"signal": {"signal": "help"}})
    call = page.locator(".call-row").first
    expect(call).to_contain_text(t("board.callHelp", group=called(2), count=0))
    caller.do({"signal": {"signal": "moreTime"}})
    caller.do({"writeCard": {"text": "Silicone stops the leak.", "isReport": True}})
    expect(board.tile(2)).to_contain_text("Silicone stops the leak.")
    expect(board.tile(2)).to_contain_text(t("board.help", count=0))
    page.keyboard.press("1")
    expect(page.locator(".console-groups-button")).to_have_text(t("board.toGroupsHelp", count=1))
    stage.look("a group calls while the meeting is looked at")
    page.keyboard.press("2")
    stage.look("a group calls")

    board.console.button("board.visitOf", call, group=called(2)).click()
    expect(board.tile(2)).to_contain_text(t("board.visited", names="Coordinator"))
    expect(page.locator(".call-row[data-kind=help]")).to_have_count(0)
    assert caller.until_told("groupVisited")["group"]
    board.console.button("board.heardOf", group=called(2)).click()
    expect(page.locator(".call-row")).to_have_count(0)
    board.console.button("board.leaveOf", group=called(2)).click()
    expect(board.console.button("board.visitOf", board.tile(2), group=called(2))).to_be_visible()
    caller.do({"signal": {"signal": "done"}})
    expect(board.tile(2)).to_contain_text(t("board.done"))

    board.tile(2).locator(".tile-open").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Silicone stops the leak.")
    caller.do({"writeCard": {"text": "And a second pump.", "isReport": False}})
    expect(sheet).to_contain_text("And a second pump.")
    stage.look("a group is opened")
    board.console.button("board.edit", sheet).click()
    sheet.get_by_label(t("forming.group.table"), exact=True).fill("9")
    board.console.button("console.save", sheet).click()
    expect(board.tile(2)).to_contain_text(t("board.table", n=9))


def test_time_and_one_message_reach_everybody(stage, crowd, board):
    page, t = board.page, stage.t
    board.choose("mix")
    board.form()
    looked, place = now(), ".live-left"
    minutes = int("".join(filter(str.isdigit, text_of(page.locator(place), re.compile(r"\d")))))
    page.keyboard.press("5")
    # Between a minute less and what was read, and five more.
    Countdown(looked + (minutes - 1) * 60_000, now() + minutes * 60_000).plus(300).is_said(page, place, t)
    pressed = now()
    page.keyboard.press("e")
    seconds = [re.escape(t("time.secondsLeft", count=n)) for n in range(61)]
    expect(page.locator(place)).to_have_text(re.compile(f"^({'|'.join(seconds)}|{re.escape(t('time.up'))})$"))
    Countdown.begun(pressed, 60).is_said(page, place, t)
    crowd.guests["Nia"].leave()
    expect(board.member("Nia")).to_contain_text(t("board.offline"))
    page.keyboard.press("m")
    page.keyboard.type("Two more minutes, then back.")
    page.keyboard.press("Enter")
    sent = page.locator(".message-all")
    expect(sent).to_contain_text("Two more minutes, then back.")
    expect(sent).to_contain_text(t("board.delivered", count=11, all=11))
    assert crowd.guests["Amir"].until_told("announcementMade")["text"] == "Two more minutes, then back."
    crowd.guests["Nia"].come_back()
    expect(board.member("Nia")).not_to_contain_text(t("board.offline"))
    stage.look("a message to all")


def test_who_comes_late_gets_a_seat_and_the_lead_the_reason(stage, crowd, board):
    page = board.page
    board.choose("mix")
    board.form()
    crowd.join("Zofia", "Ysgol Newydd")
    expect(board.member("Zofia")).to_have_count(1)
    notice = page.locator(".latecomers li")
    expect(notice).to_contain_text("Zofia")
    number = board.group_of("Zofia")
    said = [stage.t(f"board.late.{reason}", name="Zofia", group=called(number)) for reason in
            ("smallest", "offers", "needs", "newFaces", "sameMode", "table", "expected", "newGroup")]
    assert text_of(notice) in said
    board.move("Zofia", to=0)
    free = page.locator(".live-side .member", has_text="Zofia")
    expect(free).to_be_visible()
    free.click()
    page.keyboard.press("2")
    expect(board.tile(2)).to_contain_text("Zofia")
    stage.look("somebody came late")


def test_a_group_gets_a_name_that_everybody_sees(stage, crowd, board):
    page, t, keys = board.page, stage.t, Keyboard(board.page)
    board.choose("mix")
    board.form()
    links = board.console.links()
    phone = stage.phone("Siân", "Ysgol Glan Môr").join(links["code"], "room_device")
    wall = Wall(stage.page(False)).enter(links["wall"])
    n = board.group_of("Siân")
    expect(phone.title).to_contain_text(t("common.group", n=n))

    def rename(name: str) -> None:
        keys.press(board.tile(n).locator(".tile-open"))
        field = page.get_by_role("textbox", name=t("board.groupName"), exact=True)
        keys.to(field).keys.press("Control+a")
        keys.keys.type(name) if name else keys.keys.press("Delete")
        stage.look(f"a group is about to be called “{name}”")
        keys.press(board.console.button("board.rename"))
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(board.tile(n).locator(".tile-open")).to_have_text(name or t("common.group", n=n))
        expect(board.tile(n).locator(".tile-open")).to_be_focused()

    for name in ("Bridge builders", "W" * 60):
        rename(name)
        expect(phone.title).to_contain_text(name)
        expect(wall.page.locator(".wall-card", has_text=name)).to_contain_text("Siân")
        # Whoever comes to the page now is told in the welcome.
        phone.page.reload()
        expect(phone.title).to_contain_text(name)
        wall.page.reload()
        expect(wall.page.locator(".wall-card", has_text=name)).to_contain_text("Siân")
        expect(board.console.button("board.visitOf", board.tile(n), group=name)).to_be_visible()
        stage.look(f"a group is called “{name}”")
    rename("")
    expect(phone.title).to_contain_text(t("common.group", n=n))
    rename("Bridge builders")
    board.end()
    expect(page.locator(".harvest-group").nth(n - 1)).to_contain_text("Bridge builders")
    expect(phone.page.locator(".harvest-group").nth(n - 1)).to_contain_text("Bridge builders")


def test_the_bridge_goes_and_another_is_named(stage, crowd, board):
    board.choose("bridged")
    board.size(6)
    expect(board.columns).to_have_count(2)
    board.form()
    bridged = board.tiles.filter(has=board.page.locator(".member-badge", has_text=stage.t("board.bridge"))).first
    n = int(attribute_of(bridged, "data-group"))
    bridge = board.tile(n).locator(".member", has_text=stage.t("board.bridge"))
    name = text_of(bridge.locator(".member-name"))
    crowd.guests[name].leave()
    expect(board.tile(n)).to_contain_text(stage.t("board.bridgeMissing"))
    stage.look("a bridge is missing")
    board.console.button("board.nameBridgeOf", group=called(n)).click()
    # The one who is left and can be it is it at once; of several one is chosen.
    menu = board.page.get_by_role("menuitem").first
    if is_first(menu, bridge.filter(has_not_text=name)):
        menu.click()
    expect(board.tile(n)).not_to_contain_text(stage.t("board.bridgeMissing"))
    expect(bridge.locator(".member-name")).not_to_have_text(name)


def test_the_end_brings_back_what_was_written_and_the_same_groups_again(stage, crowd, board):
    page, t = board.page, stage.t
    board.choose("mix")
    board.task("Find what broke.")
    board.form()
    groups = board.running()
    writer = crowd.guests[groups[0][0]]
    writer.do({"writeCard": {"text": "A plain note.", "isReport": False}})
    writer.do({"writeCard": {"text": "Our finding.", "isReport": True}})
    board.end()
    rows = page.locator(".harvest-group")
    expect(rows).to_have_count(3)
    expect(rows.nth(0).locator(".harvest-card").nth(0)).to_contain_text("Our finding.")
    expect(rows.nth(0).locator(".harvest-card").nth(1)).to_contain_text("A plain note.")
    expect(rows.nth(1)).to_contain_text(t("after.empty"))
    stage.look("what came back")
    for n in (1, 2, 3):
        expect(page.locator(".harvest-head .primary")).to_contain_text(str(n))
        page.locator(".harvest-head .primary").click()
        expect(rows.nth(n - 1).locator(".chip")).to_be_visible()
    expect(page.locator(".harvest-head .primary")).to_have_text(t("after.allCalled"))
    turns = {group["person"] for group in (crowd.guests[groups[0][0]].until_told("turnStarted"),)}
    assert turns <= {crowd.guests[name].person for name in groups[0]}

    board.console.button("after.again").click()
    expect(board.columns).to_have_count(3)
    board.are_planned(groups)
    board.form()
    board.are_running(groups)
