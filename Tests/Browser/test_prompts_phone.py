"""Knows that phones write in silence and lose nothing: a cut line, another device, the next item and a group's form in
between; and that all answers come at once, to whom they were promised."""

import pytest
from playwright.sync_api import expect

from Tests.EndToEnd.planning import Planner

from .lead import Lead
from .phone import Phone
from .stage import PEOPLE

SIX = (*PEOPLE, ("Una", "Ysgol y Bont", "remote"), ("Ned", "Park Lane High", "room_device"), ("Dai", "Bryn", "remote"))
SIAN, AMIR, MAIR, UNA, NED, DAI = (name for name, _, _ in SIX)
QUESTION = "What will you try with your class before we meet again?"
LONG = "Year 5 will grow cress in three pots and decide which number means thirsty. I will ask Owain to"


@pytest.fixture
def meeting(stage):
    """Six phones in an open meeting whose lead has no page."""
    lead = Lead(stage.server)
    stage.leads.append(lead)
    code = lead.client.welcomes[-1]["links"]["code"]
    return lead, [stage.phone(name, school).join(code, mode) for name, school, mode in SIX]


def ask(lead: Lead, **fields: object) -> str:
    plan = {"kind": "open", "text": QUESTION, "circle": "named", "seconds": 180} | fields
    lead.do({"preparePrompt": {"plan": plan}})
    prompt = lead.room["prompts"][-1]["id"]
    lead.do({"openPrompt": {"prompt": prompt}})
    return prompt


def card(phone: Phone, text: str = QUESTION):
    return phone.now.locator(".prompt").filter(has=phone.page.get_by_role("heading", name=text, exact=True))


def answers(phone: Phone):
    """What is shown to this phone."""
    return card(phone).locator(".answers")


def hand_in(phone: Phone) -> None:
    phone.button("prompts.handIn", card(phone)).click()
    expect(card(phone)).to_contain_text(phone.t("prompts.handedIn"))


@pytest.mark.parametrize("language", ["cy"])
def test_six_phones_write_in_silence_and_all_is_shown_at_once(stage, meeting):
    lead, phones = meeting
    sian, amir, mair, una, ned, dai = phones
    lead.open_part("check-in")
    prompt = ask(lead)
    for phone in phones:
        expect(card(phone)).to_contain_text(stage.t("prompts.circle.named"))
        card(phone).get_by_role("textbox").fill(f"{phone.name}: {LONG}")
    for phone in phones:
        expect(card(phone).get_by_role("status")).to_have_text(stage.t("prompts.saved"))
    expect(card(sian)).to_contain_text(stage.t("prompts.answered", n=0, all=6))

    # One loses the line while typing; what was typed there goes out when it is back.
    stage.complaints.is_network_cut = True
    amir.page.context.set_offline(True)
    card(amir).get_by_role("textbox").press("End")
    card(amir).get_by_role("textbox").press_sequentially(" help")
    expect(card(amir).get_by_role("status")).to_have_text(stage.t("prompts.saving"))
    # One changes device: the other has the draft.
    other = stage.phone(MAIR, "Ysgol y Bryn")
    made = Planner(stage.server, lead.client.cookie).post(
        f"/api/meetings/{stage.server.meeting}/personal", {"person": lead.person(MAIR)})
    other.page.goto(made.body["link"])
    other.button("join.back").click()
    other.is_in()
    expect(card(other).get_by_role("textbox")).to_have_value(f"{MAIR}: {LONG}")
    # The lead goes on, and groups work: what stands half written stays, and can be handed in there.
    lead.open_part("discussion")
    lead.form({"members": [SIAN, UNA]}, {"members": [NED, DAI]})
    expect(sian.now.locator(".group-card, .group")).not_to_have_count(0)
    for phone in (sian, una, ned):
        expect(card(phone).get_by_role("textbox")).to_have_value(f"{phone.name}: {LONG}")
    amir.page.context.set_offline(False)
    expect(card(amir).get_by_role("status")).to_have_text(stage.t("prompts.saved"))

    sian.page.reload()
    sian.is_in()
    expect(card(sian).get_by_role("textbox")).to_have_value(f"{SIAN}: {LONG}")
    for phone in (sian, amir, other, una):
        hand_in(phone)
    card(ned).get_by_label(stage.t("prompts.narrow"), exact=True).select_option("group")
    hand_in(ned)
    expect(card(dai)).to_contain_text(stage.t("prompts.answered", n=5, all=6))
    expect(answers(sian)).to_be_empty()
    stage.look("most have handed in")

    # Closed while one still types: it is kept for them, and nobody reads it.
    card(dai).get_by_role("textbox").press_sequentially(" and")
    lead.do({"closePrompt": {"prompt": prompt}})
    expect(card(dai)).to_contain_text(stage.t("prompts.unhanded"))
    lead.do({"revealPrompt": {"prompt": prompt}})
    for phone in (sian, amir, mair, una, dai):
        for name in (SIAN, UNA, MAIR):
            expect(answers(phone).get_by_text(f"{name}: {LONG}", exact=True)).to_have_count(1)
        expect(answers(phone).get_by_text(f"{AMIR}: {LONG} help", exact=True)).to_have_count(1)
        expect(answers(phone).get_by_text(f"{NED}: {LONG}", exact=True)).to_have_count(1 if phone is dai else 0)
        expect(answers(phone).get_by_text(f"{DAI}: {LONG}")).to_have_count(0)
    stage.look("all is shown")
