"""/verify/ tells what to type, names other copies, and leads nobody to an onion by a link."""

import re
from dataclasses import replace

import pytest

from tests.views.small_site import Rendered, render, whole_site
from third_reader.model.site import Mirror
from third_reader.publishing.seal import PLACE

ONION = "http://" + "a" * 56 + ".onion"
WORDS = PLACE.decode() + "</p>"


@pytest.fixture(scope="module")
def mirrored() -> Rendered:
    """Render a site with an onion service and two mirrors, one of them hidden."""
    site = whole_site()
    mirrors = (
        Mirror("A friend’s copy", "https://mirror.example/a"),
        Mirror("Hidden", f"{ONION}/b"),
    )
    return render(replace(site, config=replace(site.config, onion=ONION, mirrors=mirrors)))


@pytest.mark.parametrize("prefix", ["", "/zh-hant"])
def test_every_page_has_a_place_for_the_words_and_a_way_to_check(
    rendered: Rendered, prefix: str
) -> None:
    for address, html in rendered.html.items():
        places = 2 if address.endswith("/verify/") else 1
        assert html.count(WORDS) == places, address
        if address.startswith(f"{prefix}/cases/"):
            assert f'href="{prefix}/verify/"' in html, address


def test_without_a_mirror_the_page_says_so(rendered: Rendered) -> None:
    html = rendered.html["/verify/"]
    assert "has named no other" in html
    assert ".onion" not in html
    assert "SHA256SUMS.sig &lt; SHA256SUMS" in html
    assert 'href="/verify/words.txt"' in html
    assert not [one for one in rendered.html.values() if "onion-location" in one]


def test_mirrors_are_links_and_onions_are_text(mirrored: Rendered) -> None:
    for address in ("/verify/", "/zh-hant/verify/"):
        html = mirrored.html[address]
        assert re.search(
            r'<a href="https://mirror\.example/a" rel="noreferrer[^>]+>A friend’s', html
        )
        assert f"<code>{ONION}</code>" in html
        assert f"<code>{ONION}/b</code>" in html
        assert not re.search(r'href="[^"]*\.onion', html)


def test_each_page_names_itself_as_an_onion_service(mirrored: Rendered) -> None:
    for address, html in mirrored.html.items():
        wanted = [] if address == "/404.html" else [ONION + address]
        assert re.findall(r'<meta http-equiv="onion-location" content="([^"]+)">', html) == wanted
