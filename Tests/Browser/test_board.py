"""Knows how a lead looks after groups at work: moves, calls, visits, time, messages, late-comers, the end."""

import re

from playwright.sync_api import expect

from .countdown import Countdown, now


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
    assert board.running()[3] == sorted(moving[:2])
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
    expect(call).to_contain_text(t("board.callHelp", n=2, count=0))
    caller.do({"signal": {"signal": "moreTime"}})
    caller.do({"writeCard": {"text": "Silicone stops the leak.", "isReport": True}})
    expect(board.tile(2)).to_contain_text("Silicone stops the leak.")
    expect(board.tile(2)).to_contain_text(t("board.help", count=0))
    page.keyboard.press("r")
    expect(page.locator(".console-groups-button")).to_have_text(t("board.toGroupsHelp", count=1))
    stage.look("a group calls while the meeting is looked at")
    page.keyboard.press("r")
    stage.look("a group calls")

    board.console.button("board.visitOf", call, n=2).click()
    expect(board.tile(2)).to_contain_text(t("board.visited", names="Coordinator"))
    expect(page.locator(".call-row[data-kind=help]")).to_have_count(0)
    assert caller.until_told("groupVisited")["group"]
    board.console.button("board.heardOf", n=2).click()
    expect(page.locator(".call-row")).to_have_count(0)
    board.console.button("board.leaveOf", n=2).click()
    expect(board.console.button("board.visitOf", board.tile(2), n=2)).to_be_visible()
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
    minutes = int("".join(filter(str.isdigit, page.locator(place).text_content())))
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
    number = next(n for n, group in enumerate(board.running(), 1) if "Zofia" in group)
    said = [stage.t(f"board.late.{reason}", name="Zofia", n=number) for reason in
            ("smallest", "offers", "needs", "newFaces", "sameMode", "table", "expected", "newGroup")]
    assert notice.text_content() in said
    board.move("Zofia", to=0)
    free = page.locator(".live-side .member", has_text="Zofia")
    expect(free).to_be_visible()
    free.click()
    page.keyboard.press("2")
    expect(board.tile(2)).to_contain_text("Zofia")
    stage.look("somebody came late")


def test_the_bridge_goes_and_another_is_named(stage, crowd, board):
    board.choose("bridged")
    board.size(6)
    expect(board.columns).to_have_count(2)
    board.form()
    bridged = board.tiles.filter(has=board.page.locator(".member-badge", has_text=stage.t("board.bridge"))).first
    n = int(bridged.get_attribute("data-group"))
    bridge = board.tile(n).locator(".member", has_text=stage.t("board.bridge"))
    name = bridge.locator(".member-name").text_content()
    crowd.guests[name].leave()
    expect(board.tile(n)).to_contain_text(stage.t("board.bridgeMissing"))
    stage.look("a bridge is missing")
    board.console.button("board.nameBridgeOf", n=n).click()
    menu = board.page.get_by_role("menuitem")
    if menu.count():
        menu.first.click()
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
    assert board.seats() == groups
    board.form()
    assert board.running() == groups
