"""What Markdown makes by itself keeps the promises, and a table is aligned as its author wrote it."""

from pathlib import Path

import yaml
from markdown import Markdown
from playwright.sync_api import Browser
from worksheets.site.content_security_policy import content_security_policy
from worksheets.site.html_reader import read_finished

from tests.support.host import load_config
from tests.support.project import ROOT, mkdocs
from tests.support.servers import served
from tests.support.small_site import small_site, write_page

TABLE = "| a | b | c | d |\n| :--- | :---: | ---: | --- |\n| 1 | 2 | 3 | 4 |\n"
EVERYTHING = f"""
# A title {{: .wide }}

{TABLE}
!!! note "A box"
    Words[^1].

3. three
4. four

Term
:   What it means

```python linenums="1" hl_lines="1"
x = 1
```

    code

> "Quoted" -- *and* **bold** `code` ![A picture](x.png "title") <https://example.org>

[^1]: A note.
"""


def test_markdowns_own_output_keeps_the_promises() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{content_security_policy(serving=False)}">'
    html = markdown.convert(EVERYTHING)
    for part in ("<table>", "<dl>", "<pre", "footnote", "admonition", "<ol"):
        assert part in html, part
    assert read_finished(meta + html).faults == []


def test_a_table_is_aligned_as_it_was_written(tmp_path: Path, browser: Browser) -> None:
    project = small_site(tmp_path)
    config = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    config["markdown_extensions"].append({"tables": {"use_align_attribute": True}})
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    write_page(project, "right-now", TABLE)
    done = mkdocs("build", "--strict", folder=project)
    assert done.returncode == 0, done.stderr
    with served(project / "site") as address:
        page = browser.new_page()
        page.goto(f"{address}right-now/")
        for cell in ("th", "td"):
            seen = page.locator(f"main {cell}").evaluate_all(
                "cells => cells.map(one => getComputedStyle(one).textAlign)"
            )
            assert seen == ["start", "center", "end", "start"]
        page.close()
