"""The JSON Schemas of what authors write in YAML, by which editors complete and check the files."""

import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from .authoring.number_forms import CATEGORIES, OTHER, SLOT, counted
from .authoring.problems import Problem
from .authoring.text_file import read_text
from .authoring.words import SOURCE
from .authoring.yaml_document import read_document
from .editions.brand import Brand
from .editions.language_folder import LANGUAGES, LanguageSettings
from .exercises.exercise import Exercise, Sections
from .exercises.kinds import words_files
from .fleet.fleet_file import Fleet
from .guide.guide_settings import GuideSettings
from .guide.helplines import Helplines
from .guide.language_rules import LanguageRules
from .guide.packs import Pack
from .guide.readings import Reading
from .guide.translated_helplines import TranslatedHelplines

BENT = r"^[a-z-]+\.(zero|one|two|few|many)$"
"""The key of words that bend with their number, in languages in which they do."""


def schemas(root: Path) -> dict[Path, str]:
    """The text of every schema by its file; ValueError if the words of the guide cannot be read."""
    return {
        root / "exercises" / "schema.json": exercise_schema(),
        root / "exercises" / "sections.schema.json": _schema(Sections),
        root / LANGUAGES / "language.schema.json": _schema(LanguageSettings),
        root / LANGUAGES / "helplines.schema.json": _schema(TranslatedHelplines),
        root / LANGUAGES / "rules.schema.json": _schema(LanguageRules),
        root / "packs" / "schema.json": _schema(Pack),
        root / "reviews" / "schema.json": _schema(Reading),
        root / "sources" / "helplines.schema.json": _schema(Helplines),
        root / "words" / "schema.json": words_schema(root / "words" / f"{SOURCE}.yml"),
        root / "brand.schema.json": brand_schema(),
        root / "fleet.schema.json": _schema(Fleet),
        root / "guide.schema.json": guide_schema(),
    }


def exercise_schema() -> str:
    """The schema of an exercise as the text of a JSON file."""
    return _schema(Exercise)


def brand_schema() -> str:
    """The schema of a brand.yml as the text of a JSON file."""
    return _schema(Brand)


def guide_schema() -> str:
    """The schema of a guide.yml as the text of a JSON file."""
    return _schema(GuideSettings)


def words_schema(path: Path) -> str:
    """The schema of a file of words: the keys of the source language and of all kinds, each with its slots."""
    texts = _read(path)
    for part in words_files():
        texts |= _read(part)
    return _written(
        {
            "title": "Words",
            "description": "What buttons and labels say in one language",
            "type": "object",
            "additionalProperties": False,
            "properties": {key: _word(says) for key, says in texts.items()},
            "patternProperties": {BENT: {"type": "string", "minLength": 1}},
        }
    )


def _read(path: Path) -> dict[str, Any]:
    """The values of a file of the core; ValueError if it cannot be read."""
    text = read_text(path, path.name)
    document, problems = (None, [text]) if isinstance(text, Problem) else read_document(text, path.name)
    if problems or document is None:
        raise ValueError("\n".join(map(str, problems)))
    return dict(document.value)


def _word(says: str) -> dict[str, Any]:
    """One text, or one for each form that a number asks for, with the English as its description."""
    named = SLOT.findall(says)
    text = {"type": "string", "minLength": 1}
    whole = text | ({"allOf": [_slot(one) for one in named]} if named else {})
    if not counted(says):
        return whole | {"description": says}
    # A form may leave out the number that it is for: it is a word there.
    others = [_slot(one) for one in named if one != counted(says)[0]]
    several = {
        "type": "object",
        "required": [OTHER],
        "propertyNames": {"enum": [*CATEGORIES, OTHER]},
        "properties": {OTHER: whole},
        "additionalProperties": text | ({"allOf": others} if others else {}),
    }
    return {"description": says, "anyOf": [whole, several]}


def _slot(name: str) -> dict[str, str]:
    return {"pattern": re.escape(f"{{{name}}}").replace("\\-", "-")}


def _schema(model: type[BaseModel]) -> str:
    return _written(model.model_json_schema())


def _written(schema: dict[str, Any]) -> str:
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
