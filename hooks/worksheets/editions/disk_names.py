"""Names that every disk can hold. Windows is the strictest, and a Mac and a zip are opened there too.

Source: Microsoft, “Naming files, paths, and namespaces”.
"""

import re

SIGN = re.compile(r'[<>:"|?*\\]')
TAKEN = re.compile(r"(?:con|prn|aux|nul|con(?:in|out)\$|(?:com|lpt)[1-9¹²³]) *(?:\.|$)", re.IGNORECASE)


def unfit(path: str) -> str:
    """Why some disk cannot hold a path of the site, as it goes on after “A name that”; empty if every disk can."""
    for part in path.split("/"):
        if sign := SIGN.search(part):
            return f"holds `{sign[0]}`"
        if why := unfit_for_windows(part.removesuffix(".md")):
            return why
    return ""


def unfit_for_windows(name: str) -> str:
    """Why Windows cannot keep a name whose signs it knows, as in `unfit`."""
    if TAKEN.match(name):
        return "is taken by Windows"
    return "ends with a space or a full stop" if name != name.rstrip(" .") else ""
