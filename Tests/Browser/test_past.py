"""Knows what a coordinator reads of a meeting that is over: sentences first, and nobody's name in them."""

from playwright.sync_api import expect

from .stage import PEOPLE


def test_a_past_meeting_says_what_its_log_says(stage):
    t = stage.t
    console, (sian, amir, mair), wall = stage.gather()
    sian.write("The moisture sensor rusts after a week.")
    expect(console.messages).to_have_count(1)
    amir.hand.click()
    expect(console.queue).to_have_count(1)
    console.button("console.run.callNext").click()
    expect(wall.speaker).to_contain_text("Amir")
    console.button("console.run.end").click()
    console.confirm("console.run.end")
    expect(console.title).to_have_text(t("console.run.endedTitle"))
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#meetings")
    page.get_by_role("link", name=t("console.past.openOf", title="Micro:bit in the greenhouse"), exact=True).click()
    words = page.locator(".console-past-words")
    for key, params in (("attended", {"count": 4}), ("spoke", {"count": 1, "all": 4}), ("typedOnly", {"count": 1}),
                        ("noAct", {"count": 2}), ("turns", {"count": 1})):
        expect(words).to_contain_text(t(f"console.past.say.{key}", **params))
    page.get_by_role("heading", name=t("console.past.figures"), exact=True).click()
    row = page.get_by_role("row", name=t("console.past.sum_chat"))
    expect(row.get_by_role("cell").first).to_have_text("1")
    for name, _, _ in PEOPLE:
        assert name not in page.locator("main").inner_text()
    stage.look("a past meeting")
    sian.page.goto(f"{stage.server.url}/api/meetings/{stage.server.meeting}/report")
    expect(sian.page.locator("body")).to_contain_text("signedOut")
