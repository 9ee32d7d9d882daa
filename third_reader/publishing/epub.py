"""A book in EPUB 3.3: the same bytes for the same chapters.

ebooklib writes times and random ids of its own, so the few files that EPUB asks for are written
here, in a fixed order and with fixed times (https://www.w3.org/TR/epub-33/).
"""

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO
from itertools import groupby
from zipfile import ZIP_STORED, ZipFile, ZipInfo

CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""  # noqa: E501  markup is not wrapped, since its spaces would be text
PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}">
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" href="style.css"/></head>
<body>
{body}
</body>
</html>
"""  # noqa: E501  markup is not wrapped, since its spaces would be text
STYLE = """body { margin: 5%; line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; page-break-after: avoid; break-after: avoid; }
li, figure, table { page-break-inside: avoid; break-inside: avoid; }
.small, figcaption { font-size: .85em; }
.unknown, .disagree, .analysis, .safety { border: 1px solid; padding: 0 1em; margin: 1em 0; }
dt { font-weight: bold; }
dd { margin: 0 0 .5em 1em; }
td, th { padding: .2em .6em .2em 0; text-align: start; vertical-align: top; }
a { overflow-wrap: anywhere; }
"""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter, which is one file."""

    file: str
    """`cases-gao-zhigang.xhtml`, once a book."""
    section: str
    """The heading that it stands under in the contents; empty: it stands by itself."""
    title: str
    body: str
    """XHTML without its title."""


@dataclass(frozen=True, slots=True)
class Book:
    """A whole book."""

    id: str
    """A URI that names it for ever."""
    title: str
    author: str
    lang: str
    """BCP 47."""
    contents: str
    """The word for a table of contents."""
    rights: str
    day: date
    chapters: tuple[Chapter, ...]
    """Those of a section stand together."""
    pictures: Mapping[str, bytes]
    """By file: `images/x.png`."""


def epub(book: Book) -> bytes:
    """Give the book as a file; its first entry is its type, as EPUB asks.

    Nothing is squeezed: not every zlib writes the same (zlib-ng).
    """
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": _package(book),
        "EPUB/nav.xhtml": _page(book, book.title, _contents(book)),
        "EPUB/style.css": STYLE,
        **{f"EPUB/{one.file}": _page(book, one.title, _body(one)) for one in book.chapters},
    }
    written = BytesIO()
    with ZipFile(written, "w") as packed:
        _add(packed, book, "mimetype", b"application/epub+zip")
        for name, text in files.items():
            _add(packed, book, name, text.encode())
        for name, data in sorted(book.pictures.items()):
            _add(packed, book, f"EPUB/{name}", data)
    return written.getvalue()


def _add(packed: ZipFile, book: Book, name: str, data: bytes) -> None:
    info = ZipInfo(name, (max(book.day.year, 1980), book.day.month, book.day.day, 0, 0, 0))
    info.compress_type = ZIP_STORED
    info.create_system = 3
    info.external_attr = 0o644 << 16
    packed.writestr(info, data)


def _page(book: Book, title: str, body: str) -> str:
    return PAGE.format(lang=book.lang, title=escape(title), body=body)


def _body(chapter: Chapter) -> str:
    return f"<h1>{escape(chapter.title)}</h1>\n{chapter.body}"


def _contents(book: Book) -> str:
    lines = [f'<nav epub:type="toc" id="toc"><h1>{escape(book.contents)}</h1>', "<ol>"]
    for section, chapters in groupby(book.chapters, key=lambda one: one.section):
        links = [f'<li><a href="{one.file}">{escape(one.title)}</a></li>' for one in chapters]
        if section:
            links = [f"<li><span>{escape(section)}</span><ol>", *links, "</ol></li>"]
        lines += links
    return "\n".join((*lines, "</ol></nav>"))


def _package(book: Book) -> str:
    told = (
        ("dc:identifier", ' id="id"', book.id),
        ("dc:title", "", book.title),
        ("dc:language", "", book.lang),
        ("dc:creator", "", book.author),
        ("dc:rights", "", book.rights),
        ("meta", ' property="dcterms:modified"', f"{book.day.isoformat()}T00:00:00Z"),
    )
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"'
        f' xml:lang="{book.lang}">',
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        *(f"<{name}{more}>{escape(words)}</{name.split()[0]}>" for name, more, words in told),
        "</metadata>",
        "<manifest>",
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
        '<item id="style" href="style.css" media-type="text/css"/>',
        *_items(book),
        "</manifest>",
        "<spine>",
        *_spine(book.chapters),
        "</spine>",
        "</package>",
    ]
    return "\n".join(lines) + "\n"


def _items(book: Book) -> Iterator[str]:
    for number, one in enumerate(book.chapters, 1):
        yield f'<item id="c{number}" href="{one.file}" media-type="application/xhtml+xml"/>'
    for number, name in enumerate(sorted(book.pictures), 1):
        kind = "image/webp" if name.endswith(".webp") else mimetypes.guess_type(name)[0]
        yield f'<item id="p{number}" href="{escape(name)}" media-type="{kind}"/>'


def _spine(chapters: Iterable[Chapter]) -> Iterator[str]:
    """Give the order of reading: the first chapter, the contents, all others."""
    numbers = [number for number, _ in enumerate(chapters, 1)]
    yield from (f'<itemref idref="c{number}"/>' for number in numbers[:1])
    yield '<itemref idref="nav"/>'
    yield from (f'<itemref idref="c{number}"/>' for number in numbers[1:])
