"""Every page in a real Chromium with scripts on: typed into, printed and left, and nothing gets out or is kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.form_filling import answers, fill, press_enter
from tests.support.injection import inject
from tests.support.network_watch import Watch
from tests.support.project import mkdocs
from tests.support.servers import served
from tests.support.small_site import small_site
from tests.support.translated_pages import with_a_sample_of_translations

WORDS = "What I would tell nobody, with “quotes” & <signs>."
EXIT = "https://www.bbc.co.uk/weather"
SHARES = 6


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_leaves_any_page(share: int, browser: Browser, address: str, pages: list[str]) -> None:
    """Of the translated pages a sample: their forms, styles and policy are those of the originals, and the build lets
    no words ask for anything."""
    watch = Watch(browser.new_context(), address)
    for path in with_a_sample_of_translations(pages)[share::SHARES]:
        watch.open(path)
        fill(watch.page, WORDS)
        typed = answers(watch.page)
        press_enter(watch.page)
        watch.page.pdf()
        assert answers(watch.page) == typed, path
        assert watch.page.url == address + path
        assert watch.asked == [], path
        watch.page.locator("a.exit").click()
        watch.page.wait_for_timeout(0)
        assert watch.left == [(EXIT, None, None)], path
        assert watch.asked == [EXIT], path
        assert watch.complaints() == [], path
        watch.left.clear()
    watch.context.close()


def test_the_watch_sees_what_leaves(browser: Browser, address: str) -> None:
    """The check above can fail: a page that asks, stores, says and is refused something is caught at each."""
    watch = Watch(browser.new_context(), address)
    watch.open("")
    watch.page.evaluate("fetch('/steps/').catch(() => 0)")
    watch.page.evaluate("document.body.append(Object.assign(new Image(), {src: 'https://elsewhere.example/x'}))")
    watch.page.evaluate("document.cookie = 'a=b'; localStorage.kept = 'x'; console.warn('a word')")
    watch.page.wait_for_timeout(100)
    complaints = "\n".join(watch.complaints())
    for expected in ("connect-src", "img-src https://elsewhere.example/x", "a=b", "kept", "a word"):
        assert expected in complaints
    watch.context.close()


HOSTILE = """<script>run()</script><img src=x onerror=run()><svg onload=run()>"><style>*{color:red}</style>"""


def test_what_is_injected_does_not_run(browser: Browser, tmp_path: Path) -> None:
    """In every text of an exercise, a helpline, a reference, a page's head and the site's name."""
    project = small_site(tmp_path)
    assert inject(project, HOSTILE) > 100
    done = mkdocs("build", folder=project)
    assert done.returncode == 0, done.stderr
    with served(project / "site") as address:
        watch = Watch(browser.new_context(), address)
        watch.context.expose_function("run", lambda: watch.said.append("it ran"))
        own = [path.relative_to(project / "site").as_posix() for path in (project / "site").rglob("*.html")]
        for path in own:
            watch.open(path)
            assert watch.page.locator("script, svg[onload], img[onerror], body style").count() == 0, path
            assert "run()" in watch.page.content(), f"{path} shows nothing of what was injected"
            assert watch.complaints() == [], path
        watch.context.close()
