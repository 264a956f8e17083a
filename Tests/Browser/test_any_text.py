"""Knows that no text that people write widens, covers or cuts a page of a phone, in any of its sizes."""

import json

from playwright.sync_api import expect

from .checks import problems
from .covering import overlaps
from .groups import SIAN, gather, notes, signal, write_note
from .reading import lasting
from .server import ROOT
from .stage import Stage
from .test_senses import LargeText
from .turns import turns

LIMITS = json.loads((ROOT / "Web" / "shared" / "limits.json").read_text())["limits"]
# What has no space to break at, what is wide, what towers, what runs the other way, what is one sign in many.
ADDRESS = "https://hwb.gov.example/go/" + "abcdefghij0123456789" * 2 + "?kit=1"
MAIL = "rhiannon.williams-jones.deputy.head@ysgol-uwchradd-bro-teifi.example.org"
TOWER = "Z" + "\u0335\u0321\u031b\u0350\u034d" * 6 + "o\u0301\u0302\u0303e"
WIDE = "W" * 60
ARABIC = "\u0645\u062f\u0631\u0633\u0629 \u0627\u0644\u062d\u062f\u064a\u0642\u0629"
FAMILY = "\U0001F469\u200d\U0001F469\u200d\U0001F467\u200d\U0001F466" * 5
STRINGS = (ADDRESS, MAIL, TOWER, WIDE, ARABIC, FAMILY, "a\n" * 12 + "end", "<b>bold</b>")
SIZES = [(320, 568), (360, 640), (390, 844), "large"]


def fitted(text: str, limit: str) -> str:
    return text[:LIMITS[limit]].strip()


def is_whole(stage: Stage, page, place: str) -> None:
    """Nothing runs over, nothing is covered; the window moves only where the letters are very large."""
    def look() -> list[str]:
        found = problems(page, True) + overlaps(page)
        if not isinstance(stage, LargeText):
            room, inner = page.evaluate(
                "[document.querySelector('.room') && document.documentElement.scrollHeight, innerHeight]")
            if room and room > inner:
                found.append(f"the page is longer than the window: {room} > {inner}")
        return found
    for one in lasting(page, look):
        stage.complaints.add(page, f"{place}: {one}")


@turns("size", SIZES)
def test_no_text_breaks_a_phone(browser, server, language, size):
    """Every place of a phone that shows what somebody wrote, with texts that break pages."""
    stage = LargeText(browser, server, language) if size == "large" else Stage(browser, server, language)
    more = {} if size == "large" else {"viewport": dict(zip(("width", "height"), size))}
    try:
        lead, (sian, amir, mair) = gather(stage)
        for phone in (sian, amir, mair):
            if more:
                phone.page.set_viewport_size(more["viewport"])
        for index, text in enumerate(STRINGS):
            stage.phone(fitted(text.replace("\n", " "), "nameLength"), fitted(STRINGS[-1 - index].replace("\n", " "), "schoolLength"),
                        **more).join(server.code)
        lead.do({"retitle": {"title": fitted(ADDRESS, "titleLength")}})
        part = next(one for one in lead.room["agenda"] if one["kind"] == "hands-on")
        lead.do({"editSegment": {"segment": part["id"], "plan": {
            "kind": "hands-on", "title": fitted(WIDE + ADDRESS, "titleLength"), "note": f"{ADDRESS} {TOWER} {WIDE}",
            "timeboxSeconds": part["timeboxSeconds"]}}})
        expect(sian.page.locator(".task-note a")).to_be_visible()
        is_whole(stage, sian.page, "now")

        writers = stage.phones[3:]
        for writer, text in zip(writers, STRINGS):
            writer.write(text)
        amir.tab("chat")
        expect(amir.messages).to_have_count(len(STRINGS))
        menu = amir.open_menu(ADDRESS)
        menu.get_by_role("button", name=stage.t("reaction.idea"), exact=True).click()
        amir.open_menu(WIDE).get_by_role("button", name=stage.t("chat.reply"), exact=True).click()
        amir.write(f"{MAIL} {WIDE}")
        expect(amir.messages).to_have_count(len(STRINGS) + 1)
        is_whole(stage, amir.page, "chat")
        amir.messages.last.locator(".message-toggle").click()
        is_whole(stage, amir.page, "a menu in the chat")
        # Somebody reads further up while news come: what says so covers nothing.
        amir.page.locator(".chat-scroll").evaluate("(one) => { one.scrollTop = 0; }")
        sian.write("One more.")
        if size != "large":
            expect(amir.button("chat.newer")).to_be_visible()
        is_whole(stage, amir.page, "new messages below")

        for writer in writers[:4]:
            writer.hand.click()
        expect(mair.page.locator(".speaking")).to_contain_text(writers[0].name[:20])
        lead.do({"callOn": {"person": lead.person(writers[0].name)}})
        is_whole(stage, mair.page, "somebody speaks")
        is_whole(stage, writers[0].page, "I speak")
        mair.page.locator(".strip-seat").click()
        expect(mair.page.locator(".person")).to_have_count(len(STRINGS) + 4)
        is_whole(stage, mair.page, "people")

        lead.form({"members": [SIAN, *(one.name for one in writers)], "table": 3, "texts": {"link": ADDRESS}},
                  {"members": ["Amir", "Mair"]}, task=f"{ADDRESS} {TOWER}", resources=f"{WIDE} {ADDRESS}")
        lead.do({"renameGroup": {"group": lead.groups[0]["id"], "name": fitted(WIDE, "titleLength")}})
        sian.tab("now")
        expect(sian.page.locator(".group-member")).to_have_count(len(STRINGS) + 1)
        for text in STRINGS[:4]:
            write_note(sian, text, is_report=True)
        signal(sian, "help").click()
        lead.do({"announce": {"text": f"{ADDRESS} {WIDE} {MAIL}"}})
        sian.tab("chat")
        expect(sian.page.locator(".news")).to_be_visible()
        is_whole(stage, sian.page, "a lead's message, from the chat")
        sian.tab("now")
        is_whole(stage, sian.page, "a group")
        # For a moment a note stands there twice: on its way, and as everybody has it.
        expect(notes(sian)).to_have_count(4)
        for place in range(4):
            notes(sian).nth(place).scroll_into_view_if_needed()
        is_whole(stage, sian.page, "notes of a group")
        writers[0].tab("more")
        is_whole(stage, writers[0].page, "more")
        lead.do({"endGroups": {}})
        sian.page.locator(".harvest").scroll_into_view_if_needed()
        is_whole(stage, sian.page, "what came back")
        lead.do({"endMeeting": {}})
        sian.shows("gone.ended.title")
        expect(sian.page.locator(".keepsakes a").first).to_be_visible()
        is_whole(stage, sian.page, "the end")
    finally:
        stage.close()
    stage.complaints.raise_any()
