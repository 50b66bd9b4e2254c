"""Whether the sheet of an exercise keeps to the number of pages that its author allows it."""

from collections.abc import Iterator, Mapping

from ..authoring.problems import Problem
from ..exercises.catalogue import Catalogue
from ..exercises.exercise_addresses import PAPERS, exercise_pdf
from ..rendering.downloads import Pdf


def too_long(pdfs: Mapping[str, Pdf], catalogue: Catalogue, in_clinic: bool) -> Iterator[Problem]:
    """Every exercise whose sheet of A4 has more pages than it may.

    In a clinic's copy only its own exercises that say how many are held to it: its name, its numbers and its disclaimer
    stand on the guide's sheets too, and take room.
    """
    for id_, entry in catalogue.entries.items():
        exercise = entry.exercise
        pdf = pdfs.get(exercise_pdf(id_, PAPERS[0]))
        says = "pages" in exercise.model_fields_set
        if pdf is None or pdf.pages <= exercise.pages or (in_clinic and not (id_ in catalogue.own and says)):
            continue
        wrong = f"The sheet takes {pdf.pages} pages of A4, and `pages` allows {exercise.pages}."
        write = f"Ask less, or let options be short, so that they stand side by side. Or write `pages: {pdf.pages}`."
        yield catalogue.documents[id_].problem(("pages",) if says else (), wrong, write)
