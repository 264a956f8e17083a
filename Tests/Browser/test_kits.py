"""Knows kits: how far people are is on the other screens, who is stuck is helped by who got there, photos are shrunk."""

import re

from playwright.sync_api import Locator, expect

from .checks import barriers
from .lead import Lead
from .stage import PEOPLE

SIAN, AMIR, MAIR = (name for name, _, _ in PEOPLE)
STEPS = ["Clip the sensor to pin 0 and 3V", "Show the number when you press A", "Choose what number means dry"]
ITEM = {"kind": "hands-on", "title": "Make a plant call for water", "timeboxSeconds": 1500,
        "bench": {"kit": "Plant sensor", "steps": [{"text": text} for text in STEPS]}}

# A picture of noise, which nothing makes small but drawing it anew; chosen as a finger would.
NOISE = """async (input) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 2400 });
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(3200, 2400);
  const words = new Uint32Array(image.data.buffer);
  for (let at = 0; at < words.length; at += 1) words[at] = (Math.random() * 0xffffffff) | 0xff000000;
  pen.putImageData(image, 0, 0);
  const blob = await new Promise((made) => canvas.toBlob(made, 'image/png'));
  const chosen = new DataTransfer();
  chosen.items.add(new File([blob], 'IMG_1.PNG', { type: 'image/png' }));
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
  return blob.size;
}"""
LARGE_BYTES = 20_000_000
BLOB = re.compile("^blob:")


def prepare(stage):
    """The console and three phones, and a wall, at an item with kits."""
    console, phones, wall = stage.gather()
    cookie = "; ".join(f"{one['name']}={one['value']}" for one in console.page.context.cookies())
    # The console's coordinator on a second device.
    lead = Lead(stage.server, cookie)
    stage.leads.append(lead)
    lead.do({"addSegment": {"plan": ITEM, "index": 0}})
    segment = next(one for one in lead.room["agenda"] if one["title"] == ITEM["title"])
    lead.do({"openSegment": {"segment": segment["id"]}})
    for shown in (console, *phones, wall):
        expect(shown.title).to_have_text(ITEM["title"])
    return console, phones, wall


def state(phone, name: str) -> Locator:
    return phone.page.locator(f".bench-state[data-state={name}]")


def tap(phone, name: str) -> None:
    state(phone, name).click()
    expect(state(phone, name)).to_have_attribute("aria-pressed", "true")


def test_kits_from_the_box_to_help(stage):
    console, (sian, amir, mair), wall = prepare(stage)
    t = stage.t
    expect(wall.page.locator(".wall-steps .is-now")).to_contain_text(STEPS[0])
    tap(amir, "in_box")
    tap(mair, "working")
    for phone in (sian, amir):
        expect(phone.page.locator(".bench-working")).to_have_text(t("bench.haveWorking", n=1, all=3))
    stage.look("kits are on the tables")
    # On with the next step: one tap, and the keyboard does the same.
    mair.button("bench.goOn", n=2).click()
    expect(mair.page.locator(".bench-step.is-here")).to_contain_text(STEPS[1])
    expect(state(mair, "building")).to_have_attribute("aria-pressed", "true")
    state(mair, "working").focus()
    mair.page.keyboard.press("Enter")
    expect(state(mair, "working")).to_have_attribute("aria-pressed", "true")

    console.page.keyboard.press("3")
    table = console.page.locator(".bench-table tbody tr")
    expect(table).to_have_count(3)
    expect(table.nth(0).locator("td").nth(0)).to_have_text("1")
    expect(table.nth(1).locator("td").nth(3)).to_have_text("1")
    expect(console.page.locator(".bench-board")).to_contain_text(t("benchBoard.known", n=2, all=3))
    expect(console.page.locator(".bench-board")).not_to_contain_text(AMIR)

    sian.button("bench.stuck").click()
    call = console.page.locator(".bench-call")
    expect(call).to_contain_text(SIAN)
    expect(call).to_contain_text(t("benchBoard.peer", name=MAIR))
    expect(sian.page.locator(".bench-coming")).to_contain_text(MAIR)
    sian.page.get_by_label(t("bench.note"), exact=True).fill("The light stays dark")
    sian.button("bench.noteSave").click()
    expect(call).to_contain_text("The light stays dark")
    asked = mair.page.locator(".bench-asker")
    expect(asked).to_contain_text(SIAN)
    expect(asked).to_contain_text("The light stays dark")
    for other in (amir.page, wall.page):
        expect(other.get_by_text("The light stays dark")).to_have_count(0)
        expect(other.get_by_text(t("bench.news", name=SIAN))).to_have_count(0)
    stage.look("somebody is stuck")
    mair.button("bench.weDidIt").click()
    expect(asked).to_have_count(0)
    expect(call).to_have_count(0)
    expect(console.page.locator(".bench-board")).to_contain_text(t("benchBoard.helps", count=1))
    expect(state(sian, "building")).to_have_attribute("aria-pressed", "true")

    # How the kit was, in the student's hat.
    mair.page.locator(".bench-review > summary").click()
    mair.page.get_by_label(t("bench.hat.student"), exact=True).check()
    for name, number in (("fiddly", 4), ("frustrating", 2)):
        mair.page.locator(f"[name=bench-{name}][value='{number}']").check()
    mair.page.get_by_label(t("bench.adapt"), exact=True).fill("Longer wires")
    mair.button("bench.reviewSave").click()
    expect(console.page.locator(".bench-adaptions")).to_contain_text("Longer wires")
    expect(console.page.locator(".bench-adaptions")).to_contain_text(t("bench.hat.student"))
    stage.look("what is said of the kit")


def test_a_large_photo_is_shrunk_and_shown_when_its_author_says_so(stage):
    console, (sian, amir, _), _ = prepare(stage)
    sent: list[int] = []
    sian.page.on("request", lambda one: sent.append(len(one.post_data_buffer or b""))
                 if one.method == "POST" and "/api/file" in one.url else None)
    assert sian.page.locator("#bench-photo").evaluate(NOISE) > LARGE_BYTES
    mine = sian.page.locator(".bench-picture")
    expect(mine).to_have_count(1)
    expect(mine.locator("img")).to_have_js_property("complete", True)
    assert mine.locator("img").evaluate("(one) => one.decode().then(() => one.naturalWidth)") <= 1600
    expect(amir.page.locator(".bench-picture")).to_have_count(0)
    mine.get_by_label(stage.t("bench.photoShow")).check()
    amir.page.get_by_text(stage.t("bench.photosOfOthers", count=1)).click()
    expect(amir.page.locator(".bench-picture img")).to_have_attribute("src", BLOB)
    # In letters a third more, and what belongs to a request.
    assert 0 < sum(sent) < 153_600 * 4 / 3 + 5_000
    console.page.keyboard.press("3")
    expect(console.page.locator(".bench-board-photos img")).to_have_attribute("src", BLOB)
    assert barriers(amir.page) == []
    # What is no picture is said to be none, and nothing is sent.
    count = len(sent)
    sian.page.locator("#bench-photo").set_input_files(
        {"name": "kit.jpg", "mimeType": "image/jpeg", "buffer": b"<svg onload=alert(1)>"})
    expect(sian.page.get_by_role("alert").filter(has_text=stage.t("bench.photoNone"))).to_be_visible()
    assert len(sent) == count
    mine.get_by_role("button", name=stage.t("bench.photoRemove")).click()
    for page in (amir.page, console.page):
        expect(page.locator("img.kit-picture")).to_have_count(0)
