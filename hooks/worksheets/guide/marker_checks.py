"""What markers must name, where they may stand, and what has to stand above them."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..authoring.problems import Problem, nearest
from .markers import AGAIN, OF_EXERCISES, OF_FORMS, Marker
from .page import Page


def misused_markers(pages: Iterable[Page], known: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """What a marker names exists, and a page shows it once. `known` has the names that there are, by its word."""
    for page in pages:
        seen: dict[str, int] = {}
        for marker in page.markers:
            what = f"{marker.word}: {marker.argument}".removesuffix(": ")
            once = marker.argument if marker.word in OF_EXERCISES else what
            names = known.get(marker.word, {""})
            if marker.argument not in names:
                wrong = f"There is no such {marker.word}."
                yield Problem(page.file, marker.line, what, wrong, nearest(marker.argument, names))
            elif once in seen and marker.word not in AGAIN:
                wrong = f"This is already shown in line {seen[once]}."
                yield Problem(page.file, marker.line, what, wrong, "Show it once on a page.")
            seen.setdefault(once, marker.line)


EMERGENCY = {"helplines": ("first-calls", "emergency"), "easy-helplines": ("easy-emergency",)}
"""The markers of which one stands above a list of helplines, the best one first."""


def late_emergency_numbers(pages: Iterable[Page]) -> Iterator[Problem]:
    """A page with all helplines shows the emergency number first, where a frightened reader looks."""
    for page in pages:
        words = [marker.word for marker in page.markers]
        for place, marker in enumerate(page.markers):
            wanted = EMERGENCY.get(marker.word, ())
            if wanted and not set(wanted).intersection(words[:place]):
                wrong = "The emergency number is not above the helplines."
                write = f"Write `<!-- {wanted[0]} -->` on a line of its own, right below the title."
                yield Problem(page.file, marker.line, marker.word, wrong, write)


def forms_at_the_front(pages: Iterable[Page], workbook: Collection[str]) -> Iterator[Problem]:
    """No page at the front of the workbook shows a form: it would be in there twice, and answer for both."""
    for page in pages:
        for marker in page.markers:
            if page.path in workbook and marker.word in OF_FORMS:
                wrong = "This page is at the front of the workbook, where the exercises come later."
                write = "Link instead to a page that shows it."
                if exercise := _exercise_of(marker):
                    write = f"Link to it instead: `[…](…/worksheets/{exercise}.md)`."
                place = f"{marker.word}: {marker.argument}" if marker.argument else marker.word
                yield Problem(page.file, marker.line, place, wrong, write)


def _exercise_of(marker: Marker) -> str:
    """The exercise that a marker shows, whole or one question of it; empty if it shows others."""
    section, _, rest = marker.argument.partition("/")
    exercise, _, field = rest.partition("/")
    is_one = exercise and bool(field) == (marker.word == "field")
    return f"{section}/{exercise}" if is_one else ""
