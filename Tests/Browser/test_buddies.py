"""Buddies in browsers: from the form to the check-in six weeks later, in both languages, on phones and the console."""

import re

import pytest
from playwright.sync_api import expect

from .buddies import BuddyDesk, BuddyPhone

PEOPLE = (("Siân", "Ysgol Glan Môr"), ("Amir", "Hillside Primary"))


@pytest.fixture
def pair(stage):
    """A console and two phones that have been in the meeting."""
    console = stage.coordinator().open()
    code = console.links()["code"]
    phones = []
    for name, school in PEOPLE:
        phone = stage.phone(name, school).join(code)
        phones.append(BuddyPhone(phone.page, stage.t, stage.server.url, name))
    return console, phones


def propose(stage, console, phones) -> BuddyDesk:
    for number, phone in enumerate(phones):
        phone.open().opt_in(number)
    desk = BuddyDesk(console.page, stage.t).open(stage.server.url)
    desk.look()
    return desk


def test_six_weeks_of_two_buddies(stage, pair):
    console, phones = pair
    first, second = phones
    desk = BuddyDesk(console.page, stage.t).open(stage.server.url)
    first.open().heading("buddies.intro.title")
    stage.look("before anybody takes part")
    first.button("buddies.form.go").click()
    expect(first.page.get_by_text(stage.t("buddies.form.contactMissing"), exact=True)).to_be_visible()
    expect(first.field("buddies.form.contact")).to_be_focused()
    stage.look("a form with errors")
    propose(stage, console, phones)
    stage.look("a proposal before it is published")
    desk.publish()
    stage.look("published")

    first.reload().heading("buddies.proposal.title", names="Amir")
    expect(first.page.locator(".buddy-reasons li").first).to_have_text(
        stage.t("buddies.theyGive", name="Amir", skills="robotics"))
    stage.look("a proposal")
    first.button("buddies.proposal.yes").click()
    first.heading("buddies.agreed.title", names="Amir")
    stage.look("one has said yes")
    assert second.contact not in first.page.content()
    second.reload().button("buddies.proposal.yes").click()
    second.heading("buddies.made.title", names="Siân")
    assert first.contact not in second.page.content()
    second.button("buddies.reach.show").click()
    expect(second.page.locator(".buddy-contact")).to_have_text(first.contact)
    stage.look("the shared page")

    # A note that is half-written outlives what is saved beside it.
    second.field("buddies.notes.label").fill("Bring the robot?")
    second.field("buddies.goal.label").fill("One robot lesson each")
    second.page.locator("form", has=second.field("buddies.goal.label")).get_by_role("button").click()
    expect(second.field("buddies.notes.label")).to_have_value("Bring the robot?")
    second.button("buddies.notes.add").click()
    expect(second.page.locator(".buddy-note")).to_have_text("Bring the robot?")
    first.reload()
    expect(first.page.locator(".buddy-note")).to_have_text("Bring the robot?")
    expect(first.field("buddies.goal.label")).to_have_value("One robot lesson each")
    first.unfold("buddies.message.title")
    expect(first.field("buddies.message.label")).to_have_value(re.compile("python"))
    first.unfold("buddies.own.details")
    first.unfold("buddies.own.link")
    first.unfold("buddies.not.summary")
    first.unfold("buddies.pause.title")
    stage.look("everything unfolded")

    stage.complaints.is_network_cut = True
    stage.server.move_clock(15)
    first.reload()
    check = first.page.locator(".buddy-check")
    expect(check).to_contain_text(stage.t("buddies.check.week_2"))
    stage.look("the check-in of two weeks")
    first.button("buddies.outcome.met").click()
    expect(check).to_have_count(0)
    stage.server.move_clock(28)
    second.reload()
    expect(second.page.locator(".buddy-check")).to_contain_text(stage.t("buddies.check.week_6"))
    second.button("buddies.outcome.tried").click()
    expect(second.page.locator(".buddy-check")).to_have_count(0)
    console.enter(stage.server.links["coordinator"])
    desk.open(stage.server.url)
    expect(desk.pairs.first).to_contain_text(stage.t("console.buddies.outcome.week_2", met=1, tried=0, no=0))
    expect(desk.pairs.first).to_contain_text(stage.t("console.buddies.outcome.week_6", met=0, tried=1, no=0))
    stage.look("six weeks on")


def test_not_this_time(stage, pair):
    console, phones = pair
    first, second = phones
    propose(stage, console, phones).publish()
    first.reload().button("buddies.proposal.no").click()
    dialog = first.page.get_by_role("dialog")
    stage.look("asked whether it is so")
    first.button("buddies.proposal.no", dialog).click()
    first.heading("buddies.news.youLeft.title")
    second.reload().heading("buddies.news.notThisTime.title")
    stage.look("not this time")
    desk = BuddyDesk(console.page, stage.t).open(stage.server.url)
    alone = desk.page.locator(".console-buddy-pairs.is-alone")
    expect(alone).to_contain_text(stage.t("console.buddies.reason.notThisTime"))


def test_a_link_on_another_device(stage, pair):
    _, phones = pair
    first = phones[0]
    first.open().opt_in(0)
    link = stage.server.post("/api/buddies/link", {}, cookie=cookies(first)).body["link"]
    other = BuddyPhone(stage.page(True), stage.t, stage.server.url, "somebody")
    other.open(link).heading("buddies.locked.title")
    assert "#" not in other.page.url and first.name not in other.page.content()
    first.reload()
    expect(first.button("buddies.device.mine")).to_be_visible()
    stage.look("a device waits")
    first.button("buddies.device.mine").click()
    expect(first.button("buddies.device.mine")).to_have_count(0)
    other.heading("buddies.waiting.title")
    # The link is renewed, and the old one says so.
    first.unfold("buddies.own.link")
    first.button("buddies.own.renew").click()
    expect(first.page.get_by_text(re.compile(re.escape(stage.t("buddies.own.renewed")))).or_(
        first.page.get_by_text(stage.t("common.copyFailed")))).to_be_visible()
    third = BuddyPhone(stage.page(True), stage.t, stage.server.url, "a third")
    third.open(link).heading("buddies.oldLink.title")
    stranger = BuddyPhone(stage.page(True), stage.t, stage.server.url, "a stranger")
    stranger.open().heading("buddies.stranger.title")
    stage.look("links that lead nowhere")


def test_did_you_talk_at_the_next_meeting(stage, pair):
    console, phones = pair
    propose(stage, console, phones).publish()
    for phone in phones:
        phone.reload().button("buddies.proposal.yes").click()
        expect(phone.button("buddies.proposal.yes")).to_be_hidden()
    stage.complaints.is_network_cut = True
    stage.server.move_clock(20)
    first = phones[0]
    first.open("/")
    ask = first.page.locator(".buddy-check")
    expect(ask.get_by_role("heading")).to_have_text(stage.t("buddies.ask.title", names="Amir"))
    stage.look("asked at the meeting")
    ask.get_by_role("button", name=stage.t("buddies.outcome.met"), exact=True).click()
    expect(ask).to_contain_text(stage.t("buddies.ask.thanks"))
    with first.page.expect_response("**/api/buddies/mine**"):
        first.page.reload()
    expect(first.page.locator("#panel-now")).to_be_visible()
    expect(first.page.locator(".buddy-check")).to_have_count(0)


def cookies(phone: BuddyPhone) -> str:
    return "; ".join(f"{one['name']}={one['value']}" for one in phone.page.context.cookies())
