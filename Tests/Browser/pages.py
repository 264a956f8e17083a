"""Knows which pages a server gives to the browsers of tests: what a release serves, made once of the sources as they are.

Hundreds of files as they are written come to the same page, but each time half a second later. A test that is about the
files themselves names `ROOT`; STAFFROOM_SOURCES=1 gives all tests the sources, so that a complaint names their lines."""

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from Tests.EndToEnd.server import ROOT


def bundle(folder: Path, root: Path = ROOT) -> Path:
    """What `Config/bundle` makes of the sources below `root`."""
    subprocess.run([root / "Config" / "bundle", folder], check=True)
    return folder


@functools.cache
def bundled() -> Path:
    """What a release serves; it goes with this process."""
    folder = Path(tempfile.mkdtemp(prefix="staffroom-pages-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return bundle(folder)


def served() -> Path:
    """What servers of tests have when nothing else is said."""
    return ROOT if os.environ.get("STAFFROOM_SOURCES") else bundled()
