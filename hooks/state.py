"""What one build knows, from the first event to the last. The hooks share it; MkDocs has no place for it."""

from worksheets.guide import Guide
from worksheets.problems import Problem
from worksheets.rendering import Renderer
from worksheets.review import Review


class Build:
    """Set anew by each `on_config`."""

    serving = False
    guide: Guide
    renderer: Renderer
    reviews: dict[str, Review]
    styled: set[str]
    problems: list[Problem]
