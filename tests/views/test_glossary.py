"""The glossary's page, and its words where pages use them."""

from pathlib import Path

import pytest
from lxml import html

from tests.reading.making import read_tree
from tests.views.small_site import render

HEAD = "---\ntitle: {}\n---\n"
GLOSSARY = """\
- id: md5
  en: {term: MD5, definition: A hash of 128 bits.}
  zh-hant: {term: MD5, definition: 一種雜湊值。}
- id: client
  en: {term: client, definition: The app on a phone.}
  zh-hant: {term: 用戶端, definition: 手機上的程式。}
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    body = "A [[client]] sends an [[md5|MD5]].\n\nThe [[md5|MD5]] again.\n"
    files = {
        "data/glossary.yaml": GLOSSARY,
        "pages/p.md": HEAD.format("First") + body,
        "pages/q.md": HEAD.format("Second") + "No words.\n",
        "pages/p.zh-hant.md": HEAD.format("一") + "一個[[client]]。\n",
        "pages/p.zh-hans.md": HEAD.format("一") + "一个[[client]]。\n",
    }
    site = read_tree(tmp_path, files)
    assert site.diagnostics == ()
    return render(site).html


def test_every_term_stands_in_order_with_its_languages_and_its_uses(pages) -> None:
    page = html.fromstring(pages["/glossary/"])
    assert [one.get("id") for one in page.xpath("//dl/div")] == ["client", "md5"]
    assert page.xpath("//main//h2/text()") == ["C", "M"]
    (client,) = page.xpath("//div[@id='client']")
    assert [(one.get("lang"), one.text) for one in client.xpath(".//dt/span")] == [
        *(("zh-Hant", "用戶端"), ("zh-Hans", "用户端")),
    ]
    assert client.xpath(".//dd//a/@href") == ["/p/"]
    assert page.xpath("//div[@id='md5']//dt/span") == []


def test_chinese_goes_by_strokes_and_by_pinyin(pages) -> None:
    hant = html.fromstring(pages["/zh-hant/glossary/"])
    assert hant.xpath("//main//h2/text()") == ["M", "5 畫"]
    hans = html.fromstring(pages["/zh-hans/glossary/"])
    assert hans.xpath("//main//h2/text()") == ["M", "Y"]
    assert "手机上的程序。" in pages["/zh-hans/glossary/"]


def test_the_first_use_is_defined_where_it_stands_and_later_ones_are_links(pages) -> None:
    page = html.fromstring(pages["/p/"])
    found = page.xpath("//details[@class='term']")
    assert [one.xpath("string(summary/b)") for one in found] == ["client", "MD5"]
    assert found[0].xpath("string(p)").startswith("The app on a phone. ")
    assert page.xpath("//main//p/a/@href") == [
        *("/glossary/#client", "/glossary/#md5", "/glossary/#client", "/glossary/#md5"),
        "/glossary/#md5",
    ]
    assert "term" not in html.fromstring(pages["/q/"]).xpath("//details/@class")


def test_a_page_in_another_language_has_that_languages_words(pages) -> None:
    page = html.fromstring(pages["/zh-hans/p/"])
    assert page.xpath("//main//p/a/text()")[0] == "用户端"
    assert page.xpath("//details/p/a/@href") == ["/zh-hans/glossary/#client"]


def test_a_site_without_terms_has_no_glossary(tmp_path: Path) -> None:
    site = read_tree(tmp_path, {"pages/q.md": HEAD.format("Second") + "No words.\n"})
    assert "/glossary/" not in render(site).html
