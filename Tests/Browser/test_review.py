"""Knows the evaluator's page: a series and its meetings, figures, the pack; and nobody's name in any of it, nor in what
the server answers."""

import pytest
from playwright.sync_api import expect

from Tests.EndToEnd.erasing import good

from .console import Console
from .keyboard import Keyboard
from .reading import words_of
from .server import Server
from .stage import DESK, POCKET
from .test_account import TITLE, label, plan, set_up
from .unsaid import unsaid

NAMES = ("Ffion", "Elin", "Ysgol Newydd", "ffion@example.org")
SERIES = "Circuits, 2026/27"

# All that the server tells an evaluator on these pages.
ASK = """async () => {
  const { csrf } = await (await fetch("/api/account")).json();
  const get = async (path) => (await fetch(path)).text();
  const post = async (path, body) => (await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...body, csrf }) })).text();
  const meetings = await get("/api/meetings");
  const of = `/api/meetings/${JSON.parse(meetings).meetings[0].id}`;
  return (await Promise.all([meetings, get("/api/series"), get("/api/packs"), post("/api/packs/preview", {}),
    post("/api/series/figures", {}), post("/api/series/asked", {}), get(`${of}/figures`), get(`${of}/report`), get(`${of}/plan`)])).join("\\n");
}"""


@pytest.fixture
def server(tmp_path):
    """As it is on the first day: no sample, nobody has an account."""
    with Server(tmp_path, has_sample=False) as running:
        yield running


def held(stage) -> Console:
    """A meeting that is over, with one teacher, in a series of its own."""
    console = set_up(stage)
    plan(stage, console)
    console.page.get_by_role("link", name=stage.t("console.prepare.run"), exact=True).click()
    console.open(is_its_day=False)
    elin = stage.phone("Elin", "Ysgol Newydd").join(console.links()["code"])
    elin.write("The buzzer is louder than the class.")
    expect(console.messages).to_have_count(1)
    console.button("console.run.endAsks").click()
    console.confirm("console.run.end")
    expect(console.title).to_have_text(stage.t("console.run.endedTitle"))
    made = console.page.evaluate("""async (name) => {
      const get = async (path) => (await fetch(path)).json();
      const { csrf } = await get("/api/account");
      const [{ id }] = (await get("/api/meetings")).meetings;
      const answer = await fetch("/api/series/make", { method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ name, meeting: id, csrf }) });
      return answer.json();
    }""", SERIES)
    assert [one["name"] for one in made["series"]] == [SERIES]
    return console


def evaluator(stage):
    """An evaluator on a device of their own, by the link that the operator gave them."""
    link = good("account", "add", "--data", stage.server.data, "--role", "evaluator", "gwen").split()[-1]
    page = stage.page(False)
    page.goto(link)
    label(stage, page, "console.setup.name").fill("Gwen")
    label(stage, page, "console.login.login").fill("gwen")
    label(stage, page, "console.login.password").fill("herons count their fish")
    page.get_by_role("button", name=stage.t("console.setup.go"), exact=True).click()
    expect(page.get_by_role("heading", name=stage.t("console.meetings.title"), exact=True)).to_be_visible()
    return page


def test_an_evaluator_reads_figures_and_finds_no_name(stage):
    t = stage.t
    held(stage)
    page = evaluator(stage)
    expect(page.get_by_role("navigation", name=t("meetings.places")).get_by_role("link")).to_have_text(
        [t("meetings.place"), t("review.title"), t("account.title")])
    keys = Keyboard(page)
    keys.press(page.get_by_role("link", name=t("review.title"), exact=True))
    expect(page.get_by_label(t("review.series"), exact=True).locator("option:checked")).to_have_text(SERIES)
    table = page.get_by_role("table", name=t("review.table.title"))
    row = table.get_by_role("row", name=TITLE)
    expect(row.get_by_role("cell").nth(1)).to_contain_text("1")
    expect(row).to_contain_text(t("review.table.first"))
    pack = page.get_by_role("region", name=t("review.pack.title"))
    expect(pack.get_by_text("people.csv", exact=True)).to_be_visible()
    expect(pack.get_by_text("content.csv", exact=True)).to_have_count(0)
    for chosen, people in (("counts", 0), ("words", 1)):
        pack.get_by_label(t(f"review.pack.depth.{chosen}"), exact=True).check()
        expect(pack.get_by_text("people.csv", exact=True)).to_have_count(people)
        expect(pack.get_by_text("content.csv", exact=True)).to_have_count(people)
    with page.expect_download() as download:
        keys.press(pack.get_by_role("button", name=t("review.pack.build"), exact=True))
    assert download.value.suggested_filename.endswith(".zip")
    expect(pack.get_by_role("button", name=t("review.pack.get"))).to_have_count(1)
    for size in (DESK, POCKET):
        page.set_viewport_size(size)
        stage.look(f"the evaluator's page at {size['width']}")
    page.set_viewport_size(DESK)
    shown = words_of(page.locator("main"))
    keys.press(table.get_by_role("link", name=TITLE, exact=True))
    figure = page.get_by_role("figure", name=t("figures.plan.title"))
    expect(figure.locator("svg")).to_be_visible()
    shown += words_of(page.locator("main"))
    told = page.evaluate(ASK)
    assert '"attended":1' in told
    for name in NAMES:
        assert name not in shown
        assert name not in told
    assert unsaid(t.language, shown) == []
