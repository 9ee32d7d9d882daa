"""Every source's "If it fell" equals a second computation with that source taken out (no. 4)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from third_reader.authoring.what_if import what_if
from third_reader.cli import main
from third_reader.reading.site import read_site
from third_reader.settings import config_of, read_settings

TYPED = {"inferred", "not-established", "disputed"}
DOCUMENTS = {"court-record", "official", "law"}
Line = tuple[str, str, str]


class Evidence:
    """What the site publishes of its sources and claims, and grades made from that alone."""

    def __init__(self, folder: Path) -> None:
        data = folder / "data"
        items = json.loads((data / "sources.json").read_text(encoding="utf-8"))
        claims = json.loads((data / "claims.json").read_text(encoding="utf-8"))
        self.sources = {one["id"]: one["custom"] for one in items}
        self.claims = [one for one in claims if one["lang"] == "en"]

    def above(self, source: str) -> list[str]:
        return [one for one in self.sources[source].get("derived-from", []) if one in self.sources]

    def fallen(self, source: str) -> set[str]:
        """Take a source out, then again and again all whose every origin is out."""
        out = {source}
        while more := {
            one
            for one in self.sources
            if one not in out and self.above(one) and set(self.above(one)) <= out
        }:
            out |= more
        return out

    def ends(self, source: str, out: set[str]) -> set[str]:
        above = [one for one in self.above(source) if one not in out]
        return set().union(*(self.ends(one, out) for one in above)) if above else {source}

    def grade(self, claim: dict, out: set[str]) -> str:
        left = [one for one in claim["sources"] if one not in out]
        if claim["grade"] in TYPED:
            return claim["grade"]
        itself = {self.sources[one]["kind"] for one in left if not self.above(one)}
        if itself & DOCUMENTS:
            return "on-record"
        if "technical-research" in itself:
            return "measured"
        ends = set().union(*(self.ends(one, out) for one in left)) if left else set()
        origins = [one for one in ends if self.sources[one]["kind"] != "party-claim"]
        if len(origins) > 1:
            return "corroborated"
        return "one-source" if origins else "party-claim" if left else "lost"

    def expected(self, source: str) -> Iterator[Line]:
        out = self.fallen(source)
        for claim in self.claims:
            if out & set(claim["sources"]):
                yield claim["url"], claim["grade"], self.grade(claim, out)

    def lines(self, source: str) -> Iterator[str]:
        for url, now, then in self.expected(source):
            yield f"{url} {now} -> {'nothing' if then == 'lost' else then}"


@pytest.fixture(scope="module")
def evidence(built_site: Path) -> Evidence:
    return Evidence(built_site)


def shown(page: html.HtmlElement) -> Iterator[Line]:
    """Read what a source's page says under "If it fell"."""
    for item in page.xpath("//li[starts-with(@id, 'fall-')]"):
        grades = [
            next(name for name in one.split() if name.startswith("grade--"))
            for one in item.xpath(".//*[contains(@class, 'grade--')]/@class")
        ]
        now, then = grades[0], grades[-1]
        yield item.xpath("./p/a/@href")[0], now[7:], then[7:]


def test_each_sources_page_lists_what_falls(built_site: Path, evidence: Evidence) -> None:
    listed = 0
    for source in evidence.sources:
        pages = map(html.parse, (built_site / "sources" / source).rglob("index.html"))
        found = sorted(line for page in pages for line in shown(page.getroot()))
        expected = sorted(evidence.expected(source))
        assert found == expected, source
        listed += len(found)
    assert listed > len(evidence.claims)


def test_what_if_gives_the_same_lines(evidence: Evidence) -> None:
    site = read_site(Path("content").resolve(), config_of(read_settings(strict=False)))
    for source in list(evidence.sources)[::100]:
        assert sorted(what_if(site, source)) == sorted(evidence.lines(source)), source


def test_what_if_prints_them(evidence: Evidence, capsys) -> None:
    source = next(one for one in evidence.sources if list(evidence.expected(one)))
    assert main(["what-if", "--input", "content", "--without", source]) == 0
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(evidence.lines(source))
