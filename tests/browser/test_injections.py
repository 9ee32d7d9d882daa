"""Hostile words in every field, opened in Chromium without any policy: nothing of them runs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import serving
from tests.conftest import program
from tests.hostile.injecting import HOSTILE, write

OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"
POKE = """() => {
  for (const one of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'focus', 'toggle', 'error', 'load'])
      one.dispatchEvent(new Event(kind));
  }
}"""


@dataclass
class Seen:
    """What a page did of itself."""

    site: str
    done: list[str] = field(default_factory=list)
    expected: str = ""

    def listen(self, page: Page) -> None:
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("popup", lambda popup: self.done.append(f"{self.expected}: popup {popup.url}"))
        page.on("pageerror", lambda error: self.done.append(f"{self.expected}: {error}"))
        page.on("framenavigated", self._navigated)

    def _dialog(self, dialog) -> None:
        self.done.append(f"{self.expected}: dialog {dialog.message}")
        dialog.dismiss()

    def _request(self, request) -> None:
        if not request.url.startswith(f"{self.site}/"):
            self.done.append(f"{self.expected}: request {request.url}")

    def _navigated(self, frame) -> None:
        if frame.url.partition("#")[0] != self.expected:
            self.done.append(f"{self.expected}: navigation {frame.url}")


@pytest.fixture(scope="module")
def injected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """Build and serve the tree of hostile words; give its address, and those of its pages."""
    folder = tmp_path_factory.mktemp("injected")
    write(folder / "content", HOSTILE)
    settings = {
        "SITEURL": "https://third-reader.example",
        "CONTACT_EMAIL": "a@third-reader.example",
    }
    ended = program("build", "--input", "content", "--output", "output", cwd=folder, env=settings)
    assert ended.status == 0, ended.stderr
    output: Path = folder / "output"
    pages = [one.relative_to(output).as_posix() for one in sorted(output.rglob("*.html"))]
    with serving(output) as address:
        yield address, [f"{address}/{one.removesuffix('index.html')}" for one in pages]


def test_no_dialog_no_request_no_navigation(
    browser: Browser, injected: tuple[str, list[str]]
) -> None:
    site, pages = injected
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    seen = Seen(site)
    seen.listen(page)
    for seen.expected in pages:
        page.goto(seen.expected)
        page.evaluate(OPEN_ALL)
        page.evaluate(POKE)
    seen.expected = f"{site}/search/"
    page.goto(seen.expected)
    page.fill("#q", "script")
    page.wait_for_selector(".search__found li")
    assert "<script>" in page.inner_text(".search__found")
    page.evaluate(POKE)
    assert seen.done == []
    # What would be seen is seen: without a policy a script of ours does all of it.
    page.evaluate("alert(1); new Image().src = 'https://evil.example/x'; location.hash = '#x'")
    page.wait_for_function("location.hash === '#x'")
    assert [one.partition(": ")[2] for one in seen.done] == [
        "dialog 1",
        "request https://evil.example/x",
    ]
    context.close()
