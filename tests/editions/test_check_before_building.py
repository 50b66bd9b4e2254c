"""`check` finds in a page what the build would refuse, and calls the page as its author does."""

import shutil
from pathlib import Path

import pytest
from worksheets.guide.markdown.html_writer import EXTENSIONS

from tests.support.command_line import run
from tests.support.host import yaml_load
from tests.support.project import ROOT, mkdocs, replace
from tests.support.small_site import small_site_with_pdfs, write_page

HTML = {
    "<script>x()</script>": "<script>: <script> is not allowed.",
    '<a href="x" onclick="y()">it</a>': "<a>: the attribute onclick on <a> is not allowed.",
    "<b style='top: 0'>x</b>": "<b>: the attribute style on <b> is not allowed.",
    "Words.\n{: style='top: 0' }": "<p>: the attribute style on <p> is not allowed.",
    "![x](https://example.org/x.png)": "<img>: <img> asks another host: https://example.org/x.png.",
    "[x](javascript:y())": "<a>: the address javascript:y() on <a> is not allowed.",
    "<iframe src='x'></iframe>": "<iframe>: <iframe> is not allowed.",
    "<style>b { top: 0 }</style>": "<style>: <style> is not allowed.",
    "<link rel='stylesheet' href='x.css'>": "<link>: <link> is not allowed.",
    "<meta name='x' content='y'>": "<meta>: <meta> is not allowed.",
}
"""What a page may not hold, and what is said of it."""

LETTERS = {
    "It\x92s odd.": "The character U+0092 cannot be seen.",
    "A\ufeffB": "The character U+FEFF cannot be seen.",
    "A\u202eB": "The character U+202E cannot be seen.",
    "A\u2028B": "The character U+2028 cannot be seen.",
    "A\x0bB": "The character U+000B cannot be seen.",
    "A cafÃ©.": "“Ã©” was “é” before a program read this file in the wrong encoding.",
    "Ãœbung und StraÃŸe": "“Ãœ” was “Ü” before a program read this file in the wrong encoding.",
    "Itâ€™s odd.": "“â€™” was “’” before a program read this file in the wrong encoding.",
    "Fine\u00c2\u00a0print": "was “\u00a0” before a program read this file in the wrong encoding.",
    "A caf\ufffd.": "A letter was lost here: “\ufffd”.",
}
"""What a page holds after it went through programs that read its encoding wrongly."""

SOUND = [
    "Ünïcödé, “quoted” — naïve, Ã and Â and â alone, €, ½, 10 °C, «ÇA», Â.",
    "می\u200cخواهم, שלום\u200f, 👩\u200d👧, co\u00adoperate",
    "`<script>` in code, and\n\n```html\n<b style='top: 0' onclick='x()'>\n```\n",
    "<!-- a comment with <script> -->\n\nWords <kbd>Tab</kbd> and a\n[link](https://example.org/x).",
]
"""What is no mistake."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site_with_pdfs(tmp_path_factory.mktemp("check") / "guide")


def test_every_piece_of_forbidden_html_is_told_at_once(project: Path) -> None:
    write_page(project, "right-now", "\n\n".join(HTML))
    done = run(project, "check")
    write_page(project, "right-now", "Words.")
    assert [said for said in HTML.values() if f": {said}" not in done.stderr] == []
    assert all(line.startswith("docs/right-now.md:") for line in done.stderr.splitlines()[:-1])
    assert f"docs/right-now.md:10: {HTML['<script>x()</script>']}" in done.stderr


def test_every_odd_letter_is_told_with_its_line(project: Path) -> None:
    for words, said in LETTERS.items():
        write_page(project, "right-now", f"Words.\n\n{words}")
        done = run(project, "check")
        assert done.stderr.startswith("docs/right-now.md:12: "), words
        assert said in done.stderr
    write_page(project, "right-now", "Words.")


def test_sound_pages_pass(project: Path) -> None:
    write_page(project, "right-now", "\n\n".join(SOUND))
    done = run(project, "check")
    write_page(project, "right-now", "Words.")
    assert done.stderr == ""
    assert done.returncode == 0


def test_a_picture_that_is_none_is_told_at_its_place(project: Path) -> None:
    (project / "docs/broken.jpg").write_bytes(b"no picture")
    write_page(project, "right-now", "Words.\n\n![Broken](broken.jpg)")
    done = run(project, "check")
    write_page(project, "right-now", "Words.")
    (project / "docs/broken.jpg").unlink()
    assert done.stderr.startswith("docs/right-now.md:12: “broken.jpg” is not really a picture.")


def test_check_and_build_call_pages_alike_in_a_clinics_copy(project: Path) -> None:
    assert run(project, "new", "harbour").returncode == 0
    replace(project / "clinics/harbour/brand.yml", "country: GB", "country: XX")
    write_page(project, "right-now", "<b style='top: 0'>x</b>")
    shutil.copy(project / "docs/right-now.md", project / "clinics/harbour/pages/ours.md")
    checked = run(project, "check", "clinics/harbour").stderr
    built = mkdocs("build", "--strict", "-f", "clinics/harbour/mkdocs.yml", folder=project).stderr
    write_page(project, "right-now", "Words.")
    shutil.rmtree(project / "clinics")
    for page in ("clinics/harbour/pages/ours.md", "docs/right-now.md"):
        said = f"{page}:10: <b>: the attribute style on <b> is not allowed."
        assert [line.removeprefix("ERROR   -  ") for line in checked.splitlines() if line.startswith(said)]
        assert [line for line in built.splitlines() if line.removeprefix("ERROR   -  ").startswith(said)]


def test_the_markdown_is_that_of_the_site() -> None:
    names = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    wanted = [({one: {}} if isinstance(one, str) else one) for one in names]
    assert [{name: dict(options)} for name, options in EXTENSIONS.items()] == wanted
