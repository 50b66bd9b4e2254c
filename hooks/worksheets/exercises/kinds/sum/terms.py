"""The arithmetic of a sum as CSS: which choice sets which variable, and which band the sum is in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...options import Options

Source = tuple[str, Options]
"""The id of a question that is added, and what can be chosen there."""


@dataclass(frozen=True)
class Term:
    """A variable that holds `value` while `when`, a condition on the section of the exercise, is true."""

    when: Markup
    name: str
    value: int


@dataclass(frozen=True)
class Terms:
    """All that the stylesheet of one sum says, in CSS.

    `total` adds the variables. `complete` is true of the section once every question with a way not to say has an
    answer and something counts: until then the sum fits no band. `band` is the place of the band that holds the sum,
    from 0: every band that begins at or below it counts 1, but for the first. A browser can then ask whether two
    numbers are the same, which Safari and Firefox know; only Chromium can ask which is more.
    """

    values: tuple[Term, ...]
    total: Markup
    complete: Markup
    band: Markup


def terms(sources: Sequence[Source], bands: Sequence[tuple[int, int]]) -> Terms:
    """The CSS of a sum of these questions, for bands that each reach from one number to another."""
    names = [name for place, (_, options) in enumerate(sources, 1) for name in _variables(place, options)]
    answered = "".join(f":has({_each(source)}:checked)" for source in sources if source[1].skip is not None)
    counted = ", ".join(_counts(source) for source in sources)
    return Terms(
        values=tuple(term for place, source in enumerate(sources, 1) for term in _values(place, source)),
        total=Markup(" + ".join(f"var(--{name}, 0)" for name in names)),
        complete=Markup(f"{answered}:has({counted})"),
        band=Markup(" + ".join(f"clamp(0, var(--sum) - {first - 1}, 1)" for first, _ in bands[1:])),
    )


def _variables(place: int, options: Options) -> list[str]:
    """A variable for the one answer of a question, or one for each of several."""
    return (
        [f"of-{place}-{number}" for number in range(1, len(options.adds) + 1)] if options.several else [f"of-{place}"]
    )


def _values(place: int, source: Source) -> Iterator[Term]:
    id_, options = source
    names = _variables(place, options)
    for index, (value, adds) in enumerate(options.adds.items()):
        if adds:
            when = Markup(f":has(#{id_}{options.controls[value]}:checked)")
            yield Term(when, names[index] if options.several else names[0], adds)


def _each(source: Source) -> str:
    id_, options = source
    return options.each.replace("{id}", id_)


def _counts(source: Source) -> str:
    return f"{_each(source)}:checked{':not([value=skip])' if source[1].skip is not None else ''}"
