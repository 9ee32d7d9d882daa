"""A digest as six words to be read aloud: 66 bits, eleven a word, of a published list."""

from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "wordlist" / "english.txt"
"""BIP-39's English list; where it comes from stands beside it."""
COUNT = 6
BITS = 11
"""Bits that one of 2,048 words stands for."""


def six_words(digest: bytes) -> tuple[str, ...]:
    """Give the first 66 bits of a digest as six words, the first bits first.

    A word's number in the list, counted from 0, is its eleven bits.
    """
    number = int.from_bytes(digest, "big") >> (8 * len(digest) - COUNT * BITS)
    shifts = range((COUNT - 1) * BITS, -1, -BITS)
    return tuple(_words()[(number >> shift) % 2**BITS] for shift in shifts)


@cache
def _words() -> tuple[str, ...]:
    return tuple(LIST.read_text(encoding="ascii").split())
