"""The addresses by which clinic software knows a questionnaire and the answers to its questions.

They stay the same from build to build. With the address of the site they are below it; without one they are UUIDs of
the name of the copy and the id of the exercise, so that two copies never share an address for different words.
"""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from ..exercises.exercise_addresses import FOLDER

MOST_LETTERS_OF_AN_ID = 64
"""How long FHIR lets the id of a resource be."""


def resource_id(exercise: str) -> str:
    """The id of an exercise as a resource, which has no slashes."""
    return exercise.replace("/", ".")


@dataclass(frozen=True)
class Addresses:
    """Those of one exercise; `site` is the address of the site, or empty, and `copy` its name."""

    site: str
    copy: str
    exercise: str

    @property
    def id(self) -> str:
        """The id of the questionnaire as a resource."""
        return resource_id(self.exercise)

    @property
    def name(self) -> str:
        """Its name for programs, such as `GrowthMyYear`."""
        return "".join(word.capitalize() for word in self.exercise.replace("/", "-").split("-"))

    @property
    def questionnaire(self) -> str:
        """The address of the questionnaire: that of the exercise's page."""
        return self._address("")

    def answers(self, link_id: str) -> str:
        """The address of the system of the codes that answer a question."""
        return self._address(f"answers/{link_id}")

    def _address(self, below: str) -> str:
        if self.site:
            return f"{self.site.rstrip('/')}/{FOLDER}/{self.exercise}/{below}"
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{self.copy}/{self.exercise}/{below}')}"
