"""What a visit tells others: nothing that this site could keep to itself (FEATURES, 14)."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.browser.output import Output
from tests.browser.server import serving
from tests.conftest import ROOT, program

HINTS = {
    *("prefetch", "preconnect", "dns-prefetch", "preload", "modulepreload", "prerender"),
    *("manifest", "pingback", "serviceworker"),
}
MARKS = {"noreferrer", "noopener", "external"}
STORES = re.compile(
    r"\b(?:cookies?|cookieStore|localStorage|sessionStorage|indexedDB|caches|serviceWorker|"
    r"sendBeacon|WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection|Worker|importScripts|eval|"
    r"Function|location|open|referrer|userAgent|languages?|geolocation|history|postMessage)\b"
)
"""Words of JavaScript by which a page stores, sends, leaves or finds out who reads it."""
EXIT = re.compile(
    r"quick[ -]?(?:exit|escape)|leave (?:this )?site|emergency exit|快速離開|快速离开"
)
LEAVING = re.compile(r"Escape|keyup|beforeunload|pagehide|visibilitychange")

Heard = list[tuple[str, dict[str, str]]]


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, Heard]]:
    """Give the address of another host, and what browsers say to it."""
    heard: Heard = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            body = b"<!doctype html><title>There</title><p>Here you are."
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    server.server_close()


def built(folder: Path, there: str) -> Path:
    """Build a site whose page and source lead to another host."""
    tree = {
        "explainers/a.md": "---\ntitle: A\nsummary: A page that leads to another host in its "
        "words and by its source, for a test.\ndate: 2026-11-20\nreviewed: 2026-11-20\n---\n\n"
        f"See [there]({there}/words) [@lee].\n",
        "sources/a.yaml": f"- {{id: lee, title: T, issued: 2020, URL: '{there}/source', "
        "custom: {no-copy-known: 2026-11, kind: analysis, read: whole}}\n",
    }
    for name, text in tree.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ended = program("build", "--input", folder / "content", "--output", folder / "output")
    assert (ended.status, ended.stderr) == (0, "")
    return folder / "output"


BARE = "for (const one of document.links) one.removeAttribute('rel')"
PLAIN = "document.querySelector('meta[name=referrer]').remove()"


def test_another_host_hears_only_that_somebody_came(
    context, tmp_path: Path, elsewhere: tuple[str, Heard]
) -> None:
    """By link and by policy, each alone: a host that sends no headers gets no referrer either."""
    there, heard = elsewhere
    # A server that sends no header of ours, as GitHub Pages: the pages must do it alone.
    folder = built(tmp_path, there)
    made: BrowserContext = context()
    with serving(folder) as site:
        for change in ("", BARE, PLAIN):
            page = made.new_page()
            page.route("**/*", lambda route: strip(route, site))
            for link in (f"a[href='{there}/words']", f"a[href='{there}/source']"):
                page.goto(f"{site}/explainers/a/")
                if change:
                    page.evaluate(change)
                page.locator(link).first.click()
                page.wait_for_url(f"{there}/**")
                assert page.evaluate("document.referrer") == ""
                assert page.evaluate("window.opener === null")
    assert len([path for path, _ in heard if path != "/favicon.ico"]) == 6
    for path, headers in heard:
        assert not {"referer", "cookie", "origin", "purpose", "sec-purpose"} & headers.keys(), path


def strip(route, site: str) -> None:
    """Serve the site's own pages without the headers that only some hosts send."""
    if not route.request.url.startswith(site):
        route.continue_()
        return
    answer = route.fetch()
    kept = {name: answer.headers[name] for name in ("content-type",) if name in answer.headers}
    route.fulfill(response=answer, headers=kept)


def test_nothing_is_fetched_before_it_is_asked_for(output: Output) -> None:
    for page in output.pages.values():
        rels = {one.lower() for rel in page.root.xpath("//*[@rel]/@rel") for one in rel.split()}
        assert not rels & HINTS, page.url
        assert page.root.xpath("//@ping | //@target | //@autofocus | //@download") == [], page.url
        leads = page.root.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']")
        # Only a page that has moved leads on by itself, and to the site's own.
        assert all(one.get("content").startswith("0; url=/") for one in leads), page.url


def test_links_that_leave_are_marked_and_no_other(output: Output) -> None:
    for page in output.pages.values():
        for link in page.root.xpath("//a[@href]"):
            leaves = link.get("href").startswith("http") and page.resolve(link.get("href")) is None
            rel = set(link.get("rel", "").split())
            assert (rel >= MARKS) if leaves else not rel & MARKS, f"{page.url} → {link.get('href')}"


def test_our_scripts_cannot_store_send_or_find_out(output: Output) -> None:
    scripts = sorted((ROOT / "theme" / "static").rglob("*.js"))
    assert scripts
    for script in scripts:
        code = re.sub(r"/\*.*?\*/", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = re.sub(r"//.*", "", code)
        assert STORES.findall(code) == [], script.name
        fetched = re.findall(r"\bfetch\(([^)]*)\)", code)
        assert len(fetched) == (1 if script.name == "search.js" else 0), script.name


def test_there_is_no_quick_exit_and_the_safety_page_says_how_to_leave(output: Output) -> None:
    for page in output.pages.values():
        for one in page.root.xpath(
            "//a[not(starts-with(@href, '#'))] | //button | //input | //summary"
        ):
            words = " ".join([one.text_content(), *one.attrib.values()])
            assert not EXIT.search(words.lower()), f"{page.url}: {words}"
        assert page.root.xpath("//@accesskey") == [], page.url
    for script in (ROOT / "theme" / "static").rglob("*.js"):
        assert not LEAVING.search(script.read_text(encoding="utf-8")), script.name
    safety = output.pages["/safety/"].root
    headings = {one.text_content() for one in safety.xpath("//h2")}
    assert {"How to leave", "On your device", "In the history", "On the network"} <= headings
    words = " ".join(safety.text_content().split())
    assert "It is no promise." in words
    assert "Close the tab, then the window." in words
