"""How much a page may hold, judged before Markdown sees it (docs/security.md).

Python-Markdown takes time by the square of unclosed brackets, and of signs that nest
(Python-Markdown/markdown, #798 and #799); within these limits a page is read in little time.
"""

import re
from collections.abc import Iterator

from third_reader.machinery.stamps import ANY, CODE_FIRST, CODE_LAST
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.reading.stamping import Prepared

LONGEST = 64 * 1024
"""Of a line and of a paragraph, in bytes; of a block of code too."""
MOST_OPEN = 64
DEEPEST = 12
MOST_BLOCKS = 4
MOST_CITATIONS = 5_000
MOST_COLUMNS = 64

MARK = r"(?:>|[-*+:](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]{1,99}\]:)"
HEAD = re.compile(rf"[ \t]*(?:{MARK}[ \t]*)+")
MARKS = re.compile(MARK)
RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")
ROWS = re.compile(r"[ \t>]*[|:\- \t]*\|[|:\- \t]*$|[ \t>]*:?-[|:\- \t]*$")
BLANK = re.compile(r"\n[ \t>]*\n")
NOT_COUNTED = re.compile(r"\\.|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
"""Escaped signs and code within a line."""
SIGNS = re.compile(r"\]\(|[\[\]()>]|<(?=[A-Za-z/!?])")

CODE_MARK = re.compile(f"[{chr(CODE_FIRST)}-{chr(CODE_LAST)}]")

TOO_MUCH = Code(
    "page-limit",
    "A page is longer in one place, or deeper, than any page needs, so it is not read: a line or a "
    "paragraph has at most 64 KiB and 64 brackets open at once, quotations and lists stand at most "
    "12 deep, blocks 4, and a page has at most 5,000 citations, a table 64 columns, code 64 KiB.",
)


class LostPageError(Exception):
    """A page cannot be read; what is wrong with it stands in `diagnostics`."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        """Give up a page."""
        super().__init__("; ".join(map(str, diagnostics)))
        self.diagnostics = diagnostics


def excess(prepared: Prepared, path: str) -> list[Diagnostic]:
    """Give what a page has too much of, each once; nothing: Markdown may see it."""
    return [
        TOO_MUCH.error(Position(path, *place), told)
        for judge in (_deep, _paragraphs, _columns, _citations, _code)
        for place, told in judge(prepared)
    ]


Found = Iterator[tuple[tuple[int, int], str]]
"""Line and column, and what is too much there."""


def _deep(prepared: Prepared) -> Found:
    if prepared.deepest > MOST_BLOCKS:
        told = f"more than {MOST_BLOCKS} blocks stand in each other here; close some"
        yield prepared.deepest_at, told
    start = 0
    for line in prepared.text.split("\n"):
        head = HEAD.match(line)
        if head and head.end() > DEEPEST and not RULE.match(ANY.sub("", line).strip()):
            written = head.group().expandtabs(4)
            indent = len(written) - len(written.lstrip(" "))
            if indent // 4 + len(MARKS.findall(written)) > DEEPEST:
                told = f"quotations and lists stand more than {DEEPEST} deep here; take some out"
                yield _place(prepared, start + head.end()), told
                return
        start += len(line) + 1


def _paragraphs(prepared: Prepared) -> Found:
    text = prepared.text
    if len(text) <= LONGEST // 4 and not _many(text):
        return
    start = 0
    for end in (*(found.end() for found in BLANK.finditer(text)), len(text)):
        for part, first in _parts(text[start:end], start):
            told = _too_much(part)
            if told:
                yield _place(prepared, first), told
                return
        start = end


def _too_much(paragraph: str) -> str:
    if len(paragraph) > LONGEST // 4:
        size = len(ANY.sub("", paragraph).encode())
        if size > LONGEST:
            return f"this paragraph has {size} bytes; at most {LONGEST} are read, so part it"
    if _many(paragraph) and _open(paragraph) > MOST_OPEN:
        return f"more than {MOST_OPEN} brackets are open at once here; close or escape them"
    return ""


def _parts(block: str, start: int) -> Iterator[tuple[str, int]]:
    """Give the items of a list and the rows of a table, each by itself; any other text whole."""
    lines = block.split("\n")
    rows = len(lines) > 1 and ROWS.match(ANY.sub("", lines[1])) is not None
    items = ITEM.match(lines[0]) is not None
    if not rows and not items:
        yield block, start
        return
    held: list[str] = []
    for line in lines:
        if held and (rows or ITEM.match(line)):
            part = "\n".join(held)
            yield part, start
            start += len(part) + 1
            held = []
        held.append(line)
    yield "\n".join(held), start


def _many(text: str) -> bool:
    return text.count("[") + text.count("<") + text.count("](") > MOST_OPEN


def _open(paragraph: str) -> int:
    """Give how many brackets, link targets or tags are open at once."""
    text = NOT_COUNTED.sub("", ANY.sub("", paragraph))
    brackets = targets = tags = most = 0
    for found in SIGNS.finditer(text):
        sign = found.group()
        if sign == "[":
            brackets += 1
        elif sign == "<":
            tags += 1
        elif sign == ">":
            tags = max(0, tags - 1)
        elif sign == ")":
            targets = max(0, targets - 1)
        elif sign != "(":
            brackets = max(0, brackets - 1)
            targets += sign == "]("
        most = max(most, brackets, targets, tags)
    return most


def _columns(prepared: Prepared) -> Found:
    text = prepared.text
    if text.count("|") <= MOST_COLUMNS:
        return
    start = 0
    for line in text.split("\n"):
        if line.count("|") > MOST_COLUMNS:
            columns = NOT_COUNTED.sub("", ANY.sub("", line)).strip().strip("|").count("|") + 1
            if columns > MOST_COLUMNS:
                told = f"this row has {columns} columns; at most {MOST_COLUMNS} are read"
                yield _place(prepared, start), told
                return
        start += len(line) + 1


def _citations(prepared: Prepared) -> Found:
    text = prepared.text
    if text.count("@") + text.count("＠") <= MOST_CITATIONS:
        return
    signs = [found.start() for found in re.finditer("[@＠]", NOT_COUNTED.sub(_blank, text))]
    if len(signs) > MOST_CITATIONS:
        told = f"this page has more than {MOST_CITATIONS} citations; make two pages of it"
        yield _place(prepared, signs[MOST_CITATIONS]), told


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _code(prepared: Prepared) -> Found:
    for block in prepared.code:
        if len(block.code) > LONGEST // 4 and (size := len(block.code.encode())) > LONGEST:
            told = f"this code has {size} bytes; at most {LONGEST} are shown, so cut it"
            yield (block.line, 1), told


def _place(prepared: Prepared, index: int) -> tuple[int, int]:
    """Give the line and column in the file of a character of the prepared text."""
    text = prepared.text
    line = prepared.first_line + text.count("\n", 0, index)
    for mark in CODE_MARK.findall(text, 0, index):
        # A block of code stands there as three lines.
        line += prepared.code[ord(mark) - CODE_FIRST].code.count("\n") + 2 - 3
    start = text.rfind("\n", 0, index) + 1
    return line, len(ANY.sub("", text[start:index])) + 1
