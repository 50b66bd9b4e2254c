"""What one build knows, from the first event to the last. The hooks share it; MkDocs has no place for it."""

from worksheets.authoring.problems import Problem
from worksheets.editions.edition import Edition
from worksheets.guide.review import Review
from worksheets.guide.whole_guide import Guide
from worksheets.rendering.renderer import Renderer


class Build:
    """Set anew by each `on_config`; while serving, the last sound edition stays."""

    serving = False
    edition: Edition | None = None
    guide: Guide
    renderer: Renderer
    reviews: dict[str, Review]
    styled: set[str]
    problems: list[Problem]
