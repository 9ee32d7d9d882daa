"""Links as browsers read them: whatever the spelling, only http, https, mailto and in-site."""

import re

import pytest

from tests.reading.making import found, html
from third_reader.reading.targets import onion, web_fault

SCHEMES = [
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://a.b",
]
SPELLINGS = {
    "plain": lambda word: word,
    "upper case": str.upper,
    "mixed case": lambda word: word[0].upper() + word[1:],
    "a letter by entity": lambda word: f"&#{ord(word[0])};{word[1:]}",
    "a letter by hexadecimal entity": lambda word: f"&#X{ord(word[0]):x};{word[1:]}",
    "a letter by padded entity": lambda word: f"&#{ord(word[0]):012};{word[1:]}",
    "the colon by entity": lambda word: word.replace(":", "&colon;", 1),
    "the colon by number": lambda word: word.replace(":", "&#58;", 1),
    "a tab by entity": lambda word: f"{word[:2]}&Tab;{word[2:]}",
    "a line end by entity": lambda word: f"{word[:2]}&#10;{word[2:]}",
    "a tab before": lambda word: f"&#9;{word}",
    "percent signs": lambda word: f"%{ord(word[0]):x}{word[1:]}",
    "an escape": lambda word: f"\\{word}",
}
PLACES = ["[x]({})", "[x](<{}>)", "[x][r]\n\n[r]: {}", "[x][r]\n\n[r]: <{}> 'title'", "![x]({})"]
REFUSED = [
    *(
        "//evil.example/",
        "/&#47;evil.example",
        "&#47;&#47;evil.example/",
        "/\\evil.example",
        "x.html",
    ),
    *("https:evil.example", "https:/evil.example", "https:///evil.example", "https://", "mailto:"),
    *("https://user@a.example/", "https://a.example&#64;evil.example/", "https://u:p@a.example/"),
    *(
        "https://a.example&commat;evil.example/",
        "http://x.onion/",
        "http://X.ONION.:80/",
        "http://x.%6fnion/",
    ),
    *("https://аpple.example/", "https://a%2eexample/", "https://a.example:x/", "https://[::1/"),
    *(
        "mailto:a@b.example%0aBcc:c@d.example",
        "{static}/x",
        "{filename}x.md",
        "%7Bstatic%7Dx",
        "|index|",
    ),
    *("javascript&colon;alert(1)//https://a.example", "\u2003javascript:x"),
]
TAKEN = [
    *(
        "https://a.example/",
        "HTTP://A.EXAMPLE",
        "https://a.example/x?y=1&amp;z=2#w",
        "mailto:a@b.example",
    ),
    *(
        "https://a.example/@user",
        "https://xn--pple-43d.example/",
        "http://[2001:db8::1]:80/",
        "#x",
        "/x/",
    ),
    *(
        "https://a.example/x(y)",
        "https://a.example/%0a",
        "https://onion.example/",
        "https://a.example/.onion",
    ),
]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_spelling_of_another_scheme_becomes_a_link(page, scheme: str, spelling: str) -> None:
    for place in PLACES:
        document = page(place.format(SPELLINGS[spelling](scheme)) + "\n")
        shown = html(document.body)
        assert not re.search(r"<a[^>]* href|<img[^>]* src", shown), (place, shown)
        assert document.diagnostics or "<a" not in shown


@pytest.mark.parametrize("target", REFUSED)
def test_what_leads_elsewhere_than_it_seems_is_an_error(page, target: str) -> None:
    document = page(f"[x]({target})\n")
    assert "bad-link" in {one.code for one in document.diagnostics}
    assert "href" not in html(document.body)


@pytest.mark.parametrize("target", TAKEN)
def test_an_ordinary_address_is_a_link(page, target: str) -> None:
    document = page(f"[x]({target})\n")
    assert found(document) == []
    assert f'href="{target}"' in html(document.body)


def test_what_a_browser_reads_is_what_was_judged(page) -> None:
    """Decoded once here, it is written so that a browser does not decode it once more."""
    shown = html(page("[x](https://a.example&amp;#64;evil.example/)\n").body)
    assert 'href="https://a.example&amp;#64;evil.example/"' in shown or "href" not in shown


@pytest.mark.parametrize(
    "written", ["<http://x.onion/>", "<https://u@a.example/>", "<javascript:x>"]
)
def test_an_address_between_angle_brackets_is_judged_too(page, written: str) -> None:
    document = page(f"{written}\n")
    assert document.diagnostics
    assert "href" not in html(document.body)


ADDRESSES = {
    "https://a.example/x": False,
    "http://x.onion/": False,
    "https://u@a.example/": True,
    "https://a.example\\@b.example/": True,
    "javascript:x//http://": True,
    "https://аpple.example/": True,
    "//a.example/": True,
    "/x/": True,
    "mailto:a@b.example": True,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_address_of_a_source_is_one_on_the_web(address: str) -> None:
    assert bool(web_fault(address)) is ADDRESSES[address]


@pytest.mark.parametrize("address", ["http://x.onion", "http://X.Onion:1/", "https://a.x.onion./y"])
def test_an_onion_address_is_known(address: str) -> None:
    assert onion(address)
    assert not onion(address.replace("nion", "nions"))
