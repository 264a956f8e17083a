"""Plays what lives between meetings: buddies proposed, made, declined, left, blocked, and what they share."""

from __future__ import annotations

import datetime

from Tests.EndToEnd.before_room import LONG
from Tests.EndToEnd.before_stage import Cast
from Tests.EndToEnd.buddies import SKILLS, Buddy, Coordinator

CARDIFF, NEWPORT = {"latitudeTenths": 515, "longitudeTenths": -32}, {"latitudeTenths": 516, "longitudeTenths": -30}
SHETLAND = {"latitudeTenths": 601, "longitudeTenths": -12}
SIX = ("sian", "llyr", "ann", "owen", "other", "wait")


def buddy(cast: Cast, who: str) -> Buddy:
    """The device of somebody by the ticket they hold."""
    return Buddy(cast.server, who, cast.cookies[who], cast.person(who), f"{who}@ysgol.example — 📞 “wedi 4”")


def together(cast: Cast) -> dict[str, list[Buddy]]:
    """Those who are in a pair now, by the pair."""
    pairs: dict[str, list[Buddy]] = {}
    for who in SIX:
        one = buddy(cast, who)
        shown = one.page().get("buddies")
        if shown:
            pairs.setdefault(shown["pair"], []).append(one)
    return pairs


def first_day(cast: Cast, desk: Coordinator) -> dict:
    """All ways into and out of a pair; the pair of two that stays, and a command that is kept."""
    for number, who in enumerate(SIX):
        fields = {"place": CARDIFF, "farthestKilometres": 60} if number == 0 else {"place": NEWPORT}
        buddy(cast, who).opt_in(
            offers=[SKILLS[number % 5], "Ŵyau & “llaeth” 🥚"], needs=[SKILLS[(number + 1) % 5]],
            phase=("primary", "secondary", "FE")[number % 3], band=("0-2", "3-5", "6-10", "11+")[number % 4],
            subject="Dylunio & thechnoleg", **fields)
    for who in ("late", "denied"):
        buddy(cast, who).opt_in(place=SHETLAND, farthestKilometres=1)
    desk.publish()
    desk.publish(is_for_everybody=True)
    pairs = together(cast)
    (kept, staying), (declined, refusing), (left, leaving) = pairs.items()
    for one in staying + leaving:
        one.do({"acceptBuddy": {"pair": one.pair}})
    refusing[0].do({"acceptBuddy": {"pair": declined}})
    refusing[1].do({"declineBuddy": {"pair": declined}})
    refusing[1].do({"blockBuddy": {"person": refusing[0].person}})
    refusing[1].do({"unblockBuddy": {"person": refusing[0].person}})
    refusing[1].do({"blockBuddy": {"person": refusing[0].person}})
    leaving[0].do({"writeBuddyNote": {"pair": left, "text": "Hwyl 👋"}})
    leaving[1].do({"leaveBuddies": {"pair": left}})
    buddy(cast, "late").do({"optOutBuddy": {}})
    command = share(staying, kept)
    # A device that waits, and a round in which one has said yes and the other nothing.
    token = staying[0].post("link").body["link"].split("#k=")[1]
    stranger = Buddy(cast.server, "stranger")
    assert stranger.post("open", {"link": token}).body["confirmed"] is False
    cast.cookies["stranger"] = stranger.cookie or ""
    desk.publish()
    refusing[0].say_yes()
    return {"pair": kept, "staying": [one.name for one in staying], "command": command, "link": token}


def share(two: list[Buddy], pair: str) -> dict:
    """The page of two buddies; the note that can be written again with the same id."""
    one, other = two
    day = datetime.datetime.fromtimestamp(one.page()["now"] / 1000, datetime.timezone.utc).date()
    one.do({"setBuddyGoal": {"pair": pair, "text": "first"}})
    one.do({"setBuddyGoal": {"pair": pair, "text": LONG}})
    command = {"id": "kept-note-1", "do": {"writeBuddyNote": {"pair": pair, "text": "Dydd Iau? ☕\n“Thursday?”"}}}
    assert one.post("act", command).status == 200
    other.do({"writeBuddyNote": {"pair": pair, "text": "to be removed"}})
    note = other.page()["buddies"]["notes"][-1]["note"]
    other.do({"removeBuddyNote": {"pair": pair, "note": note}})
    other.do({"writeBuddyNote": {"pair": pair, "text": "Iawn, diolch 🙏"}})
    one.do({"setBuddyDate": {"pair": pair, "day": str(day + datetime.timedelta(10)), "text": "Caffi'r Ŵydd"}})
    one.do({"pauseBuddies": {"pair": pair, "until": str(day + datetime.timedelta(5))}})
    other.do({"pauseBuddies": {"pair": pair, "until": None}})
    return {"who": one.name, "command": command}


def after_two_weeks(cast: Cast, kept: dict, meeting: str) -> None:
    """Whether they talked, by week and at a meeting, and once with another answer."""
    one, other = (buddy(cast, who) for who in kept["staying"])
    asked = {"pair": kept["pair"], "occasion": "week_2", "meeting": None}
    one.do({"checkInBuddy": asked | {"outcome": "tried"}})
    one.do({"checkInBuddy": asked | {"outcome": "met"}})
    other.do({"checkInBuddy": asked | {"outcome": "no"}})
    one.do({"checkInBuddy": {"pair": kept["pair"], "occasion": "meeting", "meeting": meeting, "outcome": "met"}})
    other.do({"pauseBuddies": {"pair": kept["pair"], "until": str(
        datetime.datetime.fromtimestamp(one.page()["now"] / 1000, datetime.timezone.utc).date()
        + datetime.timedelta(30))}})
