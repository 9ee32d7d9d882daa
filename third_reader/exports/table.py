"""CSV that a spreadsheet opens without running anything (SECURITY-POLICY, section 4)."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from third_reader.exports.artifact import Artifact

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def table(address: str, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Artifact:
    """Lay rows out as CSV: a header, UTF-8, line feeds; lists joined with semicolons."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)
    return Artifact(address, text.getvalue().encode("utf-8"))


def cell(value: object) -> str:
    """Give a value as one cell; what a spreadsheet would take for a formula gets `'` in front."""
    if value is None:
        return ""
    words = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    if _FORMULA.match(words) and not _NUMBER.fullmatch(words):
        return f"'{words}"
    return words
