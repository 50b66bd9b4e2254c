"""The libraries of the system that make PDFs: whether they are there, and which."""

import sys
import warnings

PANGO = {
    "linux": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 (Debian, Ubuntu), or: "
    "sudo dnf install pango harfbuzz",
    "darwin": "brew install pango",
    "win32": "install MSYS2 (msys2.org) into C:\\msys64, then in its window “UCRT64”: "
    "pacman -S mingw-w64-ucrt-x86_64-pango",
}
HARFBUZZ_SUBSET = {
    "linux": "sudo apt-get install libharfbuzz-subset0 (Debian, Ubuntu), or: sudo dnf install harfbuzz",
    "darwin": "brew install harfbuzz",
    "win32": "in the window “UCRT64” of MSYS2: pacman -S mingw-w64-ucrt-x86_64-harfbuzz",
}
ELSEWHERE = "see doc.courtbouillon.org/weasyprint, “Installation”"


def why_no_pdfs() -> str | None:
    """What keeps this machine from making PDFs, with the command that changes it; None if nothing does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of this one, `advice` says what to do
            import weasyprint  # noqa: F401
    except OSError:
        command = PANGO.get(sys.platform, ELSEWHERE)
        return f"The library Pango is missing, so this site has no PDFs. To have them: {command}"
    return None


def advice() -> str | None:
    """What this machine should have besides, where PDFs can be made; None if nothing."""
    from weasyprint.text.ffi import harfbuzz_subset

    if harfbuzz_subset is not None:
        return None
    command = HARFBUZZ_SUBSET.get(sys.platform, ELSEWHERE)
    return f"PDFs are made without the library HarfBuzz-Subset, which WeasyPrint will soon need. To have it: {command}"


def libraries() -> str:
    """What tells these libraries apart from others, which would make other bytes of the same sheet."""
    from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset, harfbuzz_vector, pango

    ffi.cdef("const char *hb_version_string(void);", override=True)  # WeasyPrint does not ask for it
    version = ffi.string(harfbuzz.hb_version_string()).decode()
    subset, vector = (
        ("HarfBuzz-Subset" if harfbuzz_subset else "fontTools"),
        ("HarfBuzz-Vector" if harfbuzz_vector else ""),
    )
    return ", ".join(filter(None, [f"Pango {pango.pango_version()}", f"HarfBuzz {version}", subset, vector]))
