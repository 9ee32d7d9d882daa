"""Bytes become text: UTF-8, line feeds, and no character that could hide or break anything."""

import re
from pathlib import Path

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position

LARGEST_PAGE = 512 * 1024
LARGEST_FILE = 4 * 1024 * 1024

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028"
    "\u2029\u202a-\u202e\u2060\u2066-\u2069\u3164\ufdd0-\ufdef\ufeff\uffa0\ufffe\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)

NOT_UTF8 = Code("wrong-encoding", "A file is not UTF-8 text. Save it as UTF-8 and try again.")
CHARACTER = Code(
    "refused-character",
    "Control characters, invisible ones, those that turn the direction of text, and private-use "
    "ones can hide what a page says, so they are refused. Remove the character; retype the words.",
)
TOO_LARGE = Code("file-too-large", "The file is larger than the format allows; split it.")


def read_text(file: Path, shown: str, largest: int = LARGEST_FILE) -> tuple[str, list[Diagnostic]]:
    """Give a file's text and what is wrong with it; raises OSError if it cannot be read."""
    data = file.read_bytes()
    if len(data) > largest:
        told = f"this file has {len(data)} bytes; at most {largest} are read"
        return "", [TOO_LARGE.error(Position(shown), told)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = "the bytes here are not UTF-8 text; save the file as UTF-8"
        return "", [NOT_UTF8.error(Position(shown, line), told)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    faults = refused_characters(text, shown)
    # What is refused is not read on either: among it are the signs that reading itself puts in.
    return REFUSED.sub("\ufffd", text) if faults else text, faults


def read_loose(file: Path) -> str:
    """Give a file of any kind as text, for looking only; raises OSError if it cannot be read."""
    return file.read_bytes().decode("utf-8", errors="replace")


def refused_characters(text: str, shown: str) -> list[Diagnostic]:
    """Give an error for each character that may not stand in a text; the first ten."""
    if text.isascii() and text.isprintable():
        return []
    found = []
    for match in REFUSED.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        told = f"character U+{ord(match.group()):04X} may not stand here; remove it"
        found.append(CHARACTER.error(Position(shown, line, column), told))
        if len(found) == 10:
            break
    return found
