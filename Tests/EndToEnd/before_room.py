"""Plays a meeting with every kind of act that a room knows, in Welsh and English, with all that a text can hold."""

from __future__ import annotations

from Tests.EndToEnd.before_stage import Stage
from Tests.EndToEnd.grouping import plan

LONG = "“Pam ŵyr?” — meddai hi.\nLlinell dau: <b>dim HTML</b> & 'dyfyniadau' \\ \"arall\"\n\t🌱 ŷ ẅ 👩🏽‍🏫"
SEGMENTS = [
    {"kind": "check-in", "title": "Pwy sydd yma? 👋", "timeboxSeconds": 300, "note": "Enw, ysgol,\nun frawddeg."},
    {"kind": "talk", "title": "Synwyryddion mewn “deg munud”", "timeboxSeconds": 600, "note": None},
    {"kind": "hands-on", "title": "Make a plant call for water", "timeboxSeconds": 1500, "note": None},
    {"kind": "discussion", "title": "Beth nesaf?", "timeboxSeconds": 600, "note": None},
    {"kind": "reflection", "title": "What will I try?", "timeboxSeconds": 420, "note": None},
    {"kind": "break", "title": "Paned ☕", "timeboxSeconds": 300, "note": None},
]
OPTIONS = {"lobby": False, "leastHeardFirst": True, "pulseAfterTalk": True, "chat": True}


async def prepare(stage: Stage) -> None:
    """Before it opens: the frame and the agenda are changed in each way."""
    await stage.host()
    await stage.do("host", "retitle", title="Tŷ gwydr & micro:bit — “sut?” 🌿")
    await stage.do("host", "schedule", plannedStart=1_795_536_000_000, zone="Europe/London")
    await stage.do("host", "setOptions", options=OPTIONS)
    sequence = await stage.do("host", "addSegment", index=1, plan={
        "kind": "talk", "title": "Siaradwr gwadd", "timeboxSeconds": 900, "note": "Gofynnwch!"})
    added = (await stage.got("segmentAdded", sequence))["segment"]
    await stage.do("host", "editSegment", segment=added, plan={
        "kind": "talk", "title": "Siaradwraig wadd", "timeboxSeconds": 840, "note": LONG})
    await stage.do("host", "moveSegment", segment=added, index=2)
    sequence = await stage.do("host", "addSegment", index=0, plan={
        "kind": "check-out", "title": "Not needed", "timeboxSeconds": 60, "note": None})
    await stage.do("host", "removeSegment", segment=(await stage.got("segmentAdded", sequence))["segment"])
    await stage.do("host", "setTopics", topics=[
        {"id": "python", "names": {"en": "Python", "cy": "Python"}}, {"id": "cad", "names": {"en": "CAD & 3D"}},
        {"id": "send", "names": {"cy": "ADY", "en": "SEND"}}, {"id": "ŵyau", "names": {"cy": "Ŵyau 🥚"}}])


