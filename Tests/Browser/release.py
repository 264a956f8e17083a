"""Knows how a release is served: under the one name besides TLS for which browsers allow a worker."""

from pathlib import Path

from .server import Server

HOME = "localhost"


def release(folder: Path, resources: Path, host: str = HOME) -> Server:
    return Server(folder, host=host, resources=resources)
