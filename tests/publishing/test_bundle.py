"""A bundle opens without a server and is checked by stock tools; one changed byte has a name."""

import json
import re
import shutil
import stat
import subprocess
from hashlib import sha256
from html import unescape
from pathlib import Path
from random import Random
from urllib.parse import unquote
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import html

from tests.conftest import files, program
from tests.publishing.conftest import Carried, make_key
from tests.publishing.letter import SITE
from third_reader.publishing.manifest import listed, manifest
from third_reader.publishing.signing import SigningError, sign
from third_reader.publishing.verify import verify as judge

SEED = 20261124
FLIPS = 40
"""Bytes changed in the archive, one at a time."""


def typed_verify(place: Path | str, *given: str | Path) -> tuple[int, str]:
    """Run the command as a user does."""
    ended = program("verify", "--bundle", place, *given)
    return ended.status, ended.stderr + ended.stdout


def verify(place: Path, allowed: Path | None = None) -> tuple[int, str]:
    """Do in this process what the command does."""
    found = judge(place, allowed)
    told = "\n".join((*found.faults, f"Six words: {found.words}", found.signed))
    return int(bool(found.faults)), told


@pytest.fixture
def copy(carried_site: Carried, tmp_path: Path) -> Path:
    return shutil.copytree(carried_site.folder, tmp_path / "copy")


def test_entries_are_sorted_stored_and_dated_by_the_content(carried_site: Carried) -> None:
    with ZipFile(carried_site.archive) as archive:
        entries = archive.infolist()
    names = [one.filename for one in entries]
    assert names == sorted(names, key=str.encode)
    assert {"index.html", "RELEASE.json", "SHA256SUMS", "SHA256SUMS.sig"} <= set(names)
    assert {one.compress_type for one in entries} == {ZIP_STORED}
    assert {one.date_time for one in entries} == {(2026, 4, 2, 0, 0, 0)}
    assert {stat.filemode(one.external_attr >> 16) for one in entries} == {"-rw-r--r--"}
    assert not [name for name in names if ":" in name]
    assert "sources/post=2021-03/index.html" in names


def test_the_release_says_what_it_is(carried_site: Carried) -> None:
    told = json.loads((carried_site.folder / "RELEASE.json").read_text())
    assert (told["date"], told["built"], told["site"]) == ("2026-04-02", "2026-11-24", SITE)
    assert told["commit"] == "f" * 40
    assert re.fullmatch("[0-9a-f]{64}", told["digest"])
    shown = re.findall(
        r'<p class="words"[^>]*>(.*?)</p>', (carried_site.folder / "index.html").read_text()
    )
    assert {one.replace("<br>", " ") for one in shown} == {told["words"]}


def test_every_link_of_a_bundle_leads_to_a_file_of_it(carried_site: Carried) -> None:
    root = carried_site.folder
    there = {path.relative_to(root).as_posix() for path in root.rglob("*")}
    pages = {
        name: html.fromstring((root / name).read_bytes()) for name in there if name[-5:] == ".html"
    }
    dead = []
    for name, page in pages.items():
        for address in page.xpath("//@href | //@src | //@data-index"):
            if re.match(r"(https?|mailto):", address):
                continue
            path, _, anchor = address.partition("#")
            target = (root / name).parent / unquote(path) if path else root / name
            found = target.resolve().relative_to(root.resolve()).as_posix()
            ids = pages[found].xpath("//@id") if found in pages else []
            if found not in there or target.is_dir() or (anchor and unquote(anchor) not in ids):
                dead.append(f"{name} → {address}")
    assert dead == []


def test_no_attribute_is_left_that_needs_a_server(carried_site: Carried) -> None:
    for file in carried_site.folder.rglob("*.html"):
        values = html.fromstring(file.read_bytes()).xpath("//@*[name() != 'data-address']")
        assert [one for one in values if one.startswith("/")] == [], file


def test_code_on_a_page_stays_as_it_was_written(carried_site: Carried) -> None:
    page = html.fromstring((carried_site.folder / "about" / "index.html").read_bytes())
    words = page.text_content()
    assert 'href="/cases/" is code' in words
    assert '<a href="/cases/">' in words


