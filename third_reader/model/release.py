"""A release: what a bundle says of itself, and by what its signature is known."""

from dataclasses import dataclass
from datetime import date

SIGNER = "release@third-reader"
"""The identity that a list of allowed signers names."""
NAMESPACE = "third-reader"
"""What signatures are for, so that one made for something else is none of ours (SSHSIG)."""


@dataclass(frozen=True, slots=True)
class Release:
    """One state of the site."""

    day: date
    """Of the content: the newest day in it."""
    built: date
    commit: str
    """What the project's history calls it, 40 hex digits; empty: not known, or files differ."""
    digest: str
    """SHA-256 of the site without the place of the six words, 64 hex digits."""
    words: tuple[str, ...]
    """The six words of the digest."""
    site: str
    """The address that it was built for."""
