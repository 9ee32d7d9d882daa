"""The project's settings, read without Pelican, become our `Config`."""

import os
import re
import runpy
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from third_reader.languages.load import language
from third_reader.model.fault import MendableError
from third_reader.model.site import Config, Mirror
from third_reader.model.wording import quoted

HERE = Path(__file__).resolve().parent.parent
FROM_OUTSIDE = ("ONION_URL", "MIRRORS", "HSTS", "CACHE_CONTROL")
"""Settings that a variable of the environment of the same name replaces."""
ONION = re.compile(r"https?://(?:[a-z0-9-]+\.)*[a-z2-7]{56}\.onion(?::[0-9]+)?")
"""Rendezvous specification, version 3: 56 characters of base 32."""
WEB = re.compile(r"https?://[^\s/@\\\"'<>]+(?:/[^\s\"'<>]*)?")
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
HOST = re.compile(rf"{_HOST}(?::[0-9]+)?")
SITE = re.compile(rf"https?://{HOST.pattern}")
MAILBOX = re.compile(rf"[A-Za-z0-9.!$'*+=_~-]+@{_HOST}")
"""Without characters that mean something else in a `mailto:` address."""
CACHING = ("no-store", "no-cache")


class SettingsError(MendableError):
    """A setting is at fault; its message says which, and what to write."""


def settings_file(strict: bool) -> Path:
    """Give the file that Pelican's settings stand in: `publishconf.py` for a strict build."""
    return HERE / ("publishconf.py" if strict else "pelicanconf.py")


def read_settings(strict: bool) -> dict[str, Any]:
    """Read the settings as they are written, without Pelican's own defaults."""
    if str(HERE) not in sys.path:
        sys.path.insert(0, str(HERE))
    found = runpy.run_path(str(settings_file(strict)))
    given = {name: os.environ[name] for name in FROM_OUTSIDE if os.environ.get(name)}
    return {name: value for name, value in found.items() if name.isupper()} | given


def config_of(settings: dict[str, Any], strict: bool = False, drafts: bool = False) -> Config:
    """Give what the publisher sets; raises LookupError for a language that there is none of.

    The clock is SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/)
    where it is set; raises ValueError if that is no number of seconds, and SettingsError when a
    setting has no meaning.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    codes = tuple(settings["LANGUAGES"])
    return Config(
        name=str(settings["SITENAME"]),
        url=_url(str(settings["SITEURL"]).rstrip("/")),
        contact=_contact(str(settings["CONTACT_EMAIL"])),
        languages=tuple(language(code, first=code == codes[0]) for code in codes),
        today=now.date(),
        strict=strict,
        drafts=drafts,
        onion=_onion(str(settings.get("ONION_URL", ""))),
        mirrors=_mirrors(settings.get("MIRRORS", ())),
        hsts=_seconds(settings.get("HSTS", 0)),
        caching=_caching(str(settings.get("CACHE_CONTROL", CACHING[0]))),
    )


def _url(address: str) -> str:
    """Judge the site's own address: its pages' addresses begin with `/`, so it has no path."""
    if not address or SITE.fullmatch(address):
        return address
    message = f"SITEURL is {quoted(address)}; "
    host = SITE.match(address)
    if HOST.fullmatch(address):
        message += f"write https://{address}"
    elif host and re.fullmatch(r"/[^\s?#]*", address[host.end() :]):
        message += (
            "the site needs the root of a host, as its addresses begin with '/': take a domain of "
            "your own or, on GitHub Pages, user.github.io, and write it without a path"
        )
    else:
        message += "write http or https and a host and nothing more: https://reader.example"
    raise SettingsError(message)


def _contact(address: str) -> str:
    if address and not MAILBOX.fullmatch(address):
        message = f"CONTACT_EMAIL is {quoted(address)}; write name@host"
        raise SettingsError(message)
    return address


def _onion(address: str) -> str:
    address = address.rstrip("/")
    if address and not ONION.fullmatch(address):
        message = f"ONION_URL is {quoted(address)}; write the whole address, 'http://….onion'"
        raise SettingsError(message)
    return address


def _mirrors(given: str | Iterable[tuple[str, str]]) -> tuple[Mirror, ...]:
    """Give the mirrors of pairs, or of a variable's text: `Name=https://…; Name=https://…`."""
    if isinstance(given, str):
        parts = (one.partition("=") for one in given.split(";") if one.strip())
        mirrors = tuple(Mirror(name.strip(), address.strip()) for name, _, address in parts)
    else:
        mirrors = tuple(Mirror(str(name), str(address)) for name, address in given)
    for one in mirrors:
        if not one.name or not WEB.fullmatch(one.address):
            told = quoted(f"{one.name}={one.address}")
            message = f"MIRRORS has {told}; each mirror is a name and an address, 'Name=https://…'"
            raise SettingsError(message)
    return mirrors


def _seconds(given: object) -> int:
    if not re.fullmatch("[0-9]{1,9}", str(given)):
        message = f"HSTS is {quoted(str(given))}; it must be a number of seconds"
        raise SettingsError(message)
    return int(str(given))


def _caching(given: str) -> str:
    if given not in CACHING:
        message = f"CACHE_CONTROL is {quoted(given)}; it must be one of {', '.join(CACHING)}"
        raise SettingsError(message)
    return given
