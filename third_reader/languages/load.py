"""A language's folder to values: `language.yaml` and `messages.po`."""

from pathlib import Path
from typing import Any

import yaml

from third_reader.model.language import Language

FOLDER = Path(__file__).parent
_FIELDS = ("code", "tag", "name", "locale", "direction")


def codes() -> tuple[str, ...]:
    """Give the codes of all languages that have a folder here, sorted."""
    return tuple(
        sorted(file.parent.name.replace("_", "-") for file in FOLDER.glob("*/language.yaml"))
    )


def language(code: str, first: bool = False) -> Language:
    """Give a language by its code; the first one's addresses have no prefix.

    Raises LookupError if no folder is named for it.
    """
    settings = read_settings(code)
    words = {field: str(settings[field]) for field in _FIELDS}
    return Language(**words, prefix="" if first else f"/{code}")


def read_settings(code: str) -> dict[str, Any]:
    """Read a language's YAML; raises LookupError if there is none."""
    if code not in codes():
        known = ", ".join(codes())
        message = f"no language has the code {code!r}; known are {known}"
        raise LookupError(message)
    text = (folder(code) / "language.yaml").read_text(encoding="utf-8")
    settings: dict[str, Any] = yaml.safe_load(text)
    return settings


def folder(code: str) -> Path:
    """Give the folder of a language: `zh_hant` for `zh-hant`."""
    return FOLDER / code.replace("-", "_")
