"""The small tree shows what it was made to show; the house compares the whole of it."""

import re
from pathlib import Path

EXPECTED = Path(__file__).parent / "small" / "expected"


def labels(page: str, source: str) -> list[str]:
    """Give the labels of a source's marks on a page, as its readers see them."""
    shown = (EXPECTED / page / "index.html").read_text(encoding="utf-8")
    marks = re.findall(rf'<a id="cite-\d+" href="#[^"]*-{source}">(.*?)</a>', shown)
    return [re.sub("<[^>]+>", "", mark) for mark in marks]


def test_one_source_has_each_pages_own_label() -> None:
    english = labels("cases/lin-letter", "harbour-office-2019")
    chinese = labels("zh-hant/cases/lin-letter", "harbour-office-2019")
    assert "Harbour Office 2019, art. 2" in english
    assert "Harbour Office 2019，第2條" in chinese


def test_every_claim_has_its_grade_in_words() -> None:
    shown = (EXPECTED / "cases/lin-letter/index.html").read_text(encoding="utf-8")
    for words in ("On record", "Corroborated", "One source", "Not established"):
        assert words in shown
