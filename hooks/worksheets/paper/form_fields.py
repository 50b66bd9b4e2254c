"""The fields of a PDF's form: what a screen reader says for each, and one field of all that share an answer.

The name of a field in a PDF is the `name` of its control in HTML, which the catalogue of exercises makes.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pydyf

from .pdf_objects import referred

CONTROLS = ("input", "select", "textarea")

TYPED = ("/Tx", "/Ch")
RIGHT = 2
"""The number of PDF for text that ends at the right of its field."""

OF_THE_FIELD = ("FT", "Ff", "T", "V")
"""What belongs to a field and not to one of its places."""


@dataclass(frozen=True)
class Control:
    """One control of a sheet: what a screen reader says for it, and the question of its group if it is in one.

    `right_to_left` is the direction of the words around it, and so of those that are typed.
    """

    name: str
    spoken: str
    group: str
    right_to_left: bool


def prepare_controls(root: Element) -> dict[str, Control]:
    """Make every control of a document as WeasyPrint needs it, and give all of them back by their name.

    A control is spoken as its question, then its label. WeasyPrint would search all labels of a form for each control,
    and find the label alone; a `title` outside a form is what it takes at once.
    """
    labels = {label.get("for"): _text(label) for label in root.iter("label")}
    found: dict[str, Control] = {}
    for element, questions, direction in _with_questions(root, (), ""):
        name = element.get("name", "")
        spoken = _spoken(*questions, element.get("aria-label") or labels.get(element.get("id"), ""))
        element.set("title", spoken)
        found.setdefault(name, Control(name, spoken, _spoken(*questions), direction == "rtl"))
    for element in root.iter():
        for button in element.findall("button"):
            element.remove(button)  # there is nothing for one to do on paper
        if element.tag == "form":
            element.tag = "div"
    return found


def _with_questions(
    element: Element, questions: tuple[str, ...], direction: str
) -> Iterator[tuple[Element, tuple[str, ...], str]]:
    """Every control, the questions that it stands below, and the direction of its words as HTML says it."""
    direction = element.get("dir", direction)
    if element.tag in CONTROLS:
        yield element, questions, direction
    if element.tag == "fieldset":
        legend = next((child for child in element if child.tag == "legend"), None)
        if legend is not None:
            questions = (*questions, _text(legend))
    for child in element:
        yield from _with_questions(child, questions, direction)


def _spoken(*texts: str) -> str:
    """One after the other, each said once, with a colon where a text does not end by itself."""
    said = ""
    for text in dict.fromkeys(text for text in texts if text):
        said += text if not said else f" {text}" if said.endswith(("?", "!", ".", "…")) else f": {text}"
    return said


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split()).rstrip(":")


def begin_at_the_right(pdf: pydyf.PDF, names: dict[str, Control]) -> None:
    """Let what is typed begin at the right of its field, where words go from right to left."""
    for field in [one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and one.get("FT") in TYPED]:
        if names[field["T"].string].right_to_left:
            field["Q"] = RIGHT


def gather_radio_buttons(pdf: pydyf.PDF, names: dict[str, Control]) -> None:
    """Make one field of each group of radio buttons, spoken as its question; its buttons are not separate fields."""
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    buttons = set()
    for group in [one for one in pdf.objects if isinstance(one, pydyf.Dictionary) and "Kids" in one and "Opt" in one]:
        name = group["T"].string
        group["TU"] = pydyf.String(names[name].group)
        for reference in group["Kids"]:
            buttons.add(reference)
            button = referred(pdf, reference)
            del button["T"]
    form["Fields"] = pydyf.Array(reference for reference in form["Fields"] if reference not in buttons)


def share_what_is_typed(pdf: pydyf.PDF) -> None:
    """Make one field of all text fields of one name: viewers show in each of its places what is typed into one.

    ISO 32000-2, 12.7.4.2: only descendants of one field may share its name. All places are spoken as the first is.
    """
    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    named = defaultdict(list)
    for reference in form["Fields"]:
        place = referred(pdf, reference)
        if place.get("FT") == "/Tx":
            named[place["T"].string].append(place)
    for places in named.values():
        if len(places) > 1:
            field = pydyf.Dictionary({key: places[0][key] for key in (*OF_THE_FIELD, "TU", "DA")})
            field["Kids"] = pydyf.Array(place.reference for place in places)
            pdf.add_object(field)
            form["Fields"][form["Fields"].index(places[0].reference)] = field.reference
            for place in places:
                place |= {"Parent": field.reference, "TU": field["TU"]}
                for key in OF_THE_FIELD:
                    del place[key]
    form["Fields"] = pydyf.Array(one for one in form["Fields"] if "Parent" not in referred(pdf, one))


def end_names_with(pdf: pydyf.PDF, ending: str) -> None:
    """Give the names of all fields an ending, so that those of two files with the same exercise stay apart."""
    for reference in pdf.catalog["AcroForm"]["Fields"] if ending and "AcroForm" in pdf.catalog else ():
        field = referred(pdf, reference)
        field["T"] = pydyf.String(field["T"].string + ending)
