"""A file of results, a line each, so that long work goes on where it was stopped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Journal:
    """Results by key; the last line of a key counts, and a damaged line counts as none."""

    file: Path

    def read(self) -> dict[str, Mapping[str, str]]:
        """Give all results; none if there is no file yet."""
        if not self.file.is_file():
            return {}
        found: dict[str, Mapping[str, str]] = {}
        for line in self.file.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                key, result = json.loads(line)
            except (ValueError, TypeError):
                continue
            if isinstance(key, str) and isinstance(result, dict):
                found[key] = {str(name): str(value) for name, value in result.items()}
        return found

    def add(self, key: str, result: Mapping[str, str]) -> None:
        """Write a result down at once; a line that a stop cut short is ended first."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a+b") as stream:
            if stream.tell():
                stream.seek(-1, 2)
                if stream.read(1) != b"\n":
                    stream.write(b"\n")
            stream.write(f"{json.dumps([key, dict(result)], ensure_ascii=False)}\n".encode())
