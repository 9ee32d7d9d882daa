"""A file of the site as the bundle carries it, and back: links that work without a server.

Both ways are exact, so the six words of a site are also those of its bundle (docs/verify.md):

- an address of the site in a tag becomes relative: `/cases/#a` in `/about/` is
  `../cases/index.html#a`, by way of the root, which is `./` for files that stand there;
- `:` in a path, which Windows does not take, becomes `=`, which no path of a site has;
- each file of the search, which no script may fetch from a disk, becomes a script of its own.
"""

import re

LINK = rb'(<[a-z][^<>]*?\s(?:(?:href|src|data-index)="|content="\d+; ?url=))'
"""A tag up to the address that it has; `content` is that of a page that leads to another."""
REST = rb'([^"#?]*)([^"]*")'
OUT = re.compile(LINK + rb"/(?!/)" + REST)
BACK = re.compile(LINK + rb"(?:\./|(?:\.\./)+)" + REST)
SEARCHED = re.compile(r"((?:[a-z]+(?:-[a-z]+)*/)?search/(?:index|words/\d+|text/.+))\.js(on)?")
"""A file of the search, in a bundle and in a site (exports/search.py)."""
ASSIGNED = b"window.searchFile =\n"
INDEX = b"index.html"


def carried(name: str, data: bytes) -> tuple[str, bytes]:
    """Give path and bytes in the bundle of a file of the site."""
    there = _carried(name)
    if name.endswith(".html"):
        return there, OUT.sub(lambda found: _relative(found, up(name)), data)
    return there, ASSIGNED + data if there != name.replace(":", "=") else data


def restored(name: str, data: bytes) -> tuple[str, bytes]:
    """Give path and bytes in the site of a file of the bundle."""
    here = _restored(name)
    if name.endswith(".html"):
        return here, BACK.sub(_absolute, data)
    return here, data.removeprefix(ASSIGNED) if here != name.replace("=", ":") else data


def up(name: str) -> bytes:
    """Give the way from a file to the root."""
    return b"../" * name.count("/") or b"./"


def _carried(path: str) -> str:
    path = path.replace(":", "=")
    found = SEARCHED.fullmatch(path)
    return f"{found[1]}.js" if found and found[2] else path


def _restored(path: str) -> str:
    path = path.replace("=", ":")
    found = SEARCHED.fullmatch(path)
    return f"{found[1]}.json" if found and not found[2] else path


def _relative(found: re.Match[bytes], root: bytes) -> bytes:
    start, path, rest = found.groups()
    page = INDEX if not path or path.endswith(b"/") else b""
    return b"".join((start, root, _carried(path.decode()).encode(), page, rest))


def _absolute(found: re.Match[bytes]) -> bytes:
    start, path, rest = found.groups()
    bare = path.removesuffix(INDEX) if f"/{path.decode()}".endswith("/index.html") else path
    return b"".join((start, b"/", _restored(bare.decode()).encode(), rest))
