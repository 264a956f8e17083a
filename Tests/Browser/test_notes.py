"""Knows what a group writes, says and asks for: live for all in it, not for others, nothing lost, back to everybody."""

from playwright.sync_api import expect

from .groups import (SIAN, gather, note, notes, shows_place, signal, two_groups, write_note, write_to_group)
from .keyboard import Keyboard
from .test_drops import DRAFT


def test_notes_are_live_and_each_changes_their_own(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    expect(sian.page.locator(".group-notes")).to_contain_text(t("cards.empty"))
    write_note(sian, "The sensor is slow, see https://example.org/lux.")
    expect(note(amir, "is slow")).to_contain_text(SIAN)
    link = note(amir, "is slow").get_by_role("link")
    expect(link).to_have_attribute("href", "https://example.org/lux")
    expect(link).to_have_attribute("rel", "noopener noreferrer")

    amir.button("cards.build", note(amir, "is slow")).click()
    write_note(amir, "Average five readings.", is_report=True)
    built = note(sian, "five readings")
    expect(built.locator(".message-quote")).to_contain_text("The sensor is slow")
    expect(built).to_contain_text(t("cards.isReport"))
    built.locator(".note-star").click()
    expect(note(amir, "five readings").locator(".note-star .numbers")).to_have_text("1")
    built.locator(".note-star").click()
    expect(note(amir, "five readings").locator(".note-star .numbers")).to_have_text("")
    built.locator(".note-star").click()
    stage.look("two notes")

    # Places are the group's, words their author's.
    built.locator(".note-more").click()
    expect(sian.button("cards.edit", built)).to_be_hidden()
    sian.button("cards.up", built).click()
    expect(notes(amir).first).to_contain_text("five readings")
    expect(sian.button("cards.up", built)).to_be_focused()
    expect(sian.button("cards.up", built)).to_have_attribute("aria-disabled", "true")
    stage.look("a menu")
    note(amir, "five readings").locator(".note-more").click()
    amir.button("cards.edit", note(amir, "five readings")).click()
    write_note(amir, "Average ten readings.")
    expect(note(sian, "ten readings")).to_contain_text(t("cards.edited"))
    note(sian, "is slow").locator(".note-more").click()
    sian.button("cards.withdraw", note(sian, "is slow")).click()
    expect(notes(amir)).to_have_count(1)
    expect(note(amir, "ten readings").locator(".message-quote")).to_have_text(t("cards.buildsGone"))
    # Nobody else's: neither on the page nor on the way to it.
    expect(notes(mair)).to_have_count(0)
    assert "ten readings" not in mair.page.content()


def test_what_is_written_without_a_connection_arrives_once(stage):
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    shows_place(sian, 1, 3)
    stage.complaints.is_network_cut = True
    sian.page.context.set_offline(True)
    for text in ("First in the tunnel.", "Second in the tunnel."):
        write_note(sian, text)
    signal(sian, "help").click()
    expect(sian.page.locator(".note.is-pending")).to_have_count(2)
    expect(signal(sian, "help")).to_have_attribute("aria-pressed", "true")
    sian.page.get_by_label(stage.t("cards.label"), exact=True).fill(DRAFT)
    sian.page.get_by_label(stage.t("cards.label"), exact=True).blur()
    write_note(amir, "Meanwhile outside.")
    expect(notes(amir)).to_have_count(1)
    stage.look("one is away")
    sian.page.context.set_offline(False)
    sian.is_in()
    expect(sian.page.locator(".note.is-pending")).to_have_count(0)
    expect(signal(amir, "help")).to_have_attribute("aria-pressed", "true")
    sian.page.reload()
    expect(sian.page.get_by_label(stage.t("cards.label"), exact=True)).to_have_value(DRAFT)
    for phone in (sian, amir):
        expect(notes(phone)).to_have_count(3)
        for text in ("First in", "Second in", "Meanwhile"):
            expect(note(phone, text)).to_have_count(1)

    # The groups end while half a note stands there and others wait, on a page that was loaded again: they can be taken
    # away.
    sian.page.context.set_offline(True)
    write_note(sian, "Too late the first.")
    write_note(sian, "Too late the second.")
    sian.page.get_by_label(stage.t("cards.label"), exact=True).fill(DRAFT)
    expect(sian.page.locator(".note.is-pending")).to_have_count(2)
    lead.do({"endGroups": {}})
    expect(amir.page.locator(".harvest")).to_be_visible()
    sian.page.context.set_offline(False)
    sian.page.reload()
    for text in ("Too late the first.", "Too late the second.", DRAFT):
        expect(sian.page.locator(".group-notes")).to_contain_text(text)
    expect(sian.page.locator(".harvest")).not_to_contain_text("Too late")
    stage.look("notes that came too late")
    sian.button("left.drop").click()
    expect(sian.page.locator(".group-notes")).to_be_hidden()


def test_help_is_called_and_answered(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    for name in ("help", "done", "moreTime"):
        signal(sian, name).click()
        expect(signal(sian, name)).to_have_text(t(f"signal.{name}On"))
        expect(signal(amir, name)).to_have_attribute("aria-pressed", "true")
        expect(signal(mair, name)).to_have_attribute("aria-pressed", "false")
    stage.look("three signals")
    signal(amir, "done").click()
    expect(signal(sian, "done")).to_have_text(t("signal.done"))
    group = lead.groups[0]
    assert "helpSince" in group and "moreTimeSince" in group and not group["isDone"], group
    lead.do({"visitGroup": {"group": group["id"]}})
    host = lead.room["people"][lead.client.welcomes[-1]["you"]["person"]]["name"]
    for phone in (sian, amir):
        expect(phone.page.locator(".group-visit")).to_contain_text(t("group.visit", names=host, count=1))
        expect(signal(phone, "help")).to_have_text(t("signal.help"))
    expect(mair.page.locator(".group-visit")).to_be_hidden()
    lead.do({"signal": {"group": group["id"], "signal": "timeHeard"}})
    expect(signal(sian, "moreTime")).to_have_text(t("signal.moreTime"))

    lead.do({"announce": {"text": "Tea is at the back table."}})
    for phone in (sian, amir, mair):
        expect(phone.page.locator(".announcement")).to_contain_text("Tea is at the back table.")
    mair.tab("chat")
    expect(mair.page.locator(".news-text")).to_contain_text("Tea is at the back table.")
    stage.look("a message to all groups")
    mair.button("news.read").click()
    mair.button("common.close", mair.page.locator(".announcement")).click()
    mair.page.reload()
    mair.is_in()
    expect(mair.page.locator(".announcement")).to_be_hidden()
    expect(mair.page.locator(".news")).to_be_hidden()


def test_a_group_talks_among_itself(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    sian.write("Hello everybody.")
    two_groups(lead)
    shows_place(amir, 1)
    for phone in (sian, amir):
        phone.tab("chat")
    mine = amir.page.locator(".audience[data-side=mine]")
    expect(mine).to_have_attribute("aria-pressed", "true")
    write_to_group(amir, "Shall we try the blue cable?")
    expect(sian.message("blue cable")).to_have_count(1)
    stage.look("talk of the group")
    mair.tab("chat")
    mair.page.locator(".audience[data-side=everybody]").click()
    expect(mair.message("Hello everybody")).to_have_count(1)
    expect(mair.message("blue cable")).to_have_count(0)
    mair.page.get_by_label(t("chat.label"), exact=True).fill("To everybody again.")
    mair.button("chat.send", mair.page.locator(".chat-box")).click()
    # On the other side it is counted, not shown.
    expect(amir.page.get_by_role("button", name=t("chat.news", audience=t("chat.everybody"), count=2))).to_be_visible()
    expect(amir.message("To everybody again")).to_have_count(0)
    amir.page.locator(".audience[data-side=everybody]").click()
    expect(amir.message("To everybody again")).to_have_count(1)
    lead.do({"endGroups": {}})
    amir.page.locator(".audience[data-side=mine]").click()
    expect(amir.message("blue cable")).to_have_count(1)
    expect(amir.page.get_by_text(t("chat.closedGroup"), exact=True)).to_be_visible()
    stage.look("the groups are over")


def test_notes_come_back_to_everybody(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    write_note(sian, "A first thought.")
    write_note(sian, "What we bring back.", is_report=True)
    expect(notes(amir)).to_have_count(2)
    expect(note(amir, "bring back")).to_contain_text(t("cards.isReport"))
    lead.do({"openNext": {}})
    harvest = mair.page.locator(".harvest")
    groups = harvest.locator(".harvest-group")
    expect(groups).to_have_count(2)
    expect(groups.nth(0)).to_contain_text("What we bring back.")
    # What had no tick stays with those who wrote it.
    expect(harvest).not_to_contain_text("A first thought.")
    own = sian.page.locator(".harvest-group").nth(0)
    expect(own.get_by_text("A first thought.")).to_be_hidden()
    own.locator("summary").click()
    expect(own.get_by_text("A first thought.")).to_be_visible()
    expect(own).to_contain_text(t("harvest.own"))
    expect(groups.nth(1)).to_contain_text(t("harvest.empty"))
    expect(sian.page.locator(".harvest-group").nth(0)).to_contain_text(t("harvest.mine"))
    stage.look("what came back")
    # Later it is folded, and still there, also for who comes later.
    lead.do({"openNext": {}})
    expect(harvest).not_to_have_attribute("open", "")
    late = stage.phone("Rhiannon", "Ysgol Bro Teifi").join(stage.server.code)
    late.page.locator(".harvest > summary").click()
    expect(late.page.locator(".harvest-group").nth(0)).to_contain_text("What we bring back.")
    stage.look("what came back, later")


def test_a_group_by_keyboard_alone(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    shows_place(sian, 1, 3)
    keys = Keyboard(sian.page)
    keys.type(sian.page.get_by_label(t("cards.label"), exact=True), "By keys alone.")
    keys.press(sian.button("cards.send"))
    expect(note(amir, "By keys alone.")).to_have_count(1)
    keys.press(note(sian, "By keys").locator(".note-star"), "Space")
    expect(note(amir, "By keys").locator(".note-star .numbers")).to_have_text("1")
    keys.press(sian.button("cards.build", note(sian, "By keys")))
    expect(sian.page.get_by_label(t("cards.label"), exact=True)).to_be_focused()
    keys.keys.type("And once more.")
    keys.press(sian.button("cards.send"))
    expect(notes(amir)).to_have_count(2)
    menu = note(sian, "And once more").locator(".note-more")
    keys.press(menu)
    keys.press(sian.button("cards.up", note(sian, "And once more")))
    expect(notes(amir).first).to_contain_text("And once more.")
    keys.press(signal(sian, "done"))
    expect(signal(amir, "done")).to_have_attribute("aria-pressed", "true")
