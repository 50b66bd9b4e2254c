"""Sheets are shared through a server that speaks as S3 does. `make s3-store` runs this: the server is large."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from fsspec.core import url_to_fs
from worksheets.paper.pdf_cache import PdfStore
from worksheets.shared_store import SharedStore

from tests.support.one_sheet import sheet

PATIENCE = 60
"""Seconds for the server to start."""

PLACE = "s3://guide/sheets"


@pytest.fixture
def server(unused_port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server with an empty bucket, which the environment names."""
    address = f"http://127.0.0.1:{unused_port}"
    settings = {"AWS_ENDPOINT_URL": address, "AWS_ALLOW_HTTP": "true", "AWS_REGION": "us-east-1"}
    for name, value in {**settings, "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}.items():
        monkeypatch.setenv(name, value)
    command = [os.environ["S3_SERVER"], "-H", "127.0.0.1", "-p", str(unused_port)]
    with (tmp_path / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _make_bucket(f"{address}/guide")
            yield
        finally:
            process.kill()


def _make_bucket(address: str) -> None:
    """Make a bucket, as soon as the server is there."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(Request(address, method="PUT")):
                return
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.mark.usefixtures("server")
def test_two_machines_share_a_bucket_and_damage_there_is_found(tmp_path: Path) -> None:
    one, two, three = (PdfStore(tmp_path / name, [], shared=SharedStore(PLACE)) for name in ("one", "two", "three"))
    assert one.load(sheet("<p>One")) is None
    one.save(sheet("<p>One"), b"%PDF whole", 3)
    assert one.shared
    assert one.shared.said == []
    found = two.load(sheet("<p>One"))
    assert found
    assert (found.pages, Path(found.file).read_bytes()) == (3, b"%PDF whole")

    key = Path(found.file).stem.partition("-")[0]
    files, path = url_to_fs(PLACE)
    files.pipe_file(f"{path}/{key[:2]}/{key}", b"\0" * 32 + b"3\n%PDF changed")
    assert three.shared
    assert three.load(sheet("<p>One")) is None
    assert [key in said and "damaged" in said for said in three.shared.said] == [True]
    assert three.shared.load([key]) == {}
    three.save(sheet("<p>One"), b"%PDF whole", 3)
    assert three.shared.load([key]) == {key: b"3\n%PDF whole"}
