"""The theme: templates without logic, styles within their budget."""

import re
from pathlib import Path

import brotli
import pytest
from jinja2 import Environment, meta, nodes

from third_reader.pelican_plugin.templates import Kept
from third_reader.publishing.styles import minified, second, stylesheet

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
STYLES = sorted((THEME / "styles").rglob("*.css"))
GIVEN = {"view", "site", "t"}
PASSED = {"article", "block"}
"""What a page hands to its parts."""


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_template_sees_its_view_only(file: Path) -> None:
    tree = Environment(autoescape=True, extensions=[Kept]).parse(file.read_text(encoding="utf-8"))
    allowed = GIVEN | (PASSED if file.parent.name in {"parts", "blocks"} else set())
    imported = {str(name) for one in tree.find_all(nodes.FromImport) for name in one.names}
    assert meta.find_undeclared_variables(tree) <= allowed | imported
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 80


def test_the_stylesheet_keeps_its_budget() -> None:
    css = stylesheet(THEME / "styles")
    assert len(brotli.compress(css.encode(), quality=11)) <= 6300
    assert css.count("{") == css.count("}")


def test_colours_are_named_in_one_file() -> None:
    for file in STYLES:
        # The margin of a printed sheet knows no custom property.
        css = re.sub(r"@page[^@]*(@bottom[^@]*)*", "", file.read_text(encoding="utf-8"))
        if file.name != "tokens.css":
            assert not re.search(r"#[0-9a-f]{3,8}\b", css), file.name


def test_a_stylesheet_stays_short() -> None:
    assert [file.name for file in STYLES if len(file.read_text().splitlines()) > 120] == []


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { b: c; }\n", "a{b:c}"),
        ("/* why */ a b > c { }", "a b>c{}"),
        ('a::before { content: "; {" ; }', 'a::before{content:"; {"}'),
        (".x :is(a, b) { c: calc(1px + 2px) }", ".x :is(a,b){c:calc(1px + 2px)}"),
        ("@media (min-width: 3rem) { a { b: c } }", "@media (min-width:3rem){a{b:c}}"),
        ("a { b: url('x y') }", "a{b:url('x y')}"),
    ],
)
def test_spaces_and_comments_go_where_they_mean_nothing(css: str, expected: str) -> None:
    assert minified(css) == expected


def test_layers_follow_each_other(tmp_path: Path) -> None:
    (tmp_path / "blocks").mkdir()
    (tmp_path / "blocks" / "b.css").write_text("b { c: d }", encoding="utf-8")
    (tmp_path / "base.css").write_text("a { c: d }", encoding="utf-8")
    css = stylesheet(tmp_path)
    assert css.index("@layer base{a{c:d}}") < css.index("@layer blocks{b{c:d}}")


def test_what_few_pages_need_stands_in_a_second_stylesheet(tmp_path: Path) -> None:
    assert second(tmp_path) == {"more": "", "body": "", "print": ""}
    core = stylesheet(tmp_path)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.css").write_text("a { c: d }", encoding="utf-8")
    (tmp_path / "more" / "b.css").write_text("b { c: d }", encoding="utf-8")
    assert second(tmp_path) == {"more": "@layer blocks{a{c:d}b{c:d}}", "body": "", "print": ""}
    assert stylesheet(tmp_path) == core
