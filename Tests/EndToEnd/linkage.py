"""The linkage attack: who wrote which anonymous answer, by all that is left once the prompts are closed?

`python -m Tests.EndToEnd.linkage --runs 1000 --seed 1` asks so many prompts over real sockets, takes the database, the
write-ahead log, the log of the process, the figures, a backup and the minutes as they are afterwards, and tries on each to
match answers to writers: by the order in which they are shown, by their places in the file, by whose identifier lies
nearest. Where nothing links them a guess is right once a prompt, whatever the number of writers. It prints how often each
way was right, with its interval, and ends with 1 where one does better than chance.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

from Tests.EndToEnd import room
from Tests.EndToEnd.client import Client
from Tests.EndToEnd.erasing import good
from Tests.EndToEnd.server import PLENTY, Server, free_port, temporary_folder
from Tests.EndToEnd.test_metrics import ask

WRITERS = 6
PROMPTS_OF_A_MEETING = 90
"""Below the limit of a meeting; after so many there is another server."""
NORMAL_95 = 1.96
SIGMAS = 4.0
"""Beyond so many standard deviations it is no chance: of ten ways one in 3,000 times."""


@dataclass
class Asked:
    """One prompt as the attacker may know it, and who wrote what, which they want to know."""

    people: list[str]
    """In the order in which they sent, as somebody who watched the network knows it."""
    texts: dict[str, str]
    """What each of them wrote."""
    shown: list[str] = field(default_factory=list)

    def right(self, guess: dict[str, str]) -> int:
        """How many answers of a guess are given to whoever wrote them."""
        return sum(self.texts[person] == text for text, person in guess.items())


# Ways to guess. Each gives every answer to another person.


def by_order(asked: Asked, texts: list[str], people: list[str], chance: random.Random) -> dict[str, str]:
    """One after the other; who or what is in no order is given by chance."""
    left_people = [person for person in asked.people if person not in people]
    left_texts = [text for text in asked.texts.values() if text not in texts]
    chance.shuffle(left_people)
    chance.shuffle(left_texts)
    return dict(zip(texts + left_texts, people + left_people))


def places(content: bytes, words: list[str], *, last: bool) -> list[str]:
    """The words that stand in a file, by their first or last place."""
    find = content.rfind if last else content.find
    found = [(find(word.encode()), word) for word in words]
    return [word for place, word in sorted(found) if place >= 0]


def nearest(content: bytes, asked: Asked, chance: random.Random) -> dict[str, str]:
    """The closest pair of an answer and an identifier first."""
    pairs = []
    for text in asked.texts.values():
        at = content.find(text.encode())
        for person in asked.people if at >= 0 else []:
            before, after = content.rfind(person.encode(), 0, at), content.find(person.encode(), at)
            pairs += [(at - before - len(person), text, person)] if before >= 0 else []
            pairs += [(after - at - len(text), text, person)] if after >= 0 else []
    texts: list[str] = []
    people: list[str] = []
    for _, text, person in sorted(pairs):
        if text not in texts and person not in people:
            texts.append(text)
            people.append(person)
    return by_order(asked, texts, people, chance)


def guesses(asked: Asked, artifacts: dict[str, bytes], chance: random.Random) -> dict[str, dict[str, str]]:
    """What each way says, by its name."""
    found = {
        "shown as sent": by_order(asked, asked.shown, asked.people, chance),
        "shown by identifier": by_order(asked, asked.shown, sorted(asked.people), chance),
    }
    for name, content in artifacts.items():
        texts = places(content, list(asked.texts.values()), last=False)
        later = places(content, list(asked.texts.values()), last=True)
        found[f"{name}: place as sent"] = by_order(asked, texts, asked.people, chance)
        found[f"{name}: last place as sent"] = by_order(asked, later, asked.people, chance)
        found[f"{name}: place of both"] = by_order(asked, texts, places(content, asked.people, last=True), chance)
        found[f"{name}: nearest"] = nearest(content, asked, chance)
    return found


@dataclass
class Score:
    """How often one way was right, against once a prompt."""

    runs: int = 0
    right: int = 0

    @property
    def mean(self) -> float:
        return self.right / self.runs

    @property
    def interval(self) -> tuple[float, float]:
        """95 %: where guesses are no better than chance, right ones of a prompt have mean 1 and variance 1."""
        half = NORMAL_95 / self.runs ** 0.5
        return self.mean - half, self.mean + half

    @property
    def is_chance(self) -> bool:
        return self.mean <= 1 + SIGMAS / self.runs ** 0.5


class Game:
    """One meeting with its writers, on a server of its own."""

    def __init__(self, folder: Path, chance: random.Random):
        self.folder, self.chance = folder, chance
        self.metrics = free_port()
        self.server = Server(folder / "server", settings=PLENTY | {"metricsAddress": f"127.0.0.1:{self.metrics}"})
        self.asked: list[Asked] = []

    async def play(self, runs: int) -> None:
        self.lead = await room.lead(self.server)
        writers = [await room.teacher(self.server, f"Writer {number}") for number in range(WRITERS)]
        self.writers = {ticket.person: client for client, ticket in writers}
        for number in range(runs):
            await self._ask(number)
        for client in [self.lead, *self.writers.values()]:
            await client.leave()

    async def _ask(self, number: int) -> None:
        plan = {"kind": "open", "text": f"Question {number}?", "choices": [], "isMultiple": False, "circle": "anonymous"}
        sequence = await self.lead.do({"preparePrompt": {"plan": plan}})
        prompt = (await self.lead.event("promptPrepared", sequence - 1))["event"]["promptPrepared"]["prompt"]
        await self.lead.do({"openPrompt": {"prompt": prompt}})
        order = list(self.writers)
        self.chance.shuffle(order)
        asked = Asked(order, {person: f"said{self.chance.getrandbits(64):016x}" for person in order})
        for person in order:
            await answer(self.writers[person], prompt, asked.texts[person])
            if self.chance.random() < 0.2:
                # Somebody does something else in between: the log knows the time of that.
                await self.writers[person].do({"postMessage": {"text": "Done"}})
        sequence = self.lead.sequence
        await self.lead.do({"revealPrompt": {"prompt": prompt}})
        fact = (await self.lead.event("answersRevealed", sequence, prompt=prompt))["event"]["answersRevealed"]
        asked.shown = [one["texts"][0] for one in fact["answers"]]
        self.asked.append(asked)

    def artifacts(self) -> dict[str, bytes]:
        """All that is left, as it is after the closing and while the server still runs, and then once it has ended."""
        found = {"figures": ask(self.metrics)[2].encode()}
        for name in ("staffroom.db", "staffroom.db-wal", "staffroom.db-shm"):
            source = self.server.data / name
            if source.exists():
                shutil.copy(source, self.folder / name)
                found[name] = (self.folder / name).read_bytes()
        good("backup", "--data", self.server.data, self.folder / "backup.db")
        found["backup"] = (self.folder / "backup.db").read_bytes()
        found["minutes"] = good(
            "minutes", self.server.meeting, "--data", self.server.data, "--readers", "leads").encode()
        code, _ = self.server.stop()
        assert code == 0
        found["database at rest"] = (self.server.data / "staffroom.db").read_bytes()
        found["log of the process"] = self.server.log().encode()
        return found


async def answer(client: Client, prompt: str, text: str, token: str | None = None, identifier: str | None = None) -> int:
    """Answers anonymously, as a page does."""
    token = token or f"token-{random.SystemRandom().getrandbits(128):032x}"
    wish = {"prompt": prompt, "answer": {"texts": [text], "numbers": []}, "token": token}
    return await client.do({"answerAnonymously": wish}, identifier)


def attack(runs: int, seed: int) -> dict[str, Score]:
    """Plays so many prompts and tries every way on all that is left of them."""
    chance = random.Random(seed)
    scores: dict[str, Score] = {}
    while runs > 0:
        share = min(runs, PROMPTS_OF_A_MEETING)
        runs -= share
        with temporary_folder() as folder:
            game = Game(Path(folder), chance)
            with game.server:
                asyncio.run(game.play(share))
                artifacts = game.artifacts()
            score(game.asked, artifacts, chance, scores)
    return scores


def score(asked: list[Asked], artifacts: dict[str, bytes], chance: random.Random, scores: dict[str, Score]) -> None:
    """Adds what every way gets right."""
    for one in asked:
        for name, guess in guesses(one, artifacts, chance).items():
            entry = scores.setdefault(name, Score())
            entry.runs += 1
            entry.right += one.right(guess)


def report(scores: dict[str, Score]) -> str:
    """One line a way."""
    lines = []
    for name, one in scores.items():
        low, high = one.interval
        verdict = "chance" if one.is_chance else "BETTER THAN CHANCE"
        lines.append(f"{name}: {one.mean:.3f} right of {WRITERS} a prompt, chance is 1, 95 % {low:.3f} to {high:.3f}, "
                     f"{one.runs} prompts: {verdict}")
    return "\n".join(lines)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--json", action="store_true", help="numbers only")
    given = parser.parse_args()
    scores = attack(given.runs, given.seed)
    numbers = {name: {"runs": one.runs, "right": one.right, "interval": one.interval} for name, one in scores.items()}
    sys.stdout.write((json.dumps(numbers) if given.json else f"seed {given.seed}\n{report(scores)}") + "\n")
    return 0 if all(one.is_chance for one in scores.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
