"""What the answers in filled-in examples have in common: how one reads, and what can be wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from ..authoring.problems import nearest
from ..authoring.text_types import Spoken
from ..authoring.yaml_document import as_written
from ..authoring.yaml_quotes import quoted
from .field import Mistake
from .options import Value

SPOKEN: TypeAdapter[str] = TypeAdapter(Spoken)

Names = tuple[str, str]
"""The names of two people."""

MOST_SHOWN = 40


@dataclass(frozen=True)
class Said:
    """An answer as it reads: whose it is or where it stands, if that has to be said, and the words, each on a line."""

    words: tuple[str, ...]
    name: str = ""


def with_colon(name: str) -> str:
    """A name before what it names; one that ends with a sign needs no colon."""
    return name if name.endswith(("?", "!", "…", ".", ":")) else name + ":"


def wrong_words(written: object, most: int, looks: str) -> Iterator[Mistake]:
    """What is wrong with words for a box that takes so many letters; `looks` says what to write."""
    if written is None or written == "":
        yield (), "There is no answer here.", f"Write {looks}, or remove the line."
    elif isinstance(written, (dict, list)):
        yield (), f"{shown(written)} does not fit here.", f"Write {looks}."
    elif not isinstance(written, str):
        text = as_written(written)  # type: ignore[arg-type]  # what YAML has besides
        yield (), f"“{text}” is not a text here.", f"Put it in quotes: `{quoted(text)}`."
    else:
        yield from _wrong_text(written, most)


def _wrong_text(written: str, most: int) -> Iterator[Mistake]:
    try:
        text = SPOKEN.validate_python(written)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            yield (), str(one["ctx"]["wrong"]), str(one["ctx"]["write"])
        return
    if len(text) > most:
        yield (), f"{shown(text)} has {len(text)} letters, and this box takes {most} on paper.", "Make it shorter."


def wrong_choice(written: object, known: Sequence[Value]) -> Iterator[Mistake]:
    """What is wrong with a choice of one of these values."""
    if written is None or written == "":
        yield (), "There is no answer here.", f"Write one of the options, such as `{known[0]}`, or remove the line."
    elif type(written) not in (str, int) or written not in known:
        is_number = isinstance(written, str) and written in map(str, known)
        write = f"Leave out the quotes: `{written}`." if is_number else _offer(written, known)
        yield (), f"{shown(written)} is not one of the options.", write


def _offer(written: object, known: Sequence[Value]) -> str:
    if isinstance(written, (dict, list)):
        return f"Write one of them, such as `{known[0]}`."
    return nearest(shown(written).strip("“”"), map(str, known))


def wrong_list(written: object, most: int, looks: str) -> Iterator[Mistake]:
    """What is wrong with a list of at most so many answers, whatever is in it."""
    if not isinstance(written, list) or not written:
        yield (), f"{shown(written)} does not fit here.", f"Write {looks}."
    elif len(written) > most:
        yield (most,), f"These are {len(written)} answers, and the sheet takes {most}.", "Remove some."


def below(step: int, found: Iterator[Mistake]) -> Iterator[Mistake]:
    """The same mistakes, in one answer of a list."""
    for path, wrong, write in found:
        yield (step, *path), wrong, write


def shown(written: object) -> str:
    """What an author wrote, short enough for a message."""
    match written:
        case None:
            return "Nothing"
        case dict():
            return "A map of keys"
        case list():
            text = ", ".join(as_written(one) if isinstance(one, (str, int)) else "…" for one in written)
            return f"The list `[{_cut(text)}]`" if written else "An empty list"
        case _:
            return f"“{_cut(as_written(written))}”"  # type: ignore[arg-type]  # what YAML has besides


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"
