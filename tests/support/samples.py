"""Whether tests try everything, or samples that stand for it.

`make test` presses the PDFs of the guide's own language, and tries of its translations what hangs on words; what hangs
on templates, styles and the machinery is the same in all languages. `make test-whole` leaves nothing out.
"""

import os

WHOLE = os.environ.get("WHOLE") == "yes"
"""Whether `make test-whole` runs."""

SHEETS = True if WHOLE else "en"
"""In which languages the PDFs of the real site are made."""
