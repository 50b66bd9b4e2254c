"""The JSON Schema of an exercise, by which editors complete and check the files."""

import json

from .exercise import Exercise


def exercise_schema() -> str:
    """The schema as the text of a JSON file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Exercise.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
