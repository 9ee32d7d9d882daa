"""The project's settings, read without Pelican, become our `Config`."""

import os
import runpy
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from third_reader.languages.load import language
from third_reader.model.site import Config

HERE = Path(__file__).resolve().parent.parent


def settings_file(strict: bool) -> Path:
    """Give the file that Pelican's settings stand in: `publishconf.py` for a strict build."""
    return HERE / ("publishconf.py" if strict else "pelicanconf.py")


def read_settings(strict: bool) -> dict[str, Any]:
    """Read the settings as they are written, without Pelican's own defaults."""
    if str(HERE) not in sys.path:
        sys.path.insert(0, str(HERE))
    found = runpy.run_path(str(settings_file(strict)))
    return {name: value for name, value in found.items() if name.isupper()}


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
