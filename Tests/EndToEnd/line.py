"""A bare client of the line, the transport without a WebSocket: the protocol of `client.Client` by single requests."""

from __future__ import annotations

import asyncio
import json

from Tests.EndToEnd.client import Client

REQUEST_SECONDS = 40.0
RETRY_SECONDS = 0.2
TRIES = 8
LOST = 1006

# What a phone's browser adds to each request, so that what is counted is what a phone would pay.
BROWSER = {
    "sec-ch-ua-platform": '"Android"',
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Mobile "
                  "Safari/537.36",
    "sec-ch-ua": '"Chromium";v="148", "Not=A?Brand";v="24", "Google Chrome";v="148"',
    "sec-ch-ua-mobile": "?1", "Accept": "*/*", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Dest": "empty", "Accept-Encoding": "gzip, deflate, br, zstd", "Accept-Language": "cy-GB,cy;q=0.9",
    "Cache-Control": "no-cache", "Pragma": "no-cache",
}


class Answered(Exception):
    """The server said no; `status` and `code` are what it said."""

    def __init__(self, status: int, body: dict):
        super().__init__(f"{status} {body}")
        self.status = status
        self.code = body.get("error", {}).get("code")


class LineClient(Client):
    """One device on a line; everything above the transport is the same as on a WebSocket."""

    def __init__(self, *arguments: object, **named: object):
        super().__init__(*arguments, **named)
        self.secret: str | None = None
        self.origin: str | None = None
        self.sent = self.received = 0
        self.requests = self.retries = 0
        self._outgoing: list[str] = []
        self._sending: asyncio.Lock = asyncio.Lock()

    async def open(self, **_: object) -> None:
        """A new line, with nothing said on it yet."""
        await self._stop()
        self.closed, self.bye, self.secret = None, None, None
        self.sent = self.received = 0
        self._outgoing = []
        answer = await self._persist("open", {"messages": []})
        self.secret = answer["line"]
        self._reader = asyncio.create_task(self._take_all())

    async def say(self, message: dict) -> None:
        """Numbered; made again until it is answered."""
        text = json.dumps(message)
        self._outgoing.append(text)
        async with self._sending:
            if not self._outgoing:
                return  # whoever was before us has sent it along
            batch, self._outgoing = self._outgoing, []
            answer = await self._persist("send", {"line": self.secret, "from": self.sent + 1, "messages": batch})
            self.sent += len(batch)
            assert answer["through"] == self.sent, (answer, self.sent)

    async def leave(self) -> None:
        """Says good-bye; the line is over."""
        await self._stop()
        if self.secret and not self.closed:
            await self.request("close", {"line": self.secret})
        self.closed = self.closed or (1000, "")

    def cut(self) -> None:
        """Stops asking: the line is not told."""
        if self._reader:
            self._reader.cancel()
        self.closed = (LOST, "")

    async def _stop(self) -> None:
        if self._reader and not self._reader.done():
            self._reader.cancel()
            await asyncio.gather(self._reader, return_exceptions=True)

    async def _take_all(self) -> None:
        try:
            while True:
                answer = await self._persist("take", {"line": self.secret, "after": self.received})
                number = answer["through"] - len(answer["frames"])
                for frame in answer["frames"]:
                    number += 1
                    assert number <= self.received + 1, f"a gap: {number} after {self.received}"
                    if number > self.received:
                        self.received = number
                        self._take(frame)
                self._news.set()
                if closed := answer.get("closed"):
                    self.closed = (closed["code"], closed["reason"])
                    break
        except (Answered, ConnectionError) as failure:
            self.closed = (LOST, str(failure))
        except AssertionError as failure:  # kept for whoever waits: a task of its own has nobody to tell
            self.broken = failure
        self._news.set()

    # Requests

    async def _persist(self, what: str, body: dict) -> dict:
        """Asks until there is an answer."""
        for tries in range(TRIES):
            try:
                # Not `wait_for`: it forgets that it was cancelled when the answer comes in the same moment.
                async with asyncio.timeout(REQUEST_SECONDS):
                    return await self.request(what, body)
            except (OSError, asyncio.IncompleteReadError, TimeoutError):
                self.retries += 1
                await asyncio.sleep(RETRY_SECONDS * (tries + 1))
        raise ConnectionError(f"no answer to {what} in {TRIES} tries")

    async def request(self, what: str, body: dict, headers: dict | None = None) -> dict:
        """One POST on a connection of its own."""
        self.requests += 1
        payload = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        lines = {"Host": f"127.0.0.1:{self.port}", "Connection": "keep-alive", "Content-Length": str(len(payload)),
                 "Content-Type": "application/json", **BROWSER}
        if self.origin:
            lines["Origin"] = self.origin
        if self.cookie:
            lines["Cookie"] = self.cookie
        head = "".join(f"{name}: {value}\r\n" for name, value in {**lines, **(headers or {})}.items())
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(f"POST /api/line/{what} HTTP/1.1\r\n{head}\r\n".encode() + payload)
            answer = await reader.readuntil(b"\r\n\r\n")
            status = int(answer.split(b" ", 2)[1])
            length = next(int(line.split(b":")[1]) for line in answer.lower().split(b"\r\n")
                          if line.startswith(b"content-length:"))
            said = json.loads(await reader.readexactly(length))
        finally:
            writer.transport.abort()
        if status != 200:
            raise Answered(status, said)
        return said
