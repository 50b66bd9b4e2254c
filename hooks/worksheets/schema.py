"""The JSON Schemas of an exercise, a brand and a guide’s settings, by which editors complete and check the files."""

import json

from pydantic import BaseModel

from .editions.brand import Brand
from .exercises.exercise import Exercise
from .guide.guide_settings import GuideSettings


def exercise_schema() -> str:
    """The schema of an exercise as the text of a JSON file."""
    return _schema(Exercise)


def brand_schema() -> str:
    """The schema of a brand.yml as the text of a JSON file."""
    return _schema(Brand)


def guide_schema() -> str:
    """The schema of a guide.yml as the text of a JSON file."""
    return _schema(GuideSettings)


def _schema(model: type[BaseModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
