"""`/data/README.md.txt`: what each field means, from the project's own manual of the data."""

from collections.abc import Iterable
from pathlib import Path

from third_reader.exports.artifact import Artifact
from third_reader.model.site import Site

_MANUAL = Path(__file__).resolve().parents[2] / "docs" / "data.md"


def export(_: Site) -> Iterable[Artifact]:
    """Give docs/data.md as text."""
    return (Artifact("/data/README.md.txt", _MANUAL.read_bytes()),)
