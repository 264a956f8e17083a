"""Delivery as it is promised: once, in one order, after every reconnect, or honestly from the start."""

import asyncio
import random
import socket
from collections import Counter

import pytest

from Tests.EndToEnd import room, store
from Tests.EndToEnd.client import Client, Refused
from Tests.EndToEnd.server import Server

PEOPLE = 5
ROUNDS = 40
OPEN_EACH = 6
LONGEST_PAUSE_SECONDS = 0.03
LONG_TEXT = "€" * 2_000
"""The longest message, three bytes a letter."""
ROUND_OF_LONG_TEXTS = 50
MOST_LONG_TEXTS = 4_000
ONE_WRITERS_SHARE = 800
SMALL_BUFFER_BYTES = 4_096


def message(text: str) -> dict:
    """The wish to say something."""
    return {"postMessage": {"text": text}}


def texts(book: store.Book) -> Counter:
    """How often each text is stored, by its first word."""
    return Counter(entry.fields["text"].split()[0] for entry in book.of("messagePosted"))


def check_heard(book: store.Book, client: Client, audience: str = "participant") -> None:
    """What a client has is a contiguous piece of the log: nothing missing, nothing twice."""
    heard = [entry["sequence"] for entry in client.entries]
    assert heard == book.visible(audience, client.first, client.sequence)


@pytest.mark.parametrize("wrong", ["epoch", "sequence"])
def test_whoever_followed_another_log_starts_over(server: Server, wrong: str) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        client, _ = await room.teacher(server, "Nia")
        await client.leave()
        reached = await lead.do(message("while Nia was away"))
        if wrong == "epoch":
            client.epoch = "f" * len(client.epoch)
        else:
            client.sequence = reached + 1_000
        await client.connect()
        welcome = client.welcomes[-1]
        assert not welcome["resumed"] and welcome["sequence"] >= reached
        assert "while Nia was away" in [m["text"] for m in welcome["room"]["messages"]]
        # The same client with what it was just given is resumed.
        await client.leave()
        later = await lead.do(message("and again"))
        await client.connect()
        assert client.welcomes[-1]["resumed"] and client.sequence >= later
        assert "and again" in [e["event"].get("messagePosted", {}).get("text") for e in client.entries]
        await client.leave()
        await lead.leave()

    room.run(body())


def test_the_same_id_is_stored_once_wherever_it_comes_from(server: Server) -> None:
    async def body() -> None:
        await room.lead(server)
        phone, ticket = await room.teacher(server, "Owain")
        laptop = await room.device(server, ticket).connect()
        first = await phone.do(message("once said"), "same")
        assert await phone.do(message("once said"), "same") == first
        assert await laptop.do(message("once said"), "same") == first
        with pytest.raises(Refused) as refusal:
            await laptop.do(message("twice said"), "same")
        assert refusal.value.name == "conflict"
        # An id is its person's: somebody else may draw the same.
        other, _ = await room.teacher(server, "Catrin")
        assert await other.do(message("other said"), "same") > first
        server.kill()
        server.start()
        await phone.gone()
        await phone.connect()
        assert await phone.do(message("once said"), "same") == first

    room.run(body())
    server.stop()
    assert texts(store.read(server.data, server.meeting)) == {"once": 1, "other": 1}


def test_two_devices_are_one_person(server: Server) -> None:
    async def body() -> None:
        lead = await room.lead(server)
        phone, ticket = await room.teacher(server, "Gwen")
        laptop = await room.device(server, ticket).connect()
        said = await phone.do(message("from the phone"))
        await laptop.until(lambda: laptop.sequence >= said, "what the phone said")
        await phone.leave()
        said = await laptop.do(message("from the laptop"))
        await lead.until(lambda: lead.sequence >= said, "what the laptop said")
        assert not any("presenceEnded" in entry["event"] for entry in lead.entries)
        await phone.connect()
        assert phone.welcomes[-1]["resumed"] and phone.sequence >= said
        await phone.leave()
        await laptop.leave()
        ended = await lead.event("presenceEnded", person=ticket.person)
        begun = [e for e in lead.entries if e["event"].get("presenceBegan", {}).get("person") == ticket.person]
        assert len(begun) == 1 and begun[0]["sequence"] < ended["sequence"]
        await lead.leave()

    room.run(body())


