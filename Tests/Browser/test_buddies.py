"""Buddies in browsers: from the form to the check-in six weeks later, in both languages, on phones and the console."""

import re

import pytest
from playwright.sync_api import expect

from .buddies import BuddyDesk, BuddyPhone
from .reading import until

PAIRS = """() => [...document.querySelectorAll('.console-buddy-groups > li')].map((group) =>
  [...group.querySelectorAll('.buddy-pick')].map((one) => one.innerText))"""
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


def test_the_form_takes_over_what_a_meeting_knows_and_leads_back_to_it(stage, pair):
    _, (first, second) = pair
    page, t = first.page, stage.t
    chip = page.locator(".panel-now .topics [data-kind=offers]")
    chip.locator("summary").click()
    chip.get_by_role("button", name="micro:bit", exact=True).click()
    expect(chip.get_by_role("button", name="micro:bit", exact=True)).to_have_attribute("aria-pressed", "true")
    page.locator(".bar-more").click()
    page.get_by_role("link", name=t("more.buddies"), exact=True).click()
    first.heading("buddies.intro.title")
    expect(first.field("buddies.form.offers")).to_have_value("micro:bit")
    expect(page.get_by_text(t("buddies.form.known"), exact=True)).to_be_visible()
    page.locator("summary", has_text=t("buddies.form.chips.offers")).click()
    picks = page.get_by_role("group", name=t("buddies.form.chips.offers"), exact=True)
    pick = picks.get_by_role("button", name="micro:bit", exact=True)
    expect(pick).to_have_attribute("aria-pressed", "true")
    # However it is written, it is the same.
    first.field("buddies.form.offers").fill("Micro Bit")
    expect(pick).to_have_attribute("aria-pressed", "true")
    pick.click()
    expect(first.field("buddies.form.offers")).to_have_value("")
    pick.focus()
    page.keyboard.press("Enter")
    expect(first.field("buddies.form.offers")).to_have_value("micro:bit")
    stage.look("a form that knows what was said")
    page.get_by_role("link", name=t("buddies.backToMeeting"), exact=True).click()
    expect(page.locator(".strip-seat")).to_be_visible()
    # Whoever came by no meeting is led to none.
    elsewhere = stage.page(True)
    elsewhere.goto(f"{stage.server.url}/buddies.html")
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text(t("buddies.stranger.title"))
    expect(elsewhere.get_by_role("link", name=t("buddies.backToMeeting"))).to_have_count(0)


def test_a_proposal_is_changed_by_hand(stage):
    t = stage.t
    console = stage.coordinator().open()
    code = console.links()["code"]
    people = [("Siân", "Ysgol Glan Môr"), ("Amir", "Hillside Primary"), ("Mair", "Ysgol y Bryn"), ("Tom", "Hillside Primary")]
    phones = []
    for number, (name, school) in enumerate(people):
        phone = BuddyPhone(stage.phone(name, school).join(code).page, t, stage.server.url, name)
        phone.open().opt_in(number)
        phones.append(phone)
    desk = BuddyDesk(console.page, t).open(stage.server.url).look()
    page = console.page

    def pick(name: str, by_keyboard: bool = False) -> None:
        chosen = page.locator(".buddy-pick", has_text=name)
        if by_keyboard:
            chosen.focus()
            page.keyboard.press("Space")
        else:
            chosen.click()
        expect(chosen).to_have_attribute("aria-pressed", "true")

    def groups() -> list[set[str]]:
        return [set(names) for names in page.evaluate(PAIRS)]

    def has(*wanted: set[str]) -> None:
        for one in wanted:
            row = page.locator(".console-buddy-groups > li")
            for name in one:
                row = row.filter(has=page.locator(".buddy-pick", has_text=name))
            expect(row).to_have_count(1)

    until(page, lambda: [len(one) for one in groups()] == [2, 2])
    before = groups()
    # Two of one school may not be, and it says so; nothing can be asked.
    pick("Amir")
    pick("Tom", by_keyboard=True)
    stage.look("two are chosen")
    desk.button("console.buddies.act.bring").click()
    has({"Amir", "Tom"})
    # Welsh says "and" in another way before a vowel.
    both = [t("console.buddies.fault.sameSchool", names=t(key, names=one, last=other))
            for one, other, key in (("Amir", "Tom", "buddies.names"), ("Tom", "Amir", "buddies.namesVowel"))]
    expect(page.locator(".console-buddy-groups .problem")).to_have_text(
        re.compile("|".join(map(re.escape, both))))
    expect(desk.button("console.buddies.publish")).to_be_disabled()
    stage.look("a pair that may not be")
    desk.button("console.buddies.back").click()
    expect(page.get_by_role("heading", name=t("console.buddies.preview"), exact=True)).to_be_visible()
    until(page, lambda: sorted(map(sorted, groups())) == sorted(map(sorted, before)), "not as it was")
    # Siân and Mair together, and Amir without anybody.
    pick("Siân")
    pick("Mair")
    if {"Siân", "Mair"} not in before:
        desk.button("console.buddies.act.bring").click()
        has({"Siân", "Mair"})
    else:
        desk.button("console.buddies.act.takeOut").click()
        expect(page.locator(".console-buddy-pairs .buddy-pick")).to_have_count(2)
        pick("Siân")
        pick("Mair")
        desk.button("console.buddies.act.bring").click()
        has({"Siân", "Mair"})
    stage.look("changed by hand")
    desk.publish()
    phones[0].reload().heading("buddies.proposal.title", names="Mair")
    stage.look("asked by hand")


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
