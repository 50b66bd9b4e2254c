"""PDFs are pressed once for all machines, and nothing that was damaged on the way is given out."""

from dataclasses import replace
from pathlib import Path

import pytest
from worksheets.cache import DIGEST_SIZE
from worksheets.paper.pdf_cache import PdfStore
from worksheets.paper.pdf_pool import cores, make_pdfs
from worksheets.paper.sheet import Sheet
from worksheets.rendering.downloads import Pdf
from worksheets.shared_store import SharedStore, store_of_environment

from tests.support.one_sheet import ROOT, sheet


def machine(home: Path, shared: SharedStore) -> PdfStore:
    """The store of one machine."""
    return PdfStore(home, [], shared=shared)


def quiet(done: int, of: int) -> None:
    pass


@pytest.fixture
def shared(tmp_path: Path) -> SharedStore:
    return SharedStore((tmp_path / "shared").as_uri())


def entries(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "shared").rglob("*") if path.is_file())


def test_what_one_machine_has_made_another_does_not_make_again(tmp_path: Path, shared: SharedStore) -> None:
    sheets = [replace(sheet(f"<p>{name}"), path=f"{name}.pdf") for name in ("one", "two")]
    one, two = machine(tmp_path / "one", shared), machine(tmp_path / "two", shared)
    made = dict(make_pdfs(sheets, one, ROOT, 1, quiet))
    found = two.load_all([*sheets, sheet("<p>Three")])
    assert (one.saved, two.saved) == (2, 0)
    for each in sheets:
        first, second = made[each], found.get(each.path)
        assert isinstance(first, Pdf)
        assert second
        assert (second.pages, second.size) == (first.pages, first.size)
    assert two.load(sheets[0])
    assert two.load(sheet("<p>Three")) is None


def test_what_another_build_makes_meanwhile_is_taken(tmp_path: Path, shared: SharedStore) -> None:
    sheets = [sheet("<p>One"), sheet("<p>Two")]
    other, here = machine(tmp_path / "other", shared), machine(tmp_path / "here", shared)
    done = make_pdfs(sheets, here, ROOT, 1, quiet)
    first, _ = next(done)
    (late,) = (one for one in sheets if one != first)
    other.save(late, b"%PDF of another", 7)
    assert [(one, pdf.pages) for one, pdf in done if isinstance(pdf, Pdf)] == [(late, 7)]
    assert here.saved == 1


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 another", b"\0" * DIGEST_SIZE + b"1\n%PDF-1.7 another"])
def test_what_was_damaged_is_thrown_away_with_a_word_and_made_again(
    damage: bytes, tmp_path: Path, shared: SharedStore
) -> None:
    one = sheet("<p>One")
    machine(tmp_path / "one", shared).save(one, b"%PDF whole", 1)
    (entry,) = entries(tmp_path)
    entry.write_bytes(damage)
    two = machine(tmp_path / "two", shared)
    assert two.load(one) is None
    (said,) = shared.said
    assert "is damaged. It was thrown away, and is made again." in said
    assert entry.name in said
    assert not entry.exists()
    two.save(one, b"%PDF whole", 1)
    assert machine(tmp_path / "three", shared).load(one) == Pdf(str(next((tmp_path / "three").rglob("*.pdf"))), 1, 10)


def test_one_byte_more_or_less_is_damage(tmp_path: Path, shared: SharedStore) -> None:
    shared.save("ab12", b"bytes of any kind")
    assert shared.load(["ab12", "cd34"]) == {"ab12": b"bytes of any kind"}
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    for spoilt in (whole + b"\n", whole[:-1], whole[:40] + b"?" + whole[41:]):
        entry.write_bytes(spoilt)
        assert shared.load(["ab12"]) == {}
        shared.save("ab12", b"bytes of any kind")
    assert shared.damaged == 3


@pytest.mark.parametrize("address", ["file:///proc/no/such/place", "s3://bucket/sheets"])
def test_a_store_that_does_not_work_is_done_without_and_named_once(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"AWS_ENDPOINT_URL": "http://127.0.0.1:1", "AWS_ALLOW_HTTP": "true"}.items():
        monkeypatch.setenv(name, value)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION"):
        monkeypatch.setenv(name, "x")
    store = SharedStore(address)
    here = machine(tmp_path / "here", store)
    assert here.load(sheet("<p>One")) is None
    here.save(sheet("<p>One"), b"%PDF", 1)
    here.save(sheet("<p>Two"), b"%PDF", 1)
    assert here.load(sheet("<p>One"))
    assert len(store.said) == 1
    assert store.said[0].startswith(f"The store of sheets at {address} is not used: ")


def test_the_environment_names_the_store_and_how_many_build_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHEET_STORE", raising=False)
    assert store_of_environment() is None
    monkeypatch.setenv("SHEET_STORE", "file:///srv/sheets")
    found = store_of_environment()
    assert found
    assert found.address == "file:///srv/sheets"
    monkeypatch.delenv("JOBS", raising=False)
    usual = cores()
    for value, count in (("1", 1), ("3", 3), ("0", usual), ("many", usual), ("", usual)):
        monkeypatch.setenv("JOBS", value)
        assert cores() == count


def test_a_key_is_that_of_all_that_makes_the_bytes(tmp_path: Path, shared: SharedStore) -> None:
    """Another Pango, HarfBuzz or font makes other bytes of the same sheet: it must not find them."""
    one: Sheet = sheet("<p>One")
    font = tmp_path / "font.ttf"
    font.write_bytes(b"font")
    PdfStore(tmp_path / "one", [font], "Pango 15400", shared).save(one, b"%PDF", 1)
    assert PdfStore(tmp_path / "two", [font], "Pango 15400", shared).load(one)
    assert PdfStore(tmp_path / "three", [font], "Pango 15600", shared).load(one) is None
    font.write_bytes(b"another")
    assert PdfStore(tmp_path / "four", [font], "Pango 15400", shared).load(one) is None
