"""Helplines by what they are for: the seven kinds, in the order in which somebody afraid needs them."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import AfterValidator
from pydantic import Field as Setting

from ..authoring.strict_model import Strict
from ..authoring.text_types import mistake
from .helpline import Helpline

Services = tuple[Helpline, ...]


def _says_for_whom(line: Helpline) -> Helpline:
    if not line.for_:
        raise mistake(f"This does not say who “{line.name}” is for.", "Add `for: …`, such as `for: anyone`.")
    return line


ForSomebody = tuple[Annotated[Helpline, AfterValidator(_says_for_whom)], ...]
"""Services of which each says for whom it is."""

Emergency = Annotated[Services, Setting(description="for danger now")]
Crisis = Annotated[Services, Setting(description="for somebody who cannot go on")]
Violence = Annotated[
    ForSomebody, Setting(description="for fear or violence at home; each says under `for` whom it is for")
]


class ServicesByKind(Strict):
    """Services, each under what it is for."""

    emergency: Emergency = ()
    crisis: Crisis = ()
    violence: Violence = ()
    sexual_assault: Services = ()
    """for somebody who was forced or abused, lately or long ago"""
    young: Services = ()
    """for children and young people"""
    deaf: Services = ()
    """for people who are deaf or cannot speak"""
    own_behaviour: Services = ()
    """for people who fear that they may hurt somebody"""

    @property
    def by_kind(self) -> dict[str, Services]:
        """The services of each kind, by its key in YAML."""
        return {str(info.alias): getattr(self, name) for name, info in ServicesByKind.model_fields.items()}

    def with_services(self, by_kind: Mapping[str, Services]) -> Self:
        """The same with other services of some kinds, by their keys in YAML."""
        return self.model_copy(update={kind.replace("-", "_"): services for kind, services in by_kind.items()})