def commands(carried_site: Carried, heading: str) -> list[str]:
    """Give the lines that /verify/ tells a reader to type under a heading."""
    text = (carried_site.folder / "verify" / "index.html").read_text()
    part = text.partition(f'id="{heading}"')[2].partition("<h3")[0]
    return [unescape(one) for one in re.findall(r"<pre[^>]*><code>(.*?)</code>", part, re.S)]


def typed(lines: list[str], folder: Path, key: str) -> list[tuple[int, str]]:
    """Type lines into a terminal; the placeholder stands for the key."""
    ended = [
        subprocess.run(
            ["bash", "-c", line.replace("AAAA…", key)],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        for line in lines
    ]
    return [(one.returncode, one.stdout + one.stderr) for one in ended]


def test_the_four_lines_of_the_page_check_a_bundle_with_stock_tools(
    carried_site: Carried, copy: Path
) -> None:
    lines = commands(carried_site, "unix")
    key = carried_site.key.with_suffix(".pub").read_text().split()[1]
    assert len(lines) == 4
    told = typed(lines, copy, key)
    assert [status for status, _ in told] == [0, 0, 0, 0], told
    assert told[1][1].startswith("Good ")
    assert [words for _, words in (told[0], *told[2:])] == ["", "", ""]
    (copy / "index.html").write_bytes(b"other")
    (copy / "cases" / "more.html").write_bytes(b"added")
    _, signed, changed, added = typed(lines, copy, key)
    assert signed[0] == 0
    assert (changed[0], "index.html: FAILED" in changed[1]) == (1, True)
    assert (added[0], "> cases/more.html" in added[1]) == (1, True)
    (copy / "SHA256SUMS").write_bytes((copy / "SHA256SUMS").read_bytes()[:-1])
    assert typed(lines, copy, key)[1][0] != 0


def test_a_bundle_and_its_folder_and_the_site_are_verified(carried_site: Carried) -> None:
    words = json.loads((carried_site.folder / "RELEASE.json").read_text())["words"]
    for place in (carried_site.archive, carried_site.folder):
        status, told = typed_verify(place, "--allowed", carried_site.allowed)
        assert status == 0, told
        assert f"Six words: {words}" in told
        assert "for release@third-reader" in told
    status, told = verify(carried_site.site)
    assert (status, f"Six words: {words}" in told, "not signed" in told) == (0, True, True)


def test_without_a_list_of_signers_it_is_said_that_nobody_was_asked(carried_site: Carried) -> None:
    status, told = verify(carried_site.archive)
    assert (status, "whose key that is was not checked" in told) == (0, True)


def test_each_changed_missing_and_added_file_is_named(carried_site: Carried, copy: Path) -> None:
    (copy / "robots.txt").write_text("other")
    (copy / "about" / "index.html").unlink()
    (copy / "added.html").write_text("new")
    (copy / "cases" / "SHA256SUMS.more").write_text("hidden from the fourth line")
    (copy / "icon.png").unlink()
    (copy / "icon.png").symlink_to("card.png")
    status, told = typed_verify(copy, "--allowed", carried_site.allowed)
    assert status == 1
    assert [one for one in told.splitlines() if one.startswith("error")] == [
        "error: 'about/index.html' is missing",
        "error: 'added.html' was added",
        "error: 'cases/SHA256SUMS.more' was added",
        "error: 'icon.png' was changed",
        "error: 'robots.txt' was changed",
    ]


@pytest.mark.parametrize("name", ["SHA256SUMS", "SHA256SUMS.sig"])
def test_a_change_of_list_or_signature_is_found(
    carried_site: Carried, copy: Path, name: str
) -> None:
    whole = (copy / name).read_bytes()
    for at in Random(SEED).sample(range(len(whole)), 3):
        (copy / name).write_bytes(flipped(whole, at))
        for allowed in (None, carried_site.allowed):
            status, told = verify(copy, allowed)
            assert (status, name in told) == (1, True), f"byte {at}: {told}"
    (copy / name).unlink()
    status, told = verify(copy, carried_site.allowed)
    assert (status, f"'{name}' is missing" in told) == (1, True)


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_another_key_or_another_purpose_is_no_signature_of_ours(
    carried_site: Carried, copy: Path, tmp_path: Path
) -> None:
    other, allowed_other = make_key(tmp_path, "other")
    status, told = verify(copy, allowed_other)
    assert (status, "SHA256SUMS.sig" in told) == (1, True)
    signed = [
        "ssh-keygen",
        "-Y",
        "sign",
        "-q",
        "-f",
        other,
        "-n",
        "third-reader",
        copy / "SHA256SUMS",
    ]
    for key, purpose in ((other, "third-reader"), (carried_site.key, "git")):
        (copy / "SHA256SUMS.sig").unlink()
        signed[5], signed[7] = key, purpose
        subprocess.run(signed, check=True)
        assert verify(copy, carried_site.allowed)[0] == 1


def test_any_changed_byte_of_the_archive_is_found_and_named(
    carried_site: Carried, tmp_path: Path
) -> None:
    whole = carried_site.archive.read_bytes()
    with ZipFile(carried_site.archive) as archive:
        starts = [(one.header_offset, one.filename) for one in archive.infolist()]
        lists = archive.start_dir
    chance = Random(SEED)
    places = [*chance.sample(range(lists), FLIPS), *chance.sample(range(lists, len(whole)), FLIPS)]
    places += [start + part for start, _ in starts[::20] for part in (6, 10, 14, 20, 28)]
    changed = tmp_path / "changed.zip"
    for at in places:
        changed.write_bytes(flipped(whole, at))
        found = judge(changed, None)
        named = [name for start, name in starts if start <= at][-1] if at < lists else ""
        assert found.faults, f"byte {at} was not found"
        assert named in " ".join(found.faults), f"byte {at}, {named}: {found.faults}"


def test_what_is_no_archive_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and nothing")
    status, told = typed_verify(tmp_path / "a.zip")
    assert (status, told.count("error:"), "Traceback" in told) == (1, 1, False)
    for given in (tmp_path / "none.zip", ""):
        status, told = typed_verify(given)
        assert (status, told.count("\n")) == (2, 1)
    (tmp_path / "folder").mkdir()
    assert "'SHA256SUMS' is missing" in verify(tmp_path / "folder")[1]


def test_words_that_a_forger_made_up_are_found(carried_site: Carried, copy: Path) -> None:
    page = copy / "index.html"
    page.write_text(
        re.sub(r"(translate=\"no\">)[a-z ]+<br>", r"\1abandon ability able<br>", page.read_text())
    )
    sums = {one: sha256((copy / one).read_bytes()).hexdigest() for one in listed(copy)}
    (copy / "SHA256SUMS").write_bytes(manifest(sums))
    (copy / "SHA256SUMS.sig").unlink()
    status, told = verify(copy)
    assert (status, "'index.html' shows other words" in told) == (1, True)


def test_a_bundle_without_a_key_says_that_nobody_signed_it(
    carried_site: Carried, tmp_path: Path
) -> None:
    given = (
        "bundle",
        "--input",
        carried_site.content,
        "--output",
        tmp_path / "out",
        "--bundle",
        tmp_path / "b.zip",
    )
    ended = program(*given, env={"SITEURL": SITE, "COMMIT": "f" * 40})
    assert (ended.status, "not signed: name a key with SIGNING_KEY" in ended.stdout) == (0, True)
    with ZipFile(tmp_path / "b.zip") as unsigned, ZipFile(carried_site.archive) as signed:
        assert unsigned.read("SHA256SUMS") == signed.read("SHA256SUMS")
        assert set(signed.namelist()) - set(unsigned.namelist()) == {"SHA256SUMS.sig"}
    status, told = verify(tmp_path / "b.zip", carried_site.allowed)
    assert (status, "nobody vouches" in told) == (1, True)
    before = files(tmp_path)
    ended = program(*given, env={"SITEURL": SITE, "SIGNING_KEY": str(tmp_path / "none")})
    assert (ended.status, ended.stderr.count("\n")) == (2, 1)
    assert files(tmp_path) == before


def test_what_is_no_key_does_not_sign(carried_site: Carried) -> None:
    with pytest.raises(SigningError, match="did not sign"):
        sign(b"", carried_site.allowed)


def test_a_bundle_is_a_strict_build(run, tree, tmp_path: Path) -> None:
    content = tree({"pages/about.md": "---\ntitle: About\n---\n\nSee [[nothing]].\n"})
    given = ("bundle", "--input", content, "--output", tmp_path / "out")
    assert run(*given, env={"SITEURL": None}).status == 2
    assert run(*given, env={"SITEURL": SITE}).status == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["content"]
