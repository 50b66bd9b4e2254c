"""`python -m bench.one_build <site>` builds the project in this folder as `mkdocs build` does.

It prints the peak of its memory in kB, as Linux tells it. Its parent cannot ask: what that is told counts its own too.
"""

import re
import sys
from pathlib import Path

from tests.support.host import run_host_here


def main(site: str) -> None:
    """Build, and say how much memory it took."""
    run_host_here("build", "--quiet", "--site-dir", site)
    peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    print(peak[1] if peak else 0)


if __name__ == "__main__":
    main(sys.argv[1])
