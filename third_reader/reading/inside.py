"""The inside of an element as HTML, as Python-Markdown's own serialiser would write it.

That one also knows comments, names of XML and scripts, and asks each element for them; our trees
hold none. Tests hold the two together.
"""

from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.serializers import RE_AMP


def inside(element: Element) -> str:
    """Give what stands inside an element, which is none that is always empty."""
    made = [_escaped(element.text or "")]
    waiting: list[Element | str] = [*reversed(element)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            made.append(one)
            continue
        tag = one.tag
        if one.tail:
            waiting.append(_escaped(one.tail))
        if tag in HTML_EMPTY:
            made.append(f"<{tag}{_attributes(one)} />")
            continue
        made.append(f"<{tag}{_attributes(one)}>{_escaped(one.text or '')}")
        waiting += (f"</{tag}>", *reversed(one))
    return "".join(made)


def _attributes(element: Element) -> str:
    given = sorted(element.attrib.items())
    return "".join([f' {key}="{_quoted(value)}"' for key, value in given])


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;")


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;")
