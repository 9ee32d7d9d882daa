"""Pelican's settings become our `Config`, and back."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican.settings import read_settings

from third_reader.languages.load import language
from third_reader.model.site import Config

HERE = Path(__file__).resolve().parent.parent.parent


def project_settings(strict: bool, **given: object) -> dict[str, Any]:
    """Read the project's settings, `publishconf.py` for a strict build, with some given ones."""
    file = HERE / ("publishconf.py" if strict else "pelicanconf.py")
    settings: dict[str, Any] = read_settings(str(file), override=given)
    return settings


def config_of(settings: dict[str, Any], strict: bool = False, drafts: bool = False) -> Config:
    """Give what the publisher sets; raises LookupError for a language that there is none of.

    The clock is SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/)
    where it is set; raises ValueError if that is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    codes = tuple(settings["LANGUAGES"])
    return Config(
        name=str(settings["SITENAME"]),
        url=str(settings["SITEURL"]).rstrip("/"),
        contact=str(settings["CONTACT_EMAIL"]),
        languages=tuple(language(code, first=code == codes[0]) for code in codes),
        today=now.date(),
        strict=strict,
        drafts=drafts,
    )
