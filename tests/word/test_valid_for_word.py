"""Files for Word are as the standard says: another program has its schemas and the rules of Word beyond them.

Writer opens nearly anything. Word does not: an element at another place than the schema has it is a damaged file.
"""

from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from worksheets.exercises.kinds import KINDS

from tests.support.word_files import WordFile, example_word_files, real_word_files


def told(file: WordFile, path: Path) -> list[str]:
    """What is wrong with a file."""
    path.write_bytes(file.content)
    return [str(error) for error in OpenXmlValidator(FileFormat.OFFICE_2010).validate(path).errors]


def test_every_kind_of_field_and_a_section_with_several_of_them_are_valid(tmp_path: Path) -> None:
    files = {path: example_word_files()[path] for path in (f"worksheets/examples/{kind}.docx" for kind in KINDS)}
    files |= {path: real_word_files()[path] for path in ("worksheets/repair.docx", "packs/six-weeks.docx")}
    wrong = {path: found for path, file in files.items() if (found := told(file, tmp_path / "file.docx"))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("sound", "wrong"),
    [(b"<w:cantSplit/>", b'<w:cantSplit w:often="1"/>'), (b"<w:tblHeader/>", b"<w:tblHead/>")],
)
def test_what_is_wrong_is_found(sound: bytes, wrong: bytes, tmp_path: Path) -> None:
    file = example_word_files()["worksheets/examples/table.docx"]
    assert told(file.with_changed("word/document.xml", sound, wrong), tmp_path / "file.docx")
