"""Some lines of a copy's own, which stand before those that the guide has of its country."""

from pydantic import model_validator

from ..authoring.text_types import mistake
from ..guide.services_by_kind import ServicesByKind


class MoreHelplines(ServicesByKind):
    """Lines of a copy's own besides those that the guide has of its country."""

    @model_validator(mode="after")
    def _has_one(self) -> "MoreHelplines":
        if not any(self.by_kind.values()):
            raise mistake("There is no line here.", "Add one, such as `crisis: [{ name: …, number: … }]`.")
        return self
