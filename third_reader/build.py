"""The whole build on one screen: read, judge, stage, put in place; or leave all as it was.

Pelican is imported where it is needed, so that another process can read pages meanwhile.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from third_reader.checks import all_checks
from third_reader.checks.corrections import vanished
from third_reader.guard import guard_output, guarded
from third_reader.model.diagnostic import Diagnostic, errors
from third_reader.model.site import Site
from third_reader.publishing.staging import staged
from third_reader.reading.base import read_base
from third_reader.reading.site import read_site
from third_reader.settings import config_of, read_settings, settings_file


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user asked for."""

    content: Path
    output: Path
    url: str | None = None
    """None: as the settings say."""
    contact: str | None = None
    withheld_key: str = field(default="", repr=False)
    strict: bool = False
    drafts: bool = False
    base: Path | None = None
    """An earlier `claims.json`, none of whose claims may vanish."""


def judged(wish: Wish, *, to_build: bool) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Read the content and run every check; nothing is written.

    What a build needs besides is prepared while another process reads.

    Raises OSError when a file cannot be read, NotClaimsError when the base is no export of claims.
    """
    settings = read_settings(wish.strict) | _given(wish)
    config = config_of(settings, wish.strict, wish.drafts)
    beside = partial(_prepare, Path(settings["THEME"])) if to_build else None
    site = read_site(wish.content, config, beside)
    found = [*site.diagnostics, *all_checks(site)]
    if wish.base is not None:
        found += vanished(site, read_base(wish.base))
    return site, guarded(wish.content, site, found, wish.withheld_key)


def fails(diagnostics: Iterable[Diagnostic], strict: bool) -> bool:
    """Tell whether a build must stop: at an error, and when it is strict at a warning too."""
    found = tuple(diagnostics)
    return bool(found if strict else errors(found))


def build(wish: Wish, site: Site) -> None:
    """Build a judged site and put it in place.

    Raises OSError when the disk does not do its part, NotOursError when the output folder
    holds something else, and WouldLeakError when a withheld name would be published; the old
    output stays.
    """
    from third_reader.pelican_plugin.run import run_pelican

    with staged(wish.output) as stage:
        given = {**_given(wish), "OUTPUT_PATH": str(stage)}
        run_pelican(settings_file(wish.strict), wish.content, site, given)
        guard_output(wish.content, stage, wish.withheld_key, wish.output.name)


def _prepare(theme: Path) -> None:
    """Load Pelican, which takes its time, and compile the templates."""
    from third_reader.pelican_plugin.templates import warm

    warm(theme)


def _given(wish: Wish) -> dict[str, object]:
    given: dict[str, object] = {"PATH": str(wish.content), "OUTPUT_PATH": str(wish.output)}
    if wish.url is not None:
        given["SITEURL"] = wish.url.rstrip("/")
    if wish.contact is not None:
        given["CONTACT_EMAIL"] = wish.contact
    return given
