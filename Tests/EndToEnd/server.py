"""A real server as a child process: started, stopped, killed, and started again on the same port and data.

Knows the program from outside only: its command line, its one line of JSON, its HTTP interface, its exit codes.
"""

from __future__ import annotations

import http.client
import json
import os
import select
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from Tests.EndToEnd.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("STAFFROOM_BINARY", ROOT / ".build" / "debug" / "staffroom"))
# How long a test waits on the busiest machine; promises are in the tests.
START_SECONDS = 60
STOP_SECONDS = 60
HTTP_SECONDS = 60
LONGEST_LINE_BYTES = 65_536

# One machine plays everybody here, so what is meant for one person or address is raised.
PLENTY = {"commandsPerSecond": 10_000, "commandBurst": 10_000, "newConnectionsPerAddress": 2_000}


class NotStarted(Exception):
    """The program ended instead of serving; `code` is its exit code, `log` what it said."""

    def __init__(self, code: int, log: str):
        super().__init__(f"exit code {code}: {log[-2000:]}")
        self.code = code
        self.log = log


@dataclass
class Answer:
    """What came back by HTTP."""

    status: int
    body: dict
    cookie: str | None


@dataclass
class Ticket:
    """Somebody's way in: the meeting, who they are, and the cookie that proves it."""

    meeting: str
    person: str
    cookie: str
    state: str
    name: str


class Server:
    """One server with a data folder of its own. A context manager that leaves nothing running.

    With a `host` the links it gives name that host, as behind a real name; without `has_sample` it is as new.
    """

    def __init__(self, folder: Path | str, *, settings: dict | None = None, binary: Path = BINARY, port: int = 0,
                 host: str | None = None, has_sample: bool = True, environment: dict[str, str] | None = None):
        self.folder = Path(folder)
        self.data = self.folder / "data"
        self.settings = PLENTY if settings is None else settings
        self.binary = Path(binary)
        # Known beforehand, and not taken by anybody while it is down.
        self.port = port or free_port()
        self.public_url = f"http://{host}:{self.port}" if host else None
        self.has_sample = has_sample
        self.environment = environment or {}
        self.clock_offset = 0
        """Seconds by which the server's clock is moved from its next start on."""
        self.process: subprocess.Popen | None = None
        self.log_path = self.folder / "server.log"
        self.announcement: dict = {}

    def __enter__(self) -> "Server":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process and self.process.poll() is None:
            self.kill()

    # Life and death

    def start(self) -> None:
        """Starts and waits for the announcement; from the second time on it is the same port."""
        assert self.process is None or self.process.poll() is not None, "it is running"
        self.folder.mkdir(parents=True, exist_ok=True)
        config = self.folder / "settings.json"
        config.write_text(json.dumps(self.settings))
        command = [self.binary, "serve", "--port", self.port, "--data", self.data]
        command += ["--public-url", self.public_url] if self.public_url else []
        command += ["--sample"] if self.has_sample else []
        command += [f"--clock-offset={self.clock_offset}"] if self.clock_offset else []
        with self.log_path.open("ab") as log:
            self.process = subprocess.Popen(
                [*map(str, command), "--config", str(config)], cwd=ROOT, stdout=subprocess.PIPE, stderr=log,
                env={**os.environ, **self.environment})
        self.announcement = json.loads(self._first_line())
        if secrets := self.announcement.get("secrets"):
            # Where others may read along the links stand in a private file.
            self.announcement |= json.loads(Path(secrets).read_text())

    def _first_line(self) -> str:
        assert self.process and self.process.stdout
        pipe, line = self.process.stdout, b""
        deadline = time.monotonic() + START_SECONDS
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            piece = os.read(pipe.fileno(), LONGEST_LINE_BYTES) if ready else b""
            line += piece
            if piece and len(line) <= LONGEST_LINE_BYTES:
                continue
            if ready and not piece:
                code = self.process.wait(STOP_SECONDS)
                pipe.close()
                raise NotStarted(code, self.log())
            self.kill()
            raise AssertionError(f"no announcement within {START_SECONDS} s: {self.log()[-2000:]}")
        return line.decode()

    def kill(self) -> None:
        """kill -9, now."""
        assert self.process
        self.process.kill()
        self._buried()

    def terminate(self) -> None:
        """SIGTERM, without waiting."""
        assert self.process
        self.process.send_signal(signal.SIGTERM)

    def ended(self) -> int:
        """Waits until it has ended by itself; the exit code."""
        return self._buried()

    def stop(self) -> tuple[int, float]:
        """SIGTERM; the exit code and how many seconds it took."""
        begun = time.monotonic()
        self.terminate()
        return self._buried(), time.monotonic() - begun

    def _buried(self) -> int:
        assert self.process and self.process.stdout
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self.process.stdout.close()

    def log(self) -> str:
        """All that it has said on stderr, over all its lives."""
        return self.log_path.read_text(errors="replace")

    def move_clock(self, days: float) -> None:
        """Stops, and starts so many days later."""
        self.stop()
        self.clock_offset += round(days * 86_400)
        self.start()

    # By HTTP

    def health(self) -> Answer:
        """How it says it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=HTTP_SECONDS)
        try:
            connection.request("GET", "/health")
            response = connection.getresponse()
            return Answer(response.status, json.loads(response.read(1_000_000)), None)
        finally:
            connection.close()

    @property
    def meeting(self) -> str:
        """The sample meeting."""
        return self.announcement["meetings"][0]["id"]

    @property
    def code(self) -> str:
        return self.announcement["meetings"][0]["code"]

    def post(self, path: str, body: dict | bytes, *, cookie: str | None = None, headers: dict | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=HTTP_SECONDS)
        sent = {"Content-Type": "application/json", **({"Cookie": cookie} if cookie else {}), **(headers or {})}
        try:
            connection.request("POST", path, body if isinstance(body, bytes) else json.dumps(body).encode(), sent)
            response = connection.getresponse()
            text = response.read(1_000_000)
            set_cookie = response.getheader("Set-Cookie")
            given = set_cookie.split(";", 1)[0] if set_cookie else None
            return Answer(response.status, json.loads(text) if text else {}, given)
        finally:
            connection.close()

    def join(self, name: str, *, cookie: str | None = None, mode: str = "remote", **fields: object) -> Ticket:
        """In by the code, as a page does it; what is refused raises."""
        wish = {"code": self.code, "name": name, "school": "Ysgol Glan Môr", "mode": mode, "tier": "pseudonymous"}
        answer = self.post("/api/join", {**wish, **fields}, cookie=cookie)
        assert answer.status == 200, (answer.status, answer.body)
        ticket = cookie or answer.cookie
        assert ticket, "joining gives a ticket"
        return Ticket(answer.body["meeting"], answer.body["person"], ticket, answer.body["state"], name)

    def sign_in(self) -> str:
        """The session cookie of the sample's coordinator, by the printed link."""
        token = self.announcement["coordinator"].split("#setup=", 1)[1]
        answer = self.post("/api/account/setup", {"token": token})
        assert answer.status == 200 and answer.cookie, answer
        return answer.cookie


def temporary_folder() -> tempfile.TemporaryDirectory:
    """A folder for a server's data that goes with the test."""
    return tempfile.TemporaryDirectory(prefix="staffroom-e2e-")
