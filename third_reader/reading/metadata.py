"""Words that a picture's file holds beside its pixels: they are looked through, never published."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image

from third_reader.reading.pictures import FORMATS

CODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "gb18030", "big5")
"""What cameras and editors write words in; which one it was is told by no file."""
LONGEST = 256 * 1024
"""Bytes of one value that are read."""


def words_beside(file: Path) -> str:
    """Give all that EXIF, XMP, IPTC, profiles, comments and text chunks say, on one line.

    Raises OSError when the file cannot be read; of a picture that is none, nothing is said.
    """
    data = file.read_bytes()
    try:
        with Image.open(BytesIO(data), formats=(FORMATS[file.suffix.lower()],)) as opened:
            opened.load()
            found = [*_values(opened)]
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return ""
    return " ; ".join(" ".join(one.split()) for one in found)


def _values(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    yield from _words(dict(exif))
    for part in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop, ExifTags.IFD.IFD1):
        yield from _words(exif.get_ifd(part))
    yield from _words(picture.info)
    yield from _words(getattr(picture, "text", {}))
    for kept in ("applist", "private_chunks"):
        yield from _words(getattr(picture, kept, []))


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield from (value[:LONGEST].decode(coding, "ignore") for coding in CODINGS)
        # Words in UTF-16 may begin at an odd place, after a mark of their coding.
        yield from (value[1:LONGEST].decode(coding, "ignore") for coding in CODINGS[1:3])
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)
