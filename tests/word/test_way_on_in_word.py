"""A file for Word names what may come after its exercise, and nothing that clinicians read."""

from tests.support.word_files import real_guide, real_word_files


def test_it_says_what_next_in_one_line() -> None:
    entries = real_guide().catalogue.entries
    for id_, entry in entries.items():
        titles = " · ".join(entries[way.go].exercise.title for way in entry.exercise.next_)
        assert f"What next: {titles} The" in real_word_files()[f"worksheets/{id_}.docx"].words.replace(
            "This sheet comes", "The"
        ), id_
