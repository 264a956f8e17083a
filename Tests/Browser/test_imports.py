"""Knows how a coordinator brings in a report of the call: what it says, who is who, confirmed and taken back; by keyboard."""

from pathlib import Path

from playwright.sync_api import expect

from .keyboard import Keyboard

REPORTS = Path(__file__).resolve().parents[1] / "Data" / "imports"

# The next report is brought in, and the answer is lost on the way.
LOSE_ONE = """() => {
  const whole = globalThis.fetch;
  globalThis.fetch = async (path, init) => {
    const answer = await whole(path, init);
    if (path !== "/api/import/bring") return answer;
    globalThis.fetch = whole;
    throw new TypeError("lost");
  };
}"""


def test_a_report_is_looked_at_brought_in_and_taken_back(stage):
    t = stage.t
    console, _, _ = stage.gather()
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(console.title).to_have_text(t("console.run.endedTitle"))
    page = console.page
    page.goto(f"{stage.server.url}/coordinator.html#past={stage.server.meeting}")
    part = page.locator(".console-imports")
    keys = Keyboard(page)
    # Without a network that is said, and it can be tried again.
    expect(page.locator(".debrief h1")).to_be_visible()
    stage.complaints.is_network_cut = True
    page.context.set_offline(True)
    keys.press(part.locator("summary"))
    expect(part.get_by_role("alert")).to_have_text(t("console.unreachable"))
    page.context.set_offline(False)
    keys.press(part.get_by_role("button", name=t("console.tryAgain"), exact=True))
    look = part.get_by_role("button", name=t("imports.look"), exact=True)
    expect(look).to_be_visible()
    file = part.get_by_label(t("imports.file"), exact=True)
    day = part.get_by_label(t("imports.day"), exact=True)
    # Day and month may be either way round: nothing is guessed.
    day.fill("")
    file.set_input_files(REPORTS / "t03_ambiguous.csv")
    keys.press(look)
    expect(part.get_by_role("alert")).to_have_text(t("imports.problem.ambiguousDate", line=4))
    day.fill("2026-04-03")
    keys.press(look)
    expect(part.get_by_role("heading", name=t("imports.kind.teams_attendance"))).to_be_focused()
    rows = part.locator("tbody tr")
    expect(rows).to_have_count(5)
    expect(rows.nth(1)).to_contain_text(t("imports.conflict"))
    who = rows.nth(0).get_by_role("combobox", name=t("imports.whoIs", name="Gwen Evans"))
    expect(who.locator("option:checked")).to_have_text(t("imports.new"))
    expect(part.get_by_text(t("imports.warning.room", line=15))).to_be_visible()
    who.select_option(label=t("imports.out"))
    stage.look("a report of a call before it is brought in")
    # What is brought in is what was looked at: another file takes the look away.
    file.set_input_files(REPORTS / "t06_utf8_comma.csv")
    expect(rows).to_have_count(0)
    file.set_input_files(REPORTS / "t03_ambiguous.csv")
    keys.press(look)
    expect(rows).to_have_count(5)
    # Without an answer nobody knows whether it came in: the look goes, and what did come in is asked again.
    bring = part.get_by_role("button", name=t("imports.bring"), exact=True)
    brought = part.locator(".console-import-list li")
    page.evaluate(LOSE_ONE)
    who.select_option(label=t("imports.out"))
    keys.press(bring)
    expect(part.get_by_role("alert")).to_have_text(t("console.unreachable"))
    expect(rows).to_have_count(0)
    expect(file).to_be_focused()
    expect(brought).to_have_count(1)
    keys.press(brought.get_by_role("button", name=t("imports.undo"), exact=True))
    expect(brought).to_contain_text(t("imports.undone"))

    keys.press(look)
    expect(rows).to_have_count(5)
    who.select_option(label=t("imports.out"))
    keys.press(bring)
    brought = brought.nth(1)
    expect(brought).to_contain_text(t("imports.count.callers", count=4))
    expect(rows).to_have_count(0)
    keys.press(brought.get_by_role("button", name=t("imports.undo"), exact=True))
    expect(brought).to_contain_text(t("imports.undone"))
