"""Runs the recipes for continuous integration in a bare Debian, as their runners would: `make recipes`.

The system is made of Debian's packages, and the commands are those of the recipes, word for word. It takes root, for a
root folder of another system cannot be made or entered without.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.support import programs
from tests.support.project import ROOT
from tests.support.recipe_steps import Step, github_steps, gitlab_steps

CLINIC = "clinics/example-uk"
SYSTEM = "trixie"
RUNNERS_OWN = ("ca-certificates", "make", "python3", "python3-venv", "sudo")
"""What is there on GitHub's runner, or comes with its actions, before a command of ours."""
PROGRAMS = {"mmdebstrap": "mmdebstrap", "bwrap": "bubblewrap"}
HELD = (*("PIP_CERT", "PIP_INDEX_URL", "SSL_CERT_FILE", "http_proxy", "https_proxy", "no_proxy"), "SHEETS")
"""What a network or a run may ask for, handed on if it is set."""


def bare_system(folder: Path, packages: Iterable[str]) -> None:
    """Make a Debian with hardly anything in it."""
    wanted = [f"--include={','.join(packages)}"] if packages else []
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    command = ["mmdebstrap", "--mode=root", "--variant=minbase", "--quiet", *wanted, SYSTEM, str(folder)]
    subprocess.run(command, check=True)


def files_of_the_project(target: Path) -> None:
    """What a checkout has: every file that git knows, as it is now."""
    shutil.rmtree(target, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def run(system: Path, checkout: Path, step: Step) -> int:
    """Run a command in the system, as GitHub's runner does: with `bash -e`, in the folder of the checkout."""
    held = {name: os.environ[name] for name in HELD if name in os.environ}
    network = [(path, path) for path in ("/etc/resolv.conf", "/etc/hosts") if Path(path).exists()]
    for name in ("PIP_CERT", "SSL_CERT_FILE"):
        if name in held:  # not where it is here: there, a package writes its own
            network.append((held[name], f"/held/{name}"))
            held[name] = f"/held/{name}"
    command = ["bwrap", "--bind", str(system), "/", "--bind", str(checkout), "/checkout", "--chdir", "/checkout"]
    command += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
    command += ["--cap-add", "ALL", "--die-with-parent"]
    command += [word for here, there in network for word in ("--ro-bind", here, there)]
    command += ["--clearenv", "--setenv", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "--setenv", "HOME", "/root"]
    settings = {"DEBIAN_FRONTEND": "noninteractive", "CI": "true", **held, **step.environment}
    command += [word for name, value in settings.items() for word in ("--setenv", name, value)]
    print(f"\n── {step.job}: {step.command}", flush=True)
    return subprocess.run([*command, "bash", "-e", "-c", step.command], check=False).returncode


def try_recipe(name: str, packages: Iterable[str], steps: Iterable[Step], published: Path) -> bool:
    """Whether every step of a recipe runs, each job in a system of its own, and the last publishes a clinic's site."""
    home = ROOT / ".cache" / "recipes" / name
    fresh = home / "fresh"
    bare_system(fresh, packages)
    job = ""
    for step in steps:
        if step.job != job:
            job = step.job
            shutil.rmtree(home / job, ignore_errors=True)
            subprocess.run(["cp", "--archive", str(fresh), str(home / job)], check=True)  # it knows devices
            files_of_the_project(home / "checkout" / job)
        if code := run(home / job, home / "checkout" / job, step):
            print(f"{name}: {step.job} failed with {code}.", file=sys.stderr)
            return False
    page = home / "checkout" / job / published / "index.html"
    return page.is_file() and "Harbour Practice" in page.read_text(encoding="utf-8")


def main() -> int:
    """Run both recipes; 1 if a step fails or nothing would be published."""
    missing = [package for program, package in PROGRAMS.items() if not programs.path(program)]
    if missing or os.geteuid() != 0:
        print(f"This needs root, and {' and '.join(PROGRAMS.values())} from Debian.", file=sys.stderr)
        return 1
    address = "https://example.org/guide"
    expressions = {"inputs.clinic || vars.CLINIC": CLINIC, "steps.pages.outputs.base_url": address}
    github = try_recipe("github", RUNNERS_OWN, github_steps(expressions), Path(CLINIC, "site"))
    gitlab = try_recipe("gitlab", (), gitlab_steps({"CLINIC": CLINIC, "CI_PAGES_URL": address}), Path("public"))
    print(f"GitHub Pages: {'ran' if github else 'failed'}. GitLab Pages: {'ran' if gitlab else 'failed'}.")
    return 0 if github and gitlab else 1


if __name__ == "__main__":
    sys.exit(main())
