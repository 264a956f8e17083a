"""Knows the server as browsers meet it: under a name of its own, which only our Chromium resolves to this machine."""

from pathlib import Path

from Tests.EndToEnd import server as end_to_end

from .pages import served

ROOT = end_to_end.ROOT
HOST = "staffroom.test"


class Server(end_to_end.Server):
    """The same process as in the end-to-end tests, but with every limit as it is in use."""

    def __init__(self, folder: Path, has_sample: bool = True, *, host: str = HOST, resources: Path | None = None):
        super().__init__(folder, settings={"resources": str(resources or served())}, host=host, has_sample=has_sample)

    @property
    def url(self) -> str:
        assert self.public_url
        return self.public_url

    @property
    def links(self) -> dict:
        """What it printed when it started."""
        return self.announcement
