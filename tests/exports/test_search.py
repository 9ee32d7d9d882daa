"""The search finds every word of every page, and shows it at a place that is there."""

import json
from pathlib import Path

import pytest
from lxml import html

from tests.views.small_site import whole_site
from third_reader.exports.search import LONGEST, _parted, export
from third_reader.languages.folding import folded, tokens


@pytest.fixture(scope="module")
def files() -> dict[str, object]:
    return {one.address: json.loads(one.data) for one in export(whole_site())}


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_the_index_has_every_page_of_its_language(files, prefix: str) -> None:
    index = files[f"{prefix}/search/index.json"]
    lang = prefix.removeprefix("/") or "en"
    urls = [one["url"] for one in index["pages"]]
    assert {one.url for one in whole_site().documents if one.lang == lang} <= set(urls)
    assert len(set(urls)) == len(urls)
    assert urls[0].startswith(f"{prefix}/cases/")
    assert "微信" in index["pages"][0]["names"]


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_word_of_a_page_leads_to_it(files, prefix: str) -> None:
    index = files[f"{prefix}/search/index.json"]
    words: dict[str, list[int]] = {}
    for number, first in enumerate(index["words"]):
        part = files[f"{prefix}/search/words/{number}.json"]
        assert next(iter(part)) == first
        assert not words.keys() & part.keys()
        words |= part
    assert list(words) == sorted(words, key=lambda one: one.encode("utf-16-be"))
    for number, page in enumerate(index["pages"]):
        if page["text"]:
            said = files[page["text"]]
            for token in tokens(folded(" ".join(text for _, text in said))):
                assert number in {one >> 1 for one in words[token]}, (page["url"], token)


def test_a_passage_is_named_by_an_anchor_of_its_page(built_site: Path) -> None:
    index = json.loads((built_site / "search/index.json").read_text(encoding="utf-8"))
    for page in index["pages"]:
        if page["text"]:
            said = json.loads((built_site / page["text"][1:]).read_text(encoding="utf-8"))
            ids = set(html.parse(built_site / page["url"][1:] / "index.html").xpath("//@id"))
            assert {anchor for anchor, _ in said} - ids <= {""}, page["url"]


def test_long_lists_of_words_are_parted() -> None:
    files = _parted({f"w{n:05}": list(range(n % 40)) for n in range(3000)})
    assert len(files) > 5
    assert [word for one in files for word in one] == [f"w{n:05}" for n in range(3000)]
    assert max(len(json.dumps(one, separators=(",", ":"))) for one in files) < LONGEST
