"""A page as a form: each heading, paragraph, list item, cell and title of a box is a text."""

from collections.abc import Hashable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from ..guide.front_matter import FENCE, FrontMatter, split_front_matter
from ..guide.markdown.block_reader import read_blocks
from ..guide.markdown.typed_blocks import Block, Blocks
from ..guide.wording_rules import LONGEST_DESCRIPTION
from .forms import Place, Unit, distinct
from .page_texts import EXERCISE, NAMED, PageText, exercise_markers, page_texts, section_ids, sections_of
from .protected import protected
from .text_limits import Limits
from .wrapping import wrapped
from .yaml_form import YamlForm, read_yaml_form

FRONT = "front matter"
"""What the place of a text in the front matter begins with."""

CALLED = {
    "heading": "heading",
    "title": "title of a box",
    "cell": "cell of a table",
    "html": "a marker; it may say `sheet` where the page would else be too heavy",
}
SECTION = "all that stands below this heading, in the lines and with the signs of Markdown"


@dataclass(frozen=True)
class PageForm:
    """A page by its path in `docs/`.

    `led_to` are the ids of its headings that something leads to. A page in Easy Read `keeps_lines`. Of the sections
    that are `whole`, by number from 0, all below the heading is one text. The markers of exercises that are `light` are
    texts: a translation, which may be longer, shows their covers only.
    """

    path: str
    front: YamlForm | None
    blocks: Blocks
    keeps_lines: bool = False
    led_to: Set[str] = frozenset()
    whole: Set[int] = frozenset()
    light: Set[str] = frozenset()

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Title and description, then the texts of the Markdown; the first heading is the title."""
        front = self.front.units if self.front else ()
        units = [Unit((FRONT, *one.place), one.context, one.text, one.about, _limits(one)) for one in front]
        units += [
            Unit((number,), f"docs/{self.path}#{one.heading}".rstrip("#"), one.words, _about(one.block))
            for number, one in enumerate(self.texts)
            if not self._is_title(one)
        ]
        return tuple(distinct(units))

    @cached_property
    def section_frames(self) -> tuple[Hashable, ...]:
        """Of each section: what is in what, and all that has no words, such as markers and code."""
        known = {id(one.block) for one in self.texts if one.block}
        rows: list[list[Hashable]] = [[]]
        for number, blocks in enumerate(sections_of(self.blocks)):
            containers: dict[tuple[str, int], int] = {}
            rows.append([])
            for block in blocks[: 1 if number in self.whole else None]:
                inside = tuple(
                    (one.kind, containers.setdefault((one.kind, one.start), len(containers))) for one in block.inside
                )
                source = "" if id(block) in known else _silent(block, self.blocks)
                rows[-1].append((block.kind, block.level, inside, source))
        return tuple(tuple(row) for row in rows[1:])

    @cached_property
    def frame(self) -> Hashable:
        """That of its front matter and those of its sections."""
        return (self.front.frame if self.front else None, self.section_frames)

    def filled(self, texts: Mapping[Place, str]) -> str:
        """The page with other texts. A heading keeps the id that it had, if something leads there."""
        edits: list[tuple[int, int, str]] = []
        title = texts.get((FRONT, "title"))
        for number, one in enumerate(self.texts):
            new = title if self._is_title(one) else texts.get((number,))
            if new is not None and new != one.words:
                edits.append((one.start, one.end, self._written(one, new)))
        body = self.blocks.with_edits(edits)
        if self.front is None:
            return body
        inner = {place[1:]: text for place, text in texts.items() if place[0] == FRONT}
        return f"{FENCE}{self.front.filled(inner)}\n{FENCE}\n{body}"

    @cached_property
    def texts(self) -> tuple[PageText, ...]:
        """The texts of the Markdown, the title among them."""
        return tuple(page_texts(self.blocks, self.keeps_lines, self.led_to, self.whole, self.light))

    def _is_title(self, one: PageText) -> bool:
        values = self.front.document.value if self.front else None
        is_first = one.block is not None and one.block.level == 1
        return is_first and isinstance(values, dict) and one.words == values.get("title")

    def _written(self, one: PageText, new: str) -> str:
        if one.block is None or one.block.kind == "html":
            return new
        if one.block.kind != "text":
            line = " ".join(new.split())
            named = one.block.kind == "heading" and one.heading in self.led_to
            return f"{line} {{#{one.heading}}}" if named and not NAMED.search(self._line(one)) else line
        lines: list[str] = []
        for part in new.split("\n"):
            before = len(one.indent) if lines else len(one.before)
            lines += [part] if self.keeps_lines else wrapped(part, before, len(one.indent))
        return f"\n{one.indent}".join(lines)

    def _line(self, one: PageText) -> str:
        return self.blocks.line_text(one.start).rstrip()


def _limits(unit: Unit) -> Limits:
    """What the rules ask of a text of front matter, beyond its model: lists of search results cut a description."""
    is_description = unit.place == ("description",)
    return replace(unit.limits, characters=LONGEST_DESCRIPTION) if is_description else unit.limits


def read_page_form(path: str, text: str, keeps_lines: bool = False, led_to: Set[str] = frozenset()) -> PageForm | None:
    """The page at a path in `docs/`. None if its front matter cannot be read."""
    parts = split_front_matter(text)
    front = None
    if parts.yaml is not None:
        front = read_yaml_form(f"docs/{path}", parts.yaml, FrontMatter, folds=False)
        if front is None:
            return None
    return PageForm(path, front, read_blocks(parts.body), keeps_lines, led_to)


def in_like_sections(one: PageForm, other: PageForm) -> tuple[PageForm, PageForm]:
    """A page and its translation, in which sections that are not built alike are texts as a whole.

    So are those whose texts lead elsewhere, because they are in the order of another alphabet. Pages that differ in how
    many sections they have stay as they are.
    """
    if len(one.section_frames) != len(other.section_frames):
        return one, other
    pairs = zip(one.section_frames, other.section_frames, strict=True)
    whole = {number for number, (a, b) in enumerate(pairs) if a != b}
    light = _shown(one, "exercise") & _shown(other, "sheet")
    one, other = (replace(page, whole=frozenset(whole), light=light) for page in (one, other))
    whole |= {
        a.section
        for a, b in zip(one.texts, other.texts, strict=True)
        if a.block and a.block.kind != "heading" and protected(a.words) != protected(b.words)
    }
    return replace(one, whole=frozenset(whole)), replace(other, whole=frozenset(whole))


def with_sections_whole(page: PageForm, like: PageForm) -> PageForm:
    """A page in which the same sections are whole as in another, by the ids of their headings."""
    known = section_ids(like.blocks)
    ids = {known[number] for number in like.whole}
    numbers = (number for number, id_ in enumerate(section_ids(page.blocks)) if id_ in ids)
    return replace(page, whole=frozenset(numbers), light=like.light)


def _shown(page: PageForm, word: str) -> frozenset[str]:
    """The exercises that a page shows by markers with a word."""
    return frozenset(exercise for _, has, exercise in exercise_markers(page.blocks) if has == word)


def _silent(block: Block, blocks: Blocks) -> str:
    """What a block without words is made of."""
    if block.kind in ("code", "html"):
        source = blocks.markdown[block.start : block.end].strip()
        return EXERCISE.sub(r"<!-- sheet: \2 -->", source)  # a translation may show the cover only
    return " ".join(piece.source for piece in block.pieces)


def _about(block: Block | None) -> str:
    if block is None:
        return SECTION
    if block.kind in CALLED:
        return CALLED[block.kind]
    inner = block.inside[-1].kind if block.inside else "paragraph"
    return "paragraph in a box" if inner == "box" else inner
