"""Anonymous answers: nobody learns who wrote what, by no byte that is sent and by nothing that is left."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing

import pytest

from Tests.EndToEnd import linkage, room, store
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.erasing import good
from Tests.EndToEnd.linkage import answer
from Tests.EndToEnd.server import PLENTY, Server, free_port
from Tests.EndToEnd.test_line import by_line
from Tests.EndToEnd.test_metrics import ask

SAMPLE = 25
"""Runs of the attack in the test command; the whole thousand is a command (Tests/EndToEnd/linkage.py)."""
MUCH = 2.4
"""Right answers a prompt; chance is 1, and who knows all gets 6."""


class Scene:
    """A lead, six who write (one of them on a line), and a wall; all of what each is sent is kept."""

    def __init__(self, server: Server, writers: int = 6):
        self.server, self.count = server, writers
        self.heard: dict[str, list[str]] = {}

    def listen(self, name: str, client: Client) -> Client:
        self.heard.setdefault(name, [])
        client.on_message = lambda message: self.heard[name].append(json.dumps(message, ensure_ascii=False))
        return client

    async def set(self) -> "Scene":
        self.lead = self.listen("lead", await room.lead(self.server))
        self.tickets = [self.server.join(f"Writer {number}") for number in range(self.count)]
        self.writers = []
        for number, ticket in enumerate(self.tickets):
            client = by_line(self.server, ticket) if number == 1 else room.device(self.server, ticket)
            self.writers.append(await self.listen(f"writer {number}", client).connect())
        key = self.lead.welcomes[-1]["links"]["wall"].split("#k=")[1]
        wall = Client(self.server.port, self.server.meeting, None, role="wall", key=key)
        self.wall = await self.listen("wall", wall).connect()
        plan = {"kind": "open", "text": "What was hard?", "choices": [], "isMultiple": False, "circle": "anonymous"}
        await self.lead.do({"preparePrompt": {"plan": plan}})
        self.prompt = (await self.lead.event("promptPrepared"))["event"]["promptPrepared"]["prompt"]
        await self.lead.do({"openPrompt": {"prompt": self.prompt}})
        return self

    def told(self, word: str) -> list[str]:
        """Who was sent something with a word in it."""
        return [name for name, messages in self.heard.items() if any(word in one for one in messages)]


def secrets(count: int) -> list[dict[str, str]]:
    """What each writer says and has, and nobody else anywhere."""
    chance = random.SystemRandom()
    return [{kind: f"{kind}{chance.getrandbits(96):024x}" for kind in ("canary", "token", "id")} for _ in range(count)]


def test_nobody_learns_who_wrote_what(tmp_path):
    figures = free_port()
    settings = PLENTY | {"metricsAddress": f"127.0.0.1:{figures}"}
    own = secrets(6)
    with Server(tmp_path, settings=settings) as server:
        async def play() -> Scene:
            scene = await Scene(server).set()
            before = scene.lead.sequence
            for client, secret in zip(scene.writers, own):
                await answer(client, scene.prompt, "first thought", secret["token"], secret["id"] + "a")
                # Once more, as after a lost connection, and then something else.
                await answer(client, scene.prompt, "first thought", secret["token"], secret["id"] + "a")
                await answer(client, scene.prompt, secret["canary"], secret["token"], secret["id"])
            await scene.lead.until(lambda: any(one.get("answered", {}).get("count") == 6 for one in scene.lead.others),
                                   "a count")
            assert scene.lead.sequence == before, "no entry of the log is of an answer"
            assert min(one["answered"]["count"] for one in scene.lead.others if "answered" in one) >= 5
            with pytest.raises(Refused) as refused:
                await answer(await room.device(server, scene.tickets[0]).connect(), scene.prompt, "twice")
            assert refused.value.name == "answeredElsewhere"
            # Whoever comes back is told that they have answered, and not what.
            back = await room.device(server, scene.tickets[2]).connect()
            assert back.welcomes[-1]["you"]["hasAnswered"] == [scene.prompt]
            await scene.lead.do({"closePrompt": {"prompt": scene.prompt}})
            await scene.lead.event("answersSealed")
            for number, secret in enumerate(own):
                assert not scene.told(secret["canary"]) and not scene.told(secret["token"])
                # A command's id goes back to whoever sent it, and nowhere else.
                assert scene.told(secret["id"]) == [f"writer {number}"]
            sealed = (await scene.lead.event("answersSealed"))["event"]["answersSealed"]
            assert sealed == {"prompt": scene.prompt, "count": 6}
            for client in [scene.lead, scene.wall, *scene.writers]:
                await client.leave()
            server.kill()
            server.start()
            for client in [scene.lead, scene.wall, *scene.writers]:
                await client.connect()
            await scene.lead.do({"revealPrompt": {"prompt": scene.prompt}})
            for client in [scene.lead, *scene.writers]:
                fact = (await client.event("answersRevealed"))["event"]["answersRevealed"]
                assert sorted(one["texts"][0] for one in fact["answers"]) == sorted(one["canary"] for one in own)
                assert set(fact) == {"prompt", "responses", "answers", "isTooFew"}
            late = await room.device(server, server.join("Late")).connect()
            [prompt] = late.welcomes[-1]["room"]["prompts"]
            assert sorted(one["answer"]["texts"][0] for one in prompt["responses"]) == sorted(
                one["canary"] for one in own)
            assert not any("author" in one or "name" in one for one in prompt["responses"])
            first = prompt["responses"][0]["id"]
            await scene.writers[0].do({"starResponse": {"response": first}})
            await scene.lead.do({"showResponse": {"response": first, "isShown": True}})
            with pytest.raises(Refused):
                await scene.writers[0].do({"withdrawResponse": {"response": first}})
            return scene

        scene = room.run(play())
        for secret in own:
            assert scene.told(secret["canary"]) and not scene.told(secret["token"])
        numbers = ask(figures)[2]
        minutes = good("minutes", server.meeting, "--data", server.data, "--readers", "leads")
        code, _ = server.stop()
        assert code == 0
        left = [path for path in tmp_path.rglob("*") if path.is_file()]
        for secret in own:
            assert secret["canary"] in minutes and secret["canary"] not in numbers + server.log()
            for word in (secret["token"], secret["id"]):
                assert [path.name for path in left if word.encode() in path.read_bytes()] == []
        assert [path.name for path in left if b"first thought" in path.read_bytes()] == []
        book = store.read(server.data, server.meeting)
        [sealed], [shown] = book.of("answersSealed"), book.of("answersRevealed")
        assert sealed.actor is None and shown.actor is None
        assert sealed.fields["people"] == sorted(ticket.person for ticket in scene.tickets)
        with closing(sqlite3.connect(server.data / store.DATABASE)) as database:
            for table in ("sealed_answer", "answered", "answer_repeat", "answer_pool"):
                assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
            owners = database.execute(
                "SELECT person, object FROM personal WHERE sequence = ?", (shown.sequence,)).fetchall()
            assert owners == [(None, None)]
        assert not any(ticket.person in json.dumps(shown.fields) for ticket in scene.tickets)


def test_fewer_than_five_are_shown_to_nobody_and_destroyed(server):
    own = secrets(4)

    async def play() -> Scene:
        scene = await Scene(server, 4).set()
        for client, secret in zip(scene.writers, own):
            await answer(client, scene.prompt, secret["canary"], secret["token"], secret["id"])
        await scene.lead.do({"revealPrompt": {"prompt": scene.prompt}})
        for client in [scene.lead, *scene.writers]:
            fact = (await client.event("answersRevealed"))["event"]["answersRevealed"]
            assert fact["isTooFew"] and fact["responses"] == [] and "answers" not in fact
        assert not any("answered" in one for client in [scene.lead, *scene.writers] for one in client.others)
        return scene

    scene = room.run(play())
    code, _ = server.stop()
    assert code == 0
    assert not any(scene.told(secret["canary"]) for secret in own)
    for path in server.data.iterdir():
        assert not any(secret["canary"].encode() in path.read_bytes() for secret in own), path


def test_the_attack_finds_what_is_to_be_found():
    """A store that keeps the order of answers, or their authors beside them, is found out."""
    chance = random.Random(7)
    asked, order, beside = [], [], []
    for _ in range(SAMPLE):
        texts = {f"person-{chance.getrandbits(64):016x}": f"said{chance.getrandbits(64):016x}"
                 for _ in range(linkage.WRITERS)}
        asked.append(linkage.Asked(list(texts), texts, shown=list(texts.values())))
        order += texts.values()
        beside += sorted(f"{person}:{text}" for person, text in texts.items())
    artifacts = {"order": " ".join(order).encode(), "authors": "\n---\n".join(beside).encode()}
    scores: dict[str, linkage.Score] = {}
    linkage.score(asked, artifacts, chance, scores)
    for name in ("shown as sent", "order: place as sent", "authors: nearest", "authors: place of both"):
        assert not scores[name].is_chance and scores[name].mean > MUCH, linkage.report(scores)


def test_a_sample_of_the_attack_stays_at_chance(seed):
    scores = linkage.attack(SAMPLE, seed)
    print(linkage.report(scores))
    assert len(scores) > 20
    assert all(one.runs == SAMPLE for one in scores.values())
    # So few prompts say little: by chance one of a million samples has a way that is right more often.
    assert all(one.mean < MUCH for one in scores.values()), linkage.report(scores)
