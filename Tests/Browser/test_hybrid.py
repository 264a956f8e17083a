"""Knows a hybrid meeting: people in the room with a device, at a shared one, without any, and people on the call."""

import sys
from pathlib import Path

from playwright.sync_api import expect

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from Tests.EndToEnd import store  # noqa: E402

from .console import Console  # noqa: E402
from .phone import Phone  # noqa: E402
from .tour import add_at  # noqa: E402

ROOM = [(f"Room {n}", "Ysgol y Bryn") for n in range(1, 5)]
CALL = [(f"Call {n}", "Hillside Primary") for n in range(1, 6)]
TABLE, UNA, NED, DAI = "Table 2", "Una", "Ned", "Dai"


def tap_for(tablet: Phone, name: str) -> None:
    tablet.page.locator(".table-chip", has_text=name).click()
    expect(tablet.page.locator(".table-chip", has_text=name).locator("input")).to_be_checked()


def check_in(console: Console, name: str) -> None:
    console.button("checkIn.title").click()
    dialog = console.page.get_by_role("dialog")
    dialog.get_by_label(console.t("join.name"), exact=True).fill(name)
    console.button("checkIn.go", dialog).click()
    expect(console.person(name)).to_contain_text(console.t("console.run.badge.noDevice"))


def test_seven_in_the_room_and_five_on_the_call(stage):
    t = stage.t
    console = stage.coordinator().open()
    code = console.links()["code"]
    room = [stage.phone(*one).join(code, "room_device") for one in ROOM]
    call = [stage.phone(*one).join(code, "remote") for one in CALL]
    tablet = stage.phone(TABLE, "")
    tablet.knock(code)
    tablet.page.get_by_label(t("join.mode.table_device"), exact=True).check()
    tablet.page.get_by_label(t("join.tableName"), exact=True).fill(TABLE)
    tablet.come_in()
    tablet.is_in()
    for name in (UNA, NED):
        add_at(tablet, name)
    check_in(console, DAI)
    here = console.page.locator(".counts-here")
    # With the coordinator, whose mode nobody has said, six are on the call.
    expect(here).to_have_text(t("console.run.here", n=13, room=7, call=6))
    stage.look("a hybrid meeting")

    # The queue: one at the table, the table itself, somebody without a device, somebody on the call.
    tap_for(tablet, UNA)
    tablet.hand.click()
    expect(console.queue).to_have_count(1)
    tap_for(tablet, t("table.table"))
    tablet.hand.click()
    expect(console.queue).to_have_count(2)
    console.menu(DAI, "raiseHand")
    expect(console.queue).to_have_count(3)
    call[0].hand.click()
    expect(console.queue).to_have_count(4)
    for place, name in enumerate((UNA, TABLE, DAI, CALL[0][0])):
        expect(console.queue.nth(place)).to_contain_text(name)
    console.button("console.run.callNext").click()
    expect(room[0].page.locator(".speaking-who")).to_contain_text(UNA)
    tap_for(tablet, UNA)
    tablet.button("speaking.stopOf", name=UNA).click()
    expect(room[0].page.locator(".speaking-who")).to_have_text(t("speaking.nobody"))
    stage.look("a table in the queue")

    # Words: of one at the table, of the table, of somebody without a device.
    tap_for(tablet, NED)
    tablet.write("Our sensor works.")
    expect(call[1].page.locator(".messages > li")).to_have_count(1)
    expect(console.message("Our sensor works.")).to_contain_text(NED)
    tap_for(tablet, t("table.table"))
    tablet.write("We all agree here.")
    expect(console.message("We all agree here.")).to_contain_text(TABLE)
    console.menu(DAI, "writeFor")
    dialog = console.page.get_by_role("dialog")
    dialog.get_by_label(t("console.forOthers.words"), exact=True).fill("Mine blinks twice.")
    console.button("console.run.chatSend", dialog).click()
    expect(console.message("Mine blinks twice.")).to_contain_text(DAI)

    # One person changes their mode midway.
    room[3].tab("more")
    room[3].page.locator("#panel-more").get_by_label(t("join.mode.remote"), exact=True).check()
    expect(here).to_have_text(t("console.run.here", n=13, room=6, call=7))

    # One who sat at the table has to go; the log is read once the meeting is over.
    tablet.button("table.who").click()
    tablet.button("table.leaves", tablet.page.get_by_role("dialog"), name=NED).click()
    expect(console.person(NED)).to_have_attribute("data-present", "false")
    stage.look("one has gone from the table")
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    room[0].shows("gone.ended.title")
    stage.complaints.is_network_cut = True
    stage.server.stop()

    book = store.read(stage.server.data, stage.server.meeting)
    joined = {entry.fields["person"]: entry.fields for entry in book.of("personJoined")}
    names = {person: fields["name"] for person, fields in joined.items()}

    def said(*kinds: str) -> list[tuple]:
        return [(names[e.fields["person"]], e.fields.get("source")) for e in book.of(*kinds)]

    modes = sorted(fields["mode"] for fields in joined.values() if fields["role"] == "participant")
    assert modes == ["remote"] * 5 + ["room_device"] * 4 + ["room_no_device"] + ["table_device"] * 2
    assert [fields["name"] for fields in joined.values() if fields["role"] == "table"] == [TABLE]
    assert said("personCheckedIn") == [(UNA, "client"), (NED, "client"), (DAI, "lead_tap")]
    assert [(names[e.fields["person"]], names[e.fields["table"]]) for e in book.of("personSeated")] == [
        (UNA, TABLE), (NED, TABLE)]
    assert said("handRaised") == [
        (UNA, "client"), (TABLE, "client"), (DAI, "lead_tap"), (CALL[0][0], "client")]
    assert said("turnStarted") == [(UNA, "lead_tap")]
    assert said("messagePosted") == [(NED, "client"), (TABLE, None), (DAI, "lead_tap")]
    assert [(names[e.fields["person"]], e.fields["mode"], e.fields["source"]) for e in book.of("modeSet")] == [
        (ROOM[3][0], "remote", "client")]
    ended = [(names[e.fields["person"]], e.fields["reason"]) for e in book.of("presenceEnded")]
    assert ended == [(NED, "left")]
    tablet_id = next(person for person, name in names.items() if name == TABLE)
    assert {e.actor for e in book.of("messagePosted") if names[e.fields["person"]] == NED} == {tablet_id}
