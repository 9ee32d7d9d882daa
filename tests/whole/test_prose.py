"""The real pages are written in short sentences."""

from pathlib import Path

from third_reader.authoring.prose import lengths, middle, sentences
from third_reader.model.document import PageKind
from third_reader.reading.site import read_site
from third_reader.settings import config_of, read_settings

CONTENT = Path(__file__).resolve().parents[2] / "content"
MEDIAN = 20
"""Words of the middle sentence of a case or an explainer, at most."""


def test_the_median_sentence_of_every_case_and_explainer_is_short() -> None:
    site = read_site(CONTENT, config_of(read_settings(strict=False)))
    pages = [one for one in site.documents if one.kind is not PageKind.PAGE and one.lang == "en"]
    medians = {one.path: middle(lengths(sentences(one))) for one in pages}
    assert len(medians) >= 5
    assert all(medians.values()), "a page without a sentence"
    assert {path: one for path, one in medians.items() if one > MEDIAN} == {}
