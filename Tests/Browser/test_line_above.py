"""Knows what a phone says above its tabs, on every panel, and where one is led by it."""

from playwright.sync_api import expect

from .boxes import stand
from .groups import SIAN, TASK, gather, shows_place, signal, two_groups
from .phone import Phone


def says(phone: Phone, text: str, act: str | None = None) -> None:
    """The line and its act; without an act it only has to be said."""
    expect(phone.page.locator(".news-text")).to_contain_text(text)
    if act:
        expect(phone.page.locator(".news-act")).to_have_text(act)


def is_marked(phone: Phone, is_so: bool = True) -> None:
    mark = phone.page.locator(".bar-now .is-dot")
    expect(mark).to_be_visible() if is_so else expect(mark).to_be_hidden()


def act(phone: Phone) -> None:
    phone.page.locator(".news-act").click()


def ask_pulse(lead) -> None:
    """A talk ends, and its quick question opens by itself."""
    lead.open_part("talk")
    lead.do({"openNext": {}})


def test_a_question_waits_on_every_panel(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    for phone, panel in ((sian, "chat"), (amir, "more"), (mair, "now")):
        phone.tab(panel)
    ask_pulse(lead)
    for phone in (sian, amir):
        says(phone, t("pulse.title"), t("news.answer"))
        is_marked(phone)
    # Who sees the question is not told of it a second time.
    expect(mair.page.locator(".pulse-button")).to_have_count(3)
    expect(mair.page.locator(".news")).to_be_hidden()
    stage.look("a question waits")
    act(sian)
    expect(sian.page.locator("#pulse-title")).to_be_focused()
    is_marked(sian, False)
    sian.answer("nearly")
    # It is one line now, below the task; one is still at it.
    expect(sian.page.locator(".pulse-line")).to_contain_text(t("pulse.yours", answer=("pulse.nearly", {})))
    expect(sian.page.locator(".pulse-change")).to_be_focused()
    # While it is being sent, a line below says so.
    expect(sian.page.locator(".pulse [role=status]")).to_be_hidden()
    stand(lambda task, line: task.bottom <= line.top and line.height < 60,
          sian.page.locator(".task"), sian.page.locator(".pulse"))
    stage.look("answered")
    sian.page.locator(".pulse-change").click()
    expect(sian.page.locator(".pulse-button[data-answer=nearly]")).to_have_attribute("aria-pressed", "true")
    sian.page.locator(".pulse-button[data-answer=lost]").click()
    expect(sian.page.locator(".pulse-line")).to_contain_text(t("pulse.lost"))
    sian.tab("chat")
    expect(sian.page.locator(".news")).to_be_hidden()
    is_marked(sian, False)


def test_a_question_stands_below_a_group(stage):
    lead, (sian, amir, mair) = gather(stage)
    ask_pulse(lead)
    two_groups(lead)
    shows_place(sian, 1, 3)
    for phone in (sian, mair):
        expect(phone.page.locator(".pulse")).to_be_visible()
        stand(lambda group, pulse: group.top < pulse.top, phone.page.locator(".group"), phone.page.locator(".pulse"))
    says(sian, stage.t("pulse.title"), stage.t("news.answer"))
    act(sian)
    expect(sian.page.locator("#pulse-title")).to_be_in_viewport()
    # What leads there does not push the strip away.
    expect(sian.page.locator(".strip-time")).to_be_in_viewport()
    stage.look("a question in a group")
    sian.answer("got_it")
    expect(sian.page.locator(".news")).to_be_hidden()


def test_groups_a_message_and_the_last_minutes(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    for phone in (sian, amir, mair):
        phone.tab("chat")
    two_groups(lead)
    says(sian, t("group.titleTable", group=("common.group", {"n": 1}), table=3), t("news.group"))
    is_marked(sian)
    stage.look("groups are ready")
    act(sian)
    expect(sian.page.locator(".group-task")).to_have_text(TASK)
    expect(sian.page.locator(".news")).to_be_hidden()
    sian.tab("chat")
    expect(sian.page.locator(".news")).to_be_hidden()

    lead.do({"announce": {"text": "Look here: https://hwb.example/kit"}})
    says(sian, "Look here", t("news.read"))
    act(sian)
    note = sian.page.locator(".announcement")
    expect(note).to_be_in_viewport()
    expect(note.get_by_role("link")).to_have_attribute("href", "https://hwb.example/kit")
    expect(sian.page.locator(".strip-time")).to_be_in_viewport()
    sian.button("common.close", note).click()
    sian.tab("chat")
    expect(sian.page.locator(".news")).to_be_hidden()

    # Who has not looked is told of the message first, and then of the group.
    says(amir, "Look here", t("news.read"))
    act(amir)
    amir.button("common.close", amir.page.locator(".announcement")).click()
    lead.leave_seconds(100)
    for phone in (sian, amir):
        says(phone, t("group.cue.120"), t("common.close"))
    act(sian)
    expect(sian.page.locator(".news")).to_be_hidden()
    lead.do({"endGroups": {}})
    says(amir, t("news.lastMinutes"))


def test_who_speaks_says_so_from_everywhere(stage):
    t = stage.t
    lead, (sian, amir, mair) = gather(stage)
    sian.hand.click()
    sian.tab("chat")
    # Who has a place in the queue can be called.
    amir.tab("now")
    expect(amir.page.locator(".speaking")).to_contain_text(SIAN)
    lead.do({"callOn": {"person": lead.person(SIAN)}})
    says(sian, t("speaking.you"), t("speaking.stop"))
    sian.heard(t("said.called"))
    expect(amir.page.locator(".news")).to_be_hidden()
    stage.look("one speaks")
    act(sian)
    expect(sian.page.locator(".news")).to_be_hidden()
    expect(amir.page.locator(".speaking-who")).to_have_text(t("speaking.nobody"))


def test_help_and_done_stand_above_the_thumb_bar(stage):
    lead, (sian, amir, mair) = gather(stage)
    expect(signal(sian, "help")).to_be_hidden()
    two_groups(lead)
    for name in ("help", "done"):
        expect(signal(sian, name)).to_be_in_viewport()
        stand(lambda one, bar: bar.top - 60 <= one.bottom <= bar.top + 1, signal(sian, name), sian.page.locator(".bar"))
    sian.now.evaluate("(one) => { one.scrollTop = one.scrollHeight; }")
    expect(signal(sian, "help")).to_be_in_viewport()
    sian.tab("chat")
    expect(signal(sian, "help")).to_be_hidden()
