"""What somebody is called by their work, and not by name: it is shown to everybody who reads a sheet."""

import re
from typing import Annotated

from pydantic import AfterValidator

from ..authoring.text_types import Line, mistake
from .bibliography.given_names import is_given_name

TITLE = re.compile(r"\b(?:dr|prof|professor|mr|mrs|ms|mx|miss|sir|herr|frau|mme|rev)\b", re.IGNORECASE)
INITIAL = re.compile(r"\b[^\W\d_]\.")


def _no_name(text: str) -> str:
    """What has the form of a name is refused. No rule can know every name, so one that looks like a role passes."""
    words = re.findall(r"[^\W\d_]+", text)
    all_capitals = bool(words) and all(word[0].isupper() for word in words)
    if all_capitals or "@" in text or TITLE.search(text) or INITIAL.search(text) or any(map(is_given_name, words)):
        raise mistake(
            f"“{text}” looks like the name of a person, and every sheet would show it.",
            "Write the role of who called, in small letters, such as `practice manager`.",
        )
    return text


Role = Annotated[Line, AfterValidator(_no_name)]
"""A role, such as `practice manager`."""
