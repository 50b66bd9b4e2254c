"""The files that tell servers how to serve a site: each holds the whole policy, and every old address."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from worksheets.guide.aliases import Move
from worksheets.guide.page_files import WRITTEN_BY_BUILD
from worksheets.site.content_security_policy import headers
from worksheets.site.recipes.all_recipes import RECIPES, write_recipes
from worksheets.site.recipes.served_site import FOR_SERVERS

from tests.support.project import ROOT, SMALL_CLINIC, mkdocs
from tests.support.recipe_steps import Step, github_steps, gitlab_steps, recipe
from tests.support.small_site import small_site

DEPLOY = ROOT / "deploy"
MOVES = [
    Move("old/", "new/"),
    Move("worksheets/a/über/", "worksheets/a/ü/", (("worksheets/a/über.pdf", "worksheets/a/ü.pdf"),)),
    Move("worksheets/a/c/", "worksheets/a/d/", (("worksheets/a/c.pdf", "worksheets/a/d.pdf"),)),
]


@pytest.fixture(params=["/", "/guide/"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The root of a site whose recipes are in the folder of the test; it has one of the two PDFs that moved."""
    (tmp_path / "worksheets/a").mkdir(parents=True)
    (tmp_path / "worksheets/a/d.pdf").touch()
    write_recipes(tmp_path, request.param, set(), MOVES)
    return str(request.param)


def test_every_recipe_has_every_header_and_every_old_address(root: str, tmp_path: Path) -> None:
    for name in RECIPES:
        text = (tmp_path / name).read_text(encoding="utf-8")
        for header, value in headers().items():
            assert header in text, name
            assert value in text, name
        if name.startswith("_headers"):
            continue
        plain = text.replace("\\", "")
        for old, new in (("old/", "new/"), ("worksheets/a/c.pdf", "worksheets/a/d.pdf")):
            assert old.rstrip("/") in plain, name
            assert f"{root}{new}" in plain, name
        assert f"{root}worksheets/a/%C3%BC/" in plain, "a header holds no ü"
        assert "ü.pdf" not in plain, "a PDF that is not there leads to its page"


def test_static_hosts_are_told_in_their_own_file_after_the_lines_of_an_author(root: str, tmp_path: Path) -> None:
    lines = (tmp_path / "_redirects").read_text(encoding="utf-8").splitlines()
    assert f"{root}old/ {root}new/ 301" in lines
    assert f"{root}old {root}new/ 301" in lines
    assert f"{root}worksheets/a/c.pdf {root}worksheets/a/d.pdf 301" in lines
    assert f"{root}worksheets/a/%C3%BCber.pdf {root}worksheets/a/%C3%BC/ 301" in lines
    assert not [line for line in lines if len(line.split()) != 3]
    (tmp_path / "_redirects").write_text("/mine / 302", encoding="utf-8")
    write_recipes(tmp_path, root, set(), MOVES)
    assert (tmp_path / "_redirects").read_text(encoding="utf-8").splitlines() == ["/mine / 302", *lines]


def test_iis_gets_xml_in_which_nothing_stands_twice(root: str, tmp_path: Path) -> None:
    """No IIS has run it: this is what can be said without one."""
    top = ElementTree.parse(tmp_path / "web.config").getroot()
    server = top.find("system.webServer")
    assert server is not None
    added = {one.get("name"): one.get("value") for one in server.iterfind("httpProtocol/customHeaders/add")}
    assert added == headers() | {"Cache-Control": "no-cache"}
    for element in top.iter():
        names = [child.get("name") or child.get("segment") or child.get("fileExtension") for child in element]
        kept = [name for name, child in zip(names, element, strict=True) if name and child.tag != "remove"]
        removed = [name for name, child in zip(names, element, strict=True) if name and child.tag == "remove"]
        assert kept == removed, "what a folder around may have is removed first"
    hidden = {one.get("segment") for one in server.iterfind("security/requestFiltering/hiddenSegments/add")}
    assert hidden == {*FOR_SERVERS} - {"web.config"}
    lost = server.find("httpErrors/error")
    assert lost is not None
    assert lost.get("path") == f"{root}404.html"
    redirects = {place.get("path"): rule.get("destination") for place in top.iterfind("location")
                 for rule in place.iter("httpRedirect")}  # fmt: skip
    assert redirects["old"] == f"{root}new/"
    assert redirects["worksheets/a/c.pdf"] == f"{root}worksheets/a/d.pdf"


