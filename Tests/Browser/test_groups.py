"""Knows that everybody knows at once who they are with, why, where and for how long, whatever they came with."""

import re
import time

import pytest
from playwright.sync_api import expect

from Tests.EndToEnd.pace import allowed

from .groups import (
    AMIR, AT_ONCE_MILLISECONDS, CALL, CUES, MAIR, SIAN, TASK, gather, note, notes, seen_after, shows_place, signal,
    two_groups, watch, write_note)
from .reading import unfold
from .stage import PEOPLE
from .test_senses import LargeText
from .tour import add_at

UNA, NED, DAI, LATE = "Una", "Ned", "Dai", "Rhiannon"


def tap_topic(phone, kind: str, *topics: str) -> None:
    row = phone.page.locator(f".panel-now .topics-row[data-kind={kind}]")
    unfold(row)
    for topic in topics:
        row.locator(".chip", has_text=topic).click()
        expect(row.locator(".chip", has_text=topic)).to_have_attribute("aria-pressed", "true")


def shared(stage, *names: str):
    """A device that these share."""
    t, tablet = stage.t, stage.phone("Table 2", "")
    tablet.knock(stage.server.code)
    tablet.page.get_by_label(t("join.mode.table_device"), exact=True).check()
    tablet.page.get_by_label(t("join.tableName"), exact=True).fill(tablet.name)
    tablet.come_in()
    tablet.is_in()
    for name in names:
        add_at(tablet, name)
    return tablet


def test_everybody_knows_their_group_at_once(stage):
    t = stage.t
    lead, phones = gather(stage)
    sian, amir, mair = phones
    tablet = shared(stage, UNA, NED)
    lead.bring(DAI)
    stage.look("before the groups")

    watch(*phones, tablet)
    tapped = time.time() * 1000
    lead.form({"members": [SIAN, AMIR, DAI], "table": 3, "bridge": SIAN, "roles": {"scribe": AMIR},
               "texts": {"link": CALL}}, {"members": [MAIR, UNA, NED], "table": 4}, task=TASK)
    took = [seen_after(phone, tapped) for phone in (*phones, tablet)]
    assert max(took) < allowed(AT_ONCE_MILLISECONDS), took
    shows_place(sian, 1, 3)
    shows_place(amir, 1)
    for phone in (mair, tablet):
        shows_place(phone, 2, 4)
    # Who is on the call opens it, and so does whoever joins room and call; nobody else looks for it.
    for phone in (sian, amir):
        call = phone.page.get_by_role("link", name=t("group.call"), exact=True)
        expect(call).to_have_attribute("href", CALL)
        expect(call).to_have_attribute("rel", "noopener noreferrer")
    expect(mair.page.locator(".strip-call")).to_be_hidden()
    members = sian.page.locator(".group-member")
    expect(members).to_have_count(3)
    expect(members.filter(has_text=AMIR)).to_contain_text(t("group.role.scribe"))
    expect(members.filter(has_text=SIAN)).to_contain_text(t("group.bridge"))
    for name in (UNA, NED):
        expect(mair.page.locator(".group-member").filter(has_text=name)).to_have_count(1)
    expect(amir.page.locator(".group-why")).to_contain_text(t("group.why.bridge", names=SIAN))
    stage.look("in groups")


def test_a_reload_and_a_second_device_know_it_too(stage):
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    shows_place(amir, 1)
    amir.page.reload()
    shows_place(amir, 1)
    other = stage.phone(AMIR, PEOPLE[1][1])
    other.page.goto(amir.link())
    other.button("join.back").click()
    other.is_in()
    shows_place(other, 1)
    expect(other.page.locator(".group-member")).to_have_count(2)


