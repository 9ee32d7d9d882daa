"""Hostile inputs as data: `inputs/*.yaml`, each entry of which becomes a small tree.

An entry has a `name`; what stands in the tree: `files`, `page` (the body of `pages/p.md`, from line
4), `pages: P` (an ordinary page), `links`, `pipes`, `sparse` (files of a size), `pictures` (format,
width, height), `raw` (files whose names are bytes); and `told`, each error on stderr. A text may be
a list of parts: texts, `{times, text}`, `{hex}`, `{utf-16-le}`.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from PIL import Image

FOLDER = Path(__file__).parent / "inputs"
FRONT = b"---\ntitle: P\n---\n"
Part = str | Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Input:
    """One hostile input."""

    group: str
    given: Mapping[str, object]

    @property
    def name(self) -> str:
        """Its group and its name."""
        return f"{self.group}: {self.given['name']}"

    @property
    def told(self) -> tuple[str, ...]:
        """Each error that a build prints to stderr."""
        return tuple(self.given.get("told", ()))

    def write(self, tree: Path) -> None:
        """Write the tree."""
        for name, text in self._files():
            path = tree / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(written(text))
        for name, text in self._named("raw"):
            path = os.path.join(os.fsencode(tree), name.encode("latin-1"))  # noqa: PTH118  bytes
            os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103,PTH120
            Path(os.fsdecode(path)).write_bytes(written(text))
        for name, target in self._named("links"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).symlink_to(target)
        for name in self.given.get("pipes", ()):
            os.mkfifo(tree / name)
        for name, size in self._named("sparse"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            with (tree / name).open("wb") as file:
                file.truncate(size)
        for name, (form, width, height) in self._named("pictures"):
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            Image.new("1", (width, height)).save(tree / name, format=form)

    def _files(self) -> Iterator[tuple[str, object]]:
        if "page" in self.given:
            yield "pages/p.md", [{"hex": FRONT.hex()}, *parts(self.given["page"])]
        if "pages" in self.given:
            yield "pages/p.md", [{"hex": FRONT.hex()}, "\nWords.\n"]
        yield from self._named("files")

    def _named(self, key: str) -> Iterator[tuple[str, object]]:
        found = self.given.get(key)
        yield from found.items() if isinstance(found, Mapping) else ()


def inputs() -> tuple[Input, ...]:
    """Read every table."""
    return tuple(
        Input(file.stem, one)
        for file in sorted(FOLDER.glob("*.yaml"))
        for one in yaml.safe_load(file.read_text(encoding="utf-8"))
    )


def parts(text: object) -> Sequence[Part]:
    """Give the parts of a text."""
    return text if isinstance(text, list) else [str(text)]


def written(text: object) -> bytes:
    """Give the bytes of a text."""
    return b"".join(_bytes(part) for part in parts(text))


def _bytes(part: object) -> bytes:
    match part:
        case {"times": int(times), "text": str(text)}:
            return text.encode() * times
        case {"hex": digits}:
            return bytes.fromhex(str(digits))
        case {"utf-16-le": str(text)}:
            return text.encode("utf-16-le")
        case list():
            return written(part)
    return str(part).encode()
