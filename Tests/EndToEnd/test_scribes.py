"""People without a device: who writes for their group answers and taps for them, and reads nothing that others wrote."""

from __future__ import annotations

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.grouping import plan
from Tests.EndToEnd.kits import kit, open_bench
from Tests.EndToEnd.kits import own as own_kit
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.prompting import Ear, ask, back, own, reveal, saving, texts
from Tests.EndToEnd.room import lead, run, teacher
from Tests.EndToEnd.server import Server


async def do_for(client: Client, person: str, wish: dict) -> str:
    """The wish for somebody else; the name of the refusal, if it was refused."""
    identifier = f"for-{len(client.answers)}"
    await client.say({"command": {"id": identifier, "do": wish, "for": person}})
    await client.until(lambda: client.answers[identifier], "an answer")
    nack = client.nacks.get(identifier)
    return next(iter(nack["rejection"])) if nack else ""


def test_who_writes_for_a_group_answers_and_taps_for_those_without_a_device(server: Server) -> None:
    async def play() -> None:
        host = await lead(server)
        (ann, one), (bob, two) = [await teacher(server, name) for name in ("Ann", "Bob")]
        brought = Planner(server, host.cookie).post(
            "/api/bring", {"meeting": server.meeting, "name": "Cai", "school": "Bryn", "mode": "room_no_device"})
        assert brought.status == 200, brought
        cai = brought.body["person"]
        segment = await open_bench(host)
        prompt = await ask(host)
        assert await do_for(bob, cai, saving(prompt, "not yet")) == "notAllowed"
        await do_for(host, cai, kit(segment, 0, "building", "canary of the lead"))
        round_plan = plan([one.person], [two.person, cai])
        round_plan["groups"][1]["roles"] = {"scribe": two.person}
        await host.do({"formGroups": {"plan": round_plan}})
        # Where the kit is they are told at once, and not what was noted of it on another device.
        await bob.until(lambda: own_kit(bob, cai, segment).get("place"), "where the kit is")
        place = own_kit(bob, cai, segment)["place"]
        assert place["state"] == "building" and "note" not in place and "by" not in place
        ear = Ear(ann)
        draft = saving(prompt, "canary draft", hands_in=False)
        draft["saveResponse"]["answer"]["isStudent"] = True
        assert await do_for(bob, cai, draft) == ""
        await bob.until(lambda: own(bob, cai, prompt).get("response"), "what was written")
        await back(bob)
        kept = own(bob, cai, prompt)["response"]
        assert kept["answer"]["texts"] == ["canary draft"] and kept["answer"]["isStudent"], kept
        assert own(bob, two.person, prompt) == {}
        assert own(host, cai, prompt)["response"] == {"id": kept["id"], "isHandedIn": False, "isUnseen": True}
        assert await do_for(bob, cai, kit(segment, 0, "working")) == ""
        assert await do_for(ann, cai, kit(segment, 1, "opened")) == "notAllowed"
        assert "canary" not in ear and "canary draft" not in Ear(host)
        handed = saving(prompt, "from Cai")
        handed["saveResponse"]["answer"]["isStudent"] = True
        assert await do_for(bob, cai, handed) == ""
        await bob.do(saving(prompt, "from Bob"))
        secret = await ask(host, circle="anonymous")
        wish = {"answerAnonymously": {"prompt": secret, "answer": {"texts": ["x"], "numbers": []}, "token": "t" * 32}}
        assert await do_for(bob, cai, wish) == "notAllowed"
        await reveal(host, prompt, ann, bob)
        assert sorted(texts(ann, prompt)) == ["from Bob", "from Cai"]
        shown = {fields["texts"][0]: fields for entry in ann.entries
                 if (fields := entry["event"].get("responseRevealed"))}
        assert shown["from Cai"]["person"] == cai and shown["from Cai"]["isStudent"] is True
        assert shown["from Bob"]["person"] == two.person and "isStudent" not in shown["from Bob"]

    run(play())
