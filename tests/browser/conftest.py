"""One Chromium and one served site a session; a fresh, empty browser profile a page."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import FLAGS, find_browser
from tests.browser.output import Output, read_output
from tests.browser.server import serving
from tests.conftest import program

CORE = (
    *("home", "case", "explainer", "cases", "facet", "sources", "source", "page", "404"),
    *("search", "zh-hant case"),
)
"""The types of page that every test of behaviour looks at."""
TYPES = (
    *CORE,
    *("glossary", "explainers", "timeline", "open-questions", "corrections", "data", "verify"),
    *("check", "zh-hant home"),
)
"""Every type of page, for what is quick to see."""
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"

Open = Callable[..., Page]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "kind" in metafunc.fixturenames:
        metafunc.parametrize("kind", CORE)
    if "any_kind" in metafunc.fixturenames:
        metafunc.parametrize("any_kind", TYPES)


@pytest.fixture(scope="session")
def output(built_site: Path) -> Output:
    """Give the pages of the real site."""
    return read_output(built_site)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """Give the address under which the real site is served."""
    with serving(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Output, str]]:
    """Build and serve the small golden site, which has what the real one has not: a translation."""
    folder = tmp_path_factory.mktemp("small")
    places = ("--output", folder / "output", "--cache", folder / "cache")
    ended = program("build", "--input", "tests/golden/small/tree", *places)
    assert ended.status == 0, ended.stderr
    with serving(folder / "output") as address:
        yield read_output(folder / "output"), address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium, once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make browser contexts, and close them at the end of the test."""
    made: list[BrowserContext] = []

    def make(**settings: object) -> BrowserContext:
        made.append(browser.new_context(**settings))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def open_page(
    context: Callable[..., BrowserContext], site: str, output: Output, small: tuple[Output, str]
) -> Open:
    """Open the longest page of a type: `open_page("case", width=360, color_scheme="dark")`.

    A type that the real site has no page of is taken from the small one.
    """

    def go(kind: str, width: int = 1280, **settings: object) -> Page:
        pages, address = (output, site) if kind in output.types else small
        page = context(viewport={"width": width, "height": 900}, **settings).new_page()
        page.goto(address + pages.types[kind])
        return page

    return go


@pytest.fixture(scope="session")
def axe() -> str:
    """Give axe-core's own source, from the package that carries it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
