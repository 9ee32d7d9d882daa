"""A template sees its view, the site and the words, what the theme itself binds, and escapes."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from third_reader.pelican_plugin.templates import Kept

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "templates"
NAMES = {"view", "site", "t"}
EXTENSIONS = ["jinja2.ext.do", "jinja2.ext.i18n", "jinja2.ext.loopcontrols", Kept]
FILES = sorted(TEMPLATES.rglob("*.html"))


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


def parse(template: Path) -> nodes.Template:
    environment = Environment(extensions=EXTENSIONS, autoescape=True)
    return environment.parse(template.read_text(encoding="utf-8"))


def bound(template: nodes.Template) -> set[str]:
    """Give the names that a template sets, counts with or imports.

    Jinja's own list takes them for free inside a `block`, and an included part sees its includer's.
    """
    names = {one.name for one in template.find_all(nodes.Name) if one.ctx in {"store", "param"}}
    for found in template.find_all(nodes.FromImport):
        names.update(one if isinstance(one, str) else one[1] for one in found.names)
    return names | {one.target for one in template.find_all(nodes.Import)}


@pytest.fixture(scope="module")
def theme_names() -> set[str]:
    return NAMES.union(*(bound(parse(one)) for one in FILES))


@pytest.mark.parametrize("template", FILES, ids=name)
def test_free_names_are_the_view_the_site_and_the_words(
    template: Path, theme_names: set[str]
) -> None:
    given = {"block"} if template.parent.name == "blocks" else set()
    assert meta.find_undeclared_variables(parse(template)) <= theme_names | given


@pytest.mark.parametrize("template", FILES, ids=name)
def test_no_template_switches_escaping_off(template: Path) -> None:
    assert not re.search(
        r"\|\s*safe\b|autoescape\s+false|Markup\(", template.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("template", FILES, ids=name)
def test_no_template_brings_style_or_handlers(template: Path) -> None:
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", template.read_text(encoding="utf-8"), re.I)
