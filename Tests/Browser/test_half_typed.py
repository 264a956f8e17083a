"""Knows that nothing typed is lost when its place goes: it is offered where it can still go, once, in one tab."""

from playwright.sync_api import expect

from .groups import AMIR, CALL, MAIR, SIAN, TASK, gather, two_groups
from .stage import PEOPLE

HALF = "And a half-written thou"
EVERYBODY = "left.toEverybody"


def left(phone):
    return phone.page.locator("#panel-chat .left-words")


def group_field(phone):
    return phone.page.get_by_label(phone.t("chat.placeholderGroup"), exact=True)


def all_field(phone):
    return phone.page.get_by_label(phone.t("chat.label"), exact=True)


def note_field(phone):
    return phone.page.get_by_label(phone.t("cards.label"), exact=True)


def test_half_a_message_to_a_group_that_ends(stage):
    lead, (sian, amir, _) = gather(stage)
    two_groups(lead)
    sian.tab("chat")
    group_field(sian).press_sequentially(HALF)
    amir.tab("chat")
    group_field(amir).fill("A wrong wrd")
    amir.button("chat.send", amir.page.locator(".chat-box")).click()
    amir.button("chat.correct", amir.open_menu("A wrong wrd")).click()
    group_field(amir).fill("Nobody needs this")
    lead.do({"endGroups": {}})
    for phone in (sian, amir):
        expect(left(phone)).to_contain_text(stage.t("left.intro"))
        expect(left(phone).get_by_role("button", name=stage.t("left.toGroup"))).to_have_count(0)
    # Who was writing is led to what they wrote, and no word of it is in the box for everybody by itself.
    expect(left(sian).locator("p[tabindex='-1']")).to_be_focused()
    expect(all_field(sian)).to_have_value("")
    stage.look("half a message to a group that is over")
    sian.button(EVERYBODY, left(sian)).click()
    expect(all_field(sian)).to_have_value(HALF)
    expect(all_field(sian)).to_be_focused()
    expect(left(sian)).to_be_hidden()
    amir.page.reload()
    amir.is_in()
    expect(left(amir)).to_contain_text("Nobody needs this")
    amir.button("left.drop", left(amir)).click()
    expect(left(amir)).to_be_hidden()
    amir.page.reload()
    amir.is_in()
    expect(amir.page.locator("#panel-chat")).to_be_visible()
    expect(left(amir)).to_be_hidden()


def test_half_a_message_and_half_a_note_of_whom_a_lead_moves(stage):
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    note_field(sian).fill("Half a note")
    sian.tab("chat")
    group_field(sian).fill(HALF)
    group = lead.groups[1]["id"]
    lead.do({"movePeople": {"moves": [{"person": lead.person(SIAN), "to": group}]}})
    expect(left(sian)).to_contain_text(HALF)
    expect(group_field(sian)).to_have_value("")
    sian.button("left.toGroup", left(sian)).click()
    expect(group_field(sian)).to_have_value(HALF)
    sian.button("chat.send", sian.page.locator(".chat-box")).click()
    mair.tab("chat")
    expect(mair.message(HALF)).to_have_count(1)
    amir.tab("chat")
    expect(amir.message(HALF)).to_have_count(0)
    sian.tab("now")
    notes = sian.page.locator(".group-notes")
    expect(notes).to_contain_text("Half a note")
    stage.look("half a note of another group")
    sian.button("left.toNotes", notes).click()
    expect(note_field(sian)).to_have_value("Half a note")
    expect(notes.locator(".left-words")).to_be_hidden()


def test_half_a_note_when_new_groups_form(stage):
    lead, (sian, *_) = gather(stage)
    two_groups(lead)
    note_field(sian).press_sequentially("Half a note")
    lead.form({"members": [MAIR, SIAN], "table": 3, "texts": {"link": CALL}}, {"members": [AMIR], "table": 4}, task=TASK)
    notes = sian.page.locator(".group-notes")
    expect(notes.locator(".left-words")).to_contain_text("Half a note")
    expect(note_field(sian)).to_have_value("")
    lead.do({"endGroups": {}})
    expect(notes.locator(".left-words")).to_contain_text("Half a note")
    sian.button(EVERYBODY, notes).click()
    expect(sian.page.locator("#panel-chat")).to_be_visible()
    expect(all_field(sian)).to_have_value("Half a note")
    expect(notes).to_be_hidden()


