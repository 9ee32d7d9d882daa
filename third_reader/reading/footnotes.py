"""Footnotes of Python-Markdown, with an eye on those that readers would not find."""

from collections.abc import Iterator

from markdown.extensions.footnotes import FootnoteExtension

from third_reader.machinery.stamps import Stamps
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import quoted

TWICE = Code(
    "footnote-twice",
    "Two footnotes of a page have one name, so only the last would be shown, and what the first "
    "says and cites would be lost. Give one of them another name.",
)
UNUSED = Code(
    "footnote-unused",
    "Nothing refers to this footnote. Put its mark, such as `[^1]`, into the text, or take the "
    "footnote out.",
)


class Footnotes(FootnoteExtension):
    """The extension, which keeps what else was written under a name."""

    def reset(self) -> None:
        """Forget the footnotes of the page before."""
        super().reset()
        self.lost: list[tuple[str, str]] = []

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802  the library's own names
        """Keep a footnote; one that was written before is kept apart."""
        if id in self.footnotes:
            self.lost.append((id, text))
        super().setFootnote(id, text)

    def faults(self, stamps: Stamps, path: str) -> Iterator[Diagnostic]:
        """Tell what is wrong with the footnotes of the page just converted."""
        for name, text in self.lost:
            told = f"footnote {quoted(name)} is defined twice; give this one another name"
            yield TWICE.error(_at(text, stamps, path), told)
        for name, text in self.footnotes.items():
            if name not in self.footnote_order:
                told = f"nothing refers to footnote {quoted(name)}; put its mark into the text"
                yield UNUSED.warning(_at(text, stamps, path), f"{told}, or take it out")


def _at(text: str, stamps: Stamps, path: str) -> Position:
    return Position(path, *(stamps.first(text) or (1, 1)))
