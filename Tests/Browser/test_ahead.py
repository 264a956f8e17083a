"""Knows how one meeting leads to the next: what is to be different goes into its agenda by keyboard, and before it those
who lead read who is new."""

from playwright.sync_api import expect

from .dates import ordinary
from .keyboard import Keyboard
from .preparing import SAMPLE, field
from .stage import DESK, POCKET

EACH = 5


def test_a_proposal_goes_into_the_next_agenda_and_newcomers_are_told_of(stage, crowd):
    t = stage.t
    console = stage.coordinator().open()
    page = console.page
    # Those in the room write, and nobody on the call does.
    for index in range(EACH):
        crowd.join(f"Room {index}", f"Ysgol {index}", "room_device").do({"postMessage": {"text": "Prynhawn da"}})
        crowd.join(f"Call {index}", f"Ysgol {index}", "remote")
    expect(page.locator(".console-person")).to_have_count(2 * EACH + 1)
    console.step()
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(console.title).to_have_text(t("console.run.endedTitle"))
    past = f"{stage.server.url}/coordinator.html#past={stage.server.meeting}"
    page.goto(past)
    proposals = page.get_by_role("region", name=t("figures.next"))
    expect(proposals.get_by_text(t("figures.next.callFirst"), exact=True)).to_be_visible()
    expect(proposals).to_contain_text(t("carry.none"))
    stage.look("proposals and no next meeting")

    # It leads to the next one, a copy of this one.
    keys = Keyboard(page)
    keys.press(proposals.get_by_role("link", name=t("carry.plan"), exact=True))
    expect(field(console, "console.new.name")).to_have_value(SAMPLE["title"])
    field(console, "console.new.name").fill("Soil again")
    field(console, "console.new.date").fill(ordinary().isoformat())
    console.button("console.new.go").click()
    expect(page.get_by_role("heading", name="Soil again", exact=True)).to_be_visible()
    meeting = page.url.split("#prepare=")[1]
    # Nobody is new, and nothing is said of that.
    expect(page.get_by_role("heading", name=t("newcomers.title"), exact=True)).to_be_hidden()
    page.goto(past)
    text = t("figures.next.callFirst")
    keys.press(proposals.get_by_role("button", name=t("carry.goOf", text=text), exact=True))
    noted = proposals.get_by_role("link", name="Soil again").first
    expect(noted).to_be_focused()
    expect(proposals.get_by_role("button", name=t("carry.goOf", text=text), exact=True)).to_be_hidden()
    stage.look("a proposal is in the next agenda")
    # Once: also when the page is loaded again.
    page.reload()
    expect(noted).to_be_visible()
    expect(proposals.get_by_role("button", name=t("carry.goOf", text=text), exact=True)).to_be_hidden()

    # Somebody waits for the next one whom nobody knows.
    code = page.evaluate("async (id) => (await (await fetch('/api/meetings')).json()).meetings.find((one) => one.id === id).code",
                         meeting)
    elin = stage.phone("Elin", "Ysgol Newydd").knock(code)
    elin.shows("gone.early.title")
    elin.fill("room_device")
    elin.button("join.ready").click()
    expect(elin.page.get_by_role("heading", name=t("gone.ready.title", name="Elin"))).to_be_visible()
    keys.press(noted)
    new = page.get_by_role("region", name=t("newcomers.title"))
    expect(new).to_contain_text("Elin")
    expect(new).to_contain_text(t("newcomers.first"))
    expect(new).to_contain_text(t("newcomers.wantsUnknown"))
    own = page.locator(".console-segment .plan-own", has_text=text)
    expect(own).to_be_visible()
    for size in (POCKET, DESK):
        page.set_viewport_size(size)
        stage.look(f"before the next meeting at {size['width']}")

    # It is taken out where it is prepared.
    row = page.locator(".console-segment", has_text=text)
    row.get_by_role("button").first.click()
    form = page.get_by_role("form", name=t("console.prepare.editTitle"), exact=True)
    expect(field(console, "plan.leadNote", form)).to_have_value(text)
    field(console, "plan.leadNote", form).fill("")
    console.button("plan.done", form).click()
    expect(own).to_have_count(0)
    page.goto(past)
    expect(proposals.get_by_role("button", name=t("carry.goOf", text=text), exact=True)).to_be_visible()

    # Who looked is written down, once for each time that somebody was named.
    page.goto(f"{stage.server.url}/coordinator.html#ledger")
    expect(page.get_by_role("cell", name=t("ledger.look.ahead"), exact=True)).to_have_count(1)
