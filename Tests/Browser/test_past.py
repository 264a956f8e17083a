"""Knows what a coordinator reads of a meeting that is over: three paragraphs, what to change, charts with their tables,
and nobody's name in any of it."""

from playwright.sync_api import expect

from .keyboard import Keyboard
from .reading import words_of
from .stage import DESK, PEOPLE, POCKET
from .unsaid import unsaid

TITLE = "Micro:bit in the greenhouse"


def over(stage):
    """A meeting with an act of two of three, and its page."""
    t = stage.t
    console, (sian, amir, mair), wall = stage.gather()
    sian.write("The moisture sensor rusts after a week.")
    expect(console.messages).to_have_count(1)
    amir.hand.click()
    expect(console.queue).to_have_count(1)
    console.button("console.run.callNext").click()
    expect(wall.speaker).to_contain_text("Amir")
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(console.title).to_have_text(t("console.run.endedTitle"))
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#meetings")
    page.get_by_role("link", name=t("console.past.openOf", title=TITLE), exact=True).click()
    return page, sian


def test_a_past_meeting_says_what_its_log_says(stage):
    t = stage.t
    page, sian = over(stage)
    # So few are told of in counts.
    expect(page.get_by_role("region", name=t("figures.story"))).to_contain_text(t("figures.say.few", count=3))
    expect(page.get_by_role("region", name=t("figures.next"))).to_contain_text(t("figures.nothingNext"))
    keys = Keyboard(page)
    figure = page.get_by_role("figure", name=t("figures.plan.title"))
    expect(figure.locator("svg")).to_be_visible()
    keys.press(figure.get_by_text(t("figures.asTable"), exact=True))
    expect(figure.get_by_role("table", name=t("figures.plan.title"))).to_be_visible()
    keys.press(figure.get_by_text(t("figures.howCounted"), exact=True))
    expect(figure.get_by_text(t("figures.plan.method"), exact=True)).to_be_visible()
    keys.press(page.get_by_role("heading", name=t("figures.all"), exact=True).locator(".."))
    words = page.locator(".console-past-words")
    for key, params in (("attended", {"count": 3}), ("spoke", {"count": 1, "all": 3}), ("typedOnly", {"count": 1}),
                        ("leads", {"count": 1}), ("acted", {"count": 2, "all": 3}), ("noAct", {"count": 1}), ("turns", {"count": 1})):
        expect(words).to_contain_text(t(f"console.past.say.{key}", **params))
    row = page.get_by_role("row", name=t("console.past.sum_chat"))
    expect(row.get_by_role("cell").first).to_have_text("1")
    shown = words_of(page.locator("main"))
    for name, _, _ in PEOPLE:
        expect(page.locator("main")).not_to_contain_text(name, use_inner_text=True)
    assert unsaid(t.language, shown) == []
    for size in (POCKET, DESK):
        page.set_viewport_size(size)
        # Charts are drawn again in the width that there is.
        page.wait_for_function("(width) => [...document.querySelectorAll('.chart')].every((one) => one.firstElementChild"
                               " && Number(one.firstElementChild.getAttribute('width')) === Math.floor(one.clientWidth))",
                               arg=size["width"])
        stage.look(f"a past meeting at {size['width']}")
    sian.page.goto(f"{stage.server.url}/api/meetings/{stage.server.meeting}/figures")
    expect(sian.page.locator("body")).to_contain_text("signedOut")
