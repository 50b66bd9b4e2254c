"""One exercise as a Questionnaire: what is said of it as a whole, and its items."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..authoring.words import Words
from ..exercises.catalogue import Entry
from .addresses import Addresses
from .item_json import item_json
from .releases import Release
from .rich_text import plain
from .sheet_items import in_record, sheet_items

SUBJECT = "Patient"
"""Whose record the answers are in. FHIR knows one subject, whoever has written."""


@dataclass(frozen=True)
class Publication:
    """Who publishes: the name of the copy, who answers for it, the address of its site or nothing, licence, version."""

    copy: str
    publisher: str
    site: str
    licence: str
    version: str


@dataclass(frozen=True)
class Sheet:
    """An exercise with what the guide says around it.

    `t` are the words of its language, `evidence` is one sentence on what it rests on, `help_` says whom to call, and
    `reviewed` is the day on which a clinician has said that it fits as it is now. Until then it is a draft.
    """

    entry: Entry
    t: Words
    evidence: str
    help_: str
    reviewed: date | None


def questionnaire(sheet: Sheet, publication: Publication, release: Release) -> str:
    """The JSON of an exercise in one release."""
    entry, exercise = sheet.entry, sheet.entry.exercise
    addresses = Addresses(publication.site, publication.copy, entry.id)
    resource: dict[str, Any] = {
        "resourceType": "Questionnaire",
        "id": addresses.id,
        "language": entry.language,
        "url": addresses.questionnaire,
        "version": publication.version,
        "name": addresses.name,
        "title": exercise.title,
        "status": "active" if sheet.reviewed else "draft",
        "subjectType": [SUBJECT],
        "publisher": publication.publisher,
        "description": "\n\n".join([plain(exercise.purpose), sheet.evidence]),
        "purpose": in_record(exercise, sheet.t),
        "copyright": publication.licence,
    }
    if sheet.reviewed:
        resource["lastReviewDate"] = sheet.reviewed.isoformat()
    items = sheet_items(exercise, sheet.t, sheet.help_)
    resource["item"] = [item_json(item, addresses, release) for item in items]
    return json.dumps(resource, indent=1, ensure_ascii=False) + "\n"
