"""Other draws over HTTP: each once, the first one the best whatever the seed, and the weights that a lead turns."""

from __future__ import annotations

from collections.abc import Callable

from Tests.EndToEnd.grouping import propose
from Tests.EndToEnd.planning import Planner
from Tests.EndToEnd.room import lead, run, teacher
from Tests.EndToEnd.server import Server

WRONG = (
    ({"leanings": {"mix": "very"}}, 400), ({"leanings": "strong"}, 400), ({"turn": "1"}, 400),
    # Out of bounds is a no of its own.
    ({"turn": -1}, 409), ({"turn": 10_000}, 409),
)
SCHOOLS = ("Bryn", "Bryn", "Hill", "Hill", "Park", "Park", "Glan", "Glan")


def together(proposal: dict) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(one["members"]) for one in proposal["groups"])


def met(server: Server, ask: Callable[[Planner], None]) -> None:
    """Eight people of four schools are here while the lead asks."""

    async def play() -> None:
        host = await lead(server)
        here = [await teacher(server, f"T{index}", school=school) for index, school in enumerate(SCHOOLS)]
        ask(Planner(server, host.cookie))
        for client, _ in here:
            await client.leave()

    run(play())


def test_every_turn_is_another_draw_and_the_first_is_the_best(server: Server):
    def ask(planner: Planner) -> None:
        first = propose(planner, server.meeting, size=2, seed=7)
        count = first["alternatives"]
        assert count > 3
        turns = min(count, 12)
        drawn = [propose(planner, server.meeting, size=2, seed=7, turn=turn) for turn in range(turns)]
        assert len({together(one) for one in drawn}) == turns and together(drawn[0]) == together(first)
        assert min(one["draw"]["points"] for one in drawn) == first["draw"]["points"]
        assert together(propose(planner, server.meeting, size=2, seed=7, turn=count)) == together(first)
        for seed in (1, 2, 3):
            assert propose(planner, server.meeting, size=2, seed=seed)["draw"]["points"] == first["draw"]["points"]
        # What is private is in no account that is told.
        assert not {"dominant_pair", "quiet_alone", "all_quiet"} & first["terms"].keys()

    met(server, ask)


def test_weights_are_taken(server: Server):
    def ask(planner: Planner) -> None:
        strong = propose(planner, server.meeting, size=4, leanings={"mix": "strong"})
        ignored = propose(planner, server.meeting, size=4, leanings={"mix": "ignore"})
        assert "same_school" not in ignored["terms"] and strong["draw"]["points"] >= ignored["draw"]["points"]

    met(server, ask)


def test_what_is_no_weight_and_no_turn_is_refused(server: Server):
    def ask(planner: Planner) -> None:
        for fields, status in WRONG:
            answer = planner.post("/api/groups", {"meeting": server.meeting, "choice": "mix", **fields})
            assert answer.status == status, (fields, answer)

    met(server, ask)
