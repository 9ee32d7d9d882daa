"""A place in a file that an author can go to."""

from typing import NamedTuple


class Position(NamedTuple):
    """Where something stands in the content."""

    path: str
    """The file as a diagnostic names it, with forward slashes."""
    line: int = 1
    """Counted from 1, by line feeds."""
    column: int = 1
    """Counted from 1, in characters."""

    def __str__(self) -> str:
        """Give the position as compilers print it."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def short(self) -> str:
        """Give file and line, for a message about another place."""
        return f"{self.path}:{self.line}"
