"""Knows who comes in, who waits, who leads, who has to go, and how a meeting ends, as all the others see it."""

import re
import time

from playwright.sync_api import expect

from Tests.EndToEnd.pace import allowed

from .console import Console
from .phone import Phone
from .stage import PEOPLE
from .test_together import sample_segments
from .wall import Wall

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)
FIRST_TIME_SECONDS = 20
# Three letters a second, as thumbs type that are not in a hurry.
TYPING_MILLISECONDS = 300


def test_a_first_timer_is_in_with_two_inputs(stage):
    console = stage.coordinator().open()
    phone = stage.phone("Elin", "Ysgol Newydd")
    begin = time.monotonic()
    phone.page.goto(stage.server.links["meetings"][0]["join"])
    expect(phone.button("join.go")).to_be_visible()
    expect(phone.page.get_by_role("textbox")).to_have_count(2)
    phone.page.get_by_label(stage.t("join.name"), exact=True).press_sequentially(phone.name, delay=TYPING_MILLISECONDS)
    phone.page.get_by_label(stage.t("join.school"), exact=True).press_sequentially(
        phone.school, delay=TYPING_MILLISECONDS)
    phone.page.get_by_label(stage.t("join.mode.remote"), exact=True).check()
    phone.come_in()
    phone.is_in()
    assert time.monotonic() - begin < allowed(FIRST_TIME_SECONDS)
    expect(console.person("Elin")).to_contain_text("Ysgol Newydd")
    expect(phone.page).not_to_have_url(re.compile("l="))


def test_the_door_says_what_is_wrong(stage):
    stage.coordinator()
    phone = stage.phone("Elin", "Ysgol Newydd")
    phone.knock("222222")
    expect(phone.page.locator("#code-problem")).to_have_text(stage.t("error.unknownCode"))
    stage.look("an unknown code")
    phone.page.get_by_label(stage.t("door.code"), exact=True).fill("")
    phone.button("door.go").click()
    expect(phone.page.locator("#code-problem")).to_have_text(stage.t("door.codeShort"))
    phone.page.get_by_label(stage.t("door.code"), exact=True).press_sequentially(stage.server.code)
    phone.shows("gone.early.title")
    stage.look("not open yet")
    stage.pages[0].locator(".console-next").click()
    expect(phone.button("join.go")).to_be_visible()
    phone.come_in()
    expect(phone.page.locator("#name-problem")).to_have_text(stage.t("join.nameMissing"))
    stage.look("a form with nothing in it")
    phone.fill().come_in()
    phone.is_in()


def test_lobby_and_lock(stage):
    console, (sian, *_), wall = stage.gather()
    console.option("lobby", True)
    for name in ("Elin", "Tom"):
        phone = stage.phone(name, "Ysgol Newydd").knock(stage.server.code).fill()
        phone.come_in()
        phone.shows("gone.lobby.title")
    elin, tom = stage.phones[3:]
    lobby = console.page.locator(".console-lobby")
    expect(lobby.get_by_role("heading")).to_have_text(stage.t("console.run.lobby", count=2))
    expect(tom.page.get_by_text(stage.t("lobby.place", count=2))).to_be_visible()
    expect(sian.page.get_by_text("Elin")).to_have_count(0)
    stage.look("two are waiting")

    console.button("console.run.admitOf", name="Elin").click()
    elin.is_in()
    expect(tom.page.get_by_text(stage.t("lobby.place", count=1))).to_be_visible()
    sian.page.locator(".strip-seat").click()
    expect(sian.page.locator("#panel-people")).to_contain_text("Elin")
    console.button("console.run.denyOf", name="Tom").click()
    tom.shows("gone.denied.title")
    expect(lobby).to_be_hidden()

    console.option("lobby", False)
    console.bar("console.run.lock")
    expect(console.page.locator(".chip.is-locked")).to_be_visible()
    late = stage.phone("Late", "Ysgol Newydd").knock(stage.server.code).fill()
    expect(late.page.get_by_text(stage.t("door.locked"))).to_be_visible()
    late.come_in()
    expect(late.page.get_by_role("alert").filter(has_text=stage.t("rejection.roomLocked"))).to_be_visible()
    stage.look("locked")
    console.bar("console.run.unlock")
    late.come_in()
    late.is_in()