async def arrive(stage: Stage) -> None:
    """In through every door there is."""
    await stage.do("host", "openMeeting")
    await stage.enter("sian", "Siân", school="Ysgol Glan Môr", mode="remote")
    await stage.enter("llyr", "Llŷr ap \"Gwilym\"", school="Ysgol Tŷ-Gwyn 🏫", mode="room_device", tier="quotable")
    await stage.enter("ann", "Ann", school="Bro Dawel", tier="contactable", mode="unknown")
    await stage.enter("count", "Cudd", school="Ysgol y Cyfri", tier="count_only")
    await stage.enter("other", "Hefyd", school="Bro Dawel", tier="count_only")
    links = stage.clients["host"].welcomes[-1]["links"]
    stage.knock("guest", "Dr Ŵyn", link=links["guest"].split("#l=")[1])
    await stage.connect("guest")
    await stage.enter("table", "Bwrdd 1 🪑", school="Ysgol y Bont", mode="table_device")
    stage.bring("nia", "Nia", "table_device", "table")
    walker = "owen2" if "owen" in stage.cast.people else "owen"
    stage.bring(walker, "Owen", "table_device", "table")
    stage.bring("mair", "Mair", "room_no_device", "host")
    stage.bring("phone", "Ffôn Ffion", "phone_in", "host")
    await stage.do("host", "setOptions", options=OPTIONS | {"lobby": True})
    for who, name in (("wait", "Aros"), ("denied", "Dim Mynediad"), ("hidden", "Aros yn gudd")):
        tier = "count_only" if who == "hidden" else "pseudonymous"
        await stage.enter(who, name, school="Ysgol Bell", tier=tier)
    await stage.do("host", "admit", person=stage.person("wait"))
    await stage.do("host", "deny", person=stage.person("denied"))
    await stage.do("host", "moveToLobby", person=stage.person("wait"))
    await stage.do("host", "admit", person=stage.person("wait"))
    await stage.do("host", "setOptions", options=OPTIONS)
    await stage.enter("gone", "Wedi Mynd")
    await stage.do("gone", "postMessage", text="Before I am removed 😶")
    await stage.do("host", "remove", person=stage.person("gone"))
    await stage.do("host", "lockRoom")
    await stage.do("host", "unlockRoom")
    # Somebody from a table comes back with a device of their own.
    stage.knock(walker, link=stage.personal(walker), mode="room_device")
    await stage.connect(walker)


async def change(stage: Stage) -> None:
    """Who people are, and what they may do, changes."""
    await stage.do("llyr", "rename", name="Llŷr", school="Ysgol Tŷ-Gwyn")
    await stage.do("host", "rename", person=stage.person("ann"), name="Ann Ŵ.", school=None)
    await stage.do("sian", "setMode", mode="room_device")
    await stage.do("ann", "setTier", tier="pseudonymous")
    await stage.do("other", "setTier", tier="quotable")
    await stage.do("wait", "setTier", tier="count_only")
    await stage.do("host", "checkOut", person=stage.person("mair"))
    await stage.do("host", "checkIn", person=stage.person("mair"))
    await stage.do("host", "appointScribe", person=stage.person("sian"))
    await stage.do("sian", "postMessage", "mair", text="Mair asks for the slides", kept=True)
    await stage.do("host", "dismissScribe", person=stage.person("sian"))
    await stage.do("host", "appointScribe", person=stage.person("sian"))
    await stage.do("host", "appointLead", person=stage.person("ann"))
    ann = stage.clients["ann"]
    await ann.until(lambda: ann.welcomes[-1]["you"]["as"] == "lead", "the lead's view")
    await stage.do("ann", "handOver", person=stage.person("llyr"))
    await stage.do("host", "dismissLead", person=stage.person("llyr"))
    await stage.do("host", "appointLead", person=stage.person("ann"))


async def flow(stage: Stage) -> None:
    """The agenda goes forward, back, longer, and past something; pulses come of talks."""
    await stage.do("host", "openNext")
    first = await stage.got("segmentOpened", stage.clients["host"].sequence)
    await stage.do("host", "adjustTimebox", segment=first["segment"], seconds=120)
    await stage.do("host", "openNext")
    sequence = await stage.do("host", "openNext")
    pulse = (await stage.got("pulseOpened", sequence))["pulse"]
    for who, answer in (("sian", "lost"), ("sian", "got_it"), ("count", "nearly"), ("ann", "got_it")):
        await stage.do(who, "answerPulse", pulse=pulse, answer=answer)
    await stage.do("host", "answerPulse", "phone", pulse=pulse, answer="lost", kept=True)
    await stage.do("table", "answerPulse", "nia", pulse=pulse, answer="nearly")
    await stage.do("host", "closePulse", pulse=pulse)
    await stage.do("host", "openPrevious")
    agenda = stage.planner.get(f"/api/meetings/{stage.meeting}/plan").body["segments"]
    assert agenda[5]["kind"] == "reflection", agenda
    room = stage.clients["ann"].welcomes[-1]["room"]
    await stage.do("ann", "skipSegment", segment=room["agenda"][5]["id"], isConfirmed=True)
    await stage.do("ann", "openSegment", segment=room["agenda"][3]["id"])


