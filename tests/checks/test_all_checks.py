"""All checks together: a sorted registry, the same findings in any order, short lines, in time."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.checks.making import (
    claim,
    envelope,
    facts,
    page,
    person,
    site,
    source,
)
from third_reader import checks
from third_reader.checks import all_checks
from third_reader.model.diagnostic import in_order
from third_reader.model.document import Document, PageKind
from third_reader.model.site import Site
from third_reader.model.source import Kind, ReadState, Source

WITHOUT_CHECK = {"__init__", "known", "readable", "withheld"}


def wrong(long: str = "") -> tuple[list[Document], list[Source]]:
    """Give pages and sources with every kind of finding; each word can be made long."""
    ticks = envelope(("read", f"none{long}"))
    bad = facts(
        platform=f"wechatt{long}",
        origin="",
        people=(person(f"gao{long}", hans="x", native=""), person(f"gao{long}", 12)),
        envelope=ticks,
    )
    documents = [
        page(
            f"gao{long}",
            claims=[claim(f"ten{long}", f"a{long}"), claim(f"bare{long}"), claim("two", "b")],
            cites=[f"unknown{long}", "unknwn"],
            links=[f"/nowhere{long}/", f"#nothing{long}", f"/cases/later{long}/", "/cases"],
            pictures=[f"/images/none{long}.png"],
            case=bad,
            reviewed=None,
        ),
        page(
            f"gao{long}",
            lang="zh-hant",
            claims=[claim(f"tenn{long}", "b"), claim("two", f"a{long}")],
        ),
        page(f"alone{long}", lang="zh-hant"),
        page("x", url=f"/cases/gao{long}/"),
        page(f"later{long}", draft=True, date=date(2030, 1, 1)),
        page("cases", PageKind.PAGE, updated=date(2026, 11, 1)),
    ]
    sources = [
        source(f"a{long}", f"nobody{long}", read=ReadState.NONE),
        source("b", f"c{long}", read=None),
        source(f"c{long}", "b"),
        source(f"unused{long}"),
        source("b.json", line=7),
    ]
    return documents, sources


def test_every_module_of_the_folder_is_asked_in_order() -> None:
    folder = Path(checks.__file__).parent
    modules = {one.stem for one in folder.glob("*.py")} - WITHOUT_CHECK
    asked = [one.__module__.rpartition(".")[2] for one in checks.checks()]
    assert asked == sorted(modules)


def test_a_site_without_fault_has_no_findings() -> None:
    documents = [
        page(claims=[claim("ten", "rfa")], cites=["tencent"]),
        page(lang="zh-hant", claims=[claim("ten", "rfa")]),
        page("about", PageKind.PAGE, links=["/cases/gao/#claim-ten"]),
    ]
    sources = [source("rfa"), source("tencent", kind=Kind.PARTY_CLAIM)]
    assert all_checks(site(documents, sources)) == ()
    assert all_checks(site()) == ()


def test_findings_are_sorted_and_hold_every_kind() -> None:
    found = all_checks(site(*wrong()))
    assert found == in_order(found)
    assert {one.code for one in found} == {
        *("address-taken", "broken-link", "circular-lineage", "claim-without-source"),
        *("date-order", "draft-linked", "duplicate-person", "future-date", "incomplete-case"),
        *("missing-anchor", "missing-picture", "native-hans-alone", "no-answer", "not-reviewed"),
        *("read-not-stated", "reserved-slug", "source-not-read", "tick-without-claim"),
        *("translation-differs", "translation-without-original", "unknown-derived-from"),
        *("unknown-source", "unknown-word", "unused-source"),
    }


def test_the_order_of_files_changes_nothing() -> None:
    documents, sources = wrong()
    expected = all_checks(site(documents, sources))
    for turn in range(6):
        turned = (
            documents[turn:] + documents[:turn],
            sources[turn % 5 :] + sources[: turn % 5],
        )
        assert all_checks(site(*turned)) == expected
        assert all_checks(site(*map(reversed, turned))) == expected


def test_every_line_is_short_and_harmless_whatever_was_written() -> None:
    for long in ("x" * 300, "\u202e" * 90, "\n::error::" * 20, "高" * 100, "-y" * 38):
        found = all_checks(site(*wrong(long)))
        assert len(found) > 20
        for one in found:
            assert len(one.message) <= 200, one.message
            assert one.message.isprintable()
            assert one.message[0] == "'" or one.message[0].islower()


def large(times: int) -> Site:
    """Give a site of many pages, all of whose citations, links and words are wrong."""
    documents = [
        page(
            f"case-{number}",
            claims=[claim(f"c{n}", f"wrong-{number}-{n}") for n in range(20)],
            links=[f"/cases/case-{number}-{n}/" for n in range(20)],
            case=facts(platform=f"app-{number}"),
        )
        for number in range(times)
    ]
    sources = [source(f"source-{n}", f"source-{n + 1}", "lost") for n in range(times * 4)]
    return site(documents, sources)


def test_time_grows_with_the_site_and_not_with_its_square() -> None:
    def seconds(made: Site) -> float:
        begun = time.process_time()
        assert all_checks(made)
        return time.process_time() - begun

    small, great = large(60), large(480)
    seconds(small)
    assert seconds(great) < 20 * seconds(small) + 1


def test_a_front_matter_that_cannot_be_read_is_told_by_reading_alone() -> None:
    lost = replace(page(case=facts(platform="")), title="", reviewed=None, date=None)
    assert all_checks(site([lost])) == ()
