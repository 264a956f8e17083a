"""Questions that were asked at several meetings, side by side on the page of figures: drawn, and as a table; what everybody
saw, and nothing that somebody kept."""

import json

from playwright.sync_api import expect

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import device

from .server import ROOT
from .stage import DESK, POCKET

DECK = {one["key"]: one for one in json.loads((ROOT / "Config" / "prompts" / "check-out.json").read_text())["prompts"]}
WORTH, WORD = DECK["check-out.worth-it"], DECK["check-out.one-word"]
OWN = {"kind": "scale", "text": "Will you show it to a colleague?", "choices": ["no", "yes"], "circle": "named", "key": "own.d1"}
PRIVATE = {"kind": "scale", "text": "How tired are you?", "choices": ["not", "very"], "circle": "only_me", "key": "own.d2"}


def plan_of(prompt: dict, language: str) -> dict:
    """A prompt of the program, as a page asks it in a language."""
    return {"kind": prompt["kind"], "circle": prompt["circle"], "key": prompt["key"], "text": prompt["text"][language],
            "choices": [one[language] for one in prompt.get("choices", [])]}


def held(crowd, planner: Planner, title: str, prompts: list[dict], answers: list[list[dict]]) -> None:
    """A meeting at which all that was asked; each person gives one answer to each prompt."""
    server = crowd.server

    async def play() -> None:
        options = {"lobby": False, "leastHeardFirst": False, "pulseAfterTalk": False, "chat": True}
        made = planner.create({"title": title, "zone": "Europe/London", "options": options, "segments": [
            {"kind": "reflection", "title": "Looking back", "timeboxSeconds": 600, "prompts": prompts}]})
        lead = await Client(server.port, made["id"], planner.cookie, role="coordinator").connect()
        await lead.do({"openMeeting": {}})
        people = [await device(server, server.join(f"Elin {index}", code=made["code"])).connect() for index in range(len(answers))]
        for place, asked in enumerate(lead.welcomes[-1]["room"]["prompts"]):
            await lead.do({"openPrompt": {"prompt": asked["id"]}})
            for one, given in zip(people, answers, strict=True):
                answer = {"texts": [], "numbers": []} | given[place]
                await one.do({"saveResponse": {"prompt": asked["id"], "answer": answer, "narrowing": None, "isHandedIn": True}})
            await lead.do({"revealPrompt": {"prompt": asked["id"]}})
        await lead.do({"endMeeting": {}})
        for one in (lead, *people):
            await one.leave()

    crowd.run(play())


def test_what_was_asked_twice_stands_side_by_side(stage, crowd):
    t = stage.t
    planner = Planner(stage.server)
    numbers = ((5, 5, 4, 2), (4, 4, 4, 5))
    for place, language in enumerate(("en", "cy")):
        own = OWN if place == 0 else OWN | {"text": "Will you show it to two colleagues?"}
        held(crowd, planner, f"Meeting {place + 1}", [plan_of(WORTH, language), plan_of(WORD, language), own, PRIVATE],
             [[{"numbers": [one]}, {"texts": ["tired" if one > 4 else "curious"]}, {"numbers": [one]}, {"numbers": [1]}]
              for one in numbers[place]])
    page = stage.page(False)
    name, value = planner.cookie.split("=", 1)
    page.context.add_cookies([{"name": name, "value": value, "url": stage.server.url}])
    page.goto(f"{stage.server.url}/review.html")
    part = page.get_by_role("region", name=t("review.asked.title"))
    # In either language it is one question, in the words of whoever reads.
    figure = part.get_by_role("figure", name=WORTH["text"][t.language])
    expect(figure.locator("svg")).to_be_visible()
    figure.get_by_text(t("figures.asTable"), exact=True).click()
    rows = figure.get_by_role("row")
    expect(rows.nth(1).get_by_role("cell")).to_have_text(["4", "0", "1", "0", "1", "2", "4.0"])
    expect(rows.nth(2).get_by_role("cell")).to_have_text(["4", "0", "0", "0", "3", "1", "4.3"])
    expect(part).to_contain_text(t("review.asked.words", n=4, words="curious 2 · tired 2"))
    expect(part).to_contain_text(t("review.asked.words", n=4, words="curious 3 · tired 1"))
    # Other words are another question, and it is said; of what people kept only that they did.
    for text in (OWN["text"], "Will you show it to two colleagues?"):
        expect(part.get_by_role("figure", name=text)).to_be_visible()
    expect(part.get_by_text(t("review.asked.reworded"), exact=True)).to_have_count(2)
    expect(part.get_by_role("heading", name=PRIVATE["text"])).to_be_visible()
    expect(part.get_by_text(t("review.asked.private"), exact=True)).to_have_count(2)
    expect(part).not_to_contain_text("Elin")
    for size in (DESK, POCKET):
        page.set_viewport_size(size)
        stage.look(f"asked twice at {size['width']}")