def test_why_this_group_is_what_they_offer_and_need(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    topics = {topic["id"]: topic["names"][t.language] for topic in lead.room["topics"]}
    first, second, third = list(topics.values())[:3]
    tap_topic(sian, "needs", second, first)
    tap_topic(amir, "offers", second, third)
    amir.page.locator(".panel-now [data-phase=secondary]").locator("xpath=ancestor::details").locator("summary").click()
    amir.page.locator(".panel-now [data-phase=secondary]").click()
    expect(amir.page.locator(".panel-now [data-phase=secondary]")).to_have_attribute("aria-pressed", "true")
    place = sian.page.locator(".panel-now [data-kind=needs] .chip", has_text=second).locator(".chip-place")
    expect(place).to_have_text("1")
    stage.look("what they offer and need")
    amir.button("topics.done").click()
    expect(amir.page.locator(".panel-now .topics")).to_be_hidden()
    amir.tab("more")
    expect(amir.page.locator(".panel-more .topics")).to_contain_text(third)
    amir.tab("now")

    two_groups(lead)
    expect(sian.page.locator(".group-reasons").first).to_contain_text(
        t("group.why.youAsked", topics=second, names=AMIR))
    expect(amir.page.locator(".group-reasons").first).to_contain_text(
        t("group.why.youOffer", topics=second, names=SIAN))
    person = lead.room["people"][lead.person(AMIR)]
    assert [topics[one] for one in person["offers"]] == [second, third] and person["teaching"] == "secondary"


def test_who_comes_late_or_is_moved_is_told_why(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    two_groups(lead)
    shows_place(sian, 1, 3)
    late = stage.phone(LATE, "Ysgol Bro Teifi").join(stage.server.code, "remote")
    texts = [t(f"group.seat.{reason}") for reason in ("smallest", "offers", "needs", "newFaces", "sameMode")]
    expect(late.page.locator(".group-moved")).to_contain_text(re.compile("|".join(map(re.escape, texts))))
    stage.look("somebody came late")

    # By hand, and back to nowhere: said, and nothing is lost.
    target = lead.groups[0]["id"]
    lead.do({"movePeople": {"moves": [{"person": lead.person(MAIR), "to": target}]}})
    shows_place(mair, 1, 3)
    expect(mair.page.locator(".group-moved")).to_be_visible()
    mair.button("common.close", mair.page.locator(".group-moved")).click()
    expect(mair.page.locator(".group-moved")).to_be_hidden()
    lead.do({"movePeople": {"moves": [{"person": lead.person(MAIR)}]}})
    expect(mair.page.get_by_role("heading", name=t("group.none"), exact=True)).to_be_visible()
    mair.heard(t("group.movedOut"))
    expect(sian.page.locator(".group-member").filter(has_text=MAIR)).to_have_count(0)
    stage.look("somebody has no group")
    # Whose connection is lost is shown as gone and keeps the seat; who says that they go leaves it.
    here = amir.page.url
    amir.page.goto("about:blank")
    expect(sian.page.locator(".group-member").filter(has_text=AMIR)).to_contain_text(t("group.away"))
    amir.page.goto(here)
    amir.is_in()
    expect(sian.page.locator(".group-member").filter(has_text=AMIR)).not_to_contain_text(t("group.away"))
    amir.leave()
    expect(sian.page.locator(".group-member").filter(has_text=AMIR)).to_have_count(0)


def test_a_table_acts_for_those_who_sit_at_it(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    tablet = shared(stage, UNA, NED)
    expect(tablet.page.locator(".panel-now .topics")).to_contain_text(t("topics.forWhom"))
    topic = lead.room["topics"][0]["names"][t.language]
    tablet.page.locator(".table-chip", has_text=UNA).click()
    expect(tablet.page.locator(".panel-now .topics")).to_contain_text(t("topics.titleOf", name=UNA))
    tap_topic(tablet, "offers", topic)
    stage.look("somebody at a table offers something")
    lead.form({"members": [SIAN, UNA, NED], "table": 5}, {"members": [AMIR, MAIR]}, task=TASK)
    shows_place(tablet, 1, 5)
    write_note(tablet, "Una thinks so.")
    expect(note(sian, "Una thinks")).to_contain_text(UNA)
    tablet.page.locator(".table-chip", has_text=NED).click()
    note(tablet, "Una thinks").locator(".note-star").click()
    expect(note(sian, "Una thinks").locator(".note-star .numbers")).to_have_text("1")
    signal(tablet, "help").click()
    expect(signal(sian, "help")).to_have_attribute("aria-pressed", "true")
    tablet.page.locator(".table-chip", has_text=t("table.table")).click()
    write_note(tablet, "The table agrees.")
    expect(notes(sian)).to_have_count(2)
    person = lead.room["people"][lead.person(UNA)]
    card = lead.groups[0]["cards"][0]
    assert len(person["offers"]) == 1 and card["author"] == lead.person(UNA) and card["stars"] == [lead.person(NED)]
    stage.look("a table in a group")


@pytest.mark.long
@pytest.mark.parametrize("language", ["en"])
def test_time_runs_out_gently(stage):
    t = stage.t
    # A part that has begun a while ago may end soon: it has a least time.
    lead, (sian, amir, mair) = gather(stage, minutes=1)
    two_groups(lead)
    expect(sian.page.locator(".news")).to_be_hidden()
    sian.page.evaluate(CUES)

    def is_told(moment: int) -> None:
        sian.page.wait_for_function("(text) => window.cues.includes(text)", arg=t(f"group.cue.{moment}"))
        sian.heard(t(f"group.cue.{moment}"))

    for seconds, moment in ((250, 300), (100, 120), (45, 60)):
        lead.leave_seconds(seconds)
        is_told(moment)
    stage.look("the last minute")
    # Nobody is put out: the group stays when the time is over.
    lead.leave_seconds(9)
    for moment in (10, 0):
        is_told(moment)
    shows_place(sian, 1, 3)
    stage.look("time is up")


@pytest.mark.parametrize("language", ["cy"])
def test_large_text_leaves_groups_whole(browser, server, language):
    stage = LargeText(browser, server, language)
    lead, (sian, amir, mair) = gather(stage)
    stage.look("topics")
    two_groups(lead)
    shows_place(sian, 1, 3)
    lead.do({"announce": {"text": "Two more minutes, then everybody back to the big table please."}})
    expect(sian.page.locator(".announcement")).to_be_visible()
    stage.look("in groups")
    for phone in (sian, amir):
        phone.tab("chat")
    stage.look("talk of the group")
    lead.do({"endGroups": {}})
    mair.tab("now")
    expect(mair.page.locator(".harvest")).to_be_visible()
    stage.look("what came back")
    stage.end()
