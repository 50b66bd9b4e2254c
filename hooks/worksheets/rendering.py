"""Exercises, lists, helplines and references as HTML. Templates show; nothing here spells a tag."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from . import fields
from .catalogue import Entry
from .examples import Example, examples
from .exercise import Exercise
from .guide import Guide
from .problems import Problem
from .texts import prose

Link = Callable[[str], str]
"""The address of a page, given its path in `docs/`, relative to where the HTML will stand."""


def exercise_page(exercise: str) -> str:
    """The path of an exercise's own page, as if it stood in `docs/`."""
    return f"worksheets/{exercise}.md"


def exercise_style(exercise: str) -> str:
    """The path in the site of the CSS that an exercise needs for itself."""
    return f"assets/stylesheets/exercises/{exercise}.css"


def facts(exercise: Exercise) -> str:
    """Kind, length and company in one line, such as `Worksheet · 10 minutes · for two`."""
    minutes = "1 minute" if exercise.minutes == 1 else f"{exercise.minutes} minutes"
    return " · ".join((exercise.kind.capitalize(), minutes, "for two" if exercise.for_ == "both" else "on your own"))


def day(date: date) -> str:
    """A day as it is written in running text, such as `22 November 2026`."""
    return f"{date.day} {date:%B %Y}"


def keep_lines(text: str) -> Markup:
    """Text for `<pre>`, with its empty lines spelt out: a block of HTML in Markdown may not have any."""
    return escape(text).replace("\n\n", Markup("\n&#10;"))


def environment(folders: Iterable[Path]) -> Environment:
    """Templates from the given folders, first found first, then the fields' own; all text is escaped."""
    jinja = Environment(
        loader=ChoiceLoader([FileSystemLoader([str(folder) for folder in folders]), FileSystemLoader(fields.FOLDER)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    jinja.filters |= {"prose": prose, "day": day, "keep_lines": keep_lines}
    jinja.globals |= {"exercise_page": exercise_page, "facts": facts}
    return jinja


class Renderer:
    """Renders the parts of one guide with one set of templates; sheets carry the helplines of one country."""

    def __init__(self, guide: Guide, templates: Environment, country: str) -> None:
        self.guide = guide
        self.templates = templates
        self.country = country
        self.styles = frozenset(name for name in templates.list_templates(extensions=["css"]))

    def exercise(self, id_: str, heading: int, link: Link) -> Markup:
        """An exercise as a web form whose title is a heading of the given level, 1 to 5; KeyError if unknown.

        At level 1 it is the whole of its own page.
        """
        return self._exercise(self.guide.catalogue.entries[id_], heading, link, has_page=True)

    def gallery(self, shelf: str, heading: int, link: Link) -> Markup:
        """The examples of one shelf, live, below a heading of the given level, each with its source."""

        def show(example: Example) -> Markup:
            return self._exercise(example.entry, heading + 1, link, has_page=False)

        shown = [example for example in examples() if example.shelf == shelf]
        return self._html("gallery.html", examples=shown, heading=heading, show=show)

    def _exercise(self, entry: Entry, heading: int, link: Link, has_page: bool) -> Markup:
        return self._html(
            "exercise.html",
            entry=entry,
            ticks=sum(field.kind == "tick" for field in entry.exercise.fields),
            alone=self.guide.catalogue.entries.get(entry.exercise.alone or ""),
            own_page=heading == 1,
            has_page=has_page,
            heading=min(heading, 5),
            citation=lambda keys: self.citation(keys, link),
            country=self.guide.helplines.country(self.country) if self.guide.helplines else None,
            link=link,
        )

    def stylesheet(self, entry: Entry) -> str:
        """The CSS that one exercise needs beyond that of all: `kind.css` once a kind, `field.css` once a field.

        Author's words never go into it, only ids and numbers.
        """
        fields = entry.exercise.fields
        kinds = [f"{kind}/kind.css" for kind in dict.fromkeys(field.kind for field in fields)]
        pieces = [self._css(name, entry=entry) for name in kinds]
        pieces += [
            self._css(f"{field.kind}/field.css", entry=entry, field=field, id=entry.control_id(field))
            for field in fields
        ]
        return "".join(pieces)

    def _css(self, name: str, **values: Any) -> str:
        # most kinds have no CSS of their own
        return self.templates.get_template(name).render(**values) if name in self.styles else ""

    def own_page(self, entry: Entry) -> str:
        """The Markdown of the page that shows nothing but one exercise."""
        return self.templates.get_template("own-page.html").render(entry=entry)

    def picture(self, name: str) -> Markup:
        """A diagram; KeyError if unknown."""
        return self._html("picture.html", svg=Markup(self.guide.pictures[name]))

    def worksheets(self, heading: int, link: Link) -> Markup:
        """The list of all exercises by section."""
        return self._html("worksheets.html", catalogue=self.guide.catalogue, heading=heading, link=link)

    def helplines(self, heading: int) -> Markup:
        """Who to call, by country."""
        return self._html("helplines.html", helplines=self.guide.helplines, heading=heading)

    def references(self) -> Markup:
        """All works that the guide cites, each with an anchor that is its key."""
        bibliography = self.guide.bibliography
        works = [(key, bibliography.reference(key)) for key in bibliography.in_order(self.guide.cited)]
        return self._html("references.html", works=works)

    def citation(self, keys: Iterable[str], link: Link) -> Markup:
        """Authors and years in brackets, each a link to the references, in the order of the references."""
        works = [(key, self.guide.bibliography.label(key)) for key in self.guide.bibliography.in_order(keys)]
        return self._html("citation.html", works=works, link=link)

    def _html(self, template: str, **values: Any) -> Markup:
        # Without empty lines, Markdown takes the whole as one block of HTML, whatever it holds.
        text = self.templates.get_template(template).render(**values)
        return Markup("\n".join(line for line in text.splitlines() if line.strip()))


def problem_page(problems: Iterable[Problem]) -> str:
    """Markdown that shows an author all problems in place of a page."""
    rows = (
        f"- `{problem.file}:{problem.line}` {_plain(str(problem).split(': ', 1)[1])}" for problem in sorted(problems)
    )
    return "\n".join(["# Something to mend", "", "Save the mended file, and this page comes back.", "", *rows])


def _plain(text: str) -> str:
    return text.translate({ord(sign): f"&#{ord(sign)};" for sign in "<>&*_[]`!\\"})
