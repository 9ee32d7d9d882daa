"""Rich text to its words alone."""

import re
from html.parser import HTMLParser

from third_reader.model.text import Rich

_SPACE = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?)，。；：、）」])")


class _Words(HTMLParser):
    """Collects what is no markup; entities are undone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def plain(rich: Rich) -> str:
    """Give the words of rich text on one line; slots, which are no words, leave nothing."""
    words = _Words()
    words.feed("".join(part for part in rich if isinstance(part, str)))
    words.close()
    line = _SPACE.sub(" ", "".join(words.found)).strip()
    return _SPACE_BEFORE_STOP.sub("", line)
