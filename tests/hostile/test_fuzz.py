"""Whatever is written, reading ends in findings, never in an exception."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.reading.making import CONVERTER, LANGUAGES, html
from third_reader.model.document import PageKind
from third_reader.model.text import BARE
from third_reader.reading.allowlist import beyond_list
from third_reader.reading.document import Reader
from third_reader.reading.judge import KINDS, judge
from third_reader.reading.text import REFUSED
from third_reader.reading.tree import PageFile
from third_reader.reading.yaml12 import parse_yaml
from third_reader.report import FORMATS

LINE = re.compile(r"^[^:]+:\d+:\d+: (error|warning): .+ \[[a-z-]+\]$")
FORBIDDEN = re.compile(r"<(?!/?(?:[a-z][a-z0-9]*|tr-block)[ />])")
MARKDOWN = st.sampled_from(
    [
        *(
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "@",
            "@a",
            "[@a]",
            "[@a, p. 3; see -@b]",
            "@{",
            "＠",
            "-@b",
        ),
        *("*", "**", "_", "`", "``", "```", "~~~", "```python", "\\", "\\@", "&amp;", "&#0;", "&"),
        *("<", ">", "<b>", "</b>", "<!--", "<a@b.c>", "<https://a.b>", "https://a.b/@c", "a@b.c"),
        *("#", "## ", "- ", "1. ", "> ", ":   ", "| a | b |", "|---|---|", "***", "---", "    "),
        *(
            "/// claims",
            "/// quote | a",
            "/// disagree | q",
            "/// timeline",
            "//// x",
            "///",
            "////",
        ),
        *("{#x}", "{: .lead }", "{#x .disputed}", "[^1]", "[^1]: n", "[a]: b", "[[t]]", "[[t|w]]"),
        *(
            "&#x202e;",
            "&#xF0001;",
            "&#8203;",
            "&zwnj;",
            "&colon;",
            "\u200d",
            "\u200f",
            "ع",
            "а",
            "\u0301",
        ),
        *("![", "![x](/images/x.png)", "](", "[x](javascript:y)", "2019-12: ", "2019/2018: "),
        *(
            "\n",
            "\n",
            "\n\n",
            "\n    ",
            " ",
            " ",
            "\t",
            ".",
            "。",
            "；",
            "第5頁",
            "據",
            "words",
            "é",
        ),
    ]
)
YAML = st.sampled_from(
    [
        *("title: ", "summary: ", "date: ", "when: ", "people:", "envelope:", "from: ", "to: "),
        *(
            "  - ",
            "- ",
            "  ",
            "    ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            ": ",
            "? ",
            "|",
            ">-",
            "#",
            "&a ",
            "*a",
        ),
        *(
            "!!str ",
            "'",
            '"',
            "@a",
            "2019-12-11",
            "2019-13-45",
            "no",
            "~",
            "1e9",
            "x" * 70,
            "\n",
            "\n",
        ),
        *(
            "\\U000f0001",
            "\\x02",
            "read-at:",
            "ticks:",
            "point: from",
            "text: ",
            "cite: ",
            "id: ",
            "name: ",
            "---",
            "...",
            "%",
        ),
    ]
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
QUICK = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def mixed(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(pieces | ANYTHING, max_size=30).map("".join) | st.lists(
        pieces, max_size=30
    ).map("".join)


def read(folder: Path, data: bytes, kind: PageKind) -> None:
    """Read a file as a page, and judge all that comes of it."""
    file = folder / "a.md"
    file.write_bytes(data)
    document = Reader(LANGUAGES, CONVERTER).read(PageFile(file, "a.md", kind, "a", None))
    lines = data.count(b"\n") + 2
    for one in document.diagnostics:
        assert LINE.fullmatch(str(one)), str(one)
        assert len(one.message) <= 200, one.message
        assert 1 <= one.position.line <= lines
        assert all(form(one).isprintable() for form in FORMATS.values())
        assert one.code not in {"unlisted-markup", "too-slow"}, str(one)
    shown = html(document.body)
    assert not FORBIDDEN.search(shown), shown
    assert "<script" not in shown
    assert not re.search(r"""(?:href|src)=["']\s*javascript""", shown, re.IGNORECASE)
    if "refused-character" not in {one.code for one in document.diagnostics}:
        assert beyond_list(document) is None
        bare = BARE.sub(r"\1", unescape(shown))
        assert not REFUSED.search(bare), repr(bare)
    assert "klzzwxh" not in shown


@pytest.mark.parametrize("kind", [PageKind.CASE, PageKind.PAGE])
@QUICK
@given(body=mixed(MARKDOWN))
@example(body="[@a]" * 50)
@example(body="a\U000f0001 [@a] \U00100000\x02a:0\x03")
@example(body="- " * 40 + "x")
@example(body="> " * 60 + "x")
@example(body="*" * 200)
@example(body="[" * 200 + "@a" + "]" * 200)
@example(body="- " * 600 + "x")
@example(body="term\n: words\n" * 600)
@example(body="/// claims\n" * 20)
@example(body="|" * 300 + "\n" + "|-" * 150)
def test_any_body_is_read(tmp_path: Path, kind: PageKind, body: str) -> None:
    read(tmp_path, f"---\ntitle: A\n---\n{body}\n".encode(), kind)


@QUICK
@given(front=mixed(YAML))
def test_any_front_matter_is_read(tmp_path: Path, front: str) -> None:
    read(tmp_path, f"---\ntitle: A\n{front}\n---\n\nWords.\n".encode(), PageKind.CASE)


@QUICK
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read(tmp_path: Path, data: bytes) -> None:
    read(tmp_path, data, PageKind.CASE)


@QUICK
@given(text=mixed(YAML))
def test_any_yaml_is_judged(text: str) -> None:
    yaml = parse_yaml(text, "a.yaml")
    assert (yaml.value is None) or not yaml.diagnostics
    for kind in KINDS:
        for one in judge(yaml.value, kind, "a.yaml", yaml):
            assert LINE.fullmatch(str(one)), str(one)