def test_half_a_question_when_the_wall_closes_and_a_chat_that_is_closed(stage):
    console, (sian, *_), wall = stage.gather()
    guest = stage.page(True)
    guest.goto(console.copied("console.join.copyGuest"))
    guest.get_by_label(stage.t("join.name"), exact=True).fill("Dr Rees")
    guest.get_by_role("button", name=stage.t("join.go"), exact=True).click()
    question = sian.page.locator("#question")
    question.fill("Half a question")
    console.menu("Dr Rees", "remove")
    console.confirm("console.run.removeGo")
    expect(question).to_be_hidden()
    offered = sian.page.locator("#panel-now .left-words:visible")
    expect(offered).to_contain_text("Half a question")
    stage.look("half a question to a wall that is closed")
    sian.button(EVERYBODY, offered).click()
    expect(all_field(sian)).to_have_value("Half a question")
    console.option("chat", False)
    expect(left(sian)).to_contain_text("Half a question")
    expect(left(sian).get_by_role("button", name=stage.t(EVERYBODY))).to_have_count(0)
    stage.look("half a message to a chat that is closed")
    console.option("chat", True)
    expect(all_field(sian)).to_have_value("Half a question")
    expect(left(sian)).to_be_hidden()
    # After the end there is nowhere to go but with oneself.
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    sian.shows("gone.ended.title")
    expect(sian.page.locator(".keepsakes .left-words")).to_contain_text("Half a question")
    stage.look("half a message after the end")


def test_two_tabs_have_one_draft_and_one_going(stage):
    console, (sian, amir, _), wall = stage.gather()
    second = stage.watch(sian.page.context.new_page())
    sian.tab("chat")
    all_field(sian).press_sequentially(HALF)
    second.goto(sian.page.url)
    other = type(sian)(second, stage.t, sian.url, sian.name, sian.school)
    other.button("join.back").click()
    other.is_in()
    other.tab("chat")
    expect(all_field(other)).to_have_value(HALF)
    sian.button("chat.send", sian.page.locator(".chat-box")).click()
    expect(all_field(other)).to_have_value("")
    second.reload()
    other.is_in()
    expect(all_field(other)).to_have_value("")
    expect(amir.message(HALF)).to_have_count(1)
    name = PEOPLE[0][0]
    other.leave("travel")
    sian.shows("gone.left.title")
    expect(console.person(name)).to_have_attribute("data-present", "false")
    sian.button("gone.left.back").click()
    sian.is_in()
    expect(console.person(name)).to_have_attribute("data-present", "true")
    other.shows("gone.left.title")


def test_a_page_that_comes_back_after_the_end_has_its_own_notes(stage):
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    note_field(sian).fill("Ours to keep")
    sian.button("cards.send").click()
    expect(amir.page.locator(".group-notes")).to_contain_text("Ours to keep")
    count = stage.phone("Una", "Ysgol Newydd").knock(stage.server.code).fill()
    count.page.locator("#count-only").check()
    count.come_in()
    count.is_in()
    stage.complaints.is_network_cut = True
    for phone in (sian, mair, count):
        phone.page.context.set_offline(True)
    mair.tab("chat")
    group_field(mair).fill("Said without a connection")
    mair.button("chat.send", mair.page.locator(".chat-box")).click()
    lead.do({"endGroups": {}})
    lead.do({"endMeeting": {}})
    amir.shows("gone.ended.title")
    mair.page.context.set_offline(False)
    mair.shows("gone.ended.title")
    # What came too late is refused, and is still theirs.
    expect(mair.page.locator(".keepsakes .left-words")).to_contain_text("Said without a connection")
    stage.server.kill()
    stage.server.start()
    for phone in (sian, count):
        phone.page.context.set_offline(False)
    sian.shows("gone.ended.title")
    expect(sian.page.locator(".keepsakes")).to_contain_text("Ours to keep")
    stage.look("back after the end")
    sian.page.reload()
    sian.shows("gone.ended.title")
    expect(sian.page.locator(".keepsakes")).to_contain_text("Ours to keep")
    # Whoever was only counted is kept nowhere, and is told that it is over and not that they were sent away: as somebody
    # who was there, as long as the server has not yet forgotten their ticket.
    heading = count.page.get_by_role("heading", name=stage.t("gone.ended.title"), exact=True)
    expect(heading.or_(count.page.get_by_role("heading", name=stage.t("gone.over.title"), exact=True))).to_be_visible()
