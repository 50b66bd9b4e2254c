"""What Word's own check of accessibility asks, and screen readers need, asked of the XML of every file."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from worksheets.authoring.source_files import Folders
from worksheets.editions.edition import read_edition
from worksheets.exercises.document_blocks import Style, TableStyle
from worksheets.rendering.renderer import Renderer
from worksheets.rendering.templates import environment

from tests.support.project import ROOT
from tests.support.word_files import W14, W, WordFile, example_word_files, files_of, real_word_files, words_in

LOOKS = {f"{W}{name}" for name in ("color", "rFonts", "sz", "shd", "pBdr", "tblBorders", "tcBorders", "u", "b")}
"""What only styles may say."""


def every_file() -> Iterator[tuple[str, WordFile]]:
    yield from chain(real_word_files().items(), example_word_files().items())


def value(element: Element | None, name: str = "val") -> str:
    assert element is not None
    return element.get(f"{W}{name}", "")


def styles_of(file: WordFile) -> dict[str, str]:
    """The name of each style by its id."""
    return {
        value(one, "styleId"): value(one.find(f"{W}name")) for one in file.part("word/styles.xml").iter(f"{W}style")
    }


def test_headings_are_headings_and_skip_no_level() -> None:
    for path, file in every_file():
        ids = [value(one) for one in file.document.iter(f"{W}pStyle")]
        levels = [int(id_[-1]) for id_ in ids if id_.startswith("Heading")]
        assert Counter(levels)[1] == 1, path
        assert all(later <= earlier + 1 for earlier, later in zip([0, *levels], levels, strict=False)), path
        assert len(levels) >= 2, path


def test_every_style_is_there_by_its_name_and_looks_are_nowhere_else() -> None:
    for path, file in every_file():
        known = styles_of(file)
        document = file.document
        used = {value(one) for kind in ("pStyle", "rStyle", "tblStyle") for one in document.iter(f"{W}{kind}")}
        assert used <= known.keys(), path
        assert [one.tag for one in document.iter() if one.tag in LOOKS] == [], path
    names = {name.replace("heading", "Heading") for name in known.values()}
    assert {*Style, *TableStyle} <= names


def test_title_and_language_are_told() -> None:
    for path, file in every_file():
        about = "".join(file.part("docProps/core.xml").itertext())
        assert file.exercise is None or file.exercise.title in about, path
        assert "python-docx" not in about
        (language,) = file.part("word/styles.xml").iter(f"{W}lang")
        assert value(language) == "en-GB"


def test_every_table_has_a_name_and_a_row_of_headings_and_no_merged_cells() -> None:
    seen = 0
    for path, file in every_file():
        for table in file.document.iter(f"{W}tbl"):
            seen += 1
            about = table.find(f"{W}tblPr")
            assert about is not None
            assert value(about.find(f"{W}tblCaption")), path
            look = about.find(f"{W}tblLook")
            assert value(look, "firstRow") == "1"
            first, *others = table.findall(f"{W}tr")
            assert first.find(f"{W}trPr/{W}tblHeader") is not None, path
            headings = [words_in(cell).strip() for cell in first.findall(f"{W}tc")]
            named_rows = value(look, "firstColumn") == "1"
            assert all(headings[1:] if named_rows else headings), path
            for row in others:
                cells = row.findall(f"{W}tc")
                assert len(cells) == len(headings)
                assert not named_rows or words_in(cells[0]).strip(), path
            assert list(table.iter(f"{W}gridSpan")) + list(table.iter(f"{W}vMerge")) == []
    assert seen > 300


def test_every_box_to_tick_can_be_clicked_and_has_a_name_and_a_number_of_its_own() -> None:
    for path, file in every_file():
        boxes = list(file.document.iter(f"{W}sdt"))
        assert len(list(file.document.iter(f"{W14}checkbox"))) == len(boxes), path
        names = [value(box.find(f"{W}sdtPr/{W}alias")) for box in boxes]
        assert all(0 < len(name) <= 64 for name in names), "Word calls a file with a longer name damaged"
        assert len({value(box.find(f"{W}sdtPr/{W}id")) for box in boxes}) == len(boxes)
        assert all(words_in(box) == "☐" for box in boxes)


def test_lists_are_lists_and_each_numbered_one_begins_at_1() -> None:
    for path, file in every_file():
        known = {value(one, "numId"): one for one in file.part("word/numbering.xml").iter(f"{W}num")}
        used = [value(one) for one in file.document.iter(f"{W}numId")]
        assert set(used) <= known.keys(), path
        numbered = [one for id_, one in known.items() if id_ != "1"]
        assert all(value(one.find(f"{W}lvlOverride/{W}startOverride")) == "1" for one in numbered)
    sort = example_word_files()["worksheets/examples/sort.docx"]
    assert {"2"} <= {value(one) for one in sort.document.iter(f"{W}numId")}


def test_no_picture_is_without_words() -> None:
    """There is none so far: the icons of the page only decorate."""
    for path, file in every_file():
        assert not [name for name in file.names if "media" in name], path


def test_each_page_has_its_number_and_whom_to_call() -> None:
    for path in ("worksheets/repair/pause-plan.docx", "worksheets/repair.docx"):
        file = real_word_files()[path]
        feet = [file.part(name) for name in file.names if name.startswith("word/footer")]
        assert len(feet) == 2, "that of the first page, and that of the others"
        for foot in feet:
            fields = [value(one, "instr").strip() for one in foot.iter(f"{W}fldSimple")]
            assert fields == ["PAGE", "NUMPAGES"]
            assert "Samaritans 116 123" in "".join(words_in(foot))


def test_a_copy_has_its_paper_numbers_language_and_colours() -> None:
    edition, guide, problems = read_edition(Folders.of(ROOT), ROOT / "clinics" / "example-us")
    assert edition, problems
    templates = environment([ROOT / "overrides" / "worksheets"], "1", guide.drawings)
    files = files_of(Renderer(guide, templates, edition.brand, edition.words, {}))
    file = files["worksheets/repair/pause-plan.docx"]
    (size,) = file.document.iter(f"{W}pgSz")
    assert (value(size, "w"), value(size, "h")) == ("12240", "15840")
    assert "Notes" in "".join(file.part("docProps/core.xml").itertext()), "a neutral title"
    assert "988" in file.words
    assert "6b2d5c" in {value(one) for one in file.part("word/styles.xml").iter(f"{W}color")}


def test_words_in_another_language_say_so() -> None:
    edition, guide, problems = read_edition(Folders.of(ROOT), ROOT / "clinics" / "example-de")
    assert edition, problems
    templates = environment([ROOT / "overrides" / "worksheets"], "1", guide.drawings)
    files = files_of(Renderer(guide, templates, edition.brand, edition.words, {}))
    section = files["worksheets/safe-space.docx"]
    assert value(next(section.part("word/styles.xml").iter(f"{W}lang"))) == "de-DE"
    runs = {words_in(run): run.find(f"{W}rPr/{W}lang") for run in section.document.iter(f"{W}r")}
    assert value(runs["Conversation agreement"]) == "en-GB"
    assert value(runs["A safe space to talk"]) == "en-GB"
    (step,) = (run for run in runs if run.startswith("Schritt "))
    assert runs[step] is None


def test_a_clinic_can_read_the_name_of_every_style() -> None:
    page = (ROOT / "docs" / "clinics" / "brand-a-copy.md").read_text(encoding="utf-8")
    names = styles_of(next(iter(real_word_files().values()))).values()
    assert [name for name in names if name.startswith("Sheet ") and name != "Sheet gap" and name not in page] == []
