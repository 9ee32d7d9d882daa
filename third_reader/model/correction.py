"""A correction: what a page said, and what it says now."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from third_reader.model.position import Position


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of `corrections.yaml`."""

    page: str
    """An address of the site."""
    date: date
    was: str
    now: str
    """Empty only where something was withdrawn."""
    claim: str
    """Id of the claim that was changed; empty: none is named."""
    why: str
    withdrawn: bool
    position: Position

    @property
    def id(self) -> str:
        """Give its anchor on the list, which stays while its words stay."""
        words = "\n".join((self.page, self.was, self.now))
        return f"c-{self.date.isoformat()}-{sha256(words.encode()).hexdigest()[:8]}"
