"""Hostile words in every field: no output has a script, a handler, a frame or a link of theirs.

The tree is built twice, with hostile words and with plain ones (`injecting.py`). Page by page both
have the same elements with the same attributes, so no word has become markup.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from tests.conftest import files, program
from tests.hostile.injecting import HARMLESS, HOSTILE, write
from third_reader.exports.table import cell

SITE = "https://third-reader.example"
SCRIPTS = re.compile(r"/(?:search|sort|explorables/[a-z-]+)\.js")
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "cite",
    "background",
    "srcset",
)
NEVER = {
    *(
        "iframe",
        "frame",
        "object",
        "embed",
        "applet",
        "base",
        "style",
        "math",
        "template",
        "link/rel",
    ),
    *("foreignobject", "animate", "set", "use", "image", "audio", "video", "portal", "noscript"),
}
Site = dict[str, bytes]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """Build both trees; give their files."""
    made = []
    for words in (HOSTILE, HARMLESS):
        folder = tmp_path_factory.mktemp("injected")
        write(folder / "content", words)
        settings = {"SITEURL": SITE, "CONTACT_EMAIL": "report@third-reader.example"}
        places = ("--input", "content", "--output", "output", "--cache", "cache")
        ended = program("build", *places, cwd=folder, env=settings)
        assert ended.status == 0, ended.stderr
        made.append(files(folder / "output"))
    return made[0], made[1]


@pytest.fixture(scope="module")
def hostile(sites: tuple[Site, Site]) -> Site:
    """Give the files of the hostile site."""
    return sites[0]


def parsed(site: Site, ending: str) -> Iterator[tuple[str, etree._Element]]:
    for name, data in site.items():
        if name.endswith(ending):
            is_html = ending == ".html"
            yield name, (html.document_fromstring(data) if is_html else strict(data))


def strict(data: bytes) -> etree._Element:
    """Parse XML, and take nothing from elsewhere."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def shape(root: etree._Element) -> list[tuple[str, tuple[str, ...]]]:
    """Give the elements of a document in their order, each with the names of its attributes."""
    return [
        (str(one.tag), tuple(sorted(map(str, one.attrib))))
        for one in root.iter()
        if not _marked(one)
    ]


def _marked(one: etree._Element) -> bool:
    """Tell whether an element only marks words: by their script, or as a language of code."""
    if one.tag not in {"span", "bdi"}:
        return False
    code = next(one.iterancestors("pre"), None) is not None
    return set(one.attrib) <= ({"class"} if code else {"lang"})


def test_both_sites_have_the_same_files(sites: tuple[Site, Site]) -> None:
    hostile, harmless = ({re.sub("[0-9a-f]{12}", "", name) for name in site} for site in sites)
    assert hostile == harmless


@pytest.mark.parametrize("ending", [".html", ".xml"])
def test_hostile_words_change_no_structure(sites: tuple[Site, Site], ending: str) -> None:
    hostile, harmless = (dict(parsed(site, ending)) for site in sites)
    assert hostile
    for name, root in hostile.items():
        assert shape(root) == shape(harmless[name]), name


def elements(site: Site) -> Iterator[tuple[str, etree._Element]]:
    """Give every element of every page, feed and chapter, also of HTML within feeds."""
    for ending in (".html", ".xml"):
        for name, root in parsed(site, ending):
            yield from ((name, one) for one in root.iter() if isinstance(one.tag, str))
    for name, text in inner_html(site):
        yield from ((name, one) for one in html.fragment_fromstring(text, "div").iter())
    for name, root in chapters(site):
        yield from ((name, one) for one in root.iter() if isinstance(one.tag, str))


def inner_html(site: Site) -> Iterator[tuple[str, str]]:
    """Give the HTML that feeds carry as text."""
    atom = "{http://www.w3.org/2005/Atom}"
    for name, root in parsed(site, ".atom.xml"):
        for one in root.iter(f"{atom}content", f"{atom}summary", f"{atom}title"):
            if one.get("type") == "html":
                yield name, one.text or ""
    for name, data in site.items():
        if name.startswith("feeds/") and name.endswith(".json"):
            yield from ((name, item["content_html"]) for item in json.loads(data)["items"])


def chapters(site: Site) -> Iterator[tuple[str, etree._Element]]:
    """Give every XML file of every book."""
    for name, data in site.items():
        if name.endswith(".epub"):
            book = zipfile.ZipFile(io.BytesIO(data))
            for part in book.namelist():
                assert not part.startswith("/")
                assert ".." not in part.split("/")
                if part.endswith((".xhtml", ".opf", ".xml")):
                    yield f"{name}!{part}", strict(book.read(part))


def local(name: str) -> str:
    return name.rpartition("}")[2].lower()


def test_nothing_can_run(hostile: Site) -> None:
    scripts = 0
    for name, one in elements(hostile):
        tag = local(str(one.tag))
        assert tag not in NEVER, (name, tag)
        handlers = [key for key in one.attrib if local(str(key)).startswith(("on", "style"))]
        assert handlers == [], (name, tag, handlers)
        if tag == "script" and one.get("type") != "application/ld+json":
            scripts += 1
            assert SCRIPTS.fullmatch(one.get("src", "")), (name, etree.tostring(one))
            assert not (one.text or "").strip()
        if tag == "meta" and one.get("http-equiv"):
            assert one.get("http-equiv") in {"Content-Security-Policy"}, name
    assert scripts > 0


