"""Knows how prompts are prepared, asked, answered and shown over the wire, and all that a client was told."""

from __future__ import annotations

import asyncio
import contextlib
import json

from Tests.EndToEnd.client import Client


async def ask(lead: Client, circle: str = "named", kind: str = "open", **fields: object) -> str:
    """Prepares a prompt and asks it; its name."""
    plan = {"kind": kind, "text": "What will you try?", "circle": circle, **fields}
    sequence = await lead.do({"preparePrompt": {"plan": plan}})
    prepared = await lead.event("promptPrepared", after=sequence - 1)
    prompt = prepared["event"]["promptPrepared"]["prompt"]
    await lead.do({"openPrompt": {"prompt": prompt}})
    return prompt


def saving(prompt: str, *texts: str, narrowing: str | None = None, hands_in: bool = True) -> dict:
    """The wish to keep an answer, or to hand it in."""
    return {"saveResponse": {"prompt": prompt, "answer": {"texts": list(texts), "numbers": []},
                             "narrowing": narrowing, "isHandedIn": hands_in}}


async def reveal(lead: Client, prompt: str, *listeners: Client) -> int:
    """Shows all; everybody has been told."""
    sequence = await lead.do({"revealPrompt": {"prompt": prompt}})
    for one in (lead, *listeners):
        await one.until(lambda one=one: one.sequence >= sequence, "what was shown")
    return sequence


async def back(client: Client) -> None:
    """On a new connection after a cut, where nothing is known of oneself but what the welcome says."""
    client.cut()
    # A line that is not asked any more has no end that could be waited for.
    with contextlib.suppress(asyncio.CancelledError):
        await client.gone()
    client.others.clear()
    await client.connect()


def own(client: Client, person: str, prompt: str) -> dict:
    """What the client knows of itself and a prompt: the last of what it was told."""
    told = [one["own"] for one in client.others if "own" in one]
    known = (told[-1] if told else client.welcomes[-1]["you"]).get("prompts", {})
    return known.get(person, {}).get(prompt, {})


def texts(client: Client, prompt: str) -> list[str]:
    """The answers that a client reads, from its last whole room and what came after it."""
    room = next(one["room"] for one in reversed(client.welcomes) if one.get("room"))
    found = [text for one in room.get("prompts", []) if one["id"] == prompt for response in one["responses"]
             for text in (response.get("answer") or {}).get("texts", [])]
    for entry in client.entries:
        fields = entry["event"].get("responseRevealed")
        if fields and fields["prompt"] == prompt:
            found += fields["texts"]
    return found


class Ear:
    """All that a client is told from now on, as it came, on this connection and those after it."""

    def __init__(self, client: Client):
        self.said: list[str] = [json.dumps(one, ensure_ascii=False) for one in (*client.welcomes, *client.entries)]
        client.on_message = lambda message: self.said.append(json.dumps(message, ensure_ascii=False))

    def __contains__(self, text: str) -> bool:
        return any(text in one for one in self.said)
