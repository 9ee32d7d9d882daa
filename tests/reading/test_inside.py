"""The inside of an element is what Python-Markdown's own serialiser writes between its tags."""

from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st
from markdown.serializers import to_xhtml_string

from third_reader.reading.inside import inside

TEXTS = st.none() | st.lists(
    st.sampled_from([*"a&<>\"'; \n據", "&amp;", "&#60;", "&#x3c;", "&lt", "&copy;"]), max_size=3
).map("".join)
NAMES = st.sampled_from(["p", "em", "a", "br", "img", "hr", "li", "tr-slot", "td"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["href", "title", "n"]), TEXTS.map(lambda one: one or ""), max_size=2
)


def element(
    name: str, text: str | None, tail: str | None, given: dict[str, str], inner: list[Element]
) -> Element:
    """Make an element."""
    made = Element(name, given)
    made.text, made.tail = text, tail
    made.extend(inner)
    return made


LEAVES = st.builds(element, NAMES, TEXTS, TEXTS, ATTRIBUTES, st.just([]))
TREES = st.recursive(
    LEAVES,
    lambda inner: st.builds(element, NAMES, TEXTS, TEXTS, ATTRIBUTES, st.lists(inner, max_size=3)),
    max_leaves=6,
)


@given(TEXTS, st.lists(TREES, max_size=2))
def test_it_is_as_python_markdown_writes_it(text: str | None, inner: list[Element]) -> None:
    whole = element("div", text, None, {}, inner)
    assert f"<div>{inside(whole)}</div>" == to_xhtml_string(whole)
