"""What differs between the releases of FHIR that clinic software reads."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Release:
    """A release: its name, its version, its word for a choice, and the extension that gives an answer a number."""

    name: str
    version: str
    choice: str
    weight: str


R4 = Release("R4", "4.0.1", "choice", "http://hl7.org/fhir/StructureDefinition/ordinalValue")
R5 = Release("R5", "5.0.0", "coding", "http://hl7.org/fhir/StructureDefinition/itemWeight")
RELEASES = (R4, R5)
