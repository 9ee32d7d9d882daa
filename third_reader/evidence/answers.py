"""The other side's answer: whether a case has it, or says that none was found and when."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from third_reader.model.blocks import UnknownBlock
from third_reader.model.document import Document
from third_reader.model.source import Kind, Source

DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""A year is enough: how precisely a search is dated is its author's matter."""
ANSWER = re.compile(
    r"\banswer|\brepl(?:y|ies)\b|\bresponse\b|回應|回应|答覆|答复|答辯|答辩", re.IGNORECASE
)


class Answer(StrEnum):
    """What a case has of the other side."""

    GIVEN = "given"
    NONE_FOUND = "none-found"
    MISSING = "missing"


def answer(document: Document, sources: Mapping[str, Source]) -> Answer:
    """Tell whether a page has the other side's answer (FORMAT, section 5, "The other side").

    It has, if it cites a `party-claim`; else an item of an `unknown` block that holds a year and
    the word answer, reply or response, in any of our languages, says that none was found.
    """
    keys = {mark.item.key for mark in document.marks}
    if any(key in sources and sources[key].kind is Kind.PARTY_CLAIM for key in keys):
        return Answer.GIVEN
    return Answer.NONE_FOUND if any(map(_says_so, _questions(document))) else Answer.MISSING


def _questions(document: Document) -> Iterable[str]:
    for block in document.blocks:
        if isinstance(block, UnknownBlock):
            yield from block.plain


def _says_so(question: str) -> bool:
    return bool(DAY.search(question) and ANSWER.search(question))
