"""Turns in a group, by finger and by keyboard: whose it is, two minutes, the next; coffee in pairs, and think, pair, share,
by one tap."""

from playwright.sync_api import expect

from .board import Board
from .groups import AMIR, MAIR, SIAN, gather
from .phone import Phone
from .reading import text_of


def turn(phone: Phone):
    return phone.page.locator(".turn-title")


def shows_turn(phone: Phone, name: str) -> None:
    t = phone.t
    expect(turn(phone)).to_have_text(t("turns.yours") if phone.name == name else t("turns.of", name=name))


def test_everybody_in_a_group_has_a_turn(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    lead.form({"members": [SIAN, AMIR, MAIR], "table": 3}, task="Say what you tried.")
    for phone in (sian, amir, mair):
        expect(phone.button("turns.begin")).to_be_visible()
    # Anybody begins; whoever sits first has the first turn, and is told.
    mair.button("turns.begin").click()
    for phone in (sian, amir, mair):
        shows_turn(phone, SIAN)
        expect(phone.page.locator(".turn-left")).to_contain_text(":")
    sian.heard(t("turns.saidYours"))
    expect(sian.page.get_by_text(t("turns.then", name=AMIR), exact=True)).to_be_visible()
    stage.look("a turn")
    # By keyboard; the focus stays where the next tap is.
    following = sian.button("turns.next")
    following.focus()
    sian.page.keyboard.press("Enter")
    for phone in (sian, amir, mair):
        shows_turn(phone, AMIR)
    expect(following).to_be_focused()
    amir.button("turns.next").click()
    for phone in (sian, amir, mair):
        shows_turn(phone, MAIR)
        expect(phone.page.get_by_text(t("turns.last"), exact=True)).to_be_visible()
    mair.button("turns.finish").click()
    for phone in (sian, amir, mair):
        expect(phone.button("turns.begin")).to_be_visible()
        expect(turn(phone)).to_be_hidden()
    # They go on without, at any time; a reload finds the turn as it was.
    amir.button("turns.begin").click()
    shows_turn(sian, SIAN)
    sian.page.reload()
    sian.is_in()
    shows_turn(sian, SIAN)
    sian.button("turns.end").click()
    expect(amir.button("turns.begin")).to_be_visible()


def test_coffee_in_pairs_by_one_tap(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    sian = stage.phone(SIAN, "Ysgol Glan Môr").join(stage.server.code)
    for name in ("Huw", "Nia", "Tom"):
        crowd.join(name)
    expect(console.page.locator(".console-person")).to_have_count(5)
    board = Board(console).enter()
    stage.look("pairs at once")
    console.button("forming.pairs.coffee").click()
    expect(board.tiles).to_have_count(2)
    expect(sian.page.locator(".group-task")).to_have_text(t("coffee.guide"))
    expect(sian.page.locator(".group-member")).to_have_count(2)
    expect(sian.page.locator(".group-notes")).to_be_hidden()
    expect(sian.page.locator(".group-turns")).to_be_hidden()
    stage.look("a coffee")
    board.end()
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(sian.page.get_by_role("heading", name=t("takeaway.coffee"), exact=True)).to_be_visible()
    expect(sian.page.locator(".keepsakes .harvest")).to_have_count(0)


def test_think_pair_and_share_by_one_tap(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    sian = stage.phone(SIAN, "Ysgol Glan Môr").join(stage.server.code)
    for name in ("Huw", "Nia", "Tom"):
        crowd.join(name)
    expect(console.page.locator(".console-person")).to_have_count(5)
    board = Board(console).enter()
    # The sample has questions prepared: one tap asks the first.
    console.button("forming.pairs.think").click()
    asked = sian.now.locator(".prompt-text")
    expect(asked).to_be_visible()
    question = text_of(asked)
    expect(console.page.locator(".forming-question")).to_contain_text(question)
    pair = console.button("forming.pairs.pair")
    expect(pair).to_be_focused()
    stage.look("everybody thinks")
    console.page.keyboard.press("Enter")
    expect(board.tiles).to_have_count(2)
    expect(sian.page.locator(".group-task")).to_have_text(question)
    expect(sian.page.locator(".group-member")).to_have_count(2)
    # Whoever still writes goes on.
    expect(asked).to_be_visible()


def test_pairs_within_the_groups(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    sian = stage.phone(SIAN, "Ysgol Glan Môr").join(stage.server.code)
    others = ("Huw", "Nia", "Tom", "Ela", "Ifan")
    for name in others:
        crowd.join(name)
    expect(console.page.locator(".console-person")).to_have_count(len(others) + 2)
    board = Board(console).enter()
    within = console.page.get_by_role("checkbox", name=t("forming.pairs.within"))
    expect(within).to_be_hidden()
    # Two groups of three have nothing to cut; one of six has.
    board.choose("mix")
    board.size(6)
    expect(board.columns).to_have_count(1)
    within.check()
    stage.look("pairs within the groups")
    board.form()
    expect(board.tiles).to_have_count(1)
    # From the groups at work; ends that others feel ask first.
    console.button("board.pairs").click()
    console.confirm("forming.go")
    expect(board.tiles).to_have_count(3)
    expect(sian.page.locator(".group-member")).to_have_count(2)
    expect(console.button("board.pairs")).to_be_hidden()
    stage.look("pairs from a group")
    # The choice is remembered.
    console.page.reload()
    board.enter()
    console.button("board.anew").click()
    expect(console.page.locator(".forming-pairs input[type=checkbox]")).to_be_checked()
