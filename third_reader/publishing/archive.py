"""A zip of which every byte follows from its files and one day: sorted, stored, dated alike."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

MODE = 0o100644 << 16
"""A plain file that all may read, whoever packed it."""
UNIX = 3
FIRST = date(1980, 1, 1)
"""The first day that a zip can name."""


class DamagedError(Exception):
    """What should be an archive cannot be read as one."""


def packed(files: Mapping[str, bytes], day: date) -> bytes:
    """Give the archive. Nothing is squeezed: not every zlib writes the same (zlib-ng)."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_STORED) as archive:
        for name in sorted(files, key=str.encode):
            archive.writestr(_entry(name, day), files[name])
    return written.getvalue()


def unpacked(data: bytes) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Give the files of an archive, and the names of those that cannot be read.

    Raises DamagedError when its list cannot be read, names a file twice, or holds what `packed`
    never writes (squeezed entries, which could unfold to any size).
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            names = [one.filename for one in entries]
            if len(set(names)) < len(names):
                message = "it names a file twice"
                raise DamagedError(message)
            return _read(archive, entries)
    except (BadZipFile, ValueError, NotImplementedError, OSError) as fault:
        raise DamagedError(str(fault)) from fault


def _read(archive: ZipFile, entries: list[ZipInfo]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    found: dict[str, bytes] = {}
    broken: list[str] = []
    for entry in entries:
        if entry.compress_type != ZIP_STORED or entry.flag_bits:
            broken.append(entry.filename)
            continue
        try:
            found[entry.filename] = archive.read(entry)
        except (BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError):
            broken.append(entry.filename)
    return found, tuple(broken)


def _entry(name: str, day: date) -> ZipInfo:
    day = max(day, FIRST)
    entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system = UNIX
    entry.external_attr = MODE
    entry.compress_type = ZIP_STORED
    return entry
