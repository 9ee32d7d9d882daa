"""Six words stand on every page, and follow from the files as docs/verify.md says."""

import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publishing.conftest import Carried
from third_reader.machinery.sixwords import LIST, six_words
from third_reader.publishing.seal import PLACE, emptied, seal

SHOWN = re.compile(
    r'<p class="words" lang="en" translate="no">([a-z]+(?: [a-z]+){2}<br>[a-z]+(?: [a-z]+){2})</p>'
)


@pytest.fixture(scope="session")
def other_program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the program of docs/verify.md, which shares no line with ours."""
    manual = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"^```python\n(.*?)^```$", manual, re.M | re.S)
    file = tmp_path_factory.mktemp("other") / "words.py"
    file.write_text(script, encoding="utf-8")
    return file


def computed(script: Path, folder: Path) -> str:
    """Give the words that the other program finds, with the standard library alone."""
    ended = subprocess.run(
        [sys.executable, "-I", "-S", script, folder], capture_output=True, text=True, check=True
    )
    return ended.stdout.strip()


def shown(folder: Path) -> dict[str, set[str]]:
    """Give the words that each page shows."""
    return {
        page.relative_to(folder).as_posix(): {
            one.replace("<br>", " ") for one in SHOWN.findall(page.read_text(encoding="utf-8"))
        }
        for page in folder.rglob("*.html")
    }


def test_every_page_of_site_and_bundle_shows_what_another_program_computes(
    carried_site: Carried, other_program: Path
) -> None:
    words = computed(other_program, carried_site.site)
    assert computed(other_program, carried_site.folder) == words
    for folder in (carried_site.site, carried_site.folder):
        found = shown(folder)
        assert len(found) > 20
        assert {name: one for name, one in found.items() if one != {words}} == {}
    digest = json.loads((carried_site.folder / "RELEASE.json").read_text())["digest"]
    assert list(six_words(bytes.fromhex(digest))) == words.split()


def test_the_lists_of_digests_are_those_of_sha256sum(carried_site: Carried) -> None:
    for folder in (carried_site.site, carried_site.folder):
        checked = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
        subprocess.run(checked, cwd=folder, check=True)
        listed = [line[66:] for line in (folder / "SHA256SUMS").read_text().splitlines()]
        there = {one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file()}
        assert listed == sorted(there - {"SHA256SUMS", "SHA256SUMS.sig"}, key=str.encode)


def test_one_letter_anywhere_changes_all_words(
    carried_site: Carried, other_program: Path, tmp_path: Path
) -> None:
    (tmp_path / "verify").mkdir()
    (tmp_path / "verify" / "words.txt").write_bytes(LIST.read_bytes())
    page = b"<html>" + PLACE + b"</p>a<footer>" + PLACE + b"</p></footer>"
    found = set()
    for name, data in (
        ("a.html", page),
        ("a.html", page.replace(b">a<", b">b<")),
        ("b.html", page),
    ):
        for old in tmp_path.glob("*.html"):
            old.unlink()
        (tmp_path / name).write_bytes(data)
        digest = seal(tmp_path, [name])
        words = computed(other_program, tmp_path)
        assert words.split() == list(six_words(bytes.fromhex(digest)))
        assert shown(tmp_path) == {name: {words}}
        assert emptied(name, (tmp_path / name).read_bytes()) == data
        found.add(words)
    assert len(found) == 3


def test_the_list_is_the_published_one() -> None:
    assert sha256(LIST.read_bytes()).hexdigest() == (
        "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"
    )


def test_words_are_the_first_bits() -> None:
    assert six_words(bytes(32)) == ("abandon",) * 6
    assert six_words(b"\xff" * 32) == ("zoo",) * 6
    first_of_each = int("".join(f"{number:011b}" for number in (1, 2, 3, 2045, 2046, 2047)), 2)
    digest = (first_of_each << 190).to_bytes(32, "big")
    assert six_words(digest) == ("ability", "able", "about", "zero", "zone", "zoo")


@pytest.mark.parametrize("data", [None, b""])
def test_a_page_that_was_not_written_ends_the_build(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "a.html").write_bytes(data)
    with pytest.raises(RuntimeError, match=r"a\.html"):
        seal(tmp_path, ["a.html"])


def test_what_is_known_is_not_read_again(tmp_path: Path) -> None:
    files = {"a.html": b"<html>" + PLACE + b"</p>", "b.html": b"<html>", "c.txt": b"c"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    known = {name: sha256(data).hexdigest() for name, data in files.items()}
    digest = seal(tmp_path, ["a.html", "b.html"])
    sums = (tmp_path / "SHA256SUMS").read_bytes()
    (tmp_path / "a.html").write_bytes(files["a.html"])
    assert seal(tmp_path, ["a.html", "b.html"], known) == digest
    assert (tmp_path / "SHA256SUMS").read_bytes() == sums
    other = {**known, "c.txt": "0" * 64, "lost.txt": "1" * 64}
    (tmp_path / "a.html").write_bytes(files["a.html"])
    assert seal(tmp_path, ["a.html"], other) != digest
    assert f"{'0' * 64}  c.txt\n".encode() in (tmp_path / "SHA256SUMS").read_bytes()
    assert b"lost" not in (tmp_path / "SHA256SUMS").read_bytes()
