"""Prepare a body for Markdown: code blocks taken out, stamps put in, block fences judged.

Everything here works on the lines of one body, before Python-Markdown sees it, because only then
is it known where things stand.
"""

import re
from dataclasses import dataclass, field

from third_reader.machinery.stamps import Stamps, code_mark
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.characters import in_body, without

FENCE = re.compile(r"^((?:[ ]{0,3}>[ ]?+)*+[ ]*)(`{3,}|~{3,})[ ]*([^`\s]*)[ ]*([^`]*)$")
BLOCK = re.compile(r"^[ ]{0,3}(/{3,})[ ]*(?:([\w-]+)[ ]*(?:\|[ ]*(.*?)[ ]*)?)?$")
ELSEWHERE = re.compile(r"^([ >]*)/{3,}[ ]*([\w-]+)[ ]*(?:\|.*)?$")
MARKERS = re.compile(
    r"^(?:[ \t]*>[ \t]?)*+[ \t]*"
    r"(?:(?:[-*+]|\d+[.)]|:|\[\^[^\]\s]+\]:|#{1,6})[ \t]+)*(?:[ \t]*>[ \t]?)*"
)
UNSTAMPED = re.compile(
    r"(?:[|:\-=\s]+|(?:[*_-][ ]*){3,}|[|{].*|\[[^@\^\]][^\]]*\]:.*|\*\[[^\]]+\]:.*)$"
)
INNER = re.compile(
    r"[@＠\[\]<](?:(?<=[@＠])|(?<=\[)\[(?=[a-z0-9])|(?<=\])\((?!<)"
    r"|(?<=<)(?=[A-Za-z/!?])(?!https?://[^<>\s]*>)(?![^<>\s@]+@[^<>\s@]+>))"
)
"""Citations, terms, targets of links and tags, each known by its first sign."""

UNKNOWN_BLOCK = Code(
    "unknown-block",
    "A line that opens a block, `/// name`, names one that the format does not have, so its text "
    "would be shown as it stands. docs/format.md, section 5, lists the blocks.",
)
MISPLACED_BLOCK = Code(
    "misplaced-block",
    "A block begins at the beginning of a line, and stands in no other block, list or quotation: "
    "there its text would be shown as it stands, and its claims would be lost.",
)
INDENTED_BLOCK = Code(
    "indented-block",
    "Only a chart has options, lines that are indented by four spaces directly under its first "
    "line. In another block the first line of the text begins at the beginning of a line, or after "
    "a blank line; otherwise it would be taken for an option, and the block be lost.",
)
UNCLOSED_BLOCK = Code(
    "unclosed-block",
    "A block that is opened with `/// name` must be closed by a line of as many slashes and "
    "nothing else; otherwise the rest of the page would fall into it.",
)
STRAY_BLOCK_END = Code(
    "stray-block-end",
    "A line of slashes closes a block, but none is open. Remove it, or open the block above.",
)
BLOCK_ARGUMENT = Code(
    "block-argument",
    "`disagree` needs its question and `quote` the id of its source after a bar: "
    "`/// disagree | How did police get the message?`. The other blocks take no argument.",
)
UNCLOSED_FENCE = Code(
    "unclosed-code",
    "A fenced code block has no closing line, so everything after it would be code.",
)

