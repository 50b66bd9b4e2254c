"""Names that every disk can hold. Windows is the strictest, and a Mac and a zip are opened there too.

Source: Microsoft, “Naming files, paths, and namespaces”.
"""

import re

SIGN = re.compile(r'[<>:"|?*\\]')
TAKEN = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)", re.IGNORECASE)


def is_taken(name: str) -> bool:
    """Whether Windows keeps a name for itself, such as `nul`."""
    return bool(TAKEN.match(name))


def unfit(path: str) -> str:
    """Why some disk cannot hold a path of the site, as it goes on after “A name that”; empty if every disk can."""
    for part in path.split("/"):
        stem = part.removesuffix(".md")
        if sign := SIGN.search(part):
            return f"holds `{sign[0]}`"
        if stem != stem.rstrip(" ."):
            return "ends with a space or a full stop"
        if is_taken(part):
            return "is taken by Windows"
    return ""
