"""Who people are: somebody who comes a second time is asked, a lead joins two entries, a name is something one sees, and
a shared device is nobody."""

from playwright.sync_api import Locator, expect

from .groups import gather, note, write_note
from .phone import Phone
from .tour import add_at

SIAN, SCHOOL = "Siân", "Ysgol Glan Môr"


def card(phone: Phone) -> Locator:
    return phone.page.locator(".same-person")


def titled(phone: Phone, kind: str) -> None:
    name = phone.t("common.nameOfSchool", name=SIAN, school=SCHOOL)
    expect(card(phone).get_by_role("heading")).to_have_text(phone.t(f"same.{kind}.title", name=name))


def press(phone: Phone, key: str) -> None:
    """By the keyboard."""
    button = phone.button(key, card(phone))
    button.focus()
    expect(button).to_be_focused()
    phone.page.keyboard.press("Enter")


def test_a_second_device_is_asked_and_the_first_says_yes(stage):
    console = stage.coordinator().open()
    code = console.links()["code"]
    first = stage.phone(SIAN, SCHOOL).join(code, "room_device")
    other = stage.phone("Amir", "Hillside Primary").join(code)
    second = stage.phone("siân ", SCHOOL.upper()).knock(code).fill().come_in()
    second.name = "siân"
    second.is_in()
    titled(second, "ask")
    expect(card(first)).to_be_hidden()
    expect(card(other)).to_be_hidden()
    stage.look("asked whether it is them")
    press(second, "same.ask.yes")
    titled(second, "asked")
    expect(card(first).get_by_role("heading")).to_have_text(stage.t("same.claimed.title"))
    expect(console.page.locator(".console-person[title^=siân]")).to_contain_text(stage.t("console.run.badge.claims"))
    stage.look("somebody says to be them")
    expect(console.page.locator(".console-person")).to_have_count(4)
    press(first, "same.claimed.yes")
    expect(console.page.locator(".console-person")).to_have_count(3)
    for phone in (first, second):
        expect(card(phone)).to_be_hidden()
    # The second device goes on as the first.
    second.name = SIAN
    second.is_in()
    second.hand.click()
    expect(console.queue).to_have_count(1)
    second.write("From my laptop.")
    expect(console.message("From my laptop.")).to_contain_text(SIAN)
    expect(first.page.locator(".message.is-own")).to_have_count(1)
    second.page.reload()
    second.is_in()
    expect(console.page.locator(".console-person")).to_have_count(3)
    stage.look("one person on two devices")


def test_whoever_says_no_stays_two_and_is_asked_no_more(stage):
    console = stage.coordinator().open()
    code = console.links()["code"]
    first = stage.phone(SIAN, SCHOOL).join(code)
    second = stage.phone(SIAN, SCHOOL).join(code)
    titled(second, "ask")
    press(second, "same.ask.no")
    expect(card(second)).to_be_hidden()
    second.page.reload()
    second.is_in()
    second.write("I am another.")
    expect(first.page.locator(".message")).to_have_count(1)
    expect(card(second)).to_be_hidden()


def test_a_lead_joins_two_entries(stage):
    console = stage.coordinator().open()
    code = console.links()["code"]
    first = stage.phone(SIAN, SCHOOL).join(code)
    second = stage.phone("Sian J", SCHOOL).join(code)
    expect(card(second)).to_be_hidden()
    console.menu("Sian J", "merge")
    stage.look("with whom")
    whole = stage.t("common.nameOfSchool", name=SIAN, school=SCHOOL)
    console.page.get_by_role("menuitem", name=whole, exact=True).focus()
    console.page.keyboard.press("Enter")
    dialog = console.page.get_by_role("dialog")
    expect(dialog).to_contain_text(whole)
    stage.look("asked whether it is meant")
    console.button("console.run.mergeGo", dialog).click()
    expect(console.page.locator(".console-person")).to_have_count(2)
    second.name = SIAN
    second.is_in()
    first.heard(stage.t("said.merged"))
    second.write("It is me.")
    expect(first.page.locator(".message.is-own")).to_have_count(1)


def test_a_name_that_nobody_can_see_is_refused_in_words(stage):
    console = stage.coordinator().open()
    code = console.links()["code"]
    for name in ("\u3164", "\u2800", "\u0301"):
        phone = stage.phone(name, SCHOOL)
        phone.knock(code).fill().come_in()
        expect(phone.page.get_by_text(stage.t("rejection.unseenName"), exact=True)).to_be_visible()
    stage.look("a name that nobody can see")
    flag = "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    stage.complaints.is_network_cut = True
    stage.phone(f"Ann {flag}", SCHOOL).join(code)
    expect(console.person(f"Ann {flag}")).to_be_visible()


def test_nobody_at_a_shared_device_is_you(stage):
    lead, phones = gather(stage)
    tablet = stage.phone("Table 2", "")
    tablet.knock(stage.server.code)
    tablet.page.get_by_label(stage.t("join.mode.table_device"), exact=True).check()
    tablet.page.get_by_label(stage.t("join.tableName"), exact=True).fill(tablet.name)
    tablet.come_in()
    tablet.is_in()
    for name in ("Una", "Ned"):
        add_at(tablet, name)
    lead.form({"members": ["Una", "Ned", "Amir"]}, {"members": [SIAN, "Mair"]})
    members = tablet.page.locator(".group-member")
    expect(members).to_have_count(3)
    amir = phones[1].page.locator(".group-member")
    expect(amir.filter(has_text="Amir")).to_contain_text(stage.t("group.you"))
    for chosen in ("Una", stage.t("table.table")):
        tablet.page.locator(".table-chip", has_text=chosen).click()
        expect(tablet.page.locator(".table-chip", has_text=chosen).locator("input")).to_be_checked()
        expect(members.filter(has_text="Una")).not_to_contain_text(stage.t("group.you"))
        expect(members.filter(has_text="Ned")).not_to_contain_text(stage.t("group.you"))
    # What the table itself writes is the table's, by its name.
    write_note(tablet, "We have it.")
    expect(note(tablet, "We have it.").locator(".note-name")).to_have_text("Table 2")
    expect(note(phones[1], "We have it.").locator(".note-name")).to_have_text("Table 2")
    stage.look("a table in a group")