NEEDS_ARGUMENT = frozenset({"disagree", "quote", "chart"})
BLOCKS = frozenset(
    {"claims", "timeline", "disagree", "unknown", "analysis", "quote", "safety", "chart"}
)
WITH_OPTIONS = frozenset({"chart"})
OPTION = re.compile(r"[ \t]+[\w-]+:(?: |$)")


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A fenced block of code."""

    language: str
    """As written after the fence; empty: none."""
    code: str
    line: int


@dataclass(slots=True)
class Prepared:
    """A body that Markdown may see."""

    text: str = ""
    stamps: Stamps = field(default_factory=Stamps)
    code: list[CodeBlock] = field(default_factory=list)
    shown: set[int] = field(default_factory=set)
    """Which of the code blocks stand on the page."""
    blocks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """By name, where blocks that stand in no other begin, from the last to the first."""
    options: dict[int, list[str]] = field(default_factory=dict)
    """By line of a block that takes options: the lines of them, as they stand under it."""
    first_line: int = 1
    deepest: int = 0
    """How many blocks stand in each other where most do."""
    deepest_at: tuple[int, int] = (1, 1)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def prepare(body: str, path: str, first_line: int = 1) -> Prepared:
    """Take code out of a body and put stamps into it.

    `first_line` is the line of the file that the body begins on.
    """
    done = Prepared(first_line=first_line)
    lines: list[str] = []
    fences = _Fences(done, path)
    blocks = _Blocks(done, path)
    for number, line in enumerate(body.split("\n"), first_line):
        if fences.take(line, number, lines):
            continue
        if line.lstrip(" >").startswith("///") and blocks.take(line, number):
            lines.append(_with_argument(line, number, done.stamps) if blocks.known else "")
            continue
        if blocks.options(line):
            lines.append(blocks.kept(line, number))
        else:
            lines.append(_stamped(line, number, done.stamps))
    fences.end(lines)
    blocks.end()
    done.text = "\n".join(lines)
    code = {one.line + row for one in done.code for row in range(one.code.count("\n") + 1)}
    if faults := list(in_body(body, Position(path, first_line), frozenset(code))):
        done.diagnostics += faults
        done.text = without(done.text)
    return done


def stamp_line(text: str, line: int, column: int, stamps: Stamps) -> str:
    """Put stamps into a short text, such as a front matter value, that begins at a position."""
    return stamps.new(line, column) + INNER.sub(
        lambda found: found.group() + stamps.new(line, column + found.start()), text
    )


def _stamped(line: str, number: int, stamps: Stamps) -> str:
    start = MARKERS.match(line)
    head = start.end() if start else 0
    rest = line[head:]
    if not rest.strip():
        return line
    inner = INNER.sub(
        lambda found: found.group() + stamps.new(number, head + found.start() + 1), rest
    )
    if UNSTAMPED.match(rest):
        return line[:head] + inner
    return line[:head] + stamps.new(number, head + 1) + inner


def _with_argument(line: str, number: int, stamps: Stamps) -> str:
    head, bar, argument = line.partition("|")
    if not argument.strip():
        return line
    space = len(argument) - len(argument.lstrip(" "))
    column = len(head) + 1 + space + 1
    return f"{head}{bar}{argument[:space]}{stamps.new(number, column)}{argument[space:]}"


class _Fences:
    """Fenced code, also within lists and quotations."""

    def __init__(self, done: Prepared, path: str) -> None:
        self._done = done
        self._path = path
        self._open: re.Match[str] | None = None
        self._line = 0
        self._code: list[str] = []

    def take(self, line: str, number: int, lines: list[str]) -> bool:
        """Take a line that belongs to a code block; False: it does not."""
        found = FENCE.match(line)
        if self._open is None:
            if found is None:
                return False
            self._open, self._line, self._code = found, number, []
            return True
        fence = self._open.group(2)
        if found and found.group(2).startswith(fence) and not found.group(3):
            self._close(lines)
        else:
            self._code.append(_cut(line, self._open.group(1)))
        return True

    def end(self, lines: list[str]) -> None:
        """Report a code block that is still open at the end of the page."""
        if self._open is not None:
            column = len(self._open.group(1)) + 1
            self._done.diagnostics.append(
                UNCLOSED_FENCE.error(
                    Position(self._path, self._line, column),
                    "this code block is never closed; end it with a line of "
                    f"{quoted(self._open.group(2))}",
                )
            )
            self._close(lines)

    def _close(self, lines: list[str]) -> None:
        if self._open is None:
            return
        mark = code_mark(len(self._done.code))
        self._done.code.append(
            CodeBlock(self._open.group(3), "\n".join(self._code) + "\n", self._line)
        )
        head = self._open.group(1)
        quote = head.rstrip(" ") if ">" in head else ""
        lines += [quote, head + mark, quote]
        self._open = None


def _cut(line: str, head: str) -> str:
    """Take off what stands before the fence: quotation signs, and no more spaces than it has."""
    for sign in head:
        if sign == ">":
            line = line.lstrip(" ")
            line = line[1:] if line.startswith(">") else line
        elif line.startswith(" "):
            line = line[1:]
    return line


class _Blocks:
    """The lines of slashes that open and close blocks."""

    def __init__(self, done: Prepared, path: str) -> None:
        self._done = done
        self._path = path
        self._open: list[tuple[int, str, int]] = []
        self._header = False
        self._indent = 0
        self.known = True
        """The line last taken belongs to a block that there is; else it is left out."""

    def take(self, line: str, number: int) -> bool:
        """Judge a line that may open or close a block; False: it is ordinary text."""
        found = BLOCK.match(line)
        if found is None:
            self._elsewhere(line, number)
            return False
        column = len(line) - len(line.lstrip(" ")) + 1
        slashes, name = len(found.group(1)), found.group(2)
        self._header = bool(name)
        self.known = True
        if name:
            self.known = name in BLOCKS
            self._judge(name, found.group(3) or "", Position(self._path, number, column))
            if not self._open:
                self._done.blocks.setdefault(name, []).insert(0, (number, column))
            self._open.append((slashes, name, number))
            if len(self._open) > self._done.deepest:
                self._done.deepest, self._done.deepest_at = len(self._open), (number, column)
        elif any(slashes == one[0] for one in self._open):
            closed = self._open.pop()
            while closed[0] != slashes:
                closed = self._open.pop()
            self.known = closed[1] in BLOCKS
        else:
            self.known = False
            self._report(
                STRAY_BLOCK_END, number, "this line closes a block, but none is open; remove it"
            )
        return True

    def _elsewhere(self, line: str, number: int) -> None:
        """Report a block that is opened in a list or a quotation, where it would be text."""
        found = ELSEWHERE.match(line)
        if found and found.group(2) in BLOCKS:
            told = f"block {quoted(found.group(2))} stands in a list or a quotation; begin its line"
            at = Position(self._path, number, len(found.group(1)) + 1)
            self._done.diagnostics.append(MISPLACED_BLOCK.error(at, f"{told} with the slashes"))

    def options(self, line: str) -> bool:
        """Tell whether a line is an option of the block just opened."""
        indented = line.expandtabs(4).startswith("    ") and bool(line.strip())
        self._header = self._header and indented
        return self._header

    def kept(self, line: str, number: int) -> str:
        """Give an option as Markdown is to have it: empty where reading judges it by itself.

        In a block that takes none it is an error; what is text goes on as the text of the block.
        """
        _, name, opened = self._open[-1]
        if name in WITH_OPTIONS:
            self._done.options.setdefault(opened, []).append(line)
            return ""
        if name not in BLOCKS:
            return line
        option = OPTION.match(line)
        indent = len(line) - len(line.lstrip(" \t"))
        if number == opened + 1:
            self._indent = indent
        nested = ELSEWHERE.match(line)
        if number == opened + 1 and not (nested and nested.group(2) in BLOCKS):
            told = (
                f"block {quoted(name)} takes no options; remove this line"
                if option
                else f"this line would be lost as an option of block {quoted(name)}; begin it "
                "at the beginning of the line"
            )
            at = Position(self._path, number, indent + 1)
            self._done.diagnostics.append(INDENTED_BLOCK.error(at, told))
        if option:
            return ""
        return _stamped(line, number, self._done.stamps)[min(self._indent, indent) :]

    def end(self) -> None:
        """Report the blocks that are still open at the end of the page."""
        for slashes, name, number in self._open:
            close = quoted("/" * slashes)
            self._report(
                UNCLOSED_BLOCK,
                number,
                f"block {quoted(name)} is never closed; end it with a line {close}",
            )

    def _judge(self, name: str, argument: str, at: Position) -> None:
        if name not in BLOCKS:
            hint = did_you_mean(name, BLOCKS) or f"; the blocks are {', '.join(sorted(BLOCKS))}"
            self._done.diagnostics.append(
                UNKNOWN_BLOCK.error(at, f"there is no block {quoted(name)}{hint}")
            )
        elif self._open:
            told = (
                f"block {quoted(name)} stands in {quoted(self._open[-1][1])}; close that one first"
            )
            self._done.diagnostics.append(MISPLACED_BLOCK.error(at, told))
        elif (name in NEEDS_ARGUMENT) != bool(argument):
            told = (
                f"block {quoted(name)} needs its argument: write '/// {name} | …'"
                if name in NEEDS_ARGUMENT
                else f"block {quoted(name)} takes no argument; remove {quoted('| ' + argument)}"
            )
            self._done.diagnostics.append(BLOCK_ARGUMENT.error(at, told))

    def _report(self, code: Code, line: int, message: str) -> None:
        self._done.diagnostics.append(code.error(Position(self._path, line), message))
