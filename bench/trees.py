"""Writes the made-up cases twice: as a content tree of ours, and as plain Pelican's articles."""

import textwrap
from collections.abc import Iterable
from pathlib import Path

from bench.words import SOURCES, Case

KINDS = ("court-record", "official", "law", "technical-research", "first-person", "news-report")
PLACES = ("CN-SX", "US", "GB", "IN", "VN", "AU")
PLATFORMS = ("wechat", "telegram", "letter")
MECHANISMS = ("account-monitoring", "device-search")
OUTCOMES = ("imprisoned", "questioned", "released")


def write_ours(folder: Path, cases: Iterable[Case]) -> None:
    """Write a content tree: cases, sources and vocabulary."""
    for name in ("cases", "sources", "data"):
        (folder / name).mkdir(parents=True)
    write(folder / "data" / "vocabulary.yaml", vocabulary())
    write(folder / "sources" / "press.yaml", "".join(source(n) for n in range(1, SOURCES + 1)))
    for case in cases:
        write(folder / "cases" / f"letter-{case.number}.md", front_matter(case) + cited_text(case))


def write_plain(folder: Path, cases: Iterable[Case]) -> None:
    """Write the same words as articles for Pelican's own Markdown reader."""
    folder.mkdir(parents=True)
    for case in cases:
        head = f"Title: {case.title}\nDate: {case.day}\nSlug: letter-{case.number}\n\n"
        write(folder / f"letter-{case.number}.md", head + "\n\n".join(case.paragraphs) + "\n")


def write(path: Path, text: str) -> None:
    """Write one file."""
    path.write_text(text, encoding="utf-8")


def vocabulary() -> str:
    """Give the labels of every id that the cases use."""
    groups = {
        "platforms": PLATFORMS,
        "mechanisms": MECHANISMS,
        "outcomes": OUTCOMES,
        "countries": (*PLACES, "CN"),
    }
    return "".join(
        f"{group}:\n" + "".join(f"  {name}: {{en: The label of {name}}}\n" for name in names)
        for group, names in groups.items()
    )


def source(number: int) -> str:
    """Give one source; each fifth only relays the one before it."""
    relayed = f"    derived-from: [paper-{number - 1}]\n" if number % 5 == 0 else ""
    return (
        textwrap.dedent(f"""\
        - id: paper-{number}
          type: article-newspaper
          title: What paper {number} wrote
          container-title: The Paper
          author: [{{family: Writer{number}, given: A.}}]
          issued: "2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
          URL: https://paper.example/{number}
          custom:
            kind: {KINDS[number % len(KINDS)]}
            read: whole
        """)
        + relayed
    )


def front_matter(case: Case) -> str:
    """Give the fields that every case of ours has."""
    number = case.number
    return textwrap.dedent(f"""\
        ---
        title: {case.title}
        summary: >-
          Somebody sent letter {number} across a border. Somebody else read it on the way,
          and this made-up page says so.
        date: {case.day}
        reviewed: {case.day}
        platform: {PLATFORMS[number % len(PLATFORMS)]}
        from: {PLACES[number % len(PLACES)]}
        to: [{PLACES[(number + 1) % len(PLACES)]}]
        mechanism: [{MECHANISMS[number % len(MECHANISMS)]}]
        outcome: {OUTCOMES[number % len(OUTCOMES)]}
        when: {case.day}
        ---
        """)


def cited_text(case: Case) -> str:
    """Give the text, each paragraph with its citation."""
    pairs = zip(case.paragraphs, case.cited, strict=True)
    return "\n\n".join(f"{text} [@paper-{source}]" for text, source in pairs) + "\n"
