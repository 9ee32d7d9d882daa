"""What a server sends with each file: the one definition, and `/_headers` made from it.

The rules are SECURITY-POLICY, section 3. `_headers` is read by static hosts (Cloudflare Pages,
Netlify); configurations of other servers are made from `rules` too (publishing/servers.py), and
the policies of pages' `<meta>` from `meta_policy`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from third_reader.exports.artifact import Artifact, lines
from third_reader.model.site import Config, Site

Scripts = Literal["none", "own", "search"]
"""What a page's scripts may do: not run, run if they are ours, or also ask the site for a file."""

_DENY_FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
_BASE = ("default-src 'none'", "base-uri 'none'", "form-action 'none'")
_SCRIPTS: dict[Scripts, tuple[str, ...]] = {
    "none": (),
    "own": ("script-src 'self'",),
    "search": ("script-src 'self'", "connect-src 'self'"),
}
ASSETS = ("/static/site.*", "/static/more.*", "/static/body.*", "/static/print.*")
"""Files whose names hold their digest, so that they never change."""
ASKED = "{asked}"
"""Stands in a value for the path that was asked for, which a server fills in."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The headers of the addresses that a pattern covers."""

    pattern: str
    """An address within the site; `*` stands for anything."""
    headers: tuple[tuple[str, str], ...]
    """Name and value; a header of the whole site that stands here too is replaced by this one."""


def policy(scripts: Scripts = "own") -> str:
    """Give the Content-Security-Policy that a server sends."""
    parts = (*_BASE, "frame-ancestors 'none'", "img-src 'self'", *_SCRIPTS[scripts])
    return "; ".join((*parts, "style-src 'self'"))


def meta_policy(scripts: Scripts = "none") -> str:
    """Give the policy of a page's `<meta>`: it holds beside the server's, and alone without one.

    A `<meta>` cannot say `frame-ancestors` (CSP 3, section 3.3).
    """
    return "; ".join((*_BASE, "img-src 'self'", "style-src 'self'", *_SCRIPTS[scripts]))


def rules(config: Config) -> tuple[Rule, ...]:
    """Give the rules of the site: first that of all addresses, then what departs from it.

    No address is covered by two of those that depart.
    """
    prefixes = [language.prefix for language in config.languages]
    public = (
        ("Access-Control-Allow-Origin", "*"),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
    )
    searches = (("Content-Security-Policy", policy("search")),)
    kept = (("Cache-Control", "public, max-age=31536000, immutable"),)
    open_data = ["/data/*", "/sources/*.json", *(f"{prefix}/feeds/*" for prefix in prefixes)]
    return (
        Rule("/*", _everywhere(config)),
        *(Rule(f"{prefix}/search/*", searches) for prefix in prefixes),
        *(Rule(pattern, public) for pattern in open_data),
        *(Rule(pattern, kept) for pattern in ASSETS),
    )


def export(site: Site) -> Iterable[Artifact]:
    """Give `/_headers`: `!` takes back a header of the whole site before another is set.

    It can say nothing that depends on the path; of that pages speak themselves.
    """
    text: list[str] = []
    everywhere, *others = rules(site.config)
    sent = {name for name, _ in everywhere.headers}
    for rule in (everywhere, *others):
        again = sent if rule is not everywhere else set()
        text.append(rule.pattern)
        text += [f"  ! {name}" for name, _ in rule.headers if name in again]
        text += [f"  {name}: {value}" for name, value in rule.headers if ASKED not in value]
    return (lines("/_headers", text),)


def _everywhere(config: Config) -> tuple[tuple[str, str], ...]:
    onion = [("Onion-Location", f"{config.onion}{ASKED}")] if config.onion else []
    https = [("Strict-Transport-Security", f"max-age={config.hsts}")] if config.hsts else []
    return (
        ("Cache-Control", config.caching),
        ("Content-Security-Policy", policy()),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        *onion,
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _DENY_FEATURES)),
        ("Referrer-Policy", "no-referrer"),
        *https,
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    )
