"""The conformance cases that are one inline text, through the grammar alone.

All of them run through Markdown and the build in tests/conformance.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.citations.inline import folded, found, groups, misses
from third_reader.model.citation import Citation

Case = dict[str, Any]

FILE = Path(__file__).parent.parent / "conformance" / "citations.json"
BLOCK = re.compile(r"\n\n|^(?:#|[-*+] |\d+\. |>|\||```|~~~)|\n:   ")
CASES: list[Case] = [
    case
    for case in json.loads(FILE.read_text(encoding="utf-8"))
    if not BLOCK.search(case["markdown"])
]
FIELDS = ("mode", "key", "prefix", "locator_label", "locator", "suffix")


def expected_groups(case: Case) -> list[list[tuple[str, ...]]]:
    by_group: dict[int, list[tuple[str, ...]]] = {}
    for record in case["expected"]:
        item = tuple(folded(record[field]) for field in FIELDS)
        by_group.setdefault(record["group_index"], []).append(item)
    return list(by_group.values())


def test_most_cases_are_one_inline_text() -> None:
    assert len(CASES) > 250


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["policy"] != "lint"], ids=lambda case: str(case["id"])
)
def test_reads_as_pandoc(case: Case) -> None:
    assert groups(case["markdown"]) == expected_groups(case)
    assert not misses(case["markdown"], known=case["keys"])


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["policy"] == "lint"], ids=lambda case: str(case["id"])
)
def test_reports_a_mistake(case: Case) -> None:
    keys = [
        item.key
        for one in found(case["markdown"])
        if isinstance(one, Citation)
        for item in one.items
    ]
    unknown = [key for key in keys if key not in case["keys"]]
    assert misses(case["markdown"], known=case["keys"]) or unknown
