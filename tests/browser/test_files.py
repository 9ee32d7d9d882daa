"""What each HTML file holds and where it leads, read from the files of the whole site."""

import json
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import html

from tests.browser.conftest import TYPES
from tests.browser.output import LANGUAGES, Output, Page
from third_reader.publishing.carried import carried

META_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self'; style-src 'self'"
)
LANGS = {"": "en", "zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}


OWN = "; script-src 'self'"
ASKS = f"{OWN}; connect-src 'self'"
SCRIPTS = {"search": "/search.js", "cases": "/sort.js"}
"""The scripts of ours, by the type of page that may load them; explorables beside."""


def script(page: Page) -> str:
    """Give the address of the one script that a page loads; empty: it loads none."""
    found = page.root.xpath("//script[not(@type='application/ld+json')]/@src")
    return found[0] if len(found) == 1 else ""


def may_load(page: Page) -> set[str]:
    """Give the scripts that a page may load."""
    slug = page.url.rstrip("/").rpartition("/")[2]
    return {SCRIPTS.get(page.kind.split()[-1], ""), f"/explorables/{slug}.js"}


def policy(page: Page) -> str:
    """Give the meta policy that a page must have: with more on a page with a script of ours."""
    kind = script(page) and ("search" if script(page) == "/search.js" else "own")
    return META_POLICY + {"": "", "own": OWN, "search": ASKS}[kind]


def meta(page: Page, attribute: str, name: str) -> list[str]:
    found = page.root.xpath("//meta[@*[name()=$a]=$n]/@content", a=attribute, n=name)
    return [str(one) for one in found]


def test_every_type_of_page_is_there(output: Output) -> None:
    assert [kind for kind in TYPES if kind not in output.types and "zh-" not in kind] == []


def test_every_link_and_anchor_of_the_site_leads_somewhere(output: Output) -> None:
    dead = [
        f"{page.url} → {address}"
        for page in output.pages.values()
        for address in page.root.xpath("//@href | //@src")
        if (target := page.resolve(address)) and not leads(output, *target)
    ]
    assert dead == []


def leads(output: Output, path: str, fragment: str) -> bool:
    page = output.pages.get(path)
    if page is None or not fragment:
        return output.has(path)
    return fragment in page.anchors


def test_an_id_stands_once_a_page(output: Output) -> None:
    for page in output.pages.values():
        ids = page.root.xpath("//@id")
        assert [one for one in set(ids) if ids.count(one) > 1] == [], page.url


def powers(page: Page) -> Iterator[str]:
    """Give everything in a page that could run, style, frame or send."""
    yield from re.findall(r"<(?:style|iframe|frame|object|embed|form|base|applet)\b", page.text)
    for element in page.root.iter():
        if isinstance(element.tag, str):
            yield from (name for name in element.attrib if name == "style" or name[:2] == "on")
    for element in page.root.iter("script"):
        own = not (element.text or "").strip() and element.get("src") in may_load(page)
        if not is_data(element) and not own:
            yield "<script"


def is_data(element) -> bool:
    """Say whether a script element is JSON-LD that no reader can mistake for markup."""
    if element.get("type") != "application/ld+json" or re.search("[<>&]", element.text or "<"):
        return False
    json.loads(element.text)
    return True


def test_no_page_has_scripts_styles_frames_or_handlers_in_it(output: Output) -> None:
    found = {page.url: list(powers(page)) for page in output.pages.values()}
    assert {url: one for url, one in found.items() if one} == {}


def test_every_page_begins_with_charset_and_policy(output: Output) -> None:
    for page in output.pages.values():
        head = [one for one in page.root.find("head") if isinstance(one.tag, str)]
        assert head[0].get("charset", "").lower() == "utf-8", page.url
        assert head[1].get("http-equiv", "") == "Content-Security-Policy", page.url
        assert head[1].get("content") == policy(page), page.url
        assert page.text.lower().startswith("<!doctype html>"), page.url


def test_every_page_keeps_its_reader_to_itself(output: Output) -> None:
    for page in output.pages.values():
        assert meta(page, "name", "referrer") == ["no-referrer"], page.url
        hints = page.root.xpath(
            "//link/@rel[contains('prefetch preconnect dns-prefetch preload', .)]"
        )
        assert hints == [], page.url


def test_links_to_elsewhere_tell_nothing(output: Output) -> None:
    for page in output.pages.values():
        for link in page.root.xpath("//a[starts-with(@href, 'http')]"):
            if page.resolve(link.get("href")) is None:
                rel = set(link.get("rel", "").split())
                assert {"noreferrer", "noopener"} <= rel, f"{page.url} → {link.get('href')}"


def test_every_page_says_its_language_and_direction(output: Output) -> None:
    for page in output.pages.values():
        first = page.url.split("/")[1]
        assert page.root.get("lang") == LANGS[first if first in LANGUAGES else ""], page.url
        assert page.root.get("dir") == "ltr", page.url


def test_every_page_has_one_title_one_heading_one_main(output: Output) -> None:
    for page in output.pages.values():
        assert len(page.root.xpath("//h1")) == 1, page.url
        assert len(page.root.xpath("//main")) == 1, page.url
        assert page.root.xpath("string(/html/head/title)").strip(), page.url


def test_language_versions_name_each_other(small: tuple[Output, str]) -> None:
    output, _ = small
    sets = {
        page.url: {
            one.get("hreflang"): unquote(urlsplit(one.get("href")).path)
            for one in page.root.xpath("//link[@rel='alternate'][@hreflang]")
        }
        for page in output.pages.values()
    }
    assert any(sets.values())
    for url, versions in sets.items():
        if versions:
            assert "x-default" in versions, url
            assert url in versions.values(), url
            assert {str(sets.get(one)) for one in versions.values()} == {str(versions)}, url


def test_no_citation_and_no_slot_is_left(output: Output) -> None:
    prose = "//text()[not(ancestor::code or ancestor::pre or ancestor::script)]"
    for page in output.pages.values():
        assert [one for one in page.root.xpath(prose) if "[@" in one] == [], page.url
        assert "tr-slot" not in page.text, page.url


def test_addresses_stand_only_where_a_bundle_makes_them_relative(output: Output) -> None:
    for page in output.pages.values():
        left = html.fromstring(carried("a.html", page.text.encode())[1])
        # What is printed of a page's address is that on the web.
        found = left.xpath("//@*[name() != 'data-address']")
        assert [one for one in found if one.startswith("/")] == [], page.url
