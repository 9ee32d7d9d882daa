"""The catalogues have every word of the interface, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from third_reader.languages import codes, language
from third_reader.languages.load import folder

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = [code for code in codes() if code != "en"]
BRACE = re.compile(r"\{(\w+)\}")
Words = str | tuple[str, str]


def in_python() -> Iterator[tuple[str, Words | None]]:
    """Give place and words of each `t("…")` and `t.n("…", "…", …)`; None: no plain words."""
    for module in sorted((ROOT / "third_reader").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            path = ast.unparse(node.func).split(".")
            arguments = [one.value if isinstance(one, ast.Constant) else None for one in node.args]
            if found := words_of(path, arguments):
                yield f"{module.name}:{node.lineno}", found[0]


def in_templates() -> Iterator[tuple[str, Words | None]]:
    """Give the same of the templates."""
    environment = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])  # noqa: S701  parses only, renders nothing
    for template in sorted((ROOT / "theme" / "templates").rglob("*.*")):
        tree = environment.parse(template.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            arguments = [one.value if isinstance(one, nodes.Const) else None for one in call.args]
            if found := words_of(path_of(call.node), arguments):
                yield f"{template.name}:{call.lineno}", found[0]


def path_of(node: nodes.Node) -> list[str]:
    if isinstance(node, nodes.Getattr):
        return [*path_of(node.node), node.attr]
    return [node.name] if isinstance(node, nodes.Name) else [""]


def words_of(path: list[str], arguments: list[object]) -> tuple[Words | None] | None:
    """Give the words of a call, in a tuple; None if it is none of a catalogue."""
    plural = path[-2:] == ["t", "n"]
    if not plural and path[-1] != "t":
        return None
    taken = arguments[: 2 if plural else 1]
    if not taken or not all(isinstance(one, str) for one in taken):
        return (None,)
    return ((str(taken[0]), str(taken[1])) if plural else str(taken[0]),)


def used() -> list[tuple[str, Words | None]]:
    return [*in_python(), *in_templates()]


def messages(code: str) -> dict[Words, Message]:
    with (folder(code) / "messages.po").open("rb") as stream:
        read = read_po(stream, locale=language(code, first=False).locale, abort_invalid=True)
    return {message.id: message for message in read if message.id}


def strings(message: Message) -> list[str]:
    found = message.string
    return list(found) if isinstance(found, list | tuple) else [str(found)]


def test_words_are_written_out_where_they_are_used() -> None:
    assert [place for place, words in used() if words is None] == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_word_is_missing_and_none_is_stale(code: str) -> None:
    wanted = {words for _, words in used() if words is not None}
    assert wanted - messages(code).keys() == set(), "not translated"
    assert messages(code).keys() - wanted == set(), "no longer used"


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated_with_the_same_values(code: str) -> None:
    for words, message in messages(code).items():
        assert not message.fuzzy, words
        assert message.context == (words[1] if isinstance(words, tuple) else None), words
        english = words[-1] if isinstance(words, tuple) else words
        for string in strings(message):
            assert string.strip() or not english.strip(), words
            assert sorted(set(BRACE.findall(string))) == sorted(set(BRACE.findall(english))), words
