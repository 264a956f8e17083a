"""Knows that the console says what is true and says it to everybody: sums, names, what is read out, where one is."""

from playwright.sync_api import Locator, expect

from .boxes import stand


def test_who_answered_and_went_is_not_among_those_who_are_here(stage, crowd):
    """It said that 7 people of 4 have answered."""
    console = stage.coordinator().open()
    guests = [crowd.join(name) for name in ("Amir", "Bethan", "Carys", "Dewi")]
    sian = stage.phone("Siân", "Ysgol Glan Môr").join(stage.server.code)
    for _ in range(3):
        console.step()
    pulse = guests[0].until_told("pulseOpened")["pulse"]
    for guest in guests:
        guest.do({"answerPulse": {"pulse": pulse, "answer": "got_it"}})
    sian.answer("nearly")
    said = sian.page.locator(".pulse")
    expect(said).to_contain_text(stage.t("pulse.answered", count=5, all=6))
    word = console.count("pulse").locator(".count-word")
    expect(word).to_have_text(stage.t("console.count.pulseOf", all=5))
    for guest in guests[:3]:
        guest.leave()
    expect(said).to_contain_text(stage.t("pulse.answeredSoFar", count=5))
    expect(word).to_have_text(stage.t("console.count.pulse", count=5))
    console.panel("pulse")
    expect(console.page.locator(".console-pulse-sum")).to_contain_text(stage.t("console.run.pulseMore", count=5))


def test_two_people_are_one_group(stage, crowd):
    """It said: 2 people in 1 groups."""
    console = stage.coordinator().open()
    for name in ("Amir", "Bethan"):
        crowd.join(name)
    console.next.click()
    console.page.keyboard.press("2")
    console.button("forming.choice.mix").click()
    t = stage.t
    expect(console.page.locator(".forming-status")).to_have_text(t("forming.summary", sizes=2,
        people=("forming.countPeople", {"count": 2}), groups=("forming.countGroups", {"count": 1})))


def test_two_of_one_name_carry_their_school(stage, crowd):
    console = stage.coordinator().open()
    here = crowd.join("Gwen", "Ysgol Glan Môr")
    here.do({"postMessage": {"text": "Is the board dry?"}})
    expect(console.message("Is the board dry?")).not_to_contain_text("Glan Môr")
    crowd.join("gwen", "Northgate Academy")
    expect(console.message("Is the board dry?")).to_contain_text("Ysgol Glan Môr")
    told = stage.t("console.run.nameOfSchool", name="Gwen", school="Ysgol Glan Môr")
    console.message("Is the board dry?").hover()
    console.button("console.run.replyOf", name=told).click()
    expect(console.page.locator(".console-replying")).to_contain_text(told)


def test_the_focus_goes_on_when_its_place_goes(stage, crowd):
    """By keyboard through the hands and the door, without a way back to the beginning after each."""
    console = stage.coordinator().open()
    page = console.page
    for name in ("Amir", "Bethan", "Carys"):
        crowd.join(name).do({"raiseHand": {}})
        expect(console.queue).to_have_count(len(crowd.guests))
    console.button("console.run.callOf", name="Bethan").press("Enter")
    expect(console.queue).to_have_count(2)
    expect(console.button("console.run.callOf", name="Carys")).to_be_focused()
    page.keyboard.press("Enter")
    expect(console.queue).to_have_count(1)
    expect(console.button("console.run.callOf", name="Amir")).to_be_focused()
    page.keyboard.press("Enter")
    expect(console.queue).to_have_count(0)
    expect(page.locator("#speaking-title")).to_be_focused()

    console.option("lobby", True)
    for name in ("Elin", "Tom"):
        phone = stage.phone(name, "Ysgol Newydd").knock(stage.server.code).fill()
        phone.come_in()
        phone.shows("gone.lobby.title")
    console.button("console.run.admitOf", name="Elin").press("Enter")
    expect(console.count("door")).to_have_attribute("data-count", "1")
    expect(page.locator(".console-lobby .console-queue-row").get_by_role("button").first).to_be_focused()
    console.button("console.run.admitOf", name="Tom").press("Enter")
    expect(page.locator("#people-title")).to_be_focused()


def test_messages_of_the_open_chat_are_spoken_once(stage, crowd):
    console = stage.coordinator().open()
    page = console.page
    amir = crowd.join("Amir")
    amir.do({"postMessage": {"text": "Is the board dry?"}})
    amir.do({"postMessage": {"text": "Ours is not."}})
    expect(console.messages).to_have_count(2)
    said = [stage.t("console.run.chatSpoken", name="Amir", text=text) for text in ("Is the board dry?", "Ours is not.")]
    page.wait_for_function("(said) => said.every((one) => window.heard.join(' ').split(one).length === 2)", arg=said)
    # What one writes oneself is known, and a chat that is not in sight is not read out.
    page.get_by_label(stage.t("console.run.chatWrite"), exact=True).fill("Keep the board dry.")
    console.button("console.run.chatSend").click()
    console.panel("questions")
    amir.do({"postMessage": {"text": "Nobody looks at this."}})
    amir.do({"raiseHand": {}})
    hand = stage.t("console.news.hand", name="Amir")
    page.wait_for_function("(hand) => window.heard.join(' ').includes(hand)", arg=hand)
    heard = " ".join(page.evaluate("window.heard"))
    assert "Keep the board dry." not in heard and "Nobody looks at this." not in heard


def test_a_name_longer_than_its_column_stands_above_what_was_said(stage):
    console = stage.coordinator().open()
    name = "Gwenllïan Myfanwy Llywelyn-Fitzgerald o Lanfair"
    for one, text in ((name, "From a long name."), ("Siân", "From a short one.")):
        stage.phone(one, "Ysgol Glan Môr").join(stage.server.code).write(text)

    def parts(text: str) -> list[Locator]:
        row = console.message(text)
        expect(row).to_have_count(1)
        return [row.locator(".console-message-name"), row.locator(".console-message-text")]

    stand(lambda name, said: name.bottom <= said.top + 1, *parts("From a long name."))
    stand(lambda name, said: name.bottom > said.top, *parts("From a short one."))
