"""A fleet is built for real, on two workers of Dask: what is sound is published, whatever happens to the rest."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from distributed import Client
from worksheets.commands.fleet_command import fleet
from worksheets.fleet.cluster import workers
from worksheets.fleet.fingerprints import guide_fingerprint
from worksheets.fleet.fleet_file import Brands, read_fleet
from worksheets.fleet.fleet_run import BUILT, FAILED, UNCHANGED, Outcome, Run, Said, settled

from tests.support.command_line import run
from tests.support.project import replace as replace_words
from tests.support.small_fleet import TABLE, small_fleet
from tests.support.small_site import small_site

BROKEN = TABLE + "south,South Practice,call us,,\n"


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Two workers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SHEETS", "false")
        with workers(None, 2) as client:
            yield client


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small guide that all brands are of."""
    return small_site(tmp_path_factory.mktemp("guide") / "guide")


@pytest.fixture
def brands(tmp_path: Path, guide: Path, monkeypatch: pytest.MonkeyPatch) -> Brands:
    """A fleet of three sound brands and a bad one, which is in row 4 of its table."""
    monkeypatch.setenv("SHEETS", "false")
    return read(guide, small_fleet(tmp_path, BROKEN, guide=guide))


def read(guide: Path, file: Path) -> Brands:
    found, problems = read_fleet(guide, file)
    assert found, problems
    return found


def built(guide: Path, brands: Brands, client: Client, said: Said = lambda *_: None) -> dict[str, Outcome]:
    """What came of a run, by brand."""
    report = brands.file.parent / "report"
    unchanged, planned = settled(guide, brands, report)
    fleet = Run(guide, client, report, None)
    found = fleet.read(planned)
    done = fleet.build([one for one in found if not one.why], said)
    return {one.name: one for one in [*unchanged, *(one for one in found if one.why), *done]}


def to_build(guide: Path, file: Path) -> list[str]:
    """The names of the brands that a run would build."""
    return sorted(one.name for one in settled(guide, read(guide, file), file.parent / "report")[1])


def states(found: dict[str, Outcome]) -> dict[str, str]:
    return {name: one.state for name, one in sorted(found.items())}


def test_a_bad_row_stops_no_other_and_what_has_not_changed_is_not_built_again(
    guide: Path, brands: Brands, client: Client
) -> None:
    home, file = brands.file.parent, brands.file
    first = built(guide, brands, client)
    assert states(first) == {"east": BUILT, "north": BUILT, "south": FAILED, "west": BUILT}
    assert "branches.csv:4: column phone: “call us” does not fit" in first["south"].why
    for name, words in {"east": "East Practice", "north": "Example Practice", "west": "West Practice"}.items():
        page = (home / "sites" / name / "index.html").read_text(encoding="utf-8")
        assert f"{words}</title>" in page
        assert ("01632 960 001" in page) == (name == "east")
    assert not (home / "sites" / "south").exists()

    again = built(guide, brands, client)
    assert states(again) == {"east": UNCHANGED, "north": UNCHANGED, "south": FAILED, "west": UNCHANGED}
    assert again["east"].built.sums == first["east"].built.sums
    replace_words(home / "branches.csv", "call us", "01632 960 004")
    assert to_build(guide, file) == ["south"]
    replace_words(home / "branches.csv", "West Practice", "Far West Practice")
    assert to_build(guide, file) == ["south", "west"]
    (home / "sites" / "north" / "SHA256SUMS").unlink()
    assert to_build(guide, file) == ["north", "south", "west"]
    replace_words(home / "clinics" / "base" / "brand.yml", "An example.", "Another example.")
    assert to_build(guide, file) == ["east", "north", "south", "west"]


def test_what_all_brands_share_counts_for_all_and_what_is_published_for_none(tmp_path: Path) -> None:
    for name in ("docs", "clinics", "site", "out"):
        (tmp_path / name).mkdir()
    before = guide_fingerprint(tmp_path, {tmp_path / "out"})
    for name in ("clinics/a", "site/a", "out/a", ".a"):
        (tmp_path / name).write_text("words")
        assert guide_fingerprint(tmp_path, {tmp_path / "out"}) == before, name
    (tmp_path / "docs" / "a").write_text("words")
    assert guide_fingerprint(tmp_path, {tmp_path / "out"}) != before


