"""Names of files and parts of addresses: what any file system keeps apart, and can hold."""

import re
from unicodedata import normalize

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
PICTURE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
LONGEST = 80
"""Of a name without its extensions, in bytes."""
DEVICES = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$", "clock$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    ]
)
"""Windows takes a file of such a name, whatever its extension, for a device."""
SIGNS = frozenset('\\/:*?"<>|%')
"""What some file system refuses in a name, and the sign by which one is written in code."""


def folded(name: str) -> str:
    """Give a name as file systems compare names that do not keep case or form apart."""
    return normalize("NFKC", normalize("NFKC", name).casefold())


def device(name: str) -> bool:
    """Tell whether Windows takes a name for a device: by what stands before its first dot."""
    return folded(name).partition(".")[0].rstrip(" ") in DEVICES


def name_fault(name: str) -> str:
    """Give what is wrong with the name of a file or folder; empty: nothing."""
    if not name.isprintable() or not SIGNS.isdisjoint(name):
        return "has signs that a file system may refuse; use letters, digits and hyphens"
    if name != name.strip(" ") or name.endswith("."):
        return "begins or ends with a space or a dot, which some file systems drop; rename it"
    if device(name):
        return "is the name of a device on Windows; rename it"
    if len(name.partition(".")[0].encode()) > LONGEST:
        return f"is longer than {LONGEST} bytes; shorten it"
    return ""
