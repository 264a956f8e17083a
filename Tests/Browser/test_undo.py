"""Knows how a step that everybody feels is taken back within its ten seconds, by the button and by its key, and how
somebody puts back what they took back."""

from playwright.sync_api import expect

from .test_together import sample_segments

AT_ONCE_MILLISECONDS = 2_000


def test_a_step_too_far_is_taken_back(stage):
    console, (sian, *_), wall = stage.gather()
    first, second = (row["title"] for row in sample_segments()[:2])
    line = console.page.locator(".undo")
    console.next.click()
    expect(wall.title).to_have_text(first)
    console.next.click()
    expect(wall.title).to_have_text(second)
    expect(line).to_contain_text(stage.t("undo.stepped"))
    console.button("undo.act", line).click()
    for shown in (sian, wall):
        expect(shown.title).to_have_text(first)
    expect(line).to_have_count(0)

    console.next.click()
    expect(wall.title).to_have_text(second)
    expect(line).to_be_visible()
    console.page.keyboard.press("z")
    expect(wall.title).to_have_text(first)
    # What was undone is not offered twice, and the key does nothing more.
    console.page.keyboard.press("z")
    expect(console.next).to_contain_text(second)
    # Looking takes longer than the offer stands on a slow machine, so nothing is taken back afterwards.
    console.next.click()
    expect(line).to_be_visible()
    stage.look("a step can be taken back")


def test_what_was_before_the_end_is_offered_no_more(stage):
    console, *_ = stage.gather()
    line = console.page.locator(".undo")
    console.next.click()
    expect(line).to_be_visible()
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(console.button("console.run.reopen")).to_be_visible()
    # Hardly waited for: by itself it goes after ten seconds.
    expect(line).to_have_count(0, timeout=AT_ONCE_MILLISECONDS)


def test_words_that_were_taken_back_are_put_back(stage):
    console, (sian, amir, *_), _ = stage.gather()
    console.next.click()
    amir.tab("chat")
    amir.write("Two of the sensors are missing")
    sian.tab("chat")
    expect(sian.message("Two of the sensors")).to_have_count(1)
    amir.button("chat.withdraw", amir.open_menu("Two of the sensors")).click()
    expect(sian.message("Two of the sensors")).to_have_count(0)
    line = amir.page.locator(".undo")
    expect(line).to_contain_text(stage.t("undo.withdrawn"))
    amir.button("undo.act", line).click()
    expect(sian.message("Two of the sensors")).to_have_count(1)
    expect(amir.message("Two of the sensors")).to_have_count(1)
    expect(line).to_have_count(0)
    amir.button("chat.withdraw", amir.open_menu("Two of the sensors")).click()
    expect(line).to_be_visible()
    stage.look("words can be put back")
