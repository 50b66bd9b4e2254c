"""What `extra` in mkdocs.yml may say."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict
from pydantic import Field as Setting

from .document import Document, Trail
from .problems import Problem
from .validation import Strict, validate


class Settings(Strict):
    """The settings of this guide, beside those of MkDocs."""

    model_config = ConfigDict(alias_generator=None)

    exit_address: Annotated[str, Setting(pattern=r"^https://[^\s\"<>]+$")]
    """where “Leave this page” goes, from `https://` on"""


def settings_problems(extra: Mapping[str, object], text: str, file: str) -> list[Problem]:
    """What is wrong with `extra`, given also the text of the file that it stands in, to find lines."""
    lines = {line.split(":")[0].strip(): number for number, line in enumerate(text.splitlines(), 1) if ":" in line}
    places: dict[Trail, int] = {("extra", key): lines[key] for key in extra if key in lines}
    places["extra",] = lines.get("extra", 1)
    document = Document(file, {"extra": dict(extra)}, places)
    return validate(_MkDocs, document)[1]


class _MkDocs(Strict):
    extra: Settings