def test_workers_that_are_killed_lose_nothing(guide: Path, brands: Brands, client: Client) -> None:
    """Neither what they were building nor what they have built: that is not built again."""
    sites = brands.file.parent / "sites"
    victims: set[int] = set()
    published: dict[str, int] = {}

    def kill(one: Outcome, done: int, of: int) -> None:
        if done == 1:
            published[one.name] = (sites / one.name / "SHA256SUMS").stat().st_mtime_ns
            victims.update(client.run(os.getpid).values())
            for pid in victims:
                os.kill(pid, signal.SIGKILL)

    found = built(guide, brands, client, kill)
    assert states(found) == {"east": BUILT, "north": BUILT, "south": FAILED, "west": BUILT}
    assert len(victims) == 2
    assert not victims.intersection(client.run(os.getpid).values())
    assert sorted(path.name for path in sites.iterdir()) == ["east", "north", "west"], "nothing is left aside"
    assert all((sites / name / "SHA256SUMS").is_file() for name in ("east", "north", "west"))
    for name, then in published.items():
        assert (sites / name / "SHA256SUMS").stat().st_mtime_ns == then


def test_a_build_ends_with_its_worker(guide: Path, brands: Brands) -> None:
    """A worker that is killed cannot end its build. So the build ends when its standard input does."""
    north = brands.members[0]
    task = {"config": str(north.clinic / "mkdocs.yml"), "site": str(north.site), "address": "", "branch": None}
    command = [sys.executable, str(guide / "hooks" / "build_brand.py")]
    with subprocess.Popen(command, cwd=guide, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        process.stdin.write(json.dumps(task).encode() + b"\n")
        process.stdin.close()
        process.wait(60)
    assert process.returncode == 1
    assert not north.site.exists()


def test_what_only_a_build_finds_is_told_in_its_own_words(guide: Path, brands: Brands, client: Client) -> None:
    page = brands.file.parent / "clinics" / "north" / "pages" / "ours.md"
    page.parent.mkdir()
    front = "---\ntitle: Ours\ndescription: Ours.\nlast_reviewed: 2026-11-22\nclinical_review: not needed\n---\n"
    page.write_text(f"{front}\n# Ours\n\n[There](index.md#nowhere)\n", encoding="utf-8")
    found = built(guide, replace(brands, members=brands.members[:1]), client)["north"]
    assert found.state == FAILED
    assert "nowhere" in found.why
    assert "Traceback" not in found.why
    assert not (brands.file.parent / "sites" / "north").exists()


def called(*arguments: str) -> Result:
    """The command, run in this process."""
    return CliRunner().invoke(fleet, ["build", *arguments])


def test_the_command_says_what_came_of_all_and_writes_the_report(guide: Path, brands: Brands, tmp_path: Path) -> None:
    arguments = (str(tmp_path), "--report", str(tmp_path / "report"))
    chosen = ("--workers", "1", "--only", "east", "--only", "south")
    done = run(guide, "fleet", "build", *arguments, *chosen, SHEETS="false")
    assert done.returncode == 1, done.stderr
    assert "branches.csv:4: column phone: “call us”" in done.stderr
    assert "1 of 1: east" in done.stdout
    assert "1 failed, 1 built, 0 unchanged." in done.stdout
    assert "Traceback" not in done.stderr
    report = json.loads((tmp_path / "report" / "fleet.json").read_text(encoding="utf-8"))
    assert [(one["name"], one["state"]) for one in report["brands"]] == [("south", FAILED), ("east", BUILT)]
    assert report["good"] is False
    assert "column phone" in (tmp_path / "report" / "fleet.html").read_text(encoding="utf-8")

    replace_words(tmp_path / "branches.csv", "south,South Practice,call us,,", "south,South Practice,,,,one,more")
    done = run(guide, "fleet", "build", *arguments, "--only", "east", SHEETS="false")
    assert done.returncode == 0, "a slip in a row that was not asked for is told, and fails nothing"
    assert done.stderr.count("branches.csv:4: This row has 7 cells") == 1
    assert done.stdout.startswith("0 failed, 0 built, 1 unchanged.")
    report = json.loads((tmp_path / "report" / "fleet.json").read_text(encoding="utf-8"))
    assert ([one["name"] for one in report["brands"]], report["problems"], report["good"]) == (["east"], [], True)


def test_a_row_that_is_refused_has_failed_as_any_brand(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = TABLE.replace(",#1f4e79", ",#1f4e79,one,more")
    file = small_fleet(tmp_path, table, "tables: [{ base: clinics/base, file: branches.csv }]\n", guide)
    monkeypatch.chdir(guide)
    arguments = (str(file), "--report", str(tmp_path / "report"))
    done = called(*arguments, "--only", "east")
    assert done.exit_code == 1
    assert done.stderr.count("branches.csv:2: This row has 7 cells") == 1
    assert "There is no brand" not in done.stderr
    assert done.stdout.startswith("1 failed, 0 built, 0 unchanged."), "nobody starts workers for that"
    report = json.loads((tmp_path / "report" / "fleet.json").read_text(encoding="utf-8"))
    (east,) = report["brands"]
    assert (east["name"], east["state"], east["site"]) == ("east", FAILED, "")
    (why,) = east["problems"]
    assert why.startswith(f"{tmp_path / 'branches.csv'}:2: This row has 7 cells, and there are 5 columns.")
    assert (report["counts"][FAILED], report["problems"], report["good"]) == (1, [], False)
    assert "This row has 7 cells" in (tmp_path / "report" / "fleet.html").read_text(encoding="utf-8")


def test_a_table_that_cannot_be_read_fails_a_run_of_all(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet = "tables: [{ base: clinics/base, file: branches.csv }]\n"
    file = small_fleet(tmp_path, "folder,fone\neast,1\n", fleet, guide)
    monkeypatch.chdir(guide)
    arguments, table = (str(file), "--report", str(tmp_path / "report")), tmp_path / "branches.csv"
    done = called(*arguments)
    assert done.exit_code == 1
    assert done.stdout.startswith(f"0 failed, 0 built, 0 unchanged. Not read: {table}. ")
    done = called(*arguments, "--only", "east")
    assert done.exit_code == 1
    assert done.stderr.endswith(f"There is no brand “east” in {file}. It may be in {table}, which cannot be read.\n")


def test_a_scheduler_that_runs_is_used_if_its_workers_have_the_same_guide(
    guide: Path, brands: Brands, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(guide)
    home = brands.file.parent
    scheduler = str(client.scheduler_info()["address"])
    arguments = (str(brands.file), "--report", str(home / "report"), "--only", "north", "--scheduler", scheduler)
    with monkeypatch.context() as patch:
        patch.setenv("SITE_THEME", "null")  # here, and not where the workers were started
        done = called(*arguments)
    assert done.exit_code == 1
    assert "has another guide at" in done.stderr
    assert not (home / "sites").exists()
    done = called(*arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    assert (home / "sites" / "north" / "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--only", "leeds"), "There is no brand “leeds” in "),
        (("--scheduler", "tcp://10.0.0.5:8786"), "Write tls://10.0.0.5:8786"),
        (("--scheduler", "10.0.0.5"), "is not the address of a scheduler"),
        (("--scheduler", "tcp://127.0.0.1:1"), "There is no scheduler at tcp://127.0.0.1:1 that answers"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...], said: str, guide: Path, brands: Brands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(guide)
    monkeypatch.setattr("worksheets.fleet.cluster.PATIENCE", 1)
    done = called(str(brands.file), "--report", str(brands.file.parent / "report"), *arguments)
    assert done.exit_code == 1
    assert said in done.stderr


def test_without_dask_it_says_how_to_install_it(brands: Brands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    done = called(str(brands.file))
    assert done.exit_code == 1
    assert "dask is not installed here. In the guide’s folder: python -m pip install" in done.stderr
