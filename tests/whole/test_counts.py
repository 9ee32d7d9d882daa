"""Numbers come from one place: one outcome changes, and every count of it (FEATURES, no. 26)."""

import csv
import json
import re
from pathlib import Path

from lxml import html

SOURCE = """\
- {id: a, type: article-newspaper, title: A report, issued: 2020-01-02, URL: https://a.example/,
   custom: {kind: news-report, read: whole}}
"""
WORDS = """\
platforms: {post: {en: Post}}
mechanisms: {steam: {en: Steam}}
outcomes: {fined: {en: Fined}, freed: {en: Set free}}
countries: {FR: {en: France}, US: {en: United States}}
"""
TABLE = "//table[@class='compare']/tbody/tr"
CASE = """\
---
title: Letter {n}
summary: A letter was opened on its way, and the one who wrote it was asked about it by somebody.
date: 2026-11-20
reviewed: 2026-11-20
platform: post
from: FR
to: [US]
mechanism: [steam]
outcome: {outcome}
envelope: {{from: "A [@a]", to: "B [@a]", also-read-by: "C [@a]"}}
---

It was opened [@a].
"""


def built(tree, run, output: Path, *outcomes: str) -> Path:
    cases = {
        f"cases/letter-{n}.md": CASE.format(n=n, outcome=one) for n, one in enumerate(outcomes, 1)
    }
    content = tree({"sources/a.yaml": SOURCE, "data/vocabulary.yaml": WORDS, **cases})
    ended = run("build", "--input", content, "--output", output)
    assert ended.status == 0, ended.stderr
    return output


def page(site: Path, address: str) -> html.HtmlElement:
    return html.parse(site / address.strip("/") / "index.html").getroot()


def counts(site: Path, outcome: str) -> set[int]:
    """Give every count of an outcome's cases that the site states, in pages and in exports."""
    address = f"/cases/outcome/{outcome}/"
    found: set[int] = set()
    if (site / address.strip("/")).is_dir():
        facet = page(site, address)
        (heading,) = facet.xpath("//h2[@id='list']")
        (own,) = facet.xpath(f"//nav//li[a/@href='{address}']")
        found |= {
            int(heading.text_content().split()[0]),
            len(facet.xpath("//ol[@class='entries']/li")),
            int(own.text_content().split()[-1]),
        }
    bars = page(site, "/cases/").xpath(f"//ul[@class='bars']/li[a/@href='{address}']")
    found.add(int(re.findall(r"\d+", bars[0].text_content())[-1]) if bars else 0)
    cases = json.loads((site / "data/cases.json").read_text(encoding="utf-8"))
    rows = list(csv.DictReader((site / "data/cases.csv").read_text(encoding="utf-8").splitlines()))
    label = {"fined": "Fined", "freed": "Set free"}[outcome]
    table = page(site, "/cases/").xpath(TABLE)
    found |= {
        sum(one["outcome"] == outcome for one in cases),
        sum(one["outcome"] == outcome for one in rows),
        sum(label in one.text_content() for one in table),
        sum(bool(page(site, one["url"]["en"]).xpath(f"//a[@href='{address}']")) for one in cases),
    }
    return found


def everything(site: Path) -> set[int]:
    """Give every count of all cases."""
    listed = page(site, "/cases/")
    home = " ".join(page(site, "/").text_content().split())
    (cell,) = listed.xpath("//table[@class='matrix']//td/a/text()")
    return {
        int(cell),
        len(listed.xpath(TABLE)),
        int(listed.xpath("string(//h2[@id='list'])").split()[1].rstrip(",")),
        int(listed.xpath("string(//*[@class='lede'])").split()[0]),
        int(home.partition("All ")[2].split()[0]),
        len(json.loads((site / "data/cases.json").read_text(encoding="utf-8"))),
    }


def test_one_changed_outcome_changes_every_count(tree, run, tmp_path: Path) -> None:
    before = built(tree, run, tmp_path / "before", "fined", "fined", "freed")
    after = built(tree, run, tmp_path / "after", "fined", "freed", "freed")
    assert (counts(before, "fined"), counts(before, "freed")) == ({2}, {1})
    assert (counts(after, "fined"), counts(after, "freed")) == ({1}, {2})
    assert everything(before) == everything(after) == {3}


def test_the_last_case_takes_its_facet_along(tree, run, tmp_path: Path) -> None:
    after = built(tree, run, tmp_path / "after", "freed", "freed", "freed")
    assert (counts(after, "fined"), counts(after, "freed")) == ({0}, {3})


def test_the_three_steps_of_the_front_page_count_as_the_lists_do(tree, run, tmp_path: Path) -> None:
    site = built(tree, run, tmp_path / "site", *["fined"] * 4, *["freed"] * 3)
    bars = "//ul[@class='bars']/li"
    lists = {one.text_content() for one in page(site, "/cases/").xpath(bars)}
    steps = page(site, "/").xpath(f"//ol[contains(@class, 'steps')]/li[position() > 1]{bars}")
    assert {one.text_content() for one in steps} <= lists
    assert [one.xpath("string(span)") for one in steps] == ["7", "4", "3"]


def test_few_cases_are_not_counted_on_the_front_page(tree, run, tmp_path: Path) -> None:
    site = built(tree, run, tmp_path / "site", "fined", "freed")
    assert not page(site, "/").xpath("//ol[contains(@class, 'steps')]")
