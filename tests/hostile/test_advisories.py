"""What is known of faults in what we build on: versions that mend it, and inputs that show it.

Each advisory of docs/security.md, section "Dependencies", has its floor or its test here.
"""

import ast
import re
import time
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import version

import pytest

from tests.conftest import ROOT
from tests.reading.making import found, html, messages
from third_reader.reading.allowlist import TAGS
from third_reader.reading.code import LANGUAGES, highlighted
from third_reader.reading.yaml12 import parse_yaml

FLOORS = {
    "Markdown": "3.8.1",
    "Pygments": "2.20.0",
    "pymdown-extensions": "11.0.1",
    "Jinja2": "3.1.6",
    "PyYAML": "5.4",
    "lxml": "6.1.0",
    "nh3": "0.3.8",
    "Pillow": "12.3.0",
}
"""Below these, an advisory holds."""
LISTED = (
    "bash c console css diff go html http ini java javascript json python rust sql text toml xml "
    "yaml"
)
CODE = sorted((ROOT / "third_reader").rglob("*.py"))
TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))


def numbers(words: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", words))


@pytest.mark.parametrize("name", FLOORS)
def test_the_floor_is_asked_for_and_what_is_installed_is_above_it(name: str) -> None:
    asked = (ROOT / "requirements.in").read_text(encoding="utf-8")
    floor = re.search(rf"(?m)^{name}>=([\d.]+)", asked)
    assert floor, f"{name} has no floor in requirements.in"
    assert (*numbers(floor[1]), 0, 0) >= numbers(FLOORS[name])
    assert numbers(version(name)) >= numbers(FLOORS[name])


def test_what_is_archived_is_not_used() -> None:
    for file in ROOT.glob("requirements*.txt"):
        assert not re.search(r"(?m)^(bleach|html5lib|markdown2|mistune)==", file.read_text("utf-8"))


@cache
def calls() -> set[str]:
    """Give every dotted name that the program calls."""
    names = set()
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                names.add(ast.unparse(node.func))
    return names


def test_nothing_that_runs_content_is_called() -> None:
    ends = {one.rpartition(".")[2] for one in calls()}
    assert ends.isdisjoint(
        {"eval", "exec", "from_string", "__import__", "unsafe_load", "full_load"}
    )
    assert calls().isdisjoint({"yaml.load", "pickle.load", "pickle.loads", "os.system"})
    loads = [file.parent.name for file in CODE if "yaml.safe_load" in file.read_text("utf-8")]
    assert loads == ["languages"], "of YAML, only that of the program itself is loaded"


def test_a_decoder_is_named_for_every_picture() -> None:
    """Pillow's other decoders are those that its advisories are about."""
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Image.open":
                assert "formats" in {one.arg for one in node.keywords}, file


def test_of_pymdown_extensions_only_blocks_is_used() -> None:
    """CVE-2023-32309 and 2026-46338 (snippets), 2026-61632 and 2026-67422 (other extensions)."""
    used = {
        name for file in CODE for name in re.findall(r"pymdownx[\w.]*", file.read_text("utf-8"))
    }
    assert used <= {"pymdownx", "pymdownx.blocks", "pymdownx.blocks.block"}


def test_no_template_takes_a_value_as_it_is() -> None:
    """CVE-2024-22195 and 2024-34064 (xmlattr); what is safe is marked where it is made."""
    for file in TEMPLATES:
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"xmlattr|\|\s*(safe|attr)\b|autoescape false|Markup", text), file


@pytest.mark.parametrize(
    "words",
    [
        "{{ self.__init__.__globals__ }}",
        "{{ ''|attr('format') }}",
        "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
        "{{ '%s'.format(cycler) }}",
    ],
)
def test_a_template_in_content_is_text(page, words: str) -> None:
    """CVE-2024-56201, 2024-56326, 2025-27516: only who writes templates could use them."""
    assert html(page(f"`{words}`\n").body).count("{") == words.count("{")


MARKDOWN = {
    "CVE-2025-69534": [
        "<![",
        "<![a",
        "<![CDATA[",
        "<!",
        "<?",
        "</",
        "<!-",
        "<!--",
        "<![if x",
        "&#",
    ],
    "CVE-2025-6069": ["<!--" * 5000, "<!--" * 5000 + "x", "<a " * 5000, "</a " * 5000],
    "CVE-2026-15308": ["<!DOCTYPE " * 5000, "<![CDATA[" * 5000, "<script>" * 5000, "<x y='" * 5000],
}


@pytest.mark.parametrize("advisory", MARKDOWN)
def test_broken_html_ends_as_text_in_little_time(page, advisory: str) -> None:
    for words in MARKDOWN[advisory]:
        begun = time.process_time()
        shown = html(page(f"{words}\n").body)
        assert time.process_time() - begun < 9, words[:20]
        assert not re.search(r"<(?!/?p>)", shown), words[:20]


def test_pythons_html_parser_does_not_see_a_page(page, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        message = "html.parser was reached"
        raise AssertionError(message)

    monkeypatch.setattr(HTMLParser, "feed", refuse)
    assert "raw HTML" in messages(page("<b>a</b>\n\n<div>\n<!-- b -->\n</div>\n\n<![CDATA[ c\n"))


def test_the_lexers_are_those_of_the_list() -> None:
    assert set(LISTED.split()) == LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_lexer_of_the_list_is_there_and_colours_by_classes(language: str) -> None:
    pre, fault = highlighted(language, '<script>alert(1)</script> "x" &lt; # y\n')
    assert fault == ""
    assert {key for one in pre.iter() for key in one.attrib} <= {"class", "tabindex"}


@pytest.mark.parametrize(
    "language",
    [
        *("adl", "odin", "cadl", "archetype"),  # CVE-2026-4539
        *("smithy", "sml", "fsharp", "objective-c", "mathematica"),  # CVE-2022-40896, 2021-20270
        *("ceylon", "devicetree", "factor", "modelica", "rnc", "matlab"),  # CVE-2021-27291
        *("guess", "php", "text/html", "../python", "Python", "python "),
    ],
)
def test_another_lexer_is_not_even_looked_up(page, language: str) -> None:
    document = page(f"```{language}\n{'(' * 3000}\n```\n")
    known = language.strip() in LANGUAGES
    assert found(document) == ([] if known else ["4:1 unknown-code-language"])


@pytest.mark.parametrize(
    "text",
    [
        "!!python/object/new:os.system [id]",  # CVE-2020-14343
        "!!python/object/new:type {args: [z, !!python/tuple [], {extend: !!python/name:exec }]}",
        "!!python/object/apply:subprocess.Popen [[id]]",  # CVE-2017-18342, 2020-1747
        "a: !<tag:yaml.org,2002:python/name:os.system> x",
        "a: &x [*x]",
    ],
)
def test_yaml_makes_nothing_but_plain_values(text: str) -> None:
    yaml = parse_yaml(text, "a.yaml")
    assert yaml.value is None
    assert [one.code for one in yaml.diagnostics] == ["yaml-refused"]


def test_the_list_of_harmless_elements_has_no_second_language() -> None:
    """RUSTSEC-2025-0071, 2026-0193 and 2026-0213: SVG and MathML within HTML."""
    assert TAGS.isdisjoint(
        {"svg", "math", "style", "template", "noscript", "title", "textarea", "xmp"}
    )


def test_xml_is_parsed_without_entities() -> None:
    """CVE-2026-41066; the program itself parses only the HTML that it has written."""
    assert not [
        one for one in calls() if one.endswith(("etree.fromstring", "etree.parse", "etree.XML"))
    ]
