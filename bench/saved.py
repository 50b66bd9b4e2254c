"""`python -m bench.saved <page>`, in the folder of a project: builds as `mkdocs serve` does, changes the page, builds
again in the same process, and prints the seconds that processors worked for the second build."""

import logging
import sys
import tempfile
import time
from pathlib import Path

from tests.support.host import MkDocsConfig, build, load_config


def main(page: Path) -> None:
    """Build twice, with a change between."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as site:

        def config() -> MkDocsConfig:
            return load_config("mkdocs.yml", site_dir=site)

        first = config()
        first.plugins.on_startup(command="serve", dirty=False)
        build(first, serve_url="http://127.0.0.1/")
        page.write_text(f"{page.read_text(encoding='utf-8')}\nOne sentence more.\n", encoding="utf-8")
        start = time.process_time()
        build(config(), serve_url="http://127.0.0.1/")
        print(time.process_time() - start)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
