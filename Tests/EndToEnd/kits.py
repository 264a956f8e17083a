"""Knows a hands-on item with kits for a bare client, and pictures of kits: good ones, and files that only say they are."""

from __future__ import annotations

import base64
import http.client
import json
import struct
import uuid

from Tests.EndToEnd.client import Client
from Tests.EndToEnd.server import HTTP_SECONDS, Answer, Server, Ticket

PIECE_BYTES = 32_768
PHOTO_BYTES = 153_600
STEPS = [{"text": "Clip it on", "link": "https://kit.example/1"}, {"text": "Show the number"}]


def mark(kind: int, body: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int = 640, height: int = 480, *, beside: bytes = b"", scan: int = 200) -> bytes:
    """A JPEG by its marks; nobody here looks at the picture."""
    frame = mark(0xC0, struct.pack(">BHHB", 8, height, width, 3) + bytes((1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1)))
    tables = mark(0xDB, bytes((0, *([1] * 64)))) + mark(0xC4, bytes(17))
    head = mark(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    start = mark(0xDA, bytes((3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0)))
    return b"\xFF\xD8" + head + beside + tables + frame + start + b"\x12\x34" * (scan // 2) + b"\xFF\xD9"


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HOSTILE = {
    "a text": (b"Bore da bawb " * 40, "notAPhoto"),
    "an SVG": (SVG, "notAPhoto"),
    "nothing": (b"", "notAPhoto"),
    "an archive behind it": (jpeg() + b"PK\3\4" + bytes(40), "notAPhoto"),
    "a page behind it": (jpeg() + b"<html><script>alert(1)</script>", "notAPhoto"),
    "a page before it": (b"<html>" + jpeg(), "notAPhoto"),
    "cut off": (jpeg()[:-40], "notAPhoto"),
    "huge dimensions": (jpeg(65_535, 65_535), "photoDimensions"),
    "a line of pixels": (jpeg(2_000, 1), "photoDimensions"),
}


async def open_bench(lead: Client) -> str:
    """Adds a hands-on item with two steps, and opens it; its name."""
    plan = {"kind": "hands-on", "title": "Sensors", "timeboxSeconds": 900, "bench": {"kit": "Plant sensor", "steps": STEPS}}
    await lead.do({"addSegment": {"plan": plan, "index": 0}})
    await lead.until(lambda: any("segmentAdded" in one["event"] for one in lead.entries), "the item")
    segment = [one["event"]["segmentAdded"]["segment"] for one in lead.entries if "segmentAdded" in one["event"]][-1]
    await lead.do({"openSegment": {"segment": segment}})
    return segment


def kit(segment: str, step: int, state: str, note: str | None = None) -> dict:
    return {"setKit": {"segment": segment, "step": step, "state": state} | ({"note": note} if note else {})}


def own(client: Client, person: str, segment: str) -> dict:
    """What the person was last told of their own kit."""
    told = [one["own"]["benches"] for one in client.others if one.get("own", {}).get("benches")]
    return told[-1].get(person, {}).get(segment, {}) if told else {}


def send_file(server: Server, ticket: Ticket, content: bytes) -> tuple[str, Answer]:
    """All pieces, or up to the first that is refused; the name of the file and the last answer."""
    file = uuid.uuid4().hex
    pieces = [content[at:at + PIECE_BYTES] for at in range(0, len(content), PIECE_BYTES)] or [b""]
    for number, piece in enumerate(pieces):
        answer = server.post("/api/file", {
            "meeting": ticket.meeting, "file": file, "number": number, "count": len(pieces),
            "bytes": base64.b64encode(piece).decode()}, cookie=ticket.cookie)
        if answer.status != 200:
            break
    return file, answer


def send_photo(server: Server, ticket: Ticket, segment: str, content: bytes, **fields: object) -> Answer:
    file, sent = send_file(server, ticket, content)
    if sent.status != 200:
        return sent
    wish = {"meeting": ticket.meeting, "file": file, "segment": segment, "step": 0, **fields}
    return server.post("/api/photo", wish, cookie=ticket.cookie)


def see(server: Server, ticket: Ticket, photo: str, cookie: str | None = None) -> tuple[int, bytes, dict[str, str]]:
    """What whoever asks for a picture is given."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=HTTP_SECONDS)
    try:
        body = json.dumps({"meeting": ticket.meeting, "photo": photo})
        headers = {"Content-Type": "application/json"} | ({"Cookie": cookie or ticket.cookie})
        connection.request("POST", "/api/photo/see", body, headers)
        answer = connection.getresponse()
        named: dict[str, str] = {}
        for name, value in answer.getheaders():
            # Of two policies a browser keeps to both.
            named[name.lower()] = ", ".join(filter(None, (named.get(name.lower()), value)))
        return answer.status, answer.read(), named
    finally:
        connection.close()




def announced(server: Server, path: str, length: int, cookie: str) -> int:
    """The status of a request that says how long it is going to be; nothing of it is sent."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=HTTP_SECONDS)
    try:
        connection.putrequest("POST", path)
        for name, value in (("Content-Type", "application/json"), ("Content-Length", str(length)), ("Cookie", cookie)):
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    finally:
        connection.close()
