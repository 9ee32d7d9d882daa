"""Where a link may lead: judged as browsers read an address, after all decoding."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

from third_reader.model.diagnostic import Code

SPACES = re.compile(r"[\s\x00-\x1f\x7f]")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HOST = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?|[0-9a-f:.]+")
"""A name, or an address in hexadecimal digits and colons."""
SCHEMES = frozenset({"http", "https", "mailto"})
POWERS = re.compile(r"[{|](?:static|filename|attach|author|category|index|tag)[}|]", re.IGNORECASE)

BAD_LINK = Code(
    "bad-link",
    "A link leads to `http`, `https` or `mailto`, or to an address within the site that begins "
    "with `/` or `#`. Anything else, and what cannot be read as an address, is refused. Letters "
    "of a host beyond ASCII are written in its `xn--` form, so that none look alike.",
)


def link_fault(target: str) -> str:
    """Give what is wrong with the target of a link, decoded of entities; empty: nothing."""
    if POWERS.match(unquote(target)):
        return "is a Pelican link, which content may not use; write the published address"
    if SPACES.search(target) or "\\" in target:
        return "holds a space, a control or a backslash; mend or encode it"
    if target.startswith("//"):
        return "names a host without 'https:'; write the whole address"
    if target.startswith(("/", "#")):
        return ""
    return _away_fault(target)


def web_fault(target: str) -> str:
    """Give what is wrong with an address on the web that is shown; an onion one may be, as text."""
    fault = "" if onion(target) else link_fault(target)
    away = target.lower().startswith(("http://", "https://"))
    return fault or ("" if away else "is no address on the web; it begins with 'https:'")


def onion(target: str) -> bool:
    """Tell whether an address is an onion service's.

    It is never made a link: another browser than Tor's would ask DNS for it (RFC 7686).
    """
    try:
        host = urlsplit(target).hostname or ""
    except ValueError:
        return False
    return unquote(host).lower().rstrip(".").rpartition(".")[2] == "onion"


def _away_fault(target: str) -> str:
    try:
        parts = urlsplit(target)
        _ = parts.port
    except ValueError:
        return "cannot be read as an address; mend it"
    if not parts.scheme and parts.path.endswith(".md"):
        return "is a file; link to the page's address, as '/cases/opened-letter/'"
    if not parts.scheme:
        return "has no 'https:', and no '/' for a page of the site"
    if parts.scheme not in SCHEMES:
        return "may not be followed; only http, https and mailto may leave the site"
    if parts.scheme == "mailto":
        return _mail_fault(target, parts.path)
    return _host_fault(target, parts)


def _host_fault(target: str, parts: SplitResult) -> str:
    if not parts.hostname:
        return "names no host; mend it"
    if "@" in parts.netloc:
        return "carries a user name; take it out"
    if onion(target):
        return "is an onion address, which other browsers would ask DNS for; write it as text"
    if not HOST.fullmatch(parts.hostname):
        return "has a host with other signs than letters, digits and hyphens; write it as 'xn--…'"
    return ""


def _mail_fault(target: str, path: str) -> str:
    if "@" not in path:
        return "names no mailbox; mend it"
    if CONTROL.search(unquote(target)):
        return "holds an encoded control, by which a mail gets other heads; take it out"
    return ""
