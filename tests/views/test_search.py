"""The index from A to Z: everything that has a page or a name, in order, within a page's length."""

import re
from dataclasses import replace

import pytest

from tests.views.small_site import Rendered, case_gao, join, render
from third_reader.views.search import LONGEST


def linked(html: str) -> list[str]:
    """Give the addresses of the entries, in order."""
    main = html.split("<main")[1].split("</main>")[0].split("</nav>")[-1]
    return re.findall(r'<li><a href="([^"]+)"', main)


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_person_facet_and_law_is_linked(rendered: Rendered, prefix: str) -> None:
    found = set(linked(rendered.html[f"{prefix}/search/"]))
    lang = prefix.removeprefix("/") or "en"
    written = {one.url for one in rendered.site.documents if one.lang == lang}
    assert written <= found
    assert f"{prefix}/cases/gao/#people" in found or any("#people" in one for one in found)
    assert f"{prefix}/cases/platform/wechat/" in found
    assert f"{prefix}/sources/cctv-2016/" in found


def test_entries_stand_in_order_under_their_letters(rendered: Rendered) -> None:
    html = rendered.html["/search/"]
    letters = re.findall(r'<h2 id="letter-([a-z])">', html)
    assert letters == sorted(set(letters))
    assert html.index(">WeChat</a>") > html.index('id="letter-w"')
    strip = re.findall(r'href="#([a-z0-9-]+)"', html.split('class="strip"')[1].split("</nav>")[0])
    assert strip == re.findall(r'<h2 id="([a-z0-9-]+)"', html.split("</nav>")[-1])


def test_a_long_index_is_parted_and_every_heading_reached() -> None:
    base = case_gao("en")
    many = [
        replace(base, slug=f"c{n}", url=f"/cases/c{n}/", title=f"{chr(65 + n % 26)} case {n}")
        for n in range(500)
    ]
    pages = {
        address: html
        for address, html in render(join(many)).html.items()
        if address.startswith("/search/")
    }
    assert len(pages) > 1
    assert all(len(linked(html)) <= LONGEST for html in pages.values())
    everything = [one for html in pages.values() for one in linked(html) if "#" not in one]
    assert len(everything) == len(set(everything))
    assert {one.url for one in many} <= set(everything)
    for html in pages.values():
        for href in re.findall(r'href="((?:/search/[^"#]*)?#letter-[a-z])"', html):
            page, _, anchor = href.partition("#")
            assert f'id="{anchor}"' in (pages[page] if page else html)
    boxes = [address for address, html in pages.items() if 'role="search"' in html]
    assert boxes == ["/search/"]
