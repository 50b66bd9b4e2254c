"""What is remembered of each brand that was built, so that an unchanged one is not built again."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..cache import write_whole
from .brand_facts import Facts


@dataclass(frozen=True)
class Record:
    """A build that succeeded: what went in, the digest of its list of checksums, how many PDFs, and what was known."""

    fingerprint: str
    sums: str
    pdfs: int
    facts: Facts


def read_record(folder: Path, name: str) -> Record | None:
    """What is remembered of a brand; None if it is not known, or not to be read."""
    try:
        found = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        known: dict[str, Any] = {
            key: tuple(one) if isinstance(one, list) else one for key, one in found.pop("facts").items()
        }
        return Record(**found, facts=Facts(**known))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write_record(folder: Path, name: str, record: Record) -> None:
    """Remember a build, whole or not at all."""
    write_whole(json.dumps(asdict(record), ensure_ascii=False, indent=1).encode(), folder / f"{name}.json")
