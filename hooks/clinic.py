"""For the mkdocs.yml of a clinic: all hooks that the guide's own mkdocs.yml lists, in their order.

MkDocs looks for inherited paths beside the file that inherits. So a clinic names this one file, and an upgrade may add
hooks without a change in the clinic's folder.
"""

import importlib.util
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.plugins import CombinedEvent
from mkdocs.utils.yaml import yaml_load

ROOT = Path(__file__).parent.parent


def _hook(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"guide's {path.name}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _events() -> dict[str, CombinedEvent[Any, Any]]:
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        names = yaml_load(file)["hooks"]
    handlers: dict[str, list[Callable[..., Any]]] = defaultdict(list)
    for hook in [_hook(ROOT / name) for name in names]:
        for event in vars(hook):
            if event.startswith("on_"):
                handlers[event].append(getattr(hook, event))
    return {event: CombinedEvent(*found) for event, found in handlers.items()}


globals().update(_events())