def test_a_co_lead_runs_the_meeting_with_the_ticket(stage):
    console, (sian, amir, mair), wall = stage.gather()
    console.menu(AMIR, "appointLead")
    run = amir.page.get_by_role("link", name=stage.t("now.run"), exact=True)
    expect(run).to_be_visible()
    expect(console.person(AMIR).locator("[data-kind=lead]")).to_be_visible()
    stage.look("a co-lead")
    run.click()
    colead = Console(amir.page, stage.t)
    expect(colead.next).to_be_visible()
    stage.look("the console on a phone")
    colead.next.click()
    for shown in (colead, console, sian, mair, wall):
        expect(shown.title).to_have_text(sample_segments()[0]["title"])
    for view in ("Agenda", "People", "Chat"):
        amir.page.get_by_role("navigation").get_by_role("button", name=stage.t(f"console.run.tab{view}")).click()
        stage.look(f"the console on a phone, {view}")

    console.menu(AMIR, "dismissLead")
    expect(amir.page.get_by_role("heading", name=stage.t("console.notLead.title"))).to_be_visible()
    stage.look("no longer a lead")
    amir.page.get_by_role("link", name=stage.t("console.notLead.room"), exact=True).click()
    amir.is_in()


def test_somebody_is_removed(stage):
    console, (sian, amir, mair), wall = stage.gather()
    mair.hand.click()
    expect(wall.queue).to_have_count(1)
    console.menu(MAIR, "remove")
    console.confirm("console.run.removeGo")
    mair.shows("gone.removed.title")
    expect(console.person(MAIR)).to_have_count(0)
    expect(wall.queue).to_have_count(0)
    amir.page.locator(".strip-seat").click()
    expect(amir.page.locator("#panel-people")).not_to_contain_text(MAIR)
    stage.look("removed")
    mair.page.goto(stage.server.url)
    expect(mair.page.get_by_role("heading", name=stage.t("door.title"))
           .or_(mair.page.get_by_role("heading", name=stage.t("gone.removed.title")))
           .or_(mair.button("join.back"))).to_be_visible()


def test_a_guest_has_the_question_wall_and_no_more(stage):
    console, (sian, amir, mair), wall = stage.gather()
    page = stage.page(True)
    page.goto(console.copied("console.join.copyGuest"))
    guest = Phone(page, stage.t, stage.server.url, "Dr Rees", "")
    page.get_by_label(stage.t("join.name"), exact=True).fill(guest.name)
    stage.look("the door of a guest")
    guest.come_in()
    guest.is_in()
    sian.write("Nobody outside should read this.")
    expect(console.message("Nobody outside")).to_have_count(1)

    for phone, text in ((sian, "How long does a sensor last?"), (amir, "What does it cost?")):
        phone.tab("now")
        phone.page.get_by_label(stage.t("questions.ask"), exact=True).fill(text)
        phone.button("questions.send").click()
        expect(page.get_by_text(text)).to_be_visible()
    expect(wall.ask).to_contain_text("What does it cost?")
    row = mair.page.locator(".question", has_text="What does it cost?")
    mair.button("questions.support", row).click()
    expect(page.locator(".question").first).to_contain_text(stage.t("questions.by", name=AMIR, count=1))
    expect(page.locator("#question")).to_be_hidden()
    expect(page.locator(".bar-hand")).to_be_hidden()
    expect(page.locator(".bar-chat")).to_be_hidden()
    expect(page.get_by_text("Nobody outside")).to_have_count(0)
    stage.look("questions for a guest")

    guest.button("questions.markAnswered", page.locator(".question", has_text="What does it cost?")).click()
    expect(mair.page.locator(".question.is-answered")).to_contain_text("What does it cost?")
    expect(wall.ask).not_to_contain_text("What does it cost?")
    console.page.locator("#talk-tab-questions").click()
    console.button("console.run.hideQuestionOf", text="How long does a sensor last?").click()
    for one in (page, sian.page, wall.page):
        expect(one.get_by_text("How long does a sensor last?")).to_have_count(0)


