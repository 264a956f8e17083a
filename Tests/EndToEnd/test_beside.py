"""The socket in the data folder, by which a command has a running server do what writes: for the same user alone."""

from __future__ import annotations

import json
import os
import socket
import stat
from pathlib import Path

import pytest

from Tests.EndToEnd import room
from Tests.EndToEnd.erasing import NAME, SCHOOL, found_in, good, staffroom
from Tests.EndToEnd.server import Server, Ticket

DATA = 65


def test_the_socket_is_private_and_goes_with_the_server(server):
    path = server.data / "staffroom.sock"
    mode = os.stat(path).st_mode
    assert stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o600
    for bad in (b"nonsense\n", b"{}\n", b"x" * 200_000, b'{"version":"0.0.0","errand":{}}\n', b""):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(60)
            line.connect(str(path))
            try:
                line.sendall(bad)
                line.shutdown(socket.SHUT_WR)
                answer = line.recv(65_536)
            except (BrokenPipeError, ConnectionResetError):
                answer = b""
            assert answer == b"" or "failed" in json.loads(answer)
    room.run(room.lead(server))
    server.stop()
    assert not path.exists()
    # What a killed server leaves behind is no server.
    server.start()
    server.kill()
    assert path.exists()
    gone = staffroom("erase", "--data", server.data, "--yes", "nobody-at-all")
    assert gone.returncode == DATA
    server.start()
    assert path.exists()


def test_a_long_path_to_the_data_folder_is_no_hindrance(tmp_path: Path):
    folder = tmp_path / ("a-very-long-name-" * 8) / ("another-one-" * 8)
    with Server(folder) as running:
        ticket: list[Ticket] = []

        async def play() -> None:
            await room.lead(running)
            ticket.append(running.join(NAME, school=SCHOOL))

        room.run(play())
        good("erase", "--data", running.data, "--yes", ticket[0].person)
        assert found_in(running.data) == {}


def test_a_server_of_another_user_does_not_answer(server):
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    path = server.data / "staffroom.sock"
    for folder in (server.data, *server.data.parents):
        if not os.stat(folder).st_mode & 0o005 == 0o005:
            os.chmod(folder, 0o755)
    os.chmod(path, 0o666)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setuid(65_534)
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(60)
                line.connect(str(path))
                try:
                    line.sendall(b"{}\n")
                    code = 0 if line.recv(10) == b"" else 2
                except (BrokenPipeError, ConnectionResetError):
                    code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
