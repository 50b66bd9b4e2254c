"""The objects of a PDF that is being written."""

from typing import Any

import pydyf


def referred(pdf: pydyf.PDF, reference: bytes) -> Any:
    """The object that a reference such as `12 0 R` stands for."""
    return pdf.objects[int(reference.split()[0])]
