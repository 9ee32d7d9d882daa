"""Pandoc's citations, case by case: one tree that must build, one in which every page is wrong.

How cases are run and compared is the README's beside `citations.json`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Outcome, program

Record = dict[str, Any]

CASES: list[Record] = json.loads(
    Path(__file__).with_name("citations.json").read_text(encoding="utf-8")
)
GOOD = [case for case in CASES if case["policy"] != "lint"]
BAD = [case for case in CASES if case["policy"] == "lint"]
FIELDS = ("mode", "key", "prefix", "locator_label", "locator", "suffix")


def write_tree(folder: Path, cases: list[Record]) -> Path:
    """Write each case as a page, and one source for every key of all cases."""
    (folder / "pages").mkdir(parents=True)
    (folder / "sources").mkdir()
    for case in cases:
        text = f"---\ntitle: {json.dumps(case['id'])}\n---\n\n{case['markdown']}\n"
        (folder / "pages" / f"{case['id']}.md").write_text(text, encoding="utf-8", newline="")
    keys = sorted({key for case in CASES for key in case["keys"]})
    items = [
        {
            "id": key,
            "type": "article-newspaper",
            "title": f"What {key} says",
            "issued": "2020-01-02",
            "URL": "https://news.example/",
            "custom": {"kind": "news-report"},
        }
        for key in keys
    ]
    (folder / "sources" / "all.yaml").write_text(json.dumps(items), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Record]]:
    """Give the records of `data/citations.json`, by the page's id, of the tree that must build."""
    folder = tmp_path_factory.mktemp("conformance")
    tree = write_tree(folder / "content", GOOD)
    places = ("--output", folder / "output", "--cache", folder / "cache")
    ended = program("build", "--input", tree, *places)
    assert ended.status == 0, "\n".join(one for one in ended.diagnostics if ": error: " in one)
    found: dict[str, list[Record]] = {}
    text = (folder / "output" / "data" / "citations.json").read_text(encoding="utf-8")
    for record in json.loads(text):
        found.setdefault(record["page"].strip("/"), []).append(record)
    return found


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Give the outcome of checking the tree in which every page holds a mistake."""
    tree = write_tree(tmp_path_factory.mktemp("lint") / "content", BAD)
    return program("check", "--input", tree)


def folded(text: str | None) -> str:
    """Give a text as the comparison takes it."""
    plain = (text or "").replace("–", "-").replace("—", "-").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", plain).strip(" ,;，；")


def comparable(records: list[Record], group: str) -> list[tuple[str, ...]]:
    return [
        (*(folded(record[field]) for field in FIELDS), str(place))
        for record, place in zip(records, places(records, group), strict=True)
    ]


def places(records: list[Record], group: str) -> Iterator[int]:
    """Give for each record the number of its group: which items share one is all that counts."""
    numbers: dict[object, int] = {}
    for record in records:
        yield numbers.setdefault(record[group], len(numbers))


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case["id"])
def test_a_page_cites_what_pandoc_reads(case: Record, records: dict[str, list[Record]]) -> None:
    actual = comparable(records.get(case["id"], []), "group")
    assert actual == comparable(case["expected"], "group_index"), case["why"]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case["id"])
def test_a_near_miss_is_an_error(case: Record, checked: Outcome) -> None:
    page = f"content/pages/{case['id']}.md:"
    assert any(line.startswith(page) and ": error: " in line for line in checked.diagnostics), case[
        "why"
    ]


def test_a_tree_of_mistakes_fails_without_a_traceback(checked: Outcome) -> None:
    assert checked.status == 1
    assert "Traceback" not in checked.stderr
