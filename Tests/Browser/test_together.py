"""Knows a meeting from the first hello to the pulse; whatever one does is looked for in the browsers of the others."""

from playwright.sync_api import expect

from .countdown import Countdown, now
from .stage import PEOPLE

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)


def test_people_write_to_each_other(stage):
    console, (sian, amir, mair), wall = stage.gather()
    for name, school, _ in PEOPLE:
        expect(console.person(name)).to_contain_text(school)
    stage.look("all are in")

    sian.write("The moisture sensor rusts after a week.")
    amir.tab("chat")
    for other in (amir, mair):
        expect(other.message("rusts after a week")).to_contain_text(SIAN)
    expect(console.message("rusts after a week")).to_contain_text(SIAN)

    amir.button("chat.reply", amir.open_menu("rusts after")).click()
    amir.write("Ours too: switch it on only to measure.")
    reply = sian.message("only to measure")
    expect(reply.locator(".message-quote")).to_contain_text("rusts after a week")
    expect(console.message("only to measure").locator(".console-quote")).to_contain_text(SIAN)

    mair.tab("chat")
    mair.open_menu("only to measure").get_by_role("button", name=stage.t("reaction.idea"), exact=True).click()
    for other in (sian, amir):
        expect(other.message("only to measure").locator(".reaction .numbers")).to_have_text("1")
    expect(console.message("only to measure").locator(".console-reactions .numbers")).to_have_text("1")
    mair.open_menu("only to measure").get_by_role("button", name=stage.t("reaction.idea"), exact=True).click()
    expect(sian.message("only to measure").locator(".reaction")).to_have_count(0)
    stage.look("a conversation")

    sian.button("chat.correct", sian.open_menu("rusts after a week")).click()
    sian.write("The moisture sensor rusts after three days.")
    expect(amir.message("rusts after three days").locator(".message-time")).to_contain_text(stage.t("chat.corrected"))
    expect(console.message("rusts after three days")).to_contain_text(stage.t("console.run.corrected"))

    amir.button("chat.withdraw", amir.open_menu("only to measure")).click()
    expect(sian.message(stage.t("chat.withdrawn"))).to_have_count(1)
    expect(mair.message("only to measure")).to_have_count(0)

    console.button("console.run.hideOf", console.message("rusts after three days"), name=SIAN).click()
    for phone in (sian, amir, mair):
        expect(phone.message(stage.t("chat.hidden"))).to_have_count(1)
        expect(phone.message("rusts after three days")).to_have_count(0)
    stage.look("corrected, withdrawn, hidden")

    console.page.get_by_label(stage.t("console.run.chatWrite"), exact=True).fill("The kit is in the blue box.")
    console.button("console.run.chatSend").click()
    for phone in (sian, amir, mair):
        expect(phone.message("in the blue box")).to_have_count(1)
    expect(wall.page.get_by_text("in the blue box")).to_have_count(0)


def test_hands_are_called_in_order(stage):
    console, (sian, amir, mair), wall = stage.gather()
    console.next.click()
    for number, phone in enumerate((sian, amir), 1):
        phone.hand.click()
        expect(console.queue).to_have_count(number)
        expect(wall.queue).to_have_count(number)
        expect(phone.hand).to_contain_text(stage.t("bar.handPlace", count=number))
    for rows in (console.queue, wall.queue):
        expect(rows.nth(0)).to_contain_text(SIAN)
        expect(rows.nth(1)).to_contain_text(AMIR)
    stage.look("two hands are up")

    console.button("console.run.callNext").click()
    expect(wall.speaker).to_contain_text(SIAN)
    expect(wall.queue).to_have_count(1)
    for phone in (amir, mair):
        expect(phone.page.locator(".speaking-who")).to_contain_text(SIAN)
    expect(sian.page.locator(".speaking-who")).to_have_text(stage.t("speaking.you"))
    expect(amir.hand).to_contain_text(stage.t("bar.handPlace", count=1))
    stage.look("one speaks")

    sian.button("speaking.stop").click()
    expect(console.page.locator(".console-speaker")).to_have_text(stage.t("console.run.nobodySpeaks"))
    expect(wall.speaker).to_be_hidden()
    console.queue.nth(0).get_by_role("button").click()
    expect(wall.speaker).to_contain_text(AMIR)
    console.button("console.run.stopOf", name=AMIR).click()
    expect(amir.page.locator(".speaking-who")).to_have_text(stage.t("speaking.nobody"))

    mair.hand.click()
    expect(wall.queue).to_have_count(1)
    mair.hand.click()
    expect(wall.queue).to_have_count(0)
    expect(console.queue).to_have_count(0)


def test_the_agenda_moves_for_all(stage):
    console, phones, wall = stage.gather()
    titles = [row["title"] for row in sample_segments()]
    for index in range(3):
        expect(console.next).to_contain_text(titles[index])
        clicked = now()
        console.next.click()
        for shown in (console, *phones, wall):
            expect(shown.title).to_have_text(titles[index])
    stage.look("hands-on")

    left = Countdown.begun(clicked, sample_segments()[2]["timeboxSeconds"])
    left.is_shown(wall.page, wall.figure)
    console.button("console.run.more5").click()
    console.button("console.run.more1").click()
    left.plus(360).is_shown(wall.page, wall.figure)
    for phone in phones:
        left.plus(360).is_said(phone.page, phone.time, stage.t)
    console.button("console.run.less1").click()
    left.plus(300).is_shown(wall.page, wall.figure)
    console.button("console.run.back").click()
    for shown in (*phones, wall):
        expect(shown.title).to_have_text(titles[1])


def test_a_pulse_opens_when_the_talk_ends(stage):
    console, (sian, amir, mair), wall = stage.gather()
    phones = (sian, amir, mair)
    console.next.click()
    expect(console.title).to_have_text(sample_segments()[0]["title"])
    console.next.click()
    expect(wall.title).to_have_text(sample_segments()[1]["title"])
    for phone in phones:
        expect(phone.page.locator(".pulse")).to_be_hidden()
    console.next.click()
    for phone in phones:
        expect(phone.page.locator(".pulse")).to_be_visible()
    stage.look("the pulse is open")

    counts = console.page.locator(".console-pulse-counts strong")
    for phone, answer, numbers in ((sian, "got_it", "1 0 0"), (amir, "lost", "1 0 1"), (mair, "lost", "1 0 2")):
        phone.answer(answer)
        for place, number in enumerate(numbers.split()):
            expect(counts.nth(place)).to_have_text(number)
    expect(wall.ask).to_contain_text(stage.t("wall.pulseCount", count=3))
    mair.answer("nearly")
    for place, number in enumerate("1 1 1".split()):
        expect(counts.nth(place)).to_have_text(number)
    stage.look("all have answered")

    console.panel("pulse")
    stage.look("the pulse on the console")
    console.button("console.run.pulseClose").click()
    for phone in phones:
        expect(phone.page.locator(".pulse")).to_be_hidden()
    expect(wall.ask).to_be_hidden()


def sample_segments() -> list[dict]:
    """The agenda that the sample meeting brings."""
    import json

    from .server import ROOT
    return json.loads((ROOT / "Config" / "sample.json").read_text())["segments"]
