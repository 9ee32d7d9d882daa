"""A bundle is the same wherever, whenever and by whom it is built, and says nothing of that.

The real content is built three times in tests/house/test_reproducible.py.
"""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import BUILD_DAY, ROOT, files
from tests.publishing.conftest import Carried
from tests.publishing.letter import SITE

REVERSED = '''\
"""Every folder lists its entries in reverse."""
import os

scan, listing = os.scandir, os.listdir


class Reversed:
    def __init__(self, *given):
        with scan(*given) as entries:
            self.entries = iter(sorted(entries, key=lambda one: one.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def close(self):
        pass


os.scandir = Reversed
os.listdir = lambda *given: sorted(listing(*given), reverse=True)
'''
NAMES = ("quillfeather", "inkpot-host")
"""Of the builder and the machine, which stand nowhere else."""


@pytest.fixture(scope="module")
def elsewhere(carried_site: Carried, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundle again: other folder, user, umask, zone, locale, seed, order of files."""
    folder = tmp_path_factory.mktemp("else") / "home of quillfeather"
    content = folder / "écrit" / "content"
    shutil.copytree(carried_site.content, content, copy_function=shutil.copyfile)
    (folder / "order").mkdir()
    (folder / "order" / "sitecustomize.py").write_text(REVERSED)
    variables = {
        "PYTHONPATH": f"{folder / 'order'}{os.pathsep}{ROOT}",
        "PYTHONHASHSEED": "77",
        "SOURCE_DATE_EPOCH": BUILD_DAY,
        "SITEURL": SITE,
        "SIGNING_KEY": str(carried_site.key),
        "COMMIT": "f" * 40,
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "ar_EG.UTF-8",
        "HOME": str(folder),
        "HOSTNAME": NAMES[1],
    }
    variables |= dict.fromkeys(("USER", "LOGNAME", "USERNAME"), NAMES[0])
    ended = subprocess.run(
        [sys.executable, "-m", "third_reader", "bundle", "--input", content, "--output", "site"],
        cwd=folder,
        env={**os.environ, **variables},
        umask=0o077,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr.startswith("note: no CONTACT_EMAIL")
    assert ended.stderr.count("\n") == 1
    return folder


def test_place_user_umask_zone_locale_seed_and_order_change_no_byte(
    carried_site: Carried, elsewhere: Path
) -> None:
    one, other = files(carried_site.site), files(elsewhere / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert (elsewhere / "site.zip").read_bytes() == carried_site.archive.read_bytes()


def test_what_stands_in_the_output_can_be_read_by_a_server(elsewhere: Path) -> None:
    """Whoever builds with a umask for secrets publishes all the same."""
    assert (elsewhere / "site.zip").stat().st_mode & 0o777 == 0o644
    for path in (elsewhere / "site", *(elsewhere / "site").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def unpacked(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """Give a file, and if it is an archive each entry, with what its list says."""
    found = [(name, data)]
    if data.startswith(b"PK"):
        with ZipFile(BytesIO(data)) as archive:
            for entry in archive.infolist():
                found.append((f"{name}!{entry.filename}", archive.read(entry)))
                assert entry.date_time[3:] == (0, 0, 0), entry
    return found


def test_nothing_of_the_builder_stands_in_any_output(
    carried_site: Carried, elsewhere: Path
) -> None:
    words = (
        *NAMES,
        str(elsewhere),
        "écrit",
        str(carried_site.content),
        str(ROOT),
        os.uname().nodename,
    )
    sought = [word.encode() for word in words if len(word) > 3]
    outputs = files(elsewhere / "site") | {"site.zip": (elsewhere / "site.zip").read_bytes()}
    times = re.compile(rb"2026-11-24T(?!00:00:00|12:00:00)\d\d:\d\d|GMT|kiritimati|\+14:?00", re.I)
    for name, data in outputs.items():
        for part, content in unpacked(name, data):
            assert [word for word in sought if word in content] == [], part
            assert times.search(content) is None, part
