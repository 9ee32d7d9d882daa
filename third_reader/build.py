"""The whole build on one screen: read, judge, stage, put in place; or leave all as it was.

What reading does not need is imported later, so that another process can read pages meanwhile.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from third_reader.model.diagnostic import Diagnostic, errors
from third_reader.model.site import Site
from third_reader.reading.site import read_site
from third_reader.settings import HERE, config_of, read_settings, settings_file

if TYPE_CHECKING:
    from third_reader.publishing.bundle import Sign


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
    bundle: Path | None = None
    """The archive to be written too; None: none."""
    signing_key: Path | None = None
    """The key that signs the archive; None: it is not signed."""
    commit: str = ""
    """What the archive names as its commit; empty: what git says."""


def judged(wish: Wish, *, to_build: bool) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Read the content and run every check; nothing is written.

    What a build needs besides is prepared while another process reads.

    Raises OSError when a file cannot be read, NotClaimsError when the base is no export of claims.
    """
    settings = read_settings(wish.strict) | _given(wish)
    config = config_of(settings, wish.strict, wish.drafts)
    beside = partial(_prepare, Path(settings["THEME"])) if to_build else None
    site = read_site(wish.content, config, beside)
    from third_reader.checks import all_checks
    from third_reader.guard import guarded

    found = [*site.diagnostics, *all_checks(site)]
    if wish.base is not None:
        from third_reader.checks.corrections import vanished
        from third_reader.reading.base import read_base

        found += vanished(site, read_base(wish.base))
    return site, guarded(wish.content, site, found, wish.withheld_key)


def fails(diagnostics: Iterable[Diagnostic], strict: bool) -> bool:
    """Tell whether a build must stop: at an error, and when it is strict at a warning too."""
    found = tuple(diagnostics)
    return bool(found if strict else errors(found))


def build(wish: Wish, site: Site) -> None:
    """Build a judged site and put it in place; then its bundle, if that was asked for.

    Raises OSError when the disk does not do its part, NotOursError when the output folder holds
    something else, BusyError when another build is at work, SigningError when the bundle cannot be
    signed, and WouldLeakError when a withheld name would be published; the old output stays.
    """
    from third_reader.guard import guard_output
    from third_reader.pelican_plugin.run import run_pelican
    from third_reader.publishing.bundle import bundle, in_place, put, release
    from third_reader.publishing.commit import commit
    from third_reader.publishing.staging import staged

    made: Path | None = None
    try:
        with staged(wish.output) as stage:
            given = {**_given(wish), "OUTPUT_PATH": str(stage)}
            digest = run_pelican(settings_file(wish.strict), wish.content, site, given)
            guard_output(wish.content, stage, wish.withheld_key, wish.output.name)
            if wish.bundle is not None:
                about = release(site, digest, wish.commit or commit(HERE, wish.content))
                made = put(bundle(stage, about, _signer(wish)), wish.bundle)
        if made is not None and wish.bundle is not None:
            in_place(made, wish.bundle)
    finally:
        if made is not None:
            made.unlink(missing_ok=True)


def _prepare(theme: Path) -> None:
    """Load what comes after reading, Pelican above all, and compile a theme's templates."""
    import third_reader.checks
    import third_reader.guard
    import third_reader.publishing.bundle  # noqa: F401  only to be loaded
    from third_reader.pelican_plugin.templates import warm

    warm(theme)


def _signer(wish: Wish) -> "Sign | None":
    from third_reader.publishing.signing import sign

    return partial(sign, key=wish.signing_key) if wish.signing_key is not None else None


def _given(wish: Wish) -> dict[str, object]:
    given: dict[str, object] = {"PATH": str(wish.content), "OUTPUT_PATH": str(wish.output)}
    if wish.url is not None:
        given["SITEURL"] = wish.url.rstrip("/")
    if wish.contact is not None:
        given["CONTACT_EMAIL"] = wish.contact
    return given
