"""The commands of the recipes for continuous integration, as they stand there: what a runner would hand to a shell."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.support.host import yaml_load
from tests.support.project import ROOT

EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


@dataclass(frozen=True)
class Step:
    """One command, with what it finds in its environment."""

    job: str
    command: str
    environment: Mapping[str, str]


def recipe(name: str) -> dict[Any, Any]:
    """A recipe of deploy/, read as YAML. The key `on` is there as True, as YAML 1.1 has it."""
    read: dict[Any, Any] = yaml_load((ROOT / "deploy" / name).read_text(encoding="utf-8"))
    return read


def github_steps(values: Mapping[str, str]) -> Iterator[Step]:
    """The commands of pages.yml. `values` are of what stands between `${{` and `}}`; one unknown is a KeyError."""

    def filled(text: str) -> str:
        return EXPRESSION.sub(lambda match: values[match[1]], text)

    workflow = recipe("pages.yml")
    shared = {name: filled(value) for name, value in workflow["env"].items()}
    for job, said in workflow["jobs"].items():
        for step in said["steps"]:
            if "run" in step and (step.get("if") != "env.CLINIC" or shared["CLINIC"]):
                own = {name: filled(str(value)) for name, value in step.get("env", {}).items()}
                yield Step(job, step["run"], {**shared, **own})


def gitlab_steps(environment: Mapping[str, str]) -> Iterator[Step]:
    """The commands of gitlab-pages.yml, each job with what comes before it."""
    pipeline = recipe("gitlab-pages.yml")
    before = pipeline["default"]["before_script"]
    for job, said in pipeline.items():
        if job != "default":
            yield from (Step(job, command, environment) for command in [*before, *said["script"]])
