"""Breaks the rules of the core in one place at a time, and counts what no test notices.

mutmut makes and tries the mutants; `[tool.mutmut]` says of which modules, and with which tests. It wants the package at
the top of the folder that it is started in, so it gets a folder of links. Every run begins anew: mutmut would let old
results stand after a test has changed. What changes nothing is in equivalent_mutants.py.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from tempfile import TemporaryDirectory

from tests.support.equivalent_mutants import is_equivalent
from tests.support.project import FILES, PARTS, ROOT

FOLDER = ROOT / "build" / "mutants"
LINKS = {"worksheets": "hooks/worksheets"} | {name: name for name in ("tests", *FILES, *PARTS) if name != "hooks"}
"""What the tests need, by its name in the folder."""

MOST = 0.05
"""The share of mutants that may go unnoticed."""

NOTICED = frozenset({"killed", "timeout", "segfault"})
"""A mutant that never ends, or that ends Python, is noticed as well."""

EQUIVALENT = "equivalent"
"""What becomes of a mutant that does the same as the program."""

PROGRAM = [sys.executable, "-c", "from mutmut.__main__ import cli; cli()"]


def verdict(became: Mapping[str, str]) -> tuple[str, int]:
    """Each mutant that went unnoticed and a table of the modules, given what became of each; 1 if they are too many.

    Those that are `EQUIVALENT` count neither as noticed nor as unnoticed.
    """
    tried = {mutant: how for mutant, how in became.items() if how != "not checked"}
    mutants, noticed, equivalent = Counter[str](), Counter[str](), Counter[str]()
    for mutant, how in tried.items():
        for name in (mutant.rpartition(".")[0], "all"):
            mutants[name] += 1
            noticed[name] += how in NOTICED
            equivalent[name] += how == EQUIVALENT
    lines = [f"{mutant}: {how}" for mutant, how in sorted(tried.items()) if how not in NOTICED | {EQUIVALENT}]
    lines.append(f"{'module':<40}{'mutants':>8}{'noticed':>8}{'same':>6}{'not':>5}")
    for name in [*sorted(mutants.keys() - {"all"}), *(["all"] if tried else [])]:
        rest = mutants[name] - noticed[name] - equivalent[name]
        counts = f"{mutants[name]:>8}{noticed[name]:>8}{equivalent[name]:>6}{rest:>5}"
        lines.append(f"{name:<40}{counts}{rest / mutants[name]:>7.1%}")
    too_many = not tried or mutants["all"] - noticed["all"] - equivalent["all"] > MOST * mutants["all"]
    return "\n".join(lines), int(too_many)


def main(arguments: list[str]) -> int:
    """Try all mutants, or those of some names such as `worksheets.site.*`, and say what became of them."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name, target in LINKS.items():
        (FOLDER / name).symlink_to(ROOT / target)
    environment = os.environ | {"PYTHONPATH": "", "XDG_CACHE_HOME": os.devnull}  # what a mutant makes is not cached
    with TemporaryDirectory() as temporary:
        run = [*PROGRAM, "run", *arguments]
        subprocess.run(run, cwd=FOLDER, env=environment | {"TMPDIR": temporary}, check=True)
    results = [*PROGRAM, "results", "--all", "true"]
    done = subprocess.run(results, cwd=FOLDER, env=environment, capture_output=True, text=True, check=True)
    became = dict(line.strip().split(": ", 1) for line in done.stdout.splitlines())
    for mutant in [mutant for mutant, how in became.items() if how == "survived"]:
        show = [*PROGRAM, "show", mutant]
        shown = subprocess.run(show, cwd=FOLDER, env=environment, capture_output=True, text=True, check=True)
        if is_equivalent(mutant, shown.stdout):
            became[mutant] = EQUIVALENT
    said, code = verdict(became)
    print(said)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
