"""A file of the site is written whole, or its fault is told."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from third_reader.publishing import files as module
from third_reader.publishing.files import Files


def test_what_the_disk_takes_in_parts_is_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(module.os, "write", lambda file, data: write(file, data[:3]))
    files = Files(tmp_path)
    files.write("a/b/index.html", b"0123456789")
    files.write("a/empty.txt", b"")
    assert (tmp_path / "a" / "b" / "index.html").read_bytes() == b"0123456789"
    assert (tmp_path / "a" / "empty.txt").read_bytes() == b""
    assert files.sums == {
        "a/b/index.html": sha256(b"0123456789").hexdigest(),
        "a/empty.txt": sha256(b"").hexdigest(),
    }


def test_a_disk_that_fills_up_midway_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def full(file: int, data: memoryview) -> int:
        if len(data) < 10:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(file, data[:4])

    monkeypatch.setattr(module.os, "write", full)
    with pytest.raises(OSError, match="No space left"):
        Files(tmp_path).write("a.html", b"0123456789")
