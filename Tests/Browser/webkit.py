"""Knows how the pages are opened in WebKit, the browser of every iPhone: Debian's WebKitGTK on a screen of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which

from selenium import webdriver

from .driven import Driven
from .texts import Texts

LIBRARIES = Path("/usr/lib")
# As wide as WebKitGTK's window can be made small, and nearly a phone.
SIZE = (480, 900)


class Screen:
    """A display nobody looks at, for as long as the block goes."""

    def __enter__(self) -> "Screen":
        program = which("Xvfb")
        assert program, "Xvfb is missing: Config/install --tests brings it"
        read, write = os.pipe()
        self.process = subprocess.Popen(
            [program, "-displayfd", str(write), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
            pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = f":{pipe.readline().strip()}"
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()


class WebKit(Driven):
    """A browser of its own, worked by what stands on the page."""

    def __init__(self, screen: Screen, t: Texts, size: tuple[int, int] = SIZE):
        program = which("WebKitWebDriver")
        browsers = sorted(LIBRARIES.glob("*/webkit2gtk-*/MiniBrowser"))
        assert program and browsers, "WebKit is missing: Config/install --tests brings webkit2gtk-driver"
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(browsers[-1])
        options.add_argument("--automation")
        environment = {**os.environ, "DISPLAY": screen.name, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1",
                       "NO_AT_BRIDGE": "1", "LANG": f"{t.language}_GB.UTF-8"}
        service = webdriver.WebKitGTKService(program, env=environment)
        super().__init__(webdriver.WebKitGTK(options=options, service=service), t)
        self.driver.set_window_size(*size)
