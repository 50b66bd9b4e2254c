"""What `extra` in mkdocs.yml may say."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict
from pydantic import Field as Setting

from .document import Document, Trail
from .helplines import Code, Helplines
from .problems import Problem, nearest
from .validation import Strict, validate


class Settings(Strict):
    """The settings of this guide, beside those of MkDocs."""

    model_config = ConfigDict(alias_generator=None)

    exit_address: Annotated[str, Setting(pattern=r"^https://[^\s\"<>]+$")]
    """where “Leave this page” goes, from `https://` on"""
    country: Code
    """whose helplines stand on printed sheets: a code of sources/helplines.yml, such as GB"""
    sheets: bool
    """whether PDFs are made of all sheets"""


def settings_problems(extra: Mapping[str, object], text: str, file: str, helplines: Helplines | None) -> list[Problem]:
    """What is wrong with `extra`, given also the text of the file that it stands in, to find lines."""
    lines = {line.split(":")[0].strip(): number for number, line in enumerate(text.splitlines(), 1) if ":" in line}
    places: dict[Trail, int] = {("extra", key): lines[key] for key in extra if key in lines}
    places["extra",] = lines.get("extra", 1)
    document = Document(file, {"extra": dict(extra)}, places)
    model, problems = validate(_MkDocs, document)
    known = [country.code for country in helplines.countries] if helplines else []
    if model and known and model.extra.country not in known:
        wrong = f"There are no helplines for {model.extra.country} in sources/helplines.yml."
        problems.append(document.problem(("extra", "country"), wrong, nearest(model.extra.country, known)))
    return problems


class _MkDocs(Strict):
    extra: Settings
