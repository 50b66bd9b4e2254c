"""Some lines of a copy's own, which stand before those that the guide has of its country."""

from pydantic import model_validator

from ..authoring.strict_model import Strict
from ..authoring.text_types import mistake
from ..guide.helplines import ForSomebody, Services


class MoreHelplines(Strict):
    """Lines of a copy's own besides those that the guide has of its country."""

    emergency: Services = ()
    """for danger now"""
    crisis: Services = ()
    """for somebody who cannot go on"""
    violence: ForSomebody = ()
    """for fear or violence at home; each says under `for` whom it is for"""
    sexual_assault: Services = ()
    """for somebody who was forced or abused, lately or long ago"""
    young: Services = ()
    """for children and young people"""
    deaf: Services = ()
    """for people who are deaf or cannot speak"""
    own_behaviour: Services = ()
    """for people who fear that they may hurt somebody"""

    @model_validator(mode="after")
    def _has_one(self) -> "MoreHelplines":
        if not any(services for _, services in self):
            raise mistake("There is no line here.", "Add one, such as `crisis: [{ name: …, number: … }]`.")
        return self
