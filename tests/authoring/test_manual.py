"""The manual of errors is what the program declares."""

import re
from pathlib import Path

from third_reader.authoring.manual import all_codes, errors_page
from third_reader.citations import codes

ROOT = Path(__file__).resolve().parents[2]


def test_the_manual_is_up_to_date() -> None:
    kept = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert kept == errors_page(), "write it anew with 'make docs'"


def test_codes_are_sorted_and_each_stands_once() -> None:
    names = [code.name for code in all_codes()]
    assert names == sorted(set(names))
    # Diagnostics are matched by tools as `[a-z-]+`.
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names)
    assert {"unknown-source", "raw-html", "citation-separator", "withheld-name"} <= set(names)


def test_every_near_miss_is_explained_and_no_other() -> None:
    text = (ROOT / "third_reader/citations/nearmiss.py").read_text(encoding="utf-8")
    declared = {one.name for one in vars(codes).values() if isinstance(one, codes.Code)}
    assert declared == set(re.findall(r'"(citation-[a-z-]+)"', text))
