"""Bytes become text: UTF-8, line feeds, and no character that could hide or break anything."""

import re
from pathlib import Path

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.position import Position
from third_reader.model.wording import quoted

LARGEST_PAGE = 512 * 1024
LARGEST_FILE = 4 * 1024 * 1024

NO_CHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000)
)
"""The last two of each plane, which Unicode keeps free; the last planes are for private use."""
REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028"
    "\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0"
    "\ufff9-\ufffb\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    f"\U000f0000-\U0010ffff{NO_CHARACTERS}]"
)
"""Refused wherever it stands: nothing that is shown needs it (docs/security.md)."""
FORGED = "\ufdd0"
"""Stands in a page's markup for a refused character that an entity brought in."""
FILLERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
"""Those of them that Python calls printable."""
PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"
"""All of ASCII that is harmless."""
SPACES = ("\n", "\t", "\xa0", "\u3000")
"""Spaces that it does not call so."""
OTHER = re.compile(
    "[\u0370-\u03ff\u0400-\u052f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f]"
)
WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
LATIN = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff]")
UNIT = re.compile("[\u03bc]?[A-Za-z]+[\u03a9]?")
"""Micro and ohm look like no letter of Latin's."""

NOT_UTF8 = Code("wrong-encoding", "A file is not UTF-8 text. Save it as UTF-8 and try again.")
CHARACTER = Code(
    "refused-character",
    "Control characters, invisible ones, those that turn the direction of text, and private-use "
    "ones can hide what a page says, so they are refused, also when they are written as an entity "
    "or an escape. Remove the character; retype the words.",
)
TOO_LARGE = Code("file-too-large", "The file is larger than the format allows; split it.")
MIXED = Code(
    "mixed-scripts",
    "A word has Latin letters and Cyrillic or Greek ones, which look alike, so that it is not the "
    "word that it seems to be: a search does not find it. Retype it in one script.",
)


def read_text(file: Path, shown: str, largest: int = LARGEST_FILE) -> tuple[str, list[Diagnostic]]:
    """Give a file's text and what is wrong with it; raises OSError if it cannot be read.

    A text that has errors is not to be relied on.
    """
    if (size := file.stat().st_size) > largest:
        told = f"this file has {size} bytes; at most {largest} are read"
        return "", [TOO_LARGE.error(Position(shown), told)]
    data = file.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        told = "the bytes here are not UTF-8 text; save the file as UTF-8"
        if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            told = "this file is UTF-16; save it as UTF-8"
        return "", [NOT_UTF8.error(Position(shown, line), told)]
    if data.count(0) > len(data) // 4:
        told = "this file is UTF-16 or no text at all; save it as UTF-8"
        return "", [NOT_UTF8.error(Position(shown), told)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    faults = refused_characters(text, shown)
    # What is refused is not read on either: among it are the signs that reading itself puts in.
    text = REFUSED.sub("\ufffd", text) if faults else text
    return text, faults + mixed_words(text, shown)


def read_loose(file: Path) -> str:
    """Give a file of any kind as text, for looking only; raises OSError if it cannot be read."""
    return file.read_bytes().decode("utf-8", errors="replace")


def refused_characters(text: str, shown: str) -> list[Diagnostic]:
    """Give an error for each character that may not stand in a text; the first ten."""
    if harmless(text):
        return []
    found = []
    for match in REFUSED.finditer(text):
        told = f"character U+{ord(match.group()):04X} may not stand here; remove it"
        found.append(CHARACTER.error(_at(text, match.start(), shown), told))
        if len(found) == 10:
            break
    return found


def harmless(text: str) -> bool:
    """Tell, in little time, that a text has neither refused nor invisible characters."""
    if text.isascii():
        return not text.encode().translate(None, PLAIN)
    for space in SPACES:
        text = text.replace(space, " ")
    return text.isprintable() and not FILLERS.search(text)


def mixed_words(text: str, shown: str) -> list[Diagnostic]:
    """Give a warning for each word of Latin with Cyrillic or Greek; the first ten."""
    if text.isascii() or not OTHER.search(text):
        return []
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        if (
            not word.isascii()
            and OTHER.search(word)
            and LATIN.search(word)
            and not UNIT.fullmatch(word)
        ):
            told = f"{quoted(word, 40)} mixes Latin letters with others that look alike; retype it"
            found.append(MIXED.warning(_at(text, match.start(), shown), told))
            if len(found) == 10:
                break
    return found


def _at(text: str, index: int, shown: str) -> Position:
    line = text.count("\n", 0, index) + 1
    return Position(shown, line, index - text.rfind("\n", 0, index))
