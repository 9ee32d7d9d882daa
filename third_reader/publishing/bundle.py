"""The bundle: the site in one archive that opens without a server and can be verified.

SECURITY-POLICY, section 6: relative links, `RELEASE.json`, `SHA256SUMS`, `SHA256SUMS.sig`.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from glob import escape
from pathlib import Path

from third_reader.machinery.sixwords import six_words
from third_reader.model.release import Release
from third_reader.model.site import Site
from third_reader.publishing.archive import packed
from third_reader.publishing.carried import carried
from third_reader.publishing.manifest import NAME, SIGNATURE, listed, manifest
from third_reader.publishing.swap import names_synced

RELEASE = "RELEASE.json"

Sign = Callable[[bytes], bytes]


def release(site: Site, digest: str, commit: str) -> Release:
    """Give what a bundle of a built site says of itself."""
    return Release(
        day=content_day(site),
        built=site.config.today,
        commit=commit,
        digest=digest,
        words=six_words(bytes.fromhex(digest)),
        site=site.config.url,
    )


def content_day(site: Site) -> date:
    """Give the newest day that a page or a correction has; without any that of the build."""
    days = [
        day
        for one in site.documents
        for day in (one.date, one.reviewed, one.updated, one.translated)
        if day is not None
    ]
    days += [one.date for one in site.corrections]
    return max((day for day in days if day <= site.config.today), default=site.config.today)


def bundle(folder: Path, about: Release, sign: Sign | None) -> bytes:
    """Give the archive of a built site; without `sign` it is not signed.

    Raises OSError when a file cannot be read, and what `sign` raises.
    """
    files = dict(carried(name, (folder / name).read_bytes()) for name in listed(folder))
    files[RELEASE] = _described(about)
    files[NAME] = manifest({name: _sum(data) for name, data in files.items()})
    if sign is not None:
        files[SIGNATURE] = sign(files[NAME])
    return packed(files, about.day)


def put(data: bytes, file: Path) -> Path:
    """Write a file beside its place, wait until it is on the disk, and give where it stands.

    Raises OSError; nothing is left then.
    """
    for left in file.parent.glob(f".{escape(file.name)}.new-*"):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.new-", dir=file.parent)
    made = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123  it is open already
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        made.chmod(0o644)
    except OSError as fault:
        made.unlink()
        raise OSError(fault.errno, fault.strerror, str(file)) from fault
    return made


def in_place(made: Path, file: Path) -> None:
    """Give a file its name, in one step; an older one of that name is gone."""
    made.replace(file)
    names_synced(file.parent)


def _described(about: Release) -> bytes:
    told: Mapping[str, object] = {
        "date": about.day.isoformat(),
        "built": about.built.isoformat(),
        "commit": about.commit or None,
        "digest": about.digest,
        "words": " ".join(about.words),
        "site": about.site,
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n".encode()


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
