"""Files for Word as the build makes them, read as other programs read them: a zip with XML in it."""

from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from worksheets.authoring.source_files import Folders
from worksheets.authoring.yaml_document import Document
from worksheets.exercises.catalogue import Catalogue, Entry
from worksheets.exercises.examples import SECTION, all_examples
from worksheets.exercises.exercise import Exercise
from worksheets.guide.bibliography.references import Bibliography
from worksheets.guide.guide_reader import read_guide
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.renderer import Renderer
from worksheets.word.all_documents import word_files
from worksheets.word.word_document import WordDocument
from worksheets.word.word_writer import WordWriter

from tests.support.project import ROOT
from tests.support.renderers import renderer_for

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
ADDRESS = "https://example.org/"


@dataclass(frozen=True)
class WordFile:
    """A file for Word, and the exercise that it holds, or None if it holds a section."""

    content: bytes
    exercise: Exercise | None

    def part(self, name: str) -> ElementTree.Element:
        """One of its parts, such as `word/document.xml`."""
        with ZipFile(BytesIO(self.content)) as archive:
            return ElementTree.fromstring(archive.read(name))

    @cached_property
    def names(self) -> list[str]:
        """The names of its parts."""
        with ZipFile(BytesIO(self.content)) as archive:
            return archive.namelist()

    def with_changed(self, name: str, old: bytes, new: bytes) -> "WordFile":
        """The same file with the first of some bytes of a part changed."""
        changed = BytesIO()
        with ZipFile(BytesIO(self.content)) as archive, ZipFile(changed, "w") as target:
            for one in archive.namelist():
                part = archive.read(one)
                assert one != name or old in part
                target.writestr(one, part.replace(old, new, 1) if one == name else part)
        return WordFile(changed.getvalue(), self.exercise)

    @cached_property
    def document(self) -> ElementTree.Element:
        """What people see."""
        return self.part("word/document.xml")

    @cached_property
    def words(self) -> str:
        """All that is read in it, with single blanks."""
        paragraphs = self.document.iter(f"{W}p")
        return " ".join(" ".join(words_in(one) for one in paragraphs).split())


def words_in(element: ElementTree.Element) -> str:
    """What is read in an element: a tab is a blank."""
    return "".join(
        (one.text or "") if one.tag == f"{W}t" else " " for one in element.iter() if one.tag in (f"{W}t", f"{W}tab")
    )


@cache
def real_word_files() -> dict[str, WordFile]:
    """Every file of the guide, by its path in the site."""
    return files_of(_real_renderer())


def real_guide() -> Guide:
    """The guide that these files are of."""
    return _real_renderer().guide


def real_word_document(path: str) -> WordDocument:
    """What one file of the guide is made of."""
    return next(one for one in WordWriter(_real_renderer(), ADDRESS, {}).all() if one.path == path)


@cache
def _real_renderer() -> Renderer:
    guide, problems = read_guide(Folders.of(ROOT))
    assert not problems, [str(problem) for problem in problems]
    return renderer_for(guide)


@cache
def example_word_files() -> dict[str, WordFile]:
    """A file of every example of a kind of field, shown or hidden, by its path."""
    entries = {one.entry.id: one.entry for one in all_examples()}
    return files_of(renderer_for(guide_of(entries)))


def word_file_of(exercise: Exercise) -> WordFile:
    """The file of one exercise."""
    entry = Entry("examples/sheet", SECTION, exercise)
    return files_of(renderer_for(guide_of({entry.id: entry})))["worksheets/examples/sheet.docx"]


def guide_of(entries: dict[str, Entry]) -> Guide:
    """A guide that holds nothing but some exercises."""
    documents = {id_: Document(f"{id_}.yml", None) for id_ in entries}
    return Guide(Catalogue((SECTION,), entries, documents), Bibliography((), ()), None, {}, ())


def files_of(renderer: Renderer) -> dict[str, WordFile]:
    """Every file for Word of the renderer's guide, by its path."""
    files = word_files(WordWriter(renderer, ADDRESS, {}).all())
    exercises = {f"worksheets/{id_}.docx": one.exercise for id_, one in renderer.guide.catalogue.entries.items()}
    return {path: WordFile(content, exercises.get(path)) for path, content in files.items()}
