"""Modules and templates stay small enough to be read at one sitting."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "third_reader").rglob("*.py"))
TEMPLATES = sorted((ROOT / "theme" / "templates").rglob("*.html"))
STYLES = sorted((ROOT / "theme" / "styles").rglob("*.css"))
VAGUE = {"utils", "util", "helpers", "common", "misc", "manager", "base_utils", "process"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_over_400_lines_gives_its_reason(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    reason = ast.get_docstring(ast.parse(text)) or ""
    assert text.count("\n") <= 400 or re.search(r"\blong because\b|\bin one file because\b", reason)


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_says_what_it_is_and_its_name_is_not_vague(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert module.stem not in VAGUE


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_has_at_most_80_lines(template: Path) -> None:
    assert template.read_text(encoding="utf-8").count("\n") <= 80


@pytest.mark.parametrize("style", STYLES, ids=name)
def test_a_stylesheet_has_at_most_120_lines(style: Path) -> None:
    assert style.read_text(encoding="utf-8").count("\n") <= 120
