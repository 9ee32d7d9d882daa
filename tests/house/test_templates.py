"""A template sees its view, the site and the words, and escapes by itself."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

TEMPLATES = Path(__file__).resolve().parents[2] / "theme" / "templates"
NAMES = {"view", "site", "t"}
EXTENSIONS = ["jinja2.ext.do", "jinja2.ext.i18n", "jinja2.ext.loopcontrols"]
FILES = sorted(TEMPLATES.rglob("*.html"))


def name(path: Path) -> str:
    return path.relative_to(TEMPLATES).as_posix()


@pytest.mark.parametrize("template", FILES, ids=name)
def test_free_names_are_the_view_the_site_and_the_words(template: Path) -> None:
    environment = Environment(extensions=EXTENSIONS, autoescape=True)
    parsed = environment.parse(template.read_text(encoding="utf-8"))
    assert meta.find_undeclared_variables(parsed) <= NAMES


@pytest.mark.parametrize("template", FILES, ids=name)
def test_no_template_switches_escaping_off(template: Path) -> None:
    assert not re.search(
        r"\|\s*safe\b|autoescape\s+false|Markup\(", template.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("template", FILES, ids=name)
def test_no_template_brings_style_or_handlers(template: Path) -> None:
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", template.read_text(encoding="utf-8"), re.I)
