"""A fleet.yml and its tables: what is wrong is told with file, line and column, all of it at once."""

from pathlib import Path

import pytest
from worksheets.authoring.source_files import Folders
from worksheets.editions.branch import Branch, columns_of, trail_of
from worksheets.editions.brand import Brand
from worksheets.editions.edition import Edition, read_edition
from worksheets.fleet.branch_table import OF_FLEET
from worksheets.fleet.fleet_file import Brands, read_fleet
from worksheets.fleet.member import Member

from tests.support.project import ROOT
from tests.support.small_fleet import FLEET, TABLE, small_fleet
from tests.support.small_site import small_site

HEAD = "folder,name,phone\n"


def told(root: Path, table: str = TABLE, fleet: str = FLEET) -> list[str]:
    file = small_fleet(root, table, fleet)
    return [str(problem) for problem in sorted(read_fleet(root, file)[1])]


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A small guide that all brands are of."""
    return Folders.of(small_site(tmp_path_factory.mktemp("guide") / "guide"))


def read(guide: Folders, member: Member) -> tuple[Edition | None, list[str]]:
    """A brand of a fleet, and what is wrong with it."""
    edition, _, problems = read_edition(guide, member.clinic, member.branch)
    return edition, [str(problem) for problem in sorted(problems)]


def brands(root: Path, file: Path) -> Brands:
    found, problems = read_fleet(root, file)
    assert found, problems
    assert problems == []
    return found


def test_folders_and_rows_are_brands(tmp_path: Path) -> None:
    found = brands(tmp_path, small_fleet(tmp_path))
    assert {one.name: one.site for one in found.members} == {
        name: tmp_path / "sites" / name for name in ("north", "east", "west")
    }
    assert found.members[1].branch == Branch(
        "branches.csv",
        2,
        {"name": "East Practice", "phone": "01632 960 001", "address": "1 Quay | Exampleton", "primary": "#1f4e79"},
    )


def test_many_folders_are_named_at_once_and_a_base_is_no_brand_of_its_own(tmp_path: Path) -> None:
    file = small_fleet(tmp_path, fleet=FLEET.replace("clinics/north", "clinics/*"))
    (tmp_path / "clinics" / "notes").mkdir()
    assert [one.name for one in brands(tmp_path, file).members] == ["north", "east", "west"]


def test_a_row_is_laid_over_the_brand_below_and_an_empty_cell_changes_nothing(guide: Folders, tmp_path: Path) -> None:
    file = small_fleet(tmp_path)
    below = tmp_path / "clinics" / "base" / "brand.yml"
    below.write_text(below.read_text("utf-8") + "contacts: { phone: 01632 960 009, web: example.org }\n", "utf-8")
    _, east, west = brands(tmp_path, file).members
    first, second = (read(guide, one)[0] for one in (east, west))
    assert first
    assert second
    assert (first.brand.name, second.brand.name) == ("East Practice", "West Practice")
    assert first.brand.contacts.address == ("1 Quay", "Exampleton")
    assert (first.brand.contacts.phone, first.brand.contacts.web) == ("01632 960 001", "example.org")
    assert second.brand.contacts.phone == "01632 960 009"
    assert second.brand.colours.primary == "#5a3d1e"


def test_a_dash_takes_away_and_types_are_read(guide: Folders, tmp_path: Path) -> None:
    table = 'folder,phone,noindex,logo.height,papers,address\neast,-,TRUE,40,A4|Letter,"1 Quay\nExampleton"\n'
    file = small_fleet(tmp_path, table)
    below = tmp_path / "clinics" / "base" / "brand.yml"
    below.write_text(below.read_text("utf-8") + "contacts: { phone: 01632 960 009 }\n", "utf-8")
    member = brands(tmp_path, file).members[1]
    edition, problems = read(guide, member)
    assert edition, problems
    brand = edition.brand
    assert (brand.contacts.phone, brand.noindex, brand.logo.height, brand.papers) == (None, True, 40, ("A4", "Letter"))
    assert brand.contacts.address == ("1 Quay", "Exampleton")


def test_a_slip_in_a_cell_is_told_with_row_and_column_and_one_in_the_base_with_its_file(
    guide: Folders, tmp_path: Path
) -> None:
    table = "folder,phone,paper,primary,booking.address\neast,call us,Leter,#eeeeee,https://example.org/\n"
    file = small_fleet(tmp_path, table)
    below = tmp_path / "clinics" / "base" / "brand.yml"
    below.write_text(below.read_text("utf-8") + "noindex: often\n", "utf-8")
    member = brands(tmp_path, file).members[1]
    said = "\n".join(read(guide, member)[1])
    assert "branches.csv:2: column phone: “call us” does not fit" in said
    assert "Correct the cell (digits and spaces, such as `01632 960 001`)." in said
    assert "branches.csv:2: column paper: “Leter” is not one of the words known here. Did you mean `Letter`?" in said
    assert "branches.csv:2: column booking.label: `label` is missing." in said
    assert f"{below}:12: noindex: “often” does not fit" in said


def test_helplines_of_a_row_are_a_file_and_its_slips_are_told_there(guide: Folders, tmp_path: Path) -> None:
    file = small_fleet(tmp_path, "folder,country,helplines\neast,FR,france.yml\nwest,FR,spain.yml\n")
    line = '{ name: Urgences, number: "112", source: its site, seen: true, looked-up: 2026-11-22 }'
    text = f"code: FR\nname: France\nemergency: [{line}]\ncrisis: []\nviolence: []\n"
    place = tmp_path / "clinics" / "base" / "france.yml"
    place.write_text(text, encoding="utf-8")
    _, east, west = brands(tmp_path, file).members
    edition, problems = read(guide, east)
    assert edition, problems
    assert edition.brand.helplines
    assert edition.brand.helplines.emergency_numbers == ("112",)
    place.write_text(text.replace("112", "one one two"), encoding="utf-8")
    (said,) = read(guide, east)[1]
    assert said.startswith("base/france.yml:3: emergency 1 › number: “one one two” does not fit")
    (said,) = read(guide, west)[1]
    assert said.startswith("branches.csv:3: column helplines: There is no file “spain.yml” beside brand.yml.")


def test_a_row_may_have_lines_of_its_own_in_a_file_too(guide: Folders, tmp_path: Path) -> None:
    file = small_fleet(tmp_path, "folder,more-helplines\neast,quay.yml\n")
    line = '{ name: Quay, number: "01632 960 002", source: its site, seen: true, looked-up: 2026-11-22 }'
    (tmp_path / "clinics" / "base" / "quay.yml").write_text(f"crisis: [{line}]\n", encoding="utf-8")
    edition, problems = read(guide, brands(tmp_path, file).members[1])
    assert edition, problems
    assert edition.brand.more_helplines
    (tmp_path / "clinics" / "base" / "quay.yml").write_text(f"violence: [{line}]\n", encoding="utf-8")
    (said,) = read(guide, brands(tmp_path, file).members[1])[1]
    assert said.startswith("base/quay.yml:1: violence 1: This does not say who “Quay” is for.")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "branches.csv:1: The table is empty."),
        (HEAD, "branches.csv:1: The table has no rows."),
        ("folder,fone\n", "branches.csv:1: There is no column `fone`. Did you mean `phone`"),
        ("folder,phone,contacts.phone\n", "branches.csv:1: column phone: This is there twice."),
        ("name\n", "branches.csv:1: The column `folder` is missing."),
        (HEAD + "\n,East,\n", "branches.csv:3: column folder: This is empty."),
        (HEAD + "a/b,East,\n", "branches.csv:2: column folder: “a/b” cannot be the name of a folder."),
        (HEAD + "east,East,1,2\n", "branches.csv:2: This row has 4 cells, and there are 3 columns."),
        (HEAD + "east,East,\nEast,West,\n", "branches.csv:3: column folder: “East” is there already: branches.csv:2."),
        (HEAD + 'east,"East,\n', "branches.csv:1: This is not a table in CSV: unexpected end of data."),
        (
            "folder,site-url\neast,east.example.org\n",
            "column site-url: “east.example.org” is not the address of a site.",
        ),
        ("folder,publish\neast,s3://bucket/east\n", "column publish: “s3://bucket/east” is not a folder."),
        ("folder,publish\neast,same\nwest,same\n", "branches.csv:3: column publish: “"),
    ],
)
def test_a_slip_in_a_table_is_told(table: str, said: str, tmp_path: Path) -> None:
    assert any(said in one for one in told(tmp_path, table)), told(tmp_path / "again", table)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_table_may_be_as_any_spreadsheet_saves_it(separator: str, tmp_path: Path) -> None:
    file = small_fleet(tmp_path)
    table = TABLE.replace(",", separator)
    (tmp_path / "branches.csv").write_bytes(b"\xef\xbb\xbf" + table.replace("\n", "\r\n").encode())
    assert [one.name for one in brands(tmp_path, file).members] == ["north", "east", "west"]


@pytest.mark.parametrize(
    ("fleet", "said"),
    [
        ("", "fleet.yml:1: "),
        ("into: sites\n", "fleet.yml:1: No brands are named."),
        ("folders: [clinics/south]\n", "fleet.yml:1: folder 1: There is no clinic’s folder at “clinics/south”"),
        ("tables: [{ base: clinics/bass, file: branches.csv }]\n", "The folder “clinics/bass” has no brand.yml."),
        ("tables: [{ base: clinics/base, file: b.csv }]\n", "There is no file “b.csv”."),
        ("folders: [clinics/north, clinics/north]\n", "fleet.yml:1: folders: “north” is there already: fleet.yml:1."),
        ("folders: [clinics/north]\nstore: /srv\n", "fleet.yml:2: store: “/srv” is no store that is known here."),
        ("folders: [clinics/north]\nstore: file://srv/x\n", "fleet.yml:2: store: “file://srv/x” has no whole path."),
        ("folders: [clinics/north]\nstore: s3://key:secret@b/x\n", "Keep keys and passwords in the environment."),
        ("folder: [clinics/north]\n", "fleet.yml:1: folder: Unknown key `folder`. Did you mean `folders`?"),
    ],
)
def test_a_slip_in_a_fleet_is_told(fleet: str, said: str, tmp_path: Path) -> None:
    file = small_fleet(tmp_path, fleet=fleet)
    found, problems = read_fleet(tmp_path, file)
    assert found is None
    assert any(said in str(one) for one in problems), [str(one) for one in problems]


def test_a_bad_row_leaves_the_others_to_be_built(tmp_path: Path) -> None:
    found, problems = read_fleet(tmp_path, small_fleet(tmp_path, HEAD + "east,East,,9\nwest,West,\n"))
    assert len(problems) == 1
    assert found
    assert [one.name for one in found.members] == ["north", "west"]
    (row,) = found.refused
    assert (row.name, row.why) == ("east", str(problems[0]))
    assert found.unread_tables == ()


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (",East,\n", ["branches.csv:2"]),
        ("a/b,East,\n", ["a/b"]),
        ("east,East,\nEast,West,\n", ["East"]),
        ("east,East,,9\nwest,West,,9\n", ["east", "west"]),
    ],
)
def test_a_bad_row_is_known_by_its_name_or_else_by_its_line(rows: str, names: list[str], tmp_path: Path) -> None:
    found, problems = read_fleet(tmp_path, small_fleet(tmp_path, HEAD + rows))
    assert found
    assert [one.name for one in found.refused] == names
    assert [one.why for one in found.refused] == [str(problem) for problem in problems]


def test_a_table_that_cannot_be_read_is_no_row(tmp_path: Path) -> None:
    found, problems = read_fleet(tmp_path, small_fleet(tmp_path, "folder,fone\neast,1\n"))
    assert found
    assert (found.refused, found.unread_tables) == ((), tuple(problems))


def test_every_key_of_a_brand_has_a_column() -> None:
    columns = {trail[0] for trail in columns_of(Brand)}
    assert columns == {info.alias or name for name, info in Brand.model_fields.items()}
    assert trail_of("phone") == ("contacts", "phone")
    assert not {".".join(map(str, trail)) for trail in columns_of(Brand)} & set(OF_FLEET)


def test_the_example_is_sound() -> None:
    found, problems = read_fleet(ROOT, ROOT / "fleets" / "example" / "fleet.yml")
    assert problems == []
    assert found
    for member in found.members:
        assert read_edition(Folders.of(ROOT), member.clinic, member.branch)[2] == [], member.name
