"""What is wrong with the content, as a value: it is collected, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from third_reader.model.position import Position


class Severity(StrEnum):
    """How grave a diagnostic is: an error stops every build, a warning only a strict one."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about the content."""

    position: Position
    code: str
    """Kebab-case, stable for ever, explained in docs/errors.md."""
    message: str
    """What is wrong, why, and what to do: one line, lower case."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Give the line that is printed (FORMAT, section 7)."""
        return f"{self.position}: {self.severity}: {self.message} [{self.code}]"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort diagnostics by path, line, column and code, each different one once."""
    return tuple(sorted(set(diagnostics), key=_place))


def _place(one: Diagnostic) -> tuple[str, int, int, str, str, str]:
    at = one.position
    return at.path, at.line, at.column, one.severity, one.code, one.message


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Keep the errors among the diagnostics."""
    return tuple(one for one in diagnostics if one.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: declared where it is raised, printed in docs/errors.md."""

    name: str
    """Kebab-case, stable for ever."""
    explanation: str
    """One or two sentences for maintainers: why it matters and what to do."""

    def error(self, position: Position, message: str) -> Diagnostic:
        """Make an error of this kind."""
        return Diagnostic(position, self.name, message)

    def warning(self, position: Position, message: str) -> Diagnostic:
        """Make a warning of this kind."""
        return Diagnostic(position, self.name, message, Severity.WARNING)
