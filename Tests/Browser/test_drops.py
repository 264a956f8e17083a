"""Knows that a lost connection, a killed server, a reload and "back" cost nobody their place, their draft or a word."""

import re

import pytest
from playwright.sync_api import expect

from .stage import PEOPLE
from .test_together import sample_segments

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)
DRAFT = "And a half-written thou"


def once(stage, console, phones, texts) -> None:
    """Each of these stands exactly once with everybody; a last word shows that nothing comes after them."""
    last = f"That was number {len(texts)}."
    phones[-1].write(last)
    for shown in (console, *phones):
        expect(shown.message(last)).to_have_count(1)
        for text in texts:
            expect(shown.message(text)).to_have_count(1)


def in_order(shown, texts) -> None:
    """These follow each other as they were sent."""
    expect(shown.messages.filter(has_text=re.compile("|".join(map(re.escape, texts))))).to_contain_text(list(texts))


# Under ten seconds the socket lives on and nobody notices; after them its silence is noticed and it is made anew.
@pytest.mark.long
@pytest.mark.parametrize(("language", "away_seconds"), [("en", 3), ("cy", 30)])
def test_a_phone_in_a_tunnel(stage, away_seconds):
    console, (sian, amir, mair), wall = stage.gather()
    console.next.click()
    sian.write("Before the tunnel.")
    expect(amir.message("Before the tunnel.")).to_have_count(1)
    stage.complaints.is_network_cut = True
    sian.page.context.set_offline(True)
    sian.write("First in the tunnel.")
    sian.write("Second in the tunnel.")
    expect(sian.page.locator(".message.is-pending")).to_have_count(2)
    sian.page.get_by_label(stage.t("chat.label"), exact=True).fill(DRAFT)
    amir.write("Meanwhile outside.")
    mair.hand.click()
    console.next.click()
    expect(wall.title).to_have_text(sample_segments()[1]["title"])
    # How long nobody hears from the phone is what is under test here, so this is the clock's own time.
    sian.page.wait_for_timeout(away_seconds * 1000)
    expect(amir.message("in the tunnel")).to_have_count(0)
    if away_seconds > 10:
        expect(sian.page.locator(".strip-link")).to_have_text(stage.t("connection.waiting", count=2))
        expect(console.person(SIAN)).to_have_attribute("data-present", "false")
        stage.look("one is away")

    sian.page.context.set_offline(False)
    sian.is_in()
    expect(sian.page.locator(".message.is-pending")).to_have_count(0)
    expect(sian.title).to_have_text(sample_segments()[1]["title"])
    expect(sian.page.get_by_label(stage.t("chat.label"), exact=True)).to_have_value(DRAFT)
    expect(console.person(SIAN)).to_have_count(1)
    expect(console.person(SIAN)).to_have_attribute("data-present", "true")
    tunnel = ("Before the tunnel.", "First in the tunnel.", "Second in the tunnel.")
    once(stage, console, (sian, amir, mair), (*tunnel, "Meanwhile outside."))
    for shown in (console, sian, amir, mair):
        in_order(shown, tunnel)


def test_the_server_is_killed(stage):
    console, phones, wall = stage.gather()
    sian, amir, mair = phones
    console.next.click()
    amir.hand.click()
    sian.write("Said before it died.")
    for shown in (console, *phones):
        expect(shown.message("Said before it died.")).to_have_count(1)
    stage.complaints.is_network_cut = True
    stage.server.kill()
    for phone in phones:
        expect(phone.page.locator(".strip-link")).to_be_visible()
    expect(wall.page.locator("#link")).to_be_visible()
    expect(console.page.locator(".console-connection")).to_have_attribute("data-state", "reconnecting")
    mair.write("Said while it was dead.")
    expect(mair.page.locator(".message.is-pending")).to_have_count(1)
    stage.look("the server is dead")
    stage.server.start()

    for phone in phones:
        phone.is_in()
    expect(console.page.locator(".console-connection")).to_have_attribute("data-state", "online")
    expect(wall.page.locator("#link")).to_be_hidden()
    expect(wall.queue).to_contain_text(AMIR)
    once(stage, console, phones, ("Said before it died.", "Said while it was dead."))
    for name in (SIAN, AMIR, MAIR):
        expect(console.person(name)).to_have_count(1)
        expect(console.person(name)).to_have_attribute("data-present", "true")
    console.next.click()
    for shown in (console, *phones, wall):
        expect(shown.title).to_have_text(sample_segments()[1]["title"])


def test_reload_and_back_keep_place_and_draft(stage):
    console, (sian, amir, mair), wall = stage.gather()
    field = sian.page.get_by_label(stage.t("chat.label"), exact=True)
    sian.tab("chat")
    field.press_sequentially(DRAFT)
    sian.page.reload()
    sian.is_in()
    expect(sian.page.locator("#panel-chat")).to_be_visible()
    expect(field).to_have_value(DRAFT)
    sian.tab("more")
    sian.page.reload()
    expect(sian.page.locator("#panel-more")).to_be_visible()
    sian.page.go_back()
    expect(sian.page.locator("#panel-chat")).to_be_visible()
    expect(field).to_have_value(DRAFT)
    sian.page.go_back()
    expect(sian.page.locator("#panel-now")).to_be_visible()
    sian.page.go_forward()
    expect(sian.page.locator("#panel-chat")).to_be_visible()
    expect(field).to_have_value(DRAFT)

    # Away to another site, as by a link in a message, and back.
    sian.page.goto("about:blank")
    sian.page.go_back()
    sian.is_in()
    expect(sian.page.locator("#panel-chat")).to_be_visible()
    expect(field).to_have_value(DRAFT)
    sian.button("chat.send").click()
    once(stage, console, (sian, amir, mair), (DRAFT,))
    sian.page.reload()
    expect(sian.message(DRAFT)).to_have_count(1)
    expect(field).to_have_value("")
    expect(console.person(SIAN)).to_have_count(1)


def test_correcting_a_message_keeps_the_draft(stage):
    console, (sian, amir, mair), wall = stage.gather()
    field = sian.page.get_by_label(stage.t("chat.label"), exact=True)
    sian.write("The sensor rust.")
    expect(amir.message("The sensor rust.")).to_have_count(1)
    field.fill(DRAFT)
    sian.button("chat.correct", sian.open_menu("The sensor rust.")).click()
    expect(field).to_have_value("The sensor rust.")
    field.press_sequentially(" in")
    sian.page.reload()
    sian.is_in()
    expect(field).to_have_value(DRAFT)
    sian.button("chat.correct", sian.open_menu("The sensor rust.")).click()
    sian.write("The sensor rusts.")
    expect(amir.message("The sensor rusts.")).to_have_count(1)
    expect(field).to_have_value(DRAFT)