def test_every_address_is_judged(hostile: Site) -> None:
    """In feeds and books addresses are absolute or the book's own, on pages in-site or outside."""
    for name, one in elements(hostile):
        for key in ADDRESSES:
            address = one.get(key)
            if address is None or local(str(one.tag)) in {"namespace", "rootfile"}:
                continue
            parts = urlsplit(address)
            assert parts.scheme in {"", "http", "https", "mailto"}, (name, address)
            assert "@" not in parts.netloc, (name, address)
            assert not unquote(parts.netloc).rstrip(".").endswith(".onion"), (name, address)
            if key in {"src", "srcset", "poster", "data", "background"}:
                assert parts.netloc in {"", "third-reader.example"}, (name, address)
            if parts.scheme and local(str(one.tag)) == "a" and name.endswith(".html"):
                own = address.startswith((f"{SITE}/", "mailto:report@"))
                assert own or {"noreferrer", "noopener"} <= set(one.get("rel", "").split()), address


def test_an_onion_address_is_shown_as_text(hostile: Site) -> None:
    page = html.document_fromstring(hostile["sources/own-2021/index.html"])
    assert "http://expyuzz4wqqyqhjn.onion/own" in page.text_content()
    assert not [one for one in page.iter("a") if ".onion" in one.get("href", "")]


def test_data_within_a_page_is_json_that_cannot_leave_it(hostile: Site) -> None:
    found = 0
    for name, root in parsed(hostile, ".html"):
        for one in root.iter("script"):
            if one.get("type") == "application/ld+json":
                found += 1
                assert not re.search("[<>&\u2028\u2029]", one.text), name
                assert json.loads(one.text)["@context"] == "https://schema.org"
    assert found > 2


def test_json_is_json_without_extensions(hostile: Site) -> None:
    def refused(word: str) -> object:
        raise AssertionError(word)

    for name, data in hostile.items():
        if name.endswith(".json"):
            json.loads(data, parse_constant=refused)


def test_no_cell_is_a_formula(hostile: Site) -> None:
    for name, data in hostile.items():
        if name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode())))
            assert len({len(row) for row in rows}) == 1, name
            for value in (value for row in rows for value in row):
                assert not re.match(r"\s*[=+@＝＋－＠]", value), (name, value)
    assert b"'=1+1 The letter" in hostile["data/cases.csv"]


@pytest.mark.parametrize(
    "words",
    [
        *("=1+1", " =1", "\t=1", "+1+1", "-1+1", "@x", "\tx", "\rx", "＝1", "＋x", "－x", "＠x"),
        *("\u00a0=1", "\n=1", "-1e5", "--1", "=-1"),
    ],
)
def test_what_a_spreadsheet_would_run_gets_a_sign_before_it(words: str) -> None:
    assert cell(words) == f"'{words}"


@pytest.mark.parametrize("words", ["-1", "+1.5", "12", "a=b", "a@b.example", "'=1", ""])
def test_numbers_and_words_stay(words: str) -> None:
    assert cell(words) == words


LINES: dict[str, Callable[[str], bool]] = {
    ".ris": lambda line: re.match(r"[A-Z][A-Z0-9]  - ", line) is not None or not line,
    ".ics": lambda line: re.match(r"[A-Z-]+[;:]| ", line) is not None or not line,
}


@pytest.mark.parametrize("ending", LINES)
def test_no_value_begins_a_line_of_its_own(sites: tuple[Site, Site], ending: str) -> None:
    hostile, harmless = sites
    for name, data in hostile.items():
        if name.endswith(ending):
            lines = data.decode().splitlines()
            assert all(map(LINES[ending], lines)), name
            tags = [line[:4] for line in lines if line[:1] != " "]
            assert tags == [
                line[:4] for line in harmless[name].decode().splitlines() if line[:1] != " "
            ]


def test_no_value_leaves_its_entry(sites: tuple[Site, Site]) -> None:
    for name, data in sites[0].items():
        if name.endswith(".bib"):
            text = data.decode()
            fields = re.findall(r"(?m)^(?:@\w+\{|  \w+ = |\})", text)
            assert fields == re.findall(r"(?m)^(?:@\w+\{|  \w+ = |\})", sites[1][name].decode())
            plain = re.sub(r"\\[{}]|\\text\w+\{\}", "", text)
            assert plain.count("{") == plain.count("}")


def test_headers_and_lists_for_robots_have_no_word_of_an_author(sites: tuple[Site, Site]) -> None:
    for name in ("_headers", "robots.txt", ".well-known/security.txt", "sitemap.xml"):
        assert sites[0][name] == sites[1][name], name


def test_templates_in_content_are_words(hostile: Site) -> None:
    page = hostile["cases/a/index.html"].decode()
    assert "{{7+7}}" in page
    assert ">14<" not in page
    assert "alert(1)" in unescape(page)
