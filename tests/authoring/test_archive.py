"""Copies are taken from the Wayback Machine's own answers, and only if they are really there."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.authoring.little_web import Web, little_web
from third_reader.authoring.amending import amended
from third_reader.authoring.archive import Machine, archive, copy_fields
from third_reader.authoring.asking import Asker
from third_reader.authoring.links import Network, patches, read_shelf
from third_reader.authoring.visiting import Pace
from third_reader.machinery.journal import Journal

TODAY = date(2026, 11, 24)
FOUND = "https://a.example/found"
INDEXED = "https://a.example/indexed?page=2"
BEFORE = "https://a.example/copy-older-than-source"
DEAD = "https://a.example/copy-without-answer"
OTHER = "https://a.example/answer-about-another"
NEVER = "https://a.example/never"
KEPT = "https://a.example/kept-already"
STAMPS = {FOUND: "20200403102030", BEFORE: "20191231000000", DEAD: "20210101000000"}


def reply(web: Web, path: str) -> tuple[int, dict[str, str], bytes]:
    query = {name: one[0] for name, one in parse_qs(urlsplit(path).query).items()}
    url = query.get("url", "")
    if path.startswith("/available"):
        found = {}
        if url in STAMPS or url == OTHER:
            copy = web.at(f"/web/{STAMPS.get(url, '20210101000000')}/{url.replace(OTHER, NEVER)}")
            found = {"closest": {"available": True, "status": "200", "url": copy}}
        return 200, {}, json.dumps({"url": url, "archived_snapshots": found}).encode()
    if path.startswith("/cdx"):
        assert query["filter"] == "statuscode:200"
        assert query["closest"] == "20200401"
        rows = [["timestamp", "original"], ["20220202020202", url]] if url == INDEXED else []
        return 200, {}, json.dumps(rows).encode()
    if path.startswith("/web/") and not path.endswith("answer"):
        return 200, {}, b"<html>the copy</html>"
    return 404, {}, b""


@pytest.fixture
def web() -> Iterator[Web]:
    with little_web(reply) as made:
        yield made


def machine(web: Web) -> Machine:
    return Machine(web.at("/available"), web.at("/cdx"), web.at("/web/"))


def asking(web: Web, folder: Path, day: date = TODAY) -> Network:
    asker = Asker(seconds=5.0, allowed=lambda _: True)
    return Network(asker, web.clock.clock(), Journal(folder / "archive.jsonl"), day, Pace(gap=4.0))


def shelf_of(folder: Path, *urls: str) -> str:
    file = folder / "content" / "sources" / "all.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    records = [
        f"- id: s{number}\n  title: A\n  issued: 2020-04-02\n  URL: {url}\n  custom:\n"
        f"    kind: law # {number}\n"
        + ("    archived: [{url: 'https://b.example/', date: 2021-01-01}]\n" if url == KEPT else "")
        for number, url in enumerate(urls)
    ]
    file.write_text("".join(records), encoding="utf-8")
    return "".join(records)


def test_only_copies_that_were_named_and_answer_are_written_down(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = shelf_of(tmp_path, FOUND, INDEXED, BEFORE, DEAD, OTHER, NEVER, KEPT)
    shelf, network = read_shelf(tmp_path / "content"), asking(web, tmp_path)
    told = list(archive(shelf, network, machine(web)))
    copies = {
        "s0": web.at(f"/web/20200403102030/{FOUND}"),
        "s1": web.at(f"/web/20220202020202/{INDEXED}"),
    }
    assert told == [
        "sources without a copy to ask for: 6",
        *(f"kept: {key}: {copy}" for key, copy in copies.items()),
        *(f"no copy: s{n}: {url}" for n, url in enumerate((BEFORE, DEAD, OTHER, NEVER), 2)),
    ]
    text, refused = patches(shelf, copy_fields(shelf, network.journal.read()))
    assert refused == []
    added = [line for line in text.splitlines() if line.startswith("+ ")]
    assert added == [
        f'+    archived: [{{url: "{copies["s0"]}", date: 2020-04-03}}]',
        f'+    archived: [{{url: "{copies["s1"]}", date: 2022-02-02}}]',
        *[f"+    no-copy-known: {TODAY}"] * 4,
    ]
    assert [line for line in text.splitlines() if line.startswith("- ")] == []
    assert before == (tmp_path / "content" / "sources" / "all.yaml").read_text(encoding="utf-8")


def test_the_machine_is_asked_slowly_and_not_again_within_a_month(web: Web, tmp_path: Path) -> None:
    shelf_of(tmp_path, FOUND, NEVER)
    shelf = read_shelf(tmp_path / "content")
    list(archive(shelf, asking(web, tmp_path), machine(web)))
    moments = [when for _, when in web.asked]
    assert len(moments) == 4
    assert all(after - before >= 4 for before, after in pairwise(moments))
    again = list(archive(shelf, asking(web, tmp_path), machine(web)))
    assert again == ["sources without a copy to ask for: 0"]
    later = list(archive(shelf, asking(web, tmp_path, date(2027, 1, 1)), machine(web)))
    assert later[0] == "sources without a copy to ask for: 1"


@pytest.mark.parametrize("code", [429, 503, 0])
def test_a_machine_that_is_busy_or_silent_ends_the_run_and_loses_nothing(
    tmp_path: Path, code: int
) -> None:
    def busy(web: Web, path: str) -> tuple[int, dict[str, str], bytes]:
        return reply(web, path) if len(web.asked) <= 2 else (code, {"Retry-After": "30"}, b"")

    shelf_of(tmp_path, FOUND, NEVER, INDEXED)
    with little_web(busy) as web:
        network = asking(web, tmp_path)
        quick = Network(
            Asker(seconds=0.1, allowed=lambda _: True), network.clock, network.journal, TODAY
        )
        told = list(archive(read_shelf(tmp_path / "content"), quick, machine(web)))
        assert told[1].startswith("kept: s0")
        assert told[2].startswith("stopped: ")
        assert told[2].endswith("; run it again to go on")
        assert len(told) == 3
        assert set(network.journal.read()) == {FOUND}


WANTED = {"archived": [{"url": "https://b.example/", "date": "2021-01-01"}], "no-copy-known": None}
COPY = 'archived: [{url: "https://b.example/", date: 2021-01-01}]'
RECORDS = {
    "- id: a\n  custom:\n    no-copy-known: 2026-11  # none\n    kind: law\n": (
        f"- id: a\n  custom:\n    kind: law\n    {COPY}\n"
    ),
    "- id: a\n  custom:\n    kind: law\n    no-copy-known: '2026-11'\n    note: b\n": (
        f"- id: a\n  custom:\n    kind: law\n    {COPY}\n    note: b\n"
    ),
    "- id: a\n  custom:\n    kind: law\n    no-copy-known: 2026-11": (
        f"- id: a\n  custom:\n    kind: law\n    {COPY}\n"
    ),
    "- id: a\n  custom: {no-copy-known: 2026-11, kind: law}\n": (
        f"- id: a\n  custom: {{{COPY}, kind: law}}\n"
    ),
    "- id: a\n  custom: {kind: law, no-copy-known: 2026-11}\n": (
        f"- id: a\n  custom: {{{COPY}, kind: law}}\n"
    ),
}


@pytest.mark.parametrize("before", RECORDS)
def test_a_copy_takes_the_place_of_no_copy_known(before: str) -> None:
    assert amended(before, {"a": WANTED}) == RECORDS[before]


def test_in_json_too_a_copy_takes_the_place_of_no_copy_known() -> None:
    item = {"id": "a", "custom": {"kind": "law", "no-copy-known": "2026-11", "read": "whole"}}
    after = json.loads(amended(json.dumps([item], indent=2), {"a": WANTED}))
    assert after[0]["custom"] == {"kind": "law", "archived": WANTED["archived"], "read": "whole"}


def test_a_source_found_later_no_longer_says_that_none_was_known(tmp_path: Path) -> None:
    text = shelf_of(tmp_path, FOUND).replace("kind: law", "no-copy-known: 2026-10\n    kind: law")
    (tmp_path / "content/sources/all.yaml").write_text(text, encoding="utf-8")
    shelf = read_shelf(tmp_path / "content")
    wanted = copy_fields(shelf, {FOUND: {"copy": "https://b.example/", "date": "2021-01-01"}})
    assert wanted == {"s0": WANTED}
