"""Whether the sheet of an exercise keeps to the number of pages that its author allows it."""

from collections.abc import Iterator, Mapping

from ..authoring.problems import Problem
from ..exercises.catalogue import Catalogue
from ..exercises.exercise_addresses import PAPERS, exercise_pdf
from ..rendering.downloads import Pdf


def too_long(pdfs: Mapping[str, Pdf], catalogue: Catalogue, in_clinic: bool) -> Iterator[Problem]:
    """Every exercise whose sheet of A4 has more pages than it may; its example has one more.

    In a clinic's copy only its own exercises that say how many are held to it: its name, its numbers and its disclaimer
    stand on the guide's sheets too, and take room.
    """
    for id_, entry in catalogue.entries.items():
        exercise = entry.exercise
        pdf = pdfs.get(exercise_pdf(id_, PAPERS[0]))
        says = "pages" in exercise.model_fields_set
        allowed = exercise.pages + (exercise.example is not None)
        if pdf is None or pdf.pages <= allowed or (in_clinic and not (id_ in catalogue.own and says)):
            continue
        what, more = ("sheet with its example", " and one for the example") if exercise.example else ("sheet", "")
        wrong = f"The {what} takes {pdf.pages} pages of A4, and `pages` allows {exercise.pages}{more}."
        needed = pdf.pages - (exercise.example is not None)
        write = f"Ask less, or let options be short, so that they stand side by side. Or write `pages: {needed}`."
        yield catalogue.documents[id_].problem(("pages",) if says else (), wrong, write)
