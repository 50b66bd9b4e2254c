"""The set-up of the tests waits for another program that installs, and then says so."""

import fcntl
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.support.programs import apt_get

pytestmark = pytest.mark.skipif(not shutil.which("apt-get"), reason="not a Debian")


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IO[str]]:
    """An apt of our own, without sources, and the file that it locks."""
    for name in ("lists/partial", "cache/archives/partial", "state"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "apt.conf").write_text(
        f'Dir::State "{tmp_path}/state"; Dir::State::lists "{tmp_path}/lists"; Dir::Cache "{tmp_path}/cache";'
        'Dir::Etc::sourcelist "/dev/null"; Dir::Etc::sourceparts "/dev/null"; APT::Sandbox::User "";'
    )
    monkeypatch.setenv("APT_CONFIG", str(tmp_path / "apt.conf"))
    with (tmp_path / "lists" / "lock").open("w") as file:
        yield file


def test_a_lock_that_stays_is_told_in_one_sentence(lock: IO[str], capsys: pytest.CaptureFixture[str]) -> None:
    fcntl.lockf(lock, fcntl.LOCK_EX)
    said = apt_get("update", "-qq", patience=1)
    assert said == "Another program is still installing something, so apt-get cannot. Try again when it has ended.\n"
    assert capsys.readouterr().out.count("waiting") == 1


def test_a_lock_that_goes_is_waited_for(lock: IO[str]) -> None:
    fcntl.lockf(lock, fcntl.LOCK_EX)
    threading.Timer(1.5, lambda: fcntl.lockf(lock, fcntl.LOCK_UN)).start()
    assert apt_get("update", "-qq", patience=20) == ""
