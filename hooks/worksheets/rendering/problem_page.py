"""What an author sees in place of a page while something in the guide is wrong."""

from collections.abc import Iterable

from ..authoring.problems import Problem


def problem_page(problems: Iterable[Problem]) -> str:
    """Markdown that shows an author all problems in place of a page."""
    rows = (
        f"- `{problem.file}:{problem.line}` {_plain(str(problem).split(': ', 1)[1])}" for problem in sorted(problems)
    )
    return "\n".join(["# Something to fix", "", "Save the corrected file, and this page comes back.", "", *rows])


def _plain(text: str) -> str:
    return text.translate({ord(sign): f"&#{ord(sign)};" for sign in "<>&*_[]`!\\"})
