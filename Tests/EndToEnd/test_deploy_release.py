"""A release as it gets onto a server: laid out below a root of its own, put in place of an older one, and, in the long form,
run where there is nothing but the C libraries."""

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from Tests.EndToEnd.server import BINARY, ROOT, free_port

ADDRESS = "https://staffroom.example.org"
USAGE, NO_INPUT, NO_RIGHT = 64, 66, 77
# What a Debian without Swift has; everything else has to be in the program.
LIBRARIES = {"libc", "libcap", "libcrypto", "libdl", "libgcc_s", "libm", "libpthread", "libqrencode", "libsodium",
             "libsqlite3", "libssl", "libstdc++", "libuv", "libwebsockets", "libz", "ld-linux-x86-64", "linux-vdso",
             "ld-linux-aarch64"}

as_root = pytest.mark.skipif(os.getuid() != 0, reason="only root may install")


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """As Config/release lays it out, with the program that is tested."""
    made = tmp_path / "release"
    (made / "bin").mkdir(parents=True)
    shutil.copy(BINARY, made / "bin" / "staffroom")
    subprocess.run([ROOT / "Config" / "bundle", made / "share" / "staffroom"], check=True)
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A machine as Debian leaves it, as far as users go."""
    made = tmp_path / "root"
    (made / "etc").mkdir(parents=True)
    (made / "etc" / "passwd").write_text("root:x:0:0:root:/root:/bin/sh\n")
    (made / "etc" / "group").write_text("root:x:0:\n")
    for name in ("shadow", "gshadow"):
        (made / "etc" / name).write_text("root:*:::::::\n" if name == "shadow" else "root:*::\n")
    return made


def deploy(release: Path, *arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run([release / "share/staffroom/Config/deploy", *map(str, arguments)],
                          capture_output=True, text=True)


@as_root
def test_a_release_is_installed_and_replaced(release: Path, root: Path) -> None:
    done = deploy(release, ADDRESS, "--root", root)
    assert done.returncode == 0, done.stderr
    place, settings = root / "opt/staffroom", root / "etc/staffroom.json"
    assert json.loads(settings.read_text())["publicURL"] == ADDRESS
    user = next(line for line in (root / "etc/passwd").read_text().splitlines() if line.startswith("staffroom:"))
    assert user.endswith(":/var/lib/staffroom:/usr/sbin/nologin") and 0 < int(user.split(":")[2]) < 1000
    unit = (root / "etc/systemd/system/staffroom.service").read_text()
    program = re.search(r"^ExecStart=(\S+)", unit, re.MULTILINE)
    assert program and (root / program[1].lstrip("/")).stat().st_mode & stat.S_IXOTH
    assert list((place / "share/staffroom/Web/hashed").glob("index-*.js"))
    for file in place.rglob("*"):
        assert file.stat().st_uid == 0 and not file.stat().st_mode & 0o022, file
        assert file.stat().st_mode & (0o005 if file.is_dir() else 0o004), file

    # A newer one: settings and user stay, the one before can be put back.
    settings.write_text('{"publicURL": "https://other.example.org"}')
    (release / "share/staffroom/Config/new").write_text("new")
    done = deploy(release, "--root", root)
    assert done.returncode == 0, done.stderr
    assert "other" in settings.read_text()
    assert (place / "share/staffroom/Config/new").exists()
    assert not (root / "opt/staffroom.before/share/staffroom/Config/new").exists()
    assert (root / "opt/staffroom.before/bin/staffroom").exists() and not (root / "opt/staffroom.new").exists()
    assert (root / "etc/passwd").read_text().count("\nstaffroom:") == 1

    # From where it is installed, for the unit alone.
    done = deploy(place, "--root", root)
    assert done.returncode == 0 and (place / "bin/staffroom").exists(), done.stderr


@as_root
@pytest.mark.parametrize("arguments,code", [((), USAGE), (("staffroom.example.org",), USAGE), (("--force",), USAGE)],
                         ids=["no address", "no https", "unknown"])
def test_what_cannot_be_meant_changes_nothing(release: Path, root: Path, arguments: tuple, code: int) -> None:
    before = sorted(root.rglob("*"))
    assert deploy(release, *arguments, "--root", root).returncode == code
    assert sorted(root.rglob("*")) == before


@as_root
def test_sources_are_no_release(root: Path) -> None:
    done = subprocess.run([ROOT / "Config/deploy", ADDRESS, "--root", root], capture_output=True, text=True)
    assert done.returncode == NO_INPUT and "Config/release" in done.stderr
    assert not (root / "opt").exists()


@as_root
@pytest.mark.skipif(shutil.which("unshare") is None, reason="no unshare on this machine")
def test_it_runs_where_there_is_nothing_but_c_libraries(root: Path, request: pytest.FixtureRequest,
                                                        tmp_path: Path) -> None:
    if not request.config.getoption("--whole"):
        pytest.skip("the release has to be built")
    made = tmp_path / "made"
    subprocess.run([ROOT / "Config/release", made], check=True, stdout=sys.stderr)
    assert deploy(made, ADDRESS, "--root", root).returncode == 0
    listed = subprocess.run(["ldd", made / "bin/staffroom"], capture_output=True, text=True, check=True).stdout
    names = {Path(line.split()[0]).name.split(".so")[0] for line in listed.splitlines()}
    assert names <= LIBRARIES, names - LIBRARIES
    files = [word for line in listed.splitlines() for word in line.split() if word.startswith("/")]
    # It is opened by its name, and so are the services of names, which the C library looks for.
    files += [str(found) for found in Path("/usr/lib").glob("*-linux-gnu/libwebsockets-evlib_uv.so")]
    for file in files:
        copy = root / file.lstrip("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    for folder in ("proc", "dev", "tmp", "var/lib/staffroom"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "etc/staffroom.json").write_text(json.dumps({"port": free_port()}))
    chroot = shutil.which("chroot", path="/usr/sbin:/usr/bin:/sbin:/bin")
    script = f"""
        mount -t proc proc {root}/proc
        for one in null urandom random; do touch {root}/dev/$one; mount --bind /dev/$one {root}/dev/$one; done
        exec env -i PATH=/nowhere {chroot} {root} /opt/staffroom/bin/staffroom serve --sample \\
            --data /var/lib/staffroom --config /etc/staffroom.json"""
    log = tmp_path / "log"
    with log.open("w") as errors:
        process = subprocess.Popen(["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script],
                                   stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert process.stdout
        line = process.stdout.readline()
        assert line, log.read_text()
        url = json.loads(line)["url"]
        page = subprocess.run(["curl", "-sS", url], capture_output=True, text=True, check=True).stdout
        script_path = re.search(r'src="(/hashed/index-\w+\.js)"', page)
        assert script_path, page
        subprocess.run(["curl", "-sSf", "-o", tmp_path / "script", url + script_path[1]], check=True)
        assert '"kind":"servesSources"' not in log.read_text()
    finally:
        process.kill()
        process.wait()