def test_cut_again_and_again(server: Server, seed: int) -> None:
    """Lines are cut at random instants under load; whoever comes back lacks nothing and has nothing twice."""
    chance = random.Random(seed)

    async def body() -> tuple[list[Client], int, int]:
        await room.lead(server)
        people = [(await room.teacher(server, f"Person {n}"))[0] for n in range(PEOPLE)]
        sent = cuts = 0
        for _ in range(ROUNDS):
            for client in people:
                for _ in range(OPEN_EACH):
                    sent += 1
                    await client.send(message(f"c{seed}-{sent} said"))
            # The instant is what is random here; nothing waits for this to pass.
            await asyncio.sleep(chance.uniform(0, LONGEST_PAUSE_SECONDS))
            away = chance.sample(people, chance.randint(1, PEOPLE))
            for client in away:
                client.cut()
            for client in away:
                await client.gone()
                await client.connect()
                assert client.welcomes[-1]["resumed"], seed
                await client.resend()
                cuts += 1
            for client in people:
                await client.until(lambda: not client.pending, f"all answers (seed {seed})")
        end = max(max(client.acks.values()) for client in people)
        for client in people:
            await client.until(lambda: client.sequence >= end, f"the last entries (seed {seed})")
            await client.leave()
            assert not client.nacks, (client.nacks, seed)
        return people, sent, cuts

    people, sent, cuts = room.run(body())
    server.stop()
    book = store.read(server.data, server.meeting)
    assert len(texts(book)) == sent and set(texts(book).values()) == {1}, seed
    for client in people:
        check_heard(book, client)
    assert cuts >= ROUNDS
    print(f"seed {seed}: {cuts} cuts, {sent} messages, each once, every client's log complete")


def test_a_slow_reader_is_cut_and_comes_back(server: Server) -> None:
    """Somebody who stops reading is let go; the others go on; nothing is missing afterwards."""

    async def body() -> tuple[Client, Client, int]:
        lead = await room.lead(server)
        # Nobody may write all that alone.
        writers = [(await room.teacher(server, f"Writer {n}"))[0] for n in range(MOST_LONG_TEXTS // ONE_WRITERS_SHARE)]
        writer = writers[0]
        ticket = server.join("Sleeper")
        sleeper = room.device(server, ticket)
        # A small buffer, so that it is full soon.
        line = socket.socket()
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER_BYTES)
        line.connect(("127.0.0.1", server.port))
        await sleeper.open(sock=line)
        await sleeper.hello()
        sleeper.pause()
        sent = 0

        def is_away() -> bool:
            return any(e["event"].get("presenceEnded", {}).get("person") == ticket.person for e in lead.entries)

        while not is_away() and sent < MOST_LONG_TEXTS:
            speaker = writers[sent // ONE_WRITERS_SHARE]
            for _ in range(ROUND_OF_LONG_TEXTS):
                await speaker.send(message(f"s{sent} {LONG_TEXT}"[:2_000]))
                sent += 1
            await speaker.until(lambda: not speaker.pending, "answers for those who read")
            assert not speaker.nacks
            await lead.until(lambda: lead.sequence >= max(speaker.acks.values()), "the lead to follow")
        await lead.event("presenceEnded", person=ticket.person)
        sleeper.unpause()
        await sleeper.gone()
        # 4008 comes by only if there is still room for it.
        assert sleeper.closed[0] in (1006, 4008), sleeper.closed
        behind = sleeper.sequence
        await sleeper.connect()
        # What was missed, or the room where that is less to send: either way all of it.
        assert sleeper.welcomes[-1]["epoch"] == writer.welcomes[-1]["epoch"] and behind < sleeper.sequence
        end = await lead.do(message("last"))
        for client in (sleeper, *writers):
            await client.until(lambda: client.sequence >= end, "the last entry")
            await client.leave()
        return sleeper, writer, sent

    sleeper, writer, sent = room.run(body())
    server.stop()
    book = store.read(server.data, server.meeting)
    assert len(texts(book)) == sent + 1
    check_heard(book, sleeper)
    check_heard(book, writer)
