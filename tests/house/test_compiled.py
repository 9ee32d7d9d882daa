"""Templates say what Jinja would make them say, and are compiled once for a state of the code."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import BaseLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from third_reader.pelican_plugin import templates
from third_reader.pelican_plugin.templates import JINJA, Compiled

SOURCES = {
    "macros.html": (
        "{% macro row(one, last=false) %}<li>{{ one }}{{ one if last }}</li>{% endmacro %}"
    ),
    "page.html": (
        "{% from 'macros.html' import row %}"
        "{% set said %}<b>{{ view.value }}</b>{% endset %}"
        "{{ said }} {{ view.value }} {{ view.same() }} {{ view.with_gap(end='<') }} {{ '<' }}\n"
        "{{ row(view.value) }}{{ row(view.value, last=true) }} {{ [view.value]|join(', ') }}"
        "{% for one in view.list %}{{ loop.index }}{{ one.value }}{% endfor %}"
        "<a title=\"{{ view.value }}\" href='{{ view.value }}'>{{ view.value ~ '&' }}</a>"
    ),
}


@dataclass(frozen=True)
class View:
    """What a template is given."""

    value: object
    list: tuple["View", ...] = ()

    def same(self) -> object:
        """Give the value."""
        return self.value

    def with_gap(self, end: str) -> str:
        """Give it with something behind it."""
        return f"{self.value}{end}"


def ours(loader: BaseLoader, kept: Compiled | None = None) -> Environment:
    """Give an environment with our settings."""
    return Environment(**{**JINJA, "loader": loader, "bytecode_cache": kept})  # noqa: S701  they have autoescape


VALUES = st.one_of(
    st.text(),
    st.text(alphabet="<>&\"'\\ a"),
    st.text(alphabet="<&a").map(Markup),
    st.integers(),
    st.none(),
    st.booleans(),
)


@given(VALUES, st.lists(VALUES, max_size=2))
def test_a_page_is_as_jinja_itself_makes_it(value: object, more: list[object]) -> None:
    view = View(value, tuple(View(one) for one in more))
    plain = Environment(loader=DictLoader(SOURCES), autoescape=True, undefined=StrictUndefined)
    both = (ours(DictLoader(SOURCES)), plain)
    pages = [one.get_template("page.html").render(view=view) for one in both]
    assert pages[0] == pages[1]


def test_what_is_not_there_stops_a_page() -> None:
    page = ours(DictLoader({"a.html": "{{ view.valve }}"})).get_template("a.html")
    with pytest.raises(AttributeError, match="valve"):
        page.render(view=View(1))


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text("one", encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(theme: Path, folder: Path) -> str:
    """Render a template as another run of the program would."""
    environment = ours(FileSystemLoader(theme), Compiled(folder))
    return environment.get_template("a.html").render()


def test_a_template_is_compiled_once(theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = theme / "__pycache__"
    assert rendered(theme, folder) == "one"
    with monkeypatch.context() as patched:
        patched.setattr(templates.Written, "visit_Template", lambda *_: pytest.fail("compiled"))
        assert rendered(theme, folder) == "one"


def test_a_changed_template_is_compiled_anew(theme: Path) -> None:
    folder = theme / "__pycache__"
    rendered(theme, folder)
    (theme / "a.html").write_text("two", encoding="utf-8")
    assert rendered(theme, folder) == "two"


def test_a_damaged_file_is_passed_over(theme: Path) -> None:
    folder = theme / "__pycache__"
    rendered(theme, folder)
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:-3])
    assert rendered(theme, folder) == "one"


def test_where_nobody_may_write_nothing_is_kept(theme: Path) -> None:
    assert rendered(theme, theme / "none" / "__pycache__") == "one"


def test_nothing_is_kept_where_python_is_told_to_keep_nothing(
    theme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rendered(theme, theme / "__pycache__")
    assert not (theme / "__pycache__").exists()
