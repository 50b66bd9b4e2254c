"""`make listen`: Orca reads each kind of field and a page of each sort aloud, and what it says is kept as text.

What is said of a kind stands in the kind's folder, as `heard.txt`. If it has changed, the difference is printed and
counts as a fault; ACCEPT=yes in the environment writes it there instead. Pages are for reading: `build/heard/`.
"""

import difflib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from worksheets.exercises.kinds import FOLDER, KINDS

from tests.support.listening import heard_of_kind, heard_of_page
from tests.support.project import ROOT, mkdocs
from tests.support.screen_reader import screen_reader

PAGES = {
    "start": "",
    "right-now": "right-now/",
    "help-now": "safety/help-now/",
    "step": "steps/safe-space/",
    "log": "worksheets/patterns/week-of-noticing/",
    "sheet-for-two": "worksheets/safe-space/conversation-agreement/",
    "checklist": "worksheets/safe-space/before-we-start/",
    "one-part-at-a-time": "worksheets/repair/pause-plan/",
    "worksheets": "worksheets/",
}
"""Pages of the guide, by the name of what they are."""
GERMAN = {"german-start": "", "german-help-now": "safety/help-now/", "german-sheet": "worksheets/repair/kurze-pause/"}
"""Pages of the German clinic."""
FROM_RIGHT_TO_LEFT = """<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>ورقة</title>
<main><h1>ورقة</h1><p>اكتب ما تريد. <span lang="en">Half done is fine.</span></p><form method="dialog">
<label for="a">كلمة توقفنا</label><p id="h">كلمة قصيرة</p><textarea id="a" aria-describedby="h"></textarea>
<fieldset><legend>كم دقيقة؟</legend><input type="radio" name="b" id="b"><label for="b">عشرون دقيقة</label></fieldset>
</form></main></html>
"""


def main() -> int:
    """Read all aloud; 1 if a kind is not heard as agreed."""
    chosen = sys.argv[1:] or [*sorted(KINDS), *PAGES, *GERMAN, "right-to-left"]
    target = ROOT / "build" / "heard"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        addresses = dict(_addresses(Path(folder), chosen))
        (Path(folder) / "home").mkdir()
        with screen_reader(Path(folder) / "home") as reader:
            print("Reading by", reader.version, flush=True)
            for name, address in addresses.items():
                (target / f"{name}.txt").write_text(heard_of_page(reader, address), encoding="utf-8")
                print(f"{name}: build/heard/{name}.txt", flush=True)
            found = [_as_agreed(kind, heard_of_kind(reader, kind, Path(folder))) for kind in chosen if kind in KINDS]
    return int(not all(found))


def _addresses(folder: Path, chosen: list[str]) -> Iterator[tuple[str, str]]:
    """The pages that were asked for, built into a folder."""
    for pages, config in ((PAGES, "mkdocs.yml"), (GERMAN, "clinics/example-de/mkdocs.yml")):
        if wanted := [name for name in pages if name in chosen]:
            site = folder / Path(config).parent.name / "site"
            done = mkdocs("build", "--strict", "--config-file", str(ROOT / config), "--site-dir", str(site))
            assert done.returncode == 0, done.stderr
            yield from ((name, (site / pages[name] / "index.html").as_uri()) for name in wanted)
    if "right-to-left" in chosen:
        (folder / "right-to-left.html").write_text(FROM_RIGHT_TO_LEFT, encoding="utf-8")
        yield "right-to-left", (folder / "right-to-left.html").as_uri()


def _as_agreed(kind: str, heard: str) -> bool:
    golden = FOLDER / kind / "heard.txt"
    agreed = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if os.environ.get("ACCEPT"):
        golden.write_text(heard, encoding="utf-8")
    elif heard != agreed:
        names = (f"{kind}: agreed", f"{kind}: heard")
        print(*difflib.unified_diff(agreed.splitlines(), heard.splitlines(), *names, lineterm=""), sep="\n")
    print(f"{kind}: {'as agreed' if heard == agreed else 'written anew' if os.environ.get('ACCEPT') else 'changed'}")
    sys.stdout.flush()
    return heard == agreed or bool(os.environ.get("ACCEPT"))


if __name__ == "__main__":
    sys.exit(main())
