"""What a bundle carries leads without a server to where it led on the web, and back exactly."""

from pathlib import Path

import pytest
from lxml import html

from tests.conftest import ROOT, files
from third_reader.publishing.carried import carried, restored

SMALL = ROOT / "tests" / "golden" / "small" / "expected"


@pytest.mark.parametrize(
    ("page", "address", "there"),
    [
        ("cases/x/index.html", "/cases/", "../../cases/index.html"),
        ("cases/x/index.html", "/", "../../index.html"),
        ("cases/x/index.html", "/#a", "../../index.html#a"),
        ("index.html", "/about/#b:c", "./about/index.html#b:c"),
        ("404.html", "/static/site.1.css", "./static/site.1.css"),
        ("about/index.html", "/sources/rfa:2020/", "../sources/rfa=2020/index.html"),
        ("about/index.html", "/sources/rfa:2020.json", "../sources/rfa=2020.json"),
        (
            "zh-hant/search/index.html",
            "/zh-hant/search/index.json",
            "../../zh-hant/search/index.js",
        ),
        ("about/index.html", "#here", "#here"),
        ("about/index.html", "//elsewhere.example/", "//elsewhere.example/"),
        ("about/index.html", "https://elsewhere.example/", "https://elsewhere.example/"),
        ("about/index.html", "mailto:a@b.example", "mailto:a@b.example"),
    ],
)
def test_an_address_becomes_relative_and_back(page: str, address: str, there: str) -> None:
    for tag in (
        '<a class="b"\n href="{}">',
        '<img src="{}" alt="">',
        '<meta http-equiv="refresh" content="0; url={}">',
    ):
        before, after = tag.format(address).encode(), tag.format(there).encode()
        assert carried(page, before) == (page, after)
        assert restored(page, after) == (page, before)


@pytest.mark.parametrize(
    "text", ['<code>href="/a/"</code>', "<p>src=&quot;/b/&quot; /c/ ./d</p>", '<a href="#a">"/</a>']
)
def test_words_are_no_addresses(text: str) -> None:
    assert carried("a/index.html", text.encode()) == ("a/index.html", text.encode())
    assert restored("a/index.html", text.encode()) == ("a/index.html", text.encode())


def test_names_that_windows_does_not_take_are_written_otherwise() -> None:
    assert carried("sources/a:b/index.html", b"")[0] == "sources/a=b/index.html"
    assert restored("sources/a=b.json", b"1") == ("sources/a:b.json", b"1")


def test_the_index_of_the_search_becomes_a_script() -> None:
    assert carried("search/index.json", b"[]\n") == (
        "search/index.js",
        b"window.searchFile =\n[]\n",
    )
    assert restored("zh-hant/search/index.js", b"window.searchFile =\n[]\n")[1] == b"[]\n"
    assert carried("data/research/index.json", b"[]") == ("data/research/index.json", b"[]")


def test_a_whole_site_comes_back_byte_for_byte() -> None:
    site = files(SMALL)
    there = dict(carried(*one) for one in site.items())
    assert len(there) == len(site)
    assert dict(restored(*one) for one in there.items()) == site
    for name, data in there.items():
        if name.endswith(".html"):
            values = html.fromstring(data).xpath("//@*[name() != 'data-address']")
            assert [one for one in values if one.startswith("/")] == [], name
    changed: list[Path] = [Path(name) for name in site if there.get(name) != site[name]]
    assert {"about", "cases", "sources"} <= {one.parts[0] for one in changed}
