"""What is searched for, and what it is found by: words without accents, pairs of characters.

`theme/static/search.js` folds and parts what a reader types in the same way.
"""

import re
import unicodedata

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""What is written without spaces between words: Chinese characters and kana."""
WORDS = re.compile(r"[^\W_]+")
"""The runs of a text without such characters, all at once."""
CHARACTER = re.compile(f"[{HAN}]")
RUN = re.compile(f"([{HAN}]+)|(?:(?![{HAN}])[^\\W_])+")
APART = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum()})
"""Makes a space of what is no part of a word in ASCII, which is quicker than to search words."""


def folded(words: str) -> str:
    """Give words in lower case, without accents and without differences of width."""
    if words.isascii():
        return words.lower()
    apart = unicodedata.normalize("NFKD", words)
    for one in set(apart):
        if unicodedata.category(one).startswith("M"):
            apart = apart.replace(one, "")
    return unicodedata.normalize("NFC", apart).lower()


def tokens(words: str) -> set[str]:
    """Give what folded words are found by: each word; of Chinese each pair, and each run's last.

    A pair begins with its first character, so that one character alone is found too.
    """
    if words.isascii():
        return set(words.translate(APART).split())
    if not CHARACTER.search(words):
        return set(WORDS.findall(words))
    found: set[str] = set()
    for run in RUN.finditer(words):
        if run[1]:
            found.update(run[0][place : place + 2] for place in range(len(run[0])))
        else:
            found.add(run[0])
    return found
