"""What a build leaves: feeds, a map, nothing of drafts; and where it may not write."""

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.conftest import files, program

SOURCE = (
    "- {id: lee, title: T, issued: 2020, URL: 'https://lee.example/', "
    "custom: {kind: analysis, read: whole}}\n"
)
ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://third-reader.example"
CASE = """\
---
title: A letter
summary: A letter was opened on its way, and the one who wrote it was asked about it.
date: 2026-11-20
reviewed: 2026-11-21
platform: post
from: XA
to: [XB]
mechanism: [steam]
outcome: none
envelope: {from: "A clerk [@lee]", to: A friend, also-read-by: Police}
---

Words [@lee]. See [about](/about/).
"""
DRAFT = CASE.replace("A letter\n", "A hidden matter\n").replace(
    "outcome: none", "outcome: vanishing\nstatus: draft"
)
TREE = {
    "cases/letter.md": CASE,
    "cases/hidden-matter.md": DRAFT.replace("[@lee].", "[@hidden-source]."),
    "pages/about.md": "---\ntitle: About\n---\n\nWords.\n",
    "sources/all.yaml": SOURCE,
}


def write(folder: Path, tree: dict[str, str]) -> Path:
    for name, text in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give what a build with an address leaves, by path."""
    folder = tmp_path_factory.mktemp("built")
    content = write(folder / "content", TREE)
    ended = program(
        *("build", "--input", content, "--output", folder / "output"),
        cwd=folder,
        env={"SITEURL": f"{SITE}/"},
    )
    assert ended.status == 0, ended.stderr
    return files(folder / "output")


def test_a_draft_leaves_no_trace(built: dict[str, bytes]) -> None:
    assert not [name for name in built if "hidden" in name or "vanishing" in name]
    told = b"hidden matter", b"hidden-matter", b"hidden-source", b"vanishing"
    assert [n for n, text in built.items() if any(one in text.lower() for one in told)] == []


def test_feeds_have_absolute_addresses(built: dict[str, bytes]) -> None:
    feeds = [name for name in built if name.endswith(".atom.xml")]
    assert "feeds/cases.atom.xml" in feeds
    for name in feeds:
        root = etree.fromstring(built[name])
        assert root.tag == f"{ATOM}feed"
        targets = root.xpath("//@href")
        assert targets
        assert all(one.startswith((SITE, "mailto:", "https://")) for one in targets), name
        # What stands in an entry's text is followed from wherever it is read.
        inside = re.findall(r'(?:href|src)="([^"]*)"', " ".join(root.itertext()))
        assert [one for one in inside if one.startswith(("/", "#"))] == []
    titles = [
        one.text for one in etree.fromstring(built["feeds/cases.atom.xml"]).iter(f"{ATOM}title")
    ]
    assert "A letter" in titles


def test_the_map_lists_each_page_once(built: dict[str, bytes]) -> None:
    root = etree.fromstring(built["sitemap.xml"])
    places = [one.text for one in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(places) == len(set(places))
    assert {f"{SITE}/", f"{SITE}/about/", f"{SITE}/cases/letter/"} <= set(places)
    for place in places:
        path = place.removeprefix(SITE).lstrip("/")
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in built


def build(folder: Path, content: Path, output: Path, **env: str | None):
    return program(
        *("build", "--input", content, "--output", output, "--cache", folder / "cache"),
        cwd=folder,
        env=env,
    )


def test_output_and_content_may_not_lie_in_each_other(tmp_path: Path) -> None:
    content = write(tmp_path / "content", TREE)
    before = files(content)
    for output in (content, content / "output", tmp_path):
        ended = build(tmp_path, content, output)
        assert ended.status == 2
        assert "the output may not lie in the content" in ended.stderr
        assert "Traceback" not in ended.stderr
    assert files(content) == before


def test_a_folder_of_something_else_is_not_replaced(tmp_path: Path) -> None:
    content = write(tmp_path / "content", TREE)
    output = write(tmp_path / "output", {"thesis.txt": "years of work"})
    ended = build(tmp_path, content, output)
    assert ended.status == 2
    assert "OUTPUTDIR" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert files(output) == {"thesis.txt": b"years of work"}


def test_a_build_writes_nothing_beside_its_output(tmp_path: Path) -> None:
    content = write(tmp_path / "content", TREE)
    before = files(content)
    assert build(tmp_path, content, tmp_path / "output").status == 0
    assert files(content) == before
    assert {one.name for one in tmp_path.iterdir()} <= {"content", "output", "cache"}
