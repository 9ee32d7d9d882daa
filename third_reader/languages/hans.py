"""Traditional characters made simplified, by OpenCC (https://github.com/BYVoid/OpenCC)."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from opencc import OpenCC


@cache
def _converter(standard: str = "t2s") -> OpenCC:
    return OpenCC(standard)


@lru_cache(maxsize=65536)
def simplified(character: str) -> str:
    """Give one character made simplified, each on its own: no phrase decides it."""
    made: str = _converter().convert(character)
    return made


def mainland(text: str, kept: re.Pattern[str], words: Mapping[str, str]) -> str:
    """Give a Taiwanese text as the mainland writes it, in characters and in everyday words.

    What `kept` matches is not converted: `words` says what stands for it.
    """
    made: list[str] = []
    done = 0
    for found in kept.finditer(text):
        made += (_mainland(text[done : found.start()]), words[found.group()])
        done = found.end()
    made.append(_mainland(text[done:]))
    return "".join(made)


def _mainland(text: str) -> str:
    made: str = _converter("tw2sp").convert(text)
    return made
