"""Real Firefox with what Tor Browser's Safest turns off has the same words (FEATURES, no. 15)."""

import pytest

from tests.browser.firefox import find_firefox
from tests.browser.marionette import Firefox, firefox
from tests.browser.output import Output
from tests.browser.test_plain import SEARCH_BOX

SAFEST = {
    "javascript.enabled": False,
    "svg.disabled": True,
    "gfx.downloadable_fonts.enabled": False,
}


def addresses(output: Output, site: str, small: tuple[Output, str]) -> dict[str, str]:
    """Give the longest page of each type, from the small site what the real one has not."""
    others, other = small
    found = {kind: other + url for kind, url in others.types.items()}
    return found | {kind: site + url for kind, url in output.types.items()}


def words(browser: Firefox, address: str) -> list[str]:
    """Give the words of a page, less what waits for a script."""
    browser.open(address)
    browser.run(f"document.querySelectorAll({SEARCH_BOX!r}).forEach(one => one.remove())")
    return str(browser.run("return document.body.innerText")).split()


@pytest.fixture(scope="module")
def seen(output: Output, site: str, small: tuple[Output, str]) -> dict[str, dict[str, list[str]]]:
    """Give the words of each type of page, at Safest and with all on."""
    command = find_firefox()
    assert command, "no Firefox; run `make test`, which sets one up"
    found = {}
    for name, preferences in {"safest": SAFEST, "all": {}}.items():
        with firefox(command, preferences) as browser:
            pages = addresses(output, site, small)
            found[name] = {kind: words(browser, url) for kind, url in pages.items()}
            browser.open(pages["search"])
            scripts = browser.run("return !document.querySelector('.search__box').hidden")
            browser.open(pages["cases"])
            drawn = browser.run("return 'createSVGPoint' in document.querySelector('.bars svg')")
            assert (scripts, drawn) == ((False, False) if name == "safest" else (True, True))
    return found


def test_safest_has_the_same_words_on_every_type_of_page(seen) -> None:
    assert len(seen["safest"]) > 20
    assert {kind for kind, told in seen["safest"].items() if told != seen["all"][kind]} == set()
    assert all(len(told) > 30 for told in seen["safest"].values())
