"""The table of browsers in docs/about/accessibility.md, made of the CSS that is shipped and MDN's data.

`needs.yml` says what each feature is for. What all browsers of OLDEST know needs no word there; what it does not name,
or names in vain, is an error.
"""

import sys
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

import yaml
from worksheets.exercises.examples import all_examples
from worksheets.exercises.kinds import FOLDER, KINDS

from tests.support.browsers.compat_data import BROWSERS, NEVER, Version, edition, since
from tests.support.browsers.css_features import features
from tests.support.exercise_pages import own_css_of
from tests.support.project import ROOT

PAGE = ROOT / "docs" / "about" / "accessibility.md"
STYLES = ROOT / "docs" / "assets" / "stylesheets"
START = "<!-- make browsers writes this table -->"
END = "<!-- end of the table of browsers -->"
OLDEST: dict[str, Version] = {
    "Chrome": (57,),
    "Firefox": (52,),
    "Safari": (10, 3),
    "Samsung Internet": (7,),
}
"""Since spring 2017 these know variables, grids and hashes of styles in a policy. Older ones show the words alone."""

Uses = Mapping[str, set[str]]
"""The features that each stylesheet uses, by its name: a file's, or a kind of field."""


class UnknownFeatureError(ValueError):
    """A feature that needs.yml does not name, or one that it names in vain."""


def needs() -> dict[str, list[str]]:
    """The features of each need."""
    file = Path(__file__).parent / "needs.yml"
    return yaml.safe_load(file.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def used() -> Uses:
    """What is shipped: the stylesheets of all pages, and of each kind with what one field needs for itself."""
    found = {path.stem: features(path.read_text(encoding="utf-8")) for path in STYLES.glob("*.css")}
    for kind in KINDS:
        style = FOLDER / kind / "style.css"
        found[kind] = features(style.read_text(encoding="utf-8")) if style.exists() else set()
    for example in all_examples():
        if example.kind:
            found[example.kind] |= features(own_css_of(example.entry.exercise))
    return found


def judged(uses: Uses, needed: Mapping[str, list[str]]) -> dict[str, dict[str, dict[str, Version]]]:
    """For each stylesheet and need, the first version of each browser that knows all that it uses for that need.

    UnknownFeatureError says which features are new and have no word in `needed`, or are there and used nowhere.
    """
    named = {feature: need for need, features_of_it in needed.items() for feature in features_of_it}
    everything = set(chain.from_iterable(uses.values()))
    need_of = {one: need for one in everything if (need := named.get(one) or named.get(_property_of(one)))}
    bare = sorted(feature for feature in everything - need_of.keys() if not _is_old(feature))
    idle = sorted(named.keys() - everything)
    if bare or idle:
        raise UnknownFeatureError(f"needs.yml has no word for: {bare}. It names what no style uses: {idle}.")
    found: dict[str, dict[str, dict[str, Version]]] = {}
    for name, own in uses.items():
        for feature in own & need_of.keys():
            if known := since(feature):
                so_far = found.setdefault(name, {}).setdefault(need_of[feature], dict.fromkeys(BROWSERS, (0,)))
                so_far.update({browser: max(so_far[browser], version) for browser, version in known.items()})
    return found


def _property_of(feature: str) -> str:
    """The property that takes a word: it is needed for the same, unless needs.yml says otherwise."""
    return f"property {feature.removeprefix('value ').partition(':')[0]}" if feature.startswith("value ") else ""


def _is_old(feature: str) -> bool:
    known = since(feature)
    if known is None:
        return feature.startswith("value ")  # a word that came with its property
    return all(known[browser] <= oldest for browser, oldest in OLDEST.items())


def written() -> str:
    """The table as Markdown."""
    found = judged(used(), needs())
    head = "| what | since |\n| --- | --- |\n"  # a column for each browser is wider than a phone
    rows = [
        ("Every word can be read, every field filled in", OLDEST),
        ("Laid out as meant: boxes have their size, the way out stays in view", _all(found, "easy")),
        ("Folded parts are open on paper", _all(found, "opens")),
        ("Boxes grow with long answers, on paper too", _all(found, "grows")),
        ("A page that you print bears its number; in others, choose it where you print", _all(found, "numbers")),
        ("How much is done, one part at a time", found["exercise"]["responds"]),
        ("The list of worksheets shows what you choose", found["shelf"]["responds"]),
        *_kinds(found),
    ]
    source = f"\nThe first version of each that does it, by browser-compat-data {edition()}.\n"
    return head + "".join(_row(name, versions) for name, versions in rows) + source


def _kinds(found: Mapping[str, Mapping[str, Mapping[str, Version]]]) -> Iterator[tuple[str, Mapping[str, Version]]]:
    """The kinds of field that respond, those with the same versions together, older ones first."""
    alike: dict[tuple[Version, ...], list[str]] = {}
    for kind in KINDS:
        if needed := found.get(kind, {}).get("responds"):
            alike.setdefault(tuple(needed.values()), []).append(kind)
    for versions, kinds in sorted(alike.items()):
        names = ", ".join(f"`{kind}`" for kind in kinds)
        yield f"These respond to you: {names}", dict(zip(BROWSERS, versions, strict=True))


def _all(found: Mapping[str, Mapping[str, Mapping[str, Version]]], need: str) -> dict[str, Version]:
    """What the whole site asks of browsers for a need."""
    each = [one[need] for one in found.values() if need in one]
    return {browser: max(one[browser] for one in each) for browser in BROWSERS}


def _row(name: str, versions: Mapping[str, Version]) -> str:
    known = [f"{browser} {'.'.join(map(str, one))}" for browser, one in versions.items() if one != NEVER]
    return f"| {name} | {', '.join(known) or 'no browser yet'} |\n"


def with_table(page: str, table: str) -> str:
    """A page with this table between its two marks. ValueError if they are not there."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{PAGE.name} has no {START} … {END}")
    return f"{before}{start}\n\n{table}\n{end}{after}"


def main() -> int:
    """Write the table; 1 if a feature is not known."""
    try:
        page = with_table(PAGE.read_text(encoding="utf-8"), written())
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    PAGE.write_text(page, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: by browser-compat-data {edition()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