async def talk(stage: Stage) -> None:
    """Chat, hands, turns, questions."""
    first = (await stage.got("messagePosted", await stage.do("sian", "postMessage", text=LONG, kept=True)))["message"]
    second = (await stage.got("messagePosted", await stage.do("count", "postMessage", text="Cyfri yn unig", re=first)))
    third = (await stage.got("messagePosted", await stage.do("llyr", "postMessage", text="wrong")))["message"]
    await stage.do("llyr", "correctMessage", message=third, text="iawn ✅")
    fourth = (await stage.got("messagePosted", await stage.do("ann", "postMessage", text="taken back")))["message"]
    await stage.do("ann", "withdrawMessage", message=fourth)
    fifth = (await stage.got("messagePosted", await stage.do("wait", "postMessage", text="rude")))["message"]
    await stage.do("host", "hideMessage", message=fifth)
    for who, reaction in (("ann", "thanks"), ("count", "idea"), ("table", "celebrate"), ("other", "agree")):
        await stage.do(who, "react", message=first, reaction=reaction)
    await stage.do("host", "react", "mair", message=second["message"], reaction="question")
    await stage.do("other", "unreact", message=first, reaction="agree")
    for who in ("sian", "count", "table"):
        await stage.do(who, "raiseHand")
    await stage.do("host", "raiseHand", "phone")
    await stage.do("table", "raiseHand", "nia")
    await stage.do("host", "callOn", person=stage.person("sian"))
    await stage.do("host", "noteSpeech", person=stage.person("sian"), words=40, characters=210)
    await stage.do("count", "startTurn")
    await stage.do("sian", "noteSpeech", person=stage.person("count"), words=7, characters=33)
    await stage.do("count", "endTurn")
    await stage.do("table", "lowerHand", "nia")
    await stage.do("llyr", "openView", view="queue")
    ask = (await stage.got("questionAsked", await stage.do("llyr", "askQuestion", text="Faint? 💷 \"£5\"\nneu fwy?")))
    more = (await stage.got("questionAsked", await stage.do("count", "askQuestion", text="Pwy sy'n talu?")))
    bad = (await stage.got("questionAsked", await stage.do("host", "askQuestion", "mair", text="off topic")))
    await stage.do("sian", "supportQuestion", question=ask["question"])
    await stage.do("count", "supportQuestion", question=ask["question"])
    await stage.do("host", "supportQuestion", "phone", question=more["question"])
    await stage.do("guest", "markAnswered", question=ask["question"])
    await stage.do("host", "hideQuestion", question=bad["question"])
    await stage.do("guest", "takeLeave", reason="travel")


async def tell(stage: Stage) -> None:
    """What people offer and need, and who is to be with whom."""
    await stage.do("sian", "setOffers", topics=["python", "ŵyau"])
    await stage.do("sian", "setNeeds", topics=["send"])
    await stage.do("sian", "setTeaching", teaching="primary")
    await stage.do("llyr", "setOffers", topics=["send"])
    await stage.do("llyr", "setNeeds", topics=["python", "cad"])
    await stage.do("llyr", "setTeaching", teaching="FE")
    await stage.do("count", "setOffers", topics=["cad"])
    await stage.do("host", "setNeeds", "mair", topics=["cad"])
    await stage.do("table", "setTeaching", "nia", teaching="secondary")
    people = stage.cast.people
    await stage.do("host", "setPairRules", together=[[people["sian"], people["count"]]],
                   apart=[[people["llyr"], people["ann"]]])
    wish = plan([people["sian"]], [people["llyr"], people["count"]], task="Braslun",
                resources="https://example.org/?a=1&b=ŵ")
    sequence = await stage.do("host", "saveDraft", title="Cynllun “A”", plan=wish)
    draft = (await stage.got("draftSaved", sequence))["draft"]
    await stage.do("host", "saveDraft", draft=draft, title="Cynllun “B”", plan=wish | {"task": "Newid"})
    sequence = await stage.do("host", "saveDraft", title=None, plan=wish)
    await stage.do("host", "dropDraft", draft=(await stage.got("draftSaved", sequence))["draft"])
