"""Knows how a real server is started, killed and started again on the same port and the same data."""

import json
import os
import select
import signal
import socket
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30
STOP_SECONDS = 10
HOST = "staffroom.test"


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program() -> Path:
    """The server to test: the one named by STAFFROOM, else the debug build."""
    named = os.environ.get("STAFFROOM")
    found = Path(named) if named else ROOT / ".build" / "debug" / "staffroom"
    if not found.exists():
        raise FileNotFoundError(f"{found} is not there; build it first with: swift build")
    return found


class Server:
    """One server process with its data folder; `links` is what it printed when it started."""

    def __init__(self, folder: Path, sample: bool = True):
        self.folder = folder
        self.sample = sample
        self.port = free_port()
        self.url = f"http://{HOST}:{self.port}"
        self.process: subprocess.Popen | None = None
        self.links: dict = {}

    def start(self) -> "Server":
        """Starts it and waits until it says where it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [program(), "serve", "--port", str(self.port), "--public-url", self.url,
                   "--data", self.folder / "data"]
        with open(self.folder / "server.log", "ab") as log:
            self.process = subprocess.Popen(command + (["--sample"] if self.sample else []), cwd=ROOT,
                                            stdout=subprocess.PIPE, stderr=log)
        self.links = json.loads(self._line())
        return self

    def _line(self) -> bytes:
        assert self.process and self.process.stdout
        end = time.monotonic() + START_SECONDS
        line = b""
        while not line.endswith(b"\n"):
            ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, end - time.monotonic()))
            more = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            if not more:
                raise RuntimeError(f"the server did not start:\n{self.log()}")
            line += more
        return line

    def kill(self) -> None:
        """As when the power fails."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self._ended()

    def stop(self) -> None:
        """As an operator stops it; nothing if it does not run."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self._ended()
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def _ended(self) -> None:
        assert self.process
        self.process.wait(STOP_SECONDS)
        if self.process.stdout:
            self.process.stdout.close()
        self.process = None

    def log(self) -> str:
        """What the server wrote for its operator."""
        return (self.folder / "server.log").read_text(errors="replace")

    @property
    def code(self) -> str:
        return self.links["meetings"][0]["code"]

    @property
    def meeting(self) -> str:
        return self.links["meetings"][0]["id"]
