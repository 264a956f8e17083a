"""Knows that dark, text twice as large, and no motion leave every page whole: axe, no cut text, nothing sideways."""

import pytest
from playwright.sync_api import expect

from .console import Console
from .reading import is_first
from .stage import PEOPLE, Stage
from .wall import Wall

# What moves or fades longer than an eye can see although the device asks for no motion.
MOVING = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  const seconds = (text) => Math.max(...text.split(',').map(parseFloat));
  return seconds(style.transitionDuration) > 0.01
    || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
}).map((one) => `${one.tagName}.${one.className}`)"""
LUMINANCE = """() => {
  const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}"""
USUAL_PIXELS = 16


class LargeText(Stage):
    """A stage on which everybody has set the text of their browser to twice its size."""

    def watch(self, page):
        sizes = {"standard": 2 * USUAL_PIXELS, "fixed": 2 * USUAL_PIXELS}
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
        return super().watch(page)


class Dark(Stage):
    """A stage on which every device is dark."""

    def context(self, is_phone: bool, **more):
        return super().context(is_phone, **more, color_scheme="dark")


@pytest.fixture(params=[Dark, LargeText])
def stage(browser, server, language, request):
    stage = request.param(browser, server, language)
    yield stage
    stage.end()


def test_every_page_is_whole(stage):
    console = stage.coordinator().open()
    wall = Wall(stage.page(False)).enter(console.links()["wall"])
    door = stage.phone("Elin", "Ysgol Newydd").knock(stage.server.code)
    expect(door.button("join.go")).to_be_visible()
    stage.look("before anybody is in")
    door.fill().come_in()
    door.is_in()
    amir = stage.phone(*PEOPLE[1][:2]).join(stage.server.code)
    amir.write("How long does a moisture sensor last in a greenhouse?")
    amir.hand.click()
    expect(console.queue).to_have_count(1)
    for _ in range(3):
        console.step()
    expect(door.page.locator(".pulse")).to_be_visible()
    stage.look("the pulse and a hand")
    for tab in ("chat", "more"):
        for phone in stage.phones:
            phone.tab(tab)
        stage.look(tab)
    amir.button("leave.open").click()
    console.bar("console.run.options")
    stage.look("dialogs")
    console.button("console.close", console.page.get_by_role("dialog")).click()
    prepare(console)
    stage.look("prepare")
    if isinstance(stage, Dark):
        for page in stage.pages:
            assert page.evaluate(LUMINANCE) < 0.2, page.url
            assert page.evaluate(MOVING) == [], page.url
    if isinstance(stage, LargeText):
        for page in stage.pages:
            # A wall is looked at from afar: its text goes with the width of the screen.
            if page is not wall.page:
                assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 32, page.url
    expect(wall.title).to_be_visible()


def prepare(console: Console) -> None:
    """The agenda is edited over the page that runs the meeting."""
    agenda = console.button("console.run.tabAgenda", console.page.locator(".console-views"))
    if not is_first(console.button("console.run.prepare"), agenda):
        agenda.click()
    console.edit_agenda()
