"""Builds one brand of a fleet, as a worker asks for it. MkDocs does not call this file.

One line of JSON on standard input says what to build. When that input ends, so does this process: its worker has died.
"""

import json
import logging
import os
import sys
import threading
from typing import Any

from current_build import current
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError
from worksheets.editions.branch import Branch


def main() -> int:
    """Build, and end with a line of JSON; or say what is wrong."""
    task: dict[str, Any] = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_worker, daemon=True).start()
    logging.basicConfig(level=logging.WARNING, format="%(message)s", stream=sys.stdout)
    address = {"site_url": task["address"]} if task["address"] else {}
    try:
        config = load_config(task["config"], site_dir=task["site"], strict=True, **address)
        config.extra["branch"] = Branch(**task["branch"]) if task["branch"] else None
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except ConfigurationError as error:
        print(error)
        return 1
    pdfs, time = current().pdfs, os.times()
    made = {"pdfs": len(pdfs.ready), "pressed": pdfs.store.saved, "notes": pdfs.store.notes} if pdfs else {}
    print(json.dumps({"seconds": sum(time[:4]), **made}))
    return 0


def _end_with_worker() -> None:
    sys.stdin.read()
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
