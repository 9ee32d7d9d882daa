"""The allow-list: attributes, classes, links, pictures, and raw HTML as text."""

import pytest

from tests.reading.making import found, html, messages

REFUSED_LINKS = [
    *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///x"),
    *("//evil.example/", "https://u:p@a.example/", "https://u@a.example/", "http:\\\\a.example"),
    *("/\\evil.example", "&#106;avascript:x", "java&#9;script:x", "java&Tab;script:x", "tel:1"),
    *("java\tscript:x", "{static}/x", "{filename}x.md", "{attach}x", "|filename|x.md", "ftp://a/"),
    *("%7Bstatic%7D/x", "{STATIC}/x", "relative/page", "../up", "", "https://", "http://[bad"),
    *("mailto:", "http://abcdef.onion/", "?query", "https:a.example"),
]


@pytest.mark.parametrize("target", REFUSED_LINKS)
def test_a_link_that_leads_elsewhere_is_an_error_and_no_link(page, target: str) -> None:
    document = page(f"[words]({target})\n")
    assert found(document) == ["4:7 bad-link"]
    assert html(document.body) == "<p><a>words</a></p>"
    assert document.links == ()


@pytest.mark.parametrize(
    "body",
    [
        "[words](<javascript:alert(1)>)\n",
        "[words][r]\n\n[r]: javascript:alert(1)\n",
        "![words](javascript:alert(1))\n",
        "<javascript:alert(1)>\n",
    ],
)
def test_no_form_of_link_runs_a_script(page, body: str) -> None:
    document = page(body)
    assert len(found(document)) == 1
    assert "href" not in html(document.body)
    assert "src" not in html(document.body)


@pytest.mark.parametrize(
    "target", ["https://a.example/?b=1#c", "http://a.example", "mailto:a@b.example"]
)
def test_a_link_out_of_the_site_tells_nobody_where_from(page, target: str) -> None:
    document = page(f"[words]({target})\n")
    assert found(document) == []
    assert f'href="{target}" rel="noreferrer noopener external"' in html(document.body)
    assert document.links == ()


@pytest.mark.parametrize("target", ["/cases/x/", "/cases/x/#claim-y", "#here", "/data/cases.json"])
def test_a_link_within_the_site_is_kept_to_be_judged(page, target: str) -> None:
    document = page(f"One\n[words]({target})\n")
    assert [(one.target, one.picture) for one in document.links] == [(target, False)]
    assert document.links[0].position.line == 5
    assert "rel=" not in html(document.body)


def test_addresses_in_angle_brackets_are_links(page) -> None:
    document = page("<https://a.example/@b> and <a@b.example>\n")
    assert found(document) == []
    assert document.marks == ()
    assert 'href="https://a.example/@b"' in html(document.body)
    assert 'href="mailto:a@b.example"' in html(document.body)


PICTURES = {
    "![](/images/a.png)": "picture-without-text",
    "![ ](/images/a.png)": "picture-without-text",
    "![words](https://a.example/a.png)": "picture-outside",
    "![words](//a.example/a.png)": "picture-outside",
    "![words](data:image/png;base64,x)": "picture-outside",
    "![words](/cases/x/)": "picture-outside",
    "![words](images/a.png)": "picture-outside",
}


@pytest.mark.parametrize("body", PICTURES)
def test_a_picture_is_the_sites_own_and_says_what_it_shows(page, body: str) -> None:
    assert [one.split(" ")[1] for one in found(page(body))] == [PICTURES[body]]


def test_a_picture_of_the_site_is_shown(page) -> None:
    document = page('![A "map" & more](/images/a.png)\n')
    assert found(document) == []
    assert 'alt="A &quot;map&quot; &amp; more" src="/images/a.png"' in html(document.body)
    assert [(one.target, one.picture) for one in document.links] == [("/images/a.png", True)]


def test_ids_and_listed_classes_are_kept(page) -> None:
    document = page("Words\n{: #here .lead }\n\n*em*{: .note .wide }\n")
    assert found(document) == []
    assert html(document.body) == (
        '<p class="lead" id="here">Words</p><p><em class="note wide">em</em></p>'
    )
    assert "here" in document.anchors


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (".leed", "did you mean 'lead'?"),
        (".page", "allowed are lead, note, wide"),
        ("onclick=alert(1)", "attribute 'onclick'"),
        ('style="x"', "attribute 'style'"),
        ("lang=zh", "attribute 'lang'"),
        ("href=https://a.example", "attribute 'href'"),
        ("name=x", "attribute 'name'"),
    ],
)
def test_any_other_attribute_is_an_error_and_left_out(page, written: str, words: str) -> None:
    document = page(f"Words *em*{{: {written} }}\n")
    assert found(document) == ["4:1 attribute"]
    assert words in messages(document)
    assert html(document.body) == "<p>Words <em>em</em></p>"


RAW = {
    "an <b>x</b>": ["4:4"],
    "<div>\nx\n</div>": ["4:1"],
    "<script>alert(1)</script>": ["4:1"],
    "<!-- x -->": ["4:1"],
    "<br/>": ["4:1"],
    "</p>": ["4:1"],
    "<b>x</b> </b> </i> <B>": ["4:1", "4:15", "4:20"],
    "<?php x ?>": ["4:1"],
    "<!DOCTYPE html>": ["4:1"],
    "<img src=x onerror=alert(1)": ["4:1"],
    "| a <b>x</b> |\n|---|\n| <i> |": ["4:5", "6:3"],
    "- one <u>": ["4:7"],
    "> one <u>": ["4:7"],
    "## One <u>": ["4:8"],
    "*em <u>*": ["4:5"],
    "[words <u>](/x/)": ["4:8"],
    "Note[^1]\n\n[^1]: <u>": ["6:7"],
    "Term\n:   <u>": ["5:5"],
    "<svg/onload=alert(1)>": ["4:1"],
}


@pytest.mark.parametrize("body", RAW)
def test_raw_html_is_an_error_and_shown_as_text(page, body: str) -> None:
    document = page(body + "\n")
    assert found(document) == [f"{place} raw-html" for place in RAW[body]]
    shown = html(document.body)
    assert not any(
        f"<{tag}" in shown for tag in ("b>", "u>", "i>", "script", "svg", "!", "?", "im")
    )


@pytest.mark.parametrize(
    "body",
    [
        "`<b>`",
        "```\n<b>\n```",
        "    <b>",
        "1 < 2 and <3",
        "\\<b>",
        "&lt;b&gt;",
        "a <- b -> c",
        "``<b> ` <i>``",
    ],
)
def test_what_is_code_or_escaped_is_no_html(page, body: str) -> None:
    document = page(body + "\n")
    assert found(document) == []
    assert "<b>" not in html(document.body)


def test_an_error_quotes_nothing_that_is_not_in_the_file(page) -> None:
    document = page("## A <b>x</b> `<i>` ok\n")
    assert "klzz" not in messages(document)
    assert "\\u{2}" not in messages(document)


def test_braces_of_templates_are_plain_text(page) -> None:
    document = page("{{ config }} and {% raw %} and {static}/x and {# x #}\n")
    assert found(document) == []
    assert html(document.body) == "<p>{{ config }} and {% raw %} and {static}/x and {# x #}</p>"
