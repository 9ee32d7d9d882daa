"""One bundle a run, signed by a key made for it, from a tree that a strict build takes."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import program
from tests.publishing.letter import SITE, letter_tree, write_tree


@dataclass(frozen=True)
class Carried:
    """A built site, its bundle, and what checks it."""

    content: Path
    site: Path
    archive: Path
    folder: Path
    """The bundle, unpacked."""
    key: Path
    allowed: Path


def make_key(folder: Path, name: str = "release") -> tuple[Path, Path]:
    """Make a key, and the list of allowed signers that has it alone."""
    key, allowed = folder / name, folder / f"{name}-allowed"
    made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", key]
    subprocess.run(made, check=True)
    public = key.with_suffix(".pub").read_text().strip()
    allowed.write_text(f'release@third-reader namespaces="third-reader" {public}\n')
    return key, allowed


@pytest.fixture(scope="session")
def carried_site(tmp_path_factory: pytest.TempPathFactory) -> Carried:
    """Build and sign a bundle."""
    folder = tmp_path_factory.mktemp("bundle")
    content = write_tree(folder / "content", letter_tree())
    key, allowed = make_key(folder)
    ended = program(
        *("bundle", "--input", content, "--output", folder / "site"),
        env={"SITEURL": SITE, "SIGNING_KEY": str(key), "COMMIT": "f" * 40},
    )
    assert ended.status == 0, ended.stderr
    assert ended.stderr.startswith("note: no CONTACT_EMAIL")
    assert ended.stderr.count("\n") == 1
    with ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "unpacked")
    return Carried(content, folder / "site", folder / "site.zip", folder / "unpacked", key, allowed)