def test_what_is_written_for_servers_is_known_as_the_builds_own() -> None:
    assert {*FOR_SERVERS} - {"_redirects"} == {*RECIPES} <= {*WRITTEN_BY_BUILD}


def test_an_old_address_has_a_page_with_a_link_that_is_kept_out_of_search(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    with open(root / "guide.yml", "a", encoding="utf-8") as file:
        file.write("aliases: { steps/first.md: steps/one.md, one/old: one/sheet }\n")
    done = mkdocs("build", "--strict", folder=root, SITE_URL="https://example.org/g/")
    assert done.returncode == 0, done.stderr
    page = (root / "site/steps/first/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in page
    assert '<a href="../one/">' in page
    assert '<a href="../../safety/help-now/">Help now</a>' in page
    assert 'http-equiv="refresh"' not in page.lower()
    sheet = (root / "site/worksheets/one/old/index.html").read_text(encoding="utf-8")
    assert '<a href="../sheet/">' in sheet
    assert "steps/first" not in (root / "site/sitemap.xml").read_text(encoding="utf-8")
    done = mkdocs("build", "--strict", "--no-directory-urls", "--site-dir", "flat", folder=root)
    assert done.returncode == 0, done.stderr
    assert not (root / "flat/steps/first").exists(), "a folder that is opened without a server has no old addresses"


def made(steps: Iterable[Step]) -> set[str]:
    """The targets that commands make."""
    commands = [step.command for step in steps if "apt-get" not in step.command]
    return {target for command in commands for target in re.findall(r"\bmake ([a-z-]+)", command)}


def test_the_workflow_runs_targets_and_names_paths_that_there_are() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    values = {"steps.pages.outputs.base_url": "https://example.org"}
    assert made(github_steps({**values, "inputs.clinic || vars.CLINIC": "clinics/x"})) == {"check", "site"} <= targets
    assert made(github_steps({**values, "inputs.clinic || vars.CLINIC": ""})) == {"site"}
    assert made(gitlab_steps({})) == {"check", "site"}
    jobs = recipe("pages.yml")["jobs"]
    assert jobs["publish"]["if"] == "github.event_name != 'pull_request'"
    assert jobs["publish"]["needs"] == "check"
    (upload,) = [step for step in jobs["publish"]["steps"] if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"]["path"] == "${{ env.CLINIC || '.' }}/site"
    assert "pages" not in jobs["check"].get("permissions", {}), "a pull request publishes nothing"
    (matcher,) = re.findall(r"add-matcher::(\S+?)\"", jobs["check"]["steps"][2]["run"])
    assert (ROOT / matcher).is_file()


def test_a_runner_finds_file_and_line_in_what_a_check_says(tmp_path: Path) -> None:
    root = small_site(tmp_path)
    clinic = root / "clinic"
    clinic.mkdir()
    for path in SMALL_CLINIC.iterdir():
        (clinic / path.name).write_bytes(path.read_bytes())
    brand = clinic / "brand.yml"
    brand.write_text(brand.read_text(encoding="utf-8").replace("language:", "langauge:"), encoding="utf-8")
    command = [sys.executable, "-m", "worksheets", "check", "--", "clinic"]
    done = subprocess.run(command, cwd=root, env={"PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True)
    matchers = json.loads((DEPLOY / "problem-matcher.json").read_text(encoding="utf-8"))["problemMatcher"]
    (errors,), (notes,) = (matcher["pattern"] for matcher in matchers)
    found = [re.match(errors["regexp"], line) for line in done.stderr.splitlines()]
    places = {(match[errors["file"]], match[errors["message"]].split(":")[0]) for match in found if match}
    assert places == {("clinic/brand.yml", "language"), ("clinic/brand.yml", "langauge")}
    built = re.match(errors["regexp"], "ERROR   -  clinics/x/brand.yml:3: language: It is missing.")
    assert built
    assert built[errors["file"]] == "clinics/x/brand.yml"
    note = "Note: docs/index.md:50: What clinics can do: This leads to clinics/index.md, which is removed."
    assert not re.match(errors["regexp"], note)
    read = re.match(notes["regexp"], note)
    assert read
    assert (read[notes["file"]], read[notes["line"]]) == ("docs/index.md", "50")


def test_what_the_container_copies_is_there() -> None:
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied == [["Makefile", "requirements.txt"], ["."], ["deploy/container.nginx.conf"]]
    assert all((ROOT / path).exists() for paths in copied for path in paths)
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    needed = {"hooks", "docs", "overrides", "clinics", "deploy", "words", "requirements.txt", "Makefile"}
    assert not needed & {*ignored}
