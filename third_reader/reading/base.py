"""An earlier `claims.json`: which claims were published, and may not vanish."""

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from third_reader.model.fault import MendableError


class NotClaimsError(MendableError):
    """A file is no export of claims."""


@dataclass(frozen=True, slots=True)
class Published:
    """One claim as it was published."""

    path: str
    """The path of its page's address; a site that lies in a folder has that before it."""
    slug: str
    id: str


def read_base(file: Path) -> tuple[Published, ...]:
    """Read an export of claims.

    Raises OSError when it cannot be read, NotClaimsError when it is no such export.
    """
    try:
        records = json.loads(file.read_text(encoding="utf-8"))
        return tuple(_published(one) for one in records)
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        message = f"{file}: this is no claims.json of an earlier build"
        raise NotClaimsError(message) from fault


def _published(record: dict[str, str]) -> Published:
    path = urlsplit(record["url"]).path
    return Published(path, str(record["case"]), str(record["id"]))
