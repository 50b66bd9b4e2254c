"""A preview warns of a page that has become too heavy, and goes on; a build of the same would stop."""

from hashlib import sha256
from pathlib import Path

from tests.support.project import mkdocs
from tests.support.servers import serving, wait_for, wait_for_log
from tests.support.small_site import small_site, write_page

HEAVY = " ".join(sha256(str(number).encode()).hexdigest() for number in range(500))
"""More words than arrive at once: nothing makes them smaller."""

WARNING = "help/index.html: this page is too heavy to arrive at once"
BUILT = "Documentation built in"


def test_a_page_is_watched_while_it_is_written(tmp_path: Path, unused_port: int) -> None:
    project, log = small_site(tmp_path / "guide"), tmp_path / "log"
    with serving(project, unused_port, log) as address:
        wait_for(f"{address}help/", "Words.")
        assert WARNING not in wait_for_log(log, BUILT)
        write_page(project, "help", f"Too long now. {HEAVY}")
        wait_for(f"{address}help/", "Too long now.")
        said = wait_for_log(log, BUILT, 2)
        assert said.count(WARNING) == 1
        assert "WARNING" in said[: said.index(WARNING)].splitlines()[-1]
        assert "Links to PDFs count. Its heaviest parts:" in said
        stopped = mkdocs("build", "--site-dir", str(tmp_path / "site"), folder=project)
        assert stopped.returncode == 1
        assert WARNING in stopped.stderr
        write_page(project, "help", "Short again.")
        wait_for(f"{address}help/", "Short again.")
        assert wait_for_log(log, BUILT, 3).count(WARNING) == 1
