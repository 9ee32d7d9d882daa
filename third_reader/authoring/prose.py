"""A page's prose as sentences, and how hard they are to read.

Citations, marks of Markdown, headings, tables, code and quotations are left out: they are no
sentences of ours.
"""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from statistics import median

from third_reader.model.blocks import (
    AnalysisBlock,
    Block,
    ClaimsBlock,
    DisagreeBlock,
    SafetyBlock,
    TimelineBlock,
    UnknownBlock,
)
from third_reader.model.document import Document
from third_reader.model.text import Rich
from third_reader.reading.counting import counted_words

PASSAGES = frozenset({"p", "li", "dd", "blockquote", "div"})
"""Elements that begin a passage of their own."""
NO_PROSE = frozenset({"h2", "h3", "h4", "h5", "h6", "table", "pre", "dt"})
END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s+[“‘\"'(\[]?[^\Wa-z_])|[。！？]+…*[」』”’）]*")
"""Where a sentence ends: in Latin script only before white space and what may begin another."""
NO_END = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|St|Jr|No|Nos|Art|art|para|paras|ch|pp?|vs?|cf|e\.g|i\.e|approx|"
    r"Inc|Ltd|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.$"
)
"""Abbreviations and initials, whose point ends nothing."""
LATIN = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d\S*")
VOWELS = re.compile(r"[aeiouyáéíóúàèäëïöü]+")
SILENT = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$")
VOICED = re.compile(r"(?:[^aeiouy]le|[^aeiouy]les|[td]ed|(?:[sxz]|ch|sh|c|g)es)$")


def sentences(document: Document) -> tuple[str, ...]:
    """Give the sentences of a page, down its body and then block by block."""
    return tuple(
        one
        for passage in _passages(document)
        for one in split(passage)
        if any(map(str.isalnum, one))
    )


def split(passage: str) -> Iterator[str]:
    """Cut a passage into its sentences."""
    start = 0
    for found in END.finditer(passage):
        piece = passage[start : found.end()]
        if not NO_END.search(piece):
            yield piece.strip()
            start = found.end()
    if rest := passage[start:].strip():
        yield rest


def lengths(found: Iterable[str]) -> list[int]:
    """Give the length of each sentence: words, in Chinese characters."""
    return [counted_words(one) for one in found]


def middle(numbers: Iterable[int]) -> float:
    """Give the median; 0 of nothing."""
    return float(median([*numbers] or [0]))


def grade_level(found: Iterable[str]) -> float:
    """Give the Flesch–Kincaid grade level of English sentences.

    0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid, Fishburne, Rogers and Chissom,
    Navy Research Branch Report 8-75, 1975). Syllables are counted by groups of vowels, so the
    level is good for comparing pages, not to a tenth.
    """
    given = [LATIN.findall(one) for one in found]
    words = [word for one in given for word in one]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(given) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels; a number counts as one."""
    spelled = word.lower()
    if not VOICED.search(spelled):
        spelled = SILENT.sub("", spelled)
    return max(1, len(VOWELS.findall(spelled)))


def _passages(document: Document) -> Iterator[str]:
    yield from _of(document.body)
    for block in document.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case ClaimsBlock():
            yield from (one.plain for one in block.claims)
        case TimelineBlock():
            yield from (one.plain for one in block.events)
        case UnknownBlock():
            yield from block.plain
        case DisagreeBlock():
            yield block.question
            for side in block.sides:
                yield from _of(side)
        case AnalysisBlock() | SafetyBlock():
            yield from _of(block.body)
        case _:
            return


def _of(rich: Rich) -> Iterator[str]:
    cutter = _Cutter()
    cutter.feed("".join(part for part in rich if isinstance(part, str)))
    cutter.close()
    cutter.cut()
    yield from cutter.found


class _Cutter(HTMLParser):
    """Cuts HTML that we made into its passages; entities are undone."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._words: list[str] = []
        self._closed = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in PASSAGES | NO_PROSE:
            self.cut()
        self._closed += tag in NO_PROSE

    def handle_endtag(self, tag: str) -> None:
        if tag in PASSAGES | NO_PROSE:
            self.cut()
        self._closed -= tag in NO_PROSE

    def handle_data(self, data: str) -> None:
        if not self._closed:
            self._words.append(data)

    def cut(self) -> None:
        """End the passage."""
        if line := " ".join("".join(self._words).split()):
            self.found.append(re.sub(r"\s+(?=[.,;:!?])", "", line))
        self._words = []
