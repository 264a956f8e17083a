"""Knows the walk through one round of groups on phones: offered and asked for, in a group, moved, over, brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from .groups import MAIR, gather, note, notes, shows_place, signal, two_groups, write_note, write_to_group

if TYPE_CHECKING:
    from .phone import Phone
    from .pictures import Album
    from .stage import Stage


def groups_tour(album: Album, stage: Stage) -> None:
    """A meeting of its own, with a lead who has no page."""
    lead, (sian, amir, mair) = gather(stage)
    topics(album, stage, sian, amir)
    two_groups(lead)
    shows_place(amir, 1)
    expect(sian.page.locator(".group-member")).to_have_count(2)
    album.take("group", sian.page)
    album.take("group-remote", amir.page)
    album.take("group-alone", mair.page)
    working(album, sian, amir)
    lead.do({"announce": {"text": "Two more minutes, then everybody back to the big table please."}})
    expect(amir.page.locator(".announcement")).to_be_visible()
    album.take("group-message", amir.page)
    lead.do({"visitGroup": {"group": lead.groups[0]["id"]}})
    expect(signal(sian, "help")).to_have_attribute("aria-pressed", "false")
    # A lead's message comes before the time in the line above the tabs.
    sian.button("common.close", sian.page.locator(".announcement")).click()
    lead.leave_seconds(45)
    expect(sian.page.locator(".news[data-kind=time]")).to_be_visible()
    album.take("group-visit", sian.page)
    lead.do({"movePeople": {"moves": [{"person": lead.person(MAIR)}]}})
    expect(mair.page.locator("#no-group")).to_be_visible()
    album.take("group-none", mair.page)
    late = stage.phone("Rhiannon", "Ysgol Bro Teifi").join(stage.server.code)
    expect(late.page.locator(".group-moved")).to_be_visible()
    album.take("group-late", late.page)
    lead.do({"openNext": {}})
    expect(mair.page.locator(".harvest-group")).to_have_count(2)
    album.take("harvest", mair.page)


def topics(album: Album, stage: Stage, sian: Phone, amir: Phone) -> None:
    """What they offer and need, in two taps each."""
    album.take("topics", sian.page)
    for phone, kind, places in ((sian, "needs", (4, 1)), (amir, "offers", (4,))):
        row = phone.page.locator(f".panel-now .topics-row[data-kind={kind}]")
        row.locator("summary").click()
        for place in places:
            row.locator(".chip").nth(place).click()
            expect(row.locator(".chip").nth(place)).to_have_attribute("aria-pressed", "true")
    album.take("topics-chosen", sian.page)


def working(album: Album, sian: Phone, amir: Phone) -> None:
    """Notes, a call for help, the group's own talk."""
    write_note(sian, "The sensor is slow below 10 lux: https://example.org/lux")
    amir.button("cards.build", note(amir, "is slow")).click()
    write_note(amir, "Average five readings.", is_report=True)
    note(sian, "five readings").locator(".note-star").click()
    expect(note(amir, "five readings").locator(".note-star .numbers")).to_have_text("1")
    note(sian, "is slow").locator(".note-more").click()
    notes(sian).first.scroll_into_view_if_needed()
    album.take("notes", sian.page)
    signal(sian, "help").click()
    expect(signal(amir, "help")).to_have_attribute("aria-pressed", "true")
    signal(sian, "done").scroll_into_view_if_needed()
    album.take("group-help", sian.page)
    amir.tab("chat")
    sian.tab("chat")
    write_to_group(amir, "Shall we try the blue cable?")
    expect(sian.message("blue cable")).to_have_count(1)
    album.take("group-talk", sian.page)
    for phone in (sian, amir):
        phone.tab("now")
