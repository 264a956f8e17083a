"""The wall says what to do: who speaks, where to sit, a message to all, what a quick question came to, what came back
from groups; by itself, in the sizes that are read from afar."""

import pytest
from playwright.sync_api import Page, expect

from .lead import Lead
from .reading import drawn, lasting
from .wall import Wall

HALL = {"width": 1920, "height": 1080}
SIZES = (HALL, {"width": 1366, "height": 768}, {"width": 1080, "height": 1920})
# Of a screen of 1920: what is read from eight metres.
LEAST_PIXELS = 30
NAMES_ON_PAGE, MOST_BROUGHT = 64, 56
LONG = "https://example.org/" + "a" * 60

# Every text on the wall that is not for those who set it up, and its size.
SMALL = """(least) => [...document.querySelectorAll('#main *')].filter((one) => {
  if (!one.checkVisibility({visibilityProperty: true}) || one.closest('.visually-hidden, svg, .wall-rehearsal')) return false;
  return [...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim())
    && parseFloat(getComputedStyle(one).fontSize) < least - 0.1;
}).map((one) => `${one.className} ${getComputedStyle(one).fontSize}: ${one.textContent.slice(0, 40)}`)"""

# Texts that stand on each other.
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll('#main *')].filter((one) =>
    one.checkVisibility({visibilityProperty: true}) && !one.closest('.visually-hidden, svg')
    && [...one.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()));
  // As much of a text as is seen: what is cut with dots ends at the box that cuts it.
  const seen = (one) => {
    let { left, right, top, bottom } = one.getBoundingClientRect();
    for (let box = one.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === 'visible') continue;
      const edge = box.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, right, top, bottom, height: bottom - top };
  };
  const found = [];
  texts.forEach((one, index) => texts.slice(index + 1).forEach((other) => {
    if (one.contains(other) || other.contains(one)) return;
    const [a, b] = [seen(one), seen(other)];
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    // Lines of two sizes share a little of the space between them.
    if (across > 2 && down > Math.min(a.height, b.height) / 3) {
      found.push(`${one.className} “${one.textContent.slice(0, 30)}” on ${other.className} “${other.textContent.slice(0, 30)}”`);
    }
  }));
  return found;
}"""


@pytest.fixture
def lead(stage):
    """Leads without a page."""
    made = Lead(stage.server)
    stage.leads.append(made)
    return made


def open_wall(stage, lead) -> Wall:
    link = next(one["links"]["wall"] for one in lead.client.welcomes if one.get("links"))
    return Wall(stage.page(False, viewport=HALL)).enter(link)


def look(stage, page: Page, state: str) -> None:
    """In every size nothing is small, covered or cut."""
    for size in SIZES:
        page.set_viewport_size(size)
        drawn(page)
        if size is HALL:
            assert lasting(page, lambda: page.evaluate(SMALL, LEAST_PIXELS)) == []
        assert lasting(page, lambda: page.evaluate(OVERLAPS)) == []
        stage.look(f"{state} at {size['width']}x{size['height']}")
    page.set_viewport_size(HALL)


def mode(wall: Wall):
    return wall.page.locator(".wall-screen")


def test_the_wall_says_what_to_do(stage, crowd, lead):
    t = stage.t
    wall = open_wall(stage, lead)
    people = [crowd.join(name, f"Ysgol {index}") for index, name in enumerate(("Gwen", "Dafydd", "Huw"))]
    talk = lead.open_part("talk")
    title = wall.title
    expect(title).to_have_text(talk["title"])
    expect(wall.page.locator(".wall-note")).to_have_text(talk["note"])
    # What to do is the largest of all there is to read.
    sizes = wall.page.evaluate("""() => [...document.querySelectorAll('#main *')]
      .filter((one) => one.checkVisibility() && [...one.childNodes].some((child) => child.nodeType === 3))
      .map((one) => [parseFloat(getComputedStyle(one).fontSize), one.className])""")
    assert max(sizes)[1] == "wall-title"
    lead.do({"editSegment": {"segment": talk["id"], "plan": {
        "kind": "talk", "title": talk["title"], "timeboxSeconds": 600, "note": talk["note"], "speaker": "Gwen",
        "leadNote": "only for those who lead"}}})
    expect(wall.page.locator(".wall-kicker")).to_have_text(t("wall.kindWith", kind=t("kind.talk"), name="Gwen"))
    expect(wall.page.locator("body")).not_to_contain_text("only for those who lead")
    for one in people:
        one.do({"raiseHand": {}})
    expect(wall.queue).to_have_text(["Gwen", "Dafydd", "Huw"])
    lead.do({"callOn": {"person": people[0].person}})
    expect(wall.speaker).to_contain_text("Gwen")
    expect(wall.queue).to_have_text(["Dafydd", "Huw"])
    look(stage, wall.page, "a talk")

    # The quick question: how many, then what.
    lead.do({"openNext": {}})
    expect(wall.ask).to_contain_text(t("wall.pulse"))
    pulse = lead.room["pulses"][-1]["id"]
    for one, answer in zip(people, ("lost", "nearly", "lost")):
        one.do({"answerPulse": {"pulse": pulse, "answer": answer}})
    expect(wall.ask).to_contain_text(t("wall.pulseCount", count=3))
    expect(wall.page.locator(".wall-bars")).to_be_hidden()
    look(stage, wall.page, "a quick question")
    lead.do({"closePulse": {"pulse": pulse}})
    expect(mode(wall)).to_have_attribute("data-mode", "result")
    expect(wall.page.locator(".wall-many")).to_have_text(["0", "1", "2"])
    look(stage, wall.page, "a result")


def test_groups_a_message_and_what_came_back(stage, crowd, lead):
    t = stage.t
    wall = open_wall(stage, lead)
    names = [f"{name} {letter}" for letter in "ABCD" for name in ("Gwen", "Dafydd", "Huw")]
    for name in names:
        crowd.join(name, "Ysgol y Bryn", "room_device")
    crowd.join("gwen a", "Ysgol Glan Môr", "room_device")
    lead.open_part("hands-on")
    lead.form(*({"members": names[index:index + 3], "table": index // 3 + 7} for index in range(0, 9, 3)),
              {"members": [*names[9:], "gwen a"], "table": 10}, task="Build a pot that says when it is thirsty.")
    expect(wall.title).to_have_text(t("wall.findTable"))
    # Two of one name find their table by their school; nobody else needs it.
    expect(wall.page.locator(".wall-names li").filter(has_text="Ysgol")).to_have_text(
        ["Gwen A Ysgol y Bryn", "gwen a Ysgol Glan Môr"])
    expect(wall.page.locator(".wall-number")).to_have_text(["7", "8", "9", "10"])
    expect(wall.page.locator(".wall-card").first).to_contain_text("Gwen A")
    expect(wall.page.locator(".wall-then")).to_have_text("Build a pot that says when it is thirsty.")
    look(stage, wall.page, "groups by table")

    lead.do({"announce": {"text": f"Two minutes left. {LONG}"}})
    expect(mode(wall)).to_have_attribute("data-mode", "message")
    expect(wall.title).to_contain_text("Two minutes left.")
    look(stage, wall.page, "a message to all")

    for index, name in enumerate(names[:3]):
        crowd.guests[name].do({"writeCard": {"text": f"Report {index}: {LONG}", "isReport": True}})
    crowd.guests[names[0]].do({"writeCard": {"text": "a note for ourselves", "isReport": False}})
    lead.do({"openNext": {}})
    expect(mode(wall)).to_have_attribute("data-mode", "harvest")
    expect(wall.page.locator(".wall-report")).to_have_count(3)
    expect(wall.page.locator("body")).not_to_contain_text("a note for ourselves")
    look(stage, wall.page, "what came back")


def test_many_people_find_their_place_by_name(stage, crowd, lead):
    t = stage.t
    wall = open_wall(stage, lead)
    # Two of one name, and one that is an address.
    names = [f"Name {index:02}" for index in range(NAMES_ON_PAGE - 2)] + ["Siân", "Siân", LONG[:58]]
    for index, name in enumerate(names):
        # One lead brings in sixty at once.
        lead.bring(name) if index < MOST_BROUGHT else crowd.join(name, f"Ysgol {index}", "room_device")
    ids = {id: person for id, person in lead.room["people"].items() if person["role"] == "participant"}
    lead.open_part("hands-on")
    seats = [list(ids)[index:index + 5] for index in range(0, len(ids), 5)]
    draw = {"choice": "mix", "seed": 1, "iterations": 0, "engine": "", "points": 0, "isEdited": False}
    lead.do({"formGroups": {"plan": {"draw": draw, "groups": [
        {"members": members, "table": index + 1, "roles": {}, "texts": {}} for index, members in enumerate(seats)]}}})
    rows = wall.page.locator(".wall-index li")
    expect(rows.first).to_be_visible()
    page = wall.page.locator(".wall-page:visible")
    expect(page).to_have_text(t("wall.page", page=1, pages=2, seconds=12))
    expect(rows).to_have_count(NAMES_ON_PAGE)
    look(stage, wall.page, "an index of names")
    # Pages turn by themselves.
    expect(page).to_have_text(t("wall.page", page=2, pages=2, seconds=12))
    expect(rows).to_have_count(len(names) - NAMES_ON_PAGE)


def test_the_wall_has_a_dark_switch_of_its_own(stage, lead):
    wall = open_wall(stage, lead)
    root = wall.page.locator("html")
    expect(root).to_have_attribute("data-scheme", "light")
    wall.page.locator("#scheme").click()
    expect(root).to_have_attribute("data-scheme", "dark")
    stage.look("a dark wall")
    wall.page.reload()
    expect(root).to_have_attribute("data-scheme", "dark")
