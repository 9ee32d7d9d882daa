"""The vocabulary: controlled words, with a label for each language."""

from pathlib import Path as FilePath

from third_reader.model.diagnostic import Diagnostic, errors
from third_reader.model.position import Position
from third_reader.model.site import Vocabulary
from third_reader.reading.judge import judge
from third_reader.reading.text import read_text
from third_reader.reading.yaml12 import parse_yaml


def read_vocabulary(file: tuple[FilePath, str] | None) -> tuple[Vocabulary, list[Diagnostic]]:
    """Read `data/vocabulary.yaml`; without it, or with errors in it, there are no words."""
    if file is None:
        return Vocabulary({}), []
    text, faults = read_text(*file)
    yaml = parse_yaml(text, file[1])
    diagnostics = faults + yaml.diagnostics
    if not errors(diagnostics):
        diagnostics += judge(yaml.value or {}, "vocabulary", file[1], yaml)
    if errors(diagnostics) or not isinstance(yaml.value, dict):
        return Vocabulary({}), diagnostics
    words = {
        facet: {
            one: dict(label) if isinstance(label, dict) else {"": str(label)}
            for one, label in (entries or {}).items()
        }
        for facet, entries in yaml.value.items()
    }
    return Vocabulary(words, Position(file[1])), diagnostics