def test_i_have_to_go_and_come_back(stage):
    console, (sian, amir, mair), wall = stage.gather()
    sian.leave("family")
    expect(console.person(SIAN)).to_contain_text(stage.t("console.run.gone"))
    stage.look("one has left")
    sian.button("gone.left.back").click()
    sian.is_in()
    expect(console.person(SIAN)).to_have_attribute("data-present", "true")
    sian.leave()
    sian.page.reload()
    sian.shows("gone.left.title")
    sian.button("gone.left.back").click()
    sian.is_in()
    sian.write("Back again.")
    expect(console.message("Back again.")).to_have_count(1)


def test_not_me_on_this_device(stage):
    console, (sian, amir, mair), wall = stage.gather()
    mair.tab("more")
    mair.button("join.notMe").click()
    stage.look("asked whether to forget")
    mair.button("forget.yes", mair.page.get_by_role("dialog")).click()
    expect(mair.page.get_by_role("heading", name=stage.t("door.title"))).to_be_visible()
    mair.page.wait_for_function("!JSON.stringify(localStorage).includes('Mair')")
    expect(console.person(MAIR)).to_have_attribute("data-present", "false")


def test_the_meeting_ends_for_all(stage):
    console, phones, wall = stage.gather()
    console.button("console.run.endAsks").click()
    stage.look("asked whether to end")
    console.confirm("console.run.end")
    for phone in phones:
        phone.shows("gone.ended.title")
    expect(wall.title).to_have_text(stage.t("wall.ended"))
    expect(console.title).to_have_text(stage.t("console.run.endedTitle"))
    stage.look("over")
    # It was too early: everybody is back in at once, and then it ends for good.
    console.next.click()
    console.confirm("console.run.reopen")
    for phone in phones:
        phone.is_in()
    expect(console.person(SIAN)).to_have_attribute("data-present", "true")
    phones[0].write("Still here.")
    expect(console.message("Still here.")).to_have_count(1)
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(wall.title).to_have_text(stage.t("wall.ended"))
    late = stage.phone("Late", "Ysgol Newydd").knock(stage.server.code)
    late.shows("gone.over.title")
    stage.look("too late")


def test_a_wall_without_its_link_says_so(stage):
    wall = Wall(stage.page(False))
    wall.page.goto(f"{stage.server.url}/wall.html")
    expect(wall.page.get_by_role("heading", name=stage.t("wall.noKey"))).to_be_visible()
    stage.look("a wall without a key")


def test_signing_out_ends_the_console_in_another_tab(stage):
    console = stage.coordinator().open()
    other = stage.watch(console.page.context.new_page())
    other.goto(f"{stage.server.url}/coordinator.html#meetings")
    leave = other.get_by_role("button", name=stage.t("console.signOut"), exact=True)
    leave.click()
    # The sample's coordinator came by a link: without a password they would not come in again.
    other.get_by_label(stage.t("console.login.password"), exact=True).fill("heron by the estuary")
    other.get_by_role("button", name=stage.t("account.passwordGo"), exact=True).click()
    expect(other.get_by_text(stage.t("account.passwordDone"), exact=True)).to_be_visible()
    leave.click()
    expect(other.get_by_role("heading", name=stage.t("console.login.title"), exact=True)).to_be_visible()
    # The tab that ran the meeting asks to sign in again, over the page.
    expect(console.page.get_by_role("dialog")).to_be_visible()
    stage.look("signed out elsewhere")
