"""The plainest citations, found without the grammar: `[@a]` and `[@a; @b]` among ordinary words.

Most texts hold nothing else, and reading them is most of what citations cost. The rule is that
of `grammar.find_citations`, to which every other text goes; tests hold the two together.
"""

import re

from third_reader.model.citation import Citation, CiteItem, Mode

_KEY = r"[A-Za-z0-9_]+(?:[:.#$%&+?~/-][A-Za-z0-9_]+)*"
_BRACKET = re.compile(rf"\[@{_KEY}(?:;[ \n]@{_KEY})*\](?![(\[{{\]])")
_ORDINARY = re.compile(rf"(?:[^@＠\[\]<&\x02{{}}（）［］【】]++|(?<![\[({{]){_BRACKET.pattern})*+")
_AT = re.compile(rf"@({_KEY})")


def plain_citations(text: str) -> tuple[Citation, ...] | None:
    """Give the citations of a text if it holds only the plainest; None: ask the grammar."""
    if "://" in text or not _ORDINARY.fullmatch(text):
        return None
    return tuple(
        Citation(
            bracket.start(),
            bracket.end(),
            tuple(
                CiteItem(at.group(1), Mode.NORMAL, "", "", "", "", at.start())
                for at in _AT.finditer(text, bracket.start(), bracket.end())
            ),
        )
        for bracket in _BRACKET.finditer(text)
    )
