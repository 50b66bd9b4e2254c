"""Expressions in FHIRPath on the answers to a questionnaire, by the link ids of its questions."""

from collections.abc import Iterable, Sequence


def answers(*link_ids: str) -> str:
    """Every answer to some questions, wherever they stand."""
    return f"%resource.repeat(item).where({_one_of('linkId', link_ids)}).answer.value"


def number(link_id: str) -> str:
    """The number that was chosen; nothing if none was, or the way not to say."""
    return f"{answers(link_id)}.code.toInteger()"


def ticked(*link_ids: str) -> str:
    """The boxes of these that are ticked."""
    return f"{answers(*link_ids)}.where($this = true)"


def chosen(link_id: str, codes: Sequence[str]) -> str:
    """Whether one of these is chosen."""
    return f"{answers(link_id)}.where({_one_of('code', codes)}).exists()"


def within(numbers: str, least: int | None, most: int | None) -> str:
    """Whether there is a number from `least` to `most`."""
    tests = [f"$this >= {least}"] if least is not None else []
    tests += [f"$this <= {most}"] if most is not None else []
    return f"{numbers}.where({' and '.join(tests)}).exists()"


def exists(expression: str) -> str:
    """Whether there is anything."""
    return f"{expression}.exists()"


def joined(parts: Iterable[str], word: str) -> str:
    """Some conditions joined by `and`, `or` or `+`, in brackets where there are several."""
    found = list(parts)
    return found[0] if len(found) == 1 else f"({f' {word} '.join(found)})"


def _one_of(what: str, texts: Sequence[str]) -> str:
    quoted = [f"'{text}'" for text in texts]
    return f"{what} = {quoted[0]}" if len(quoted) == 1 else f"{what} in ({' | '.join(quoted)})"
