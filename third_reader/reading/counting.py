"""How many words a reader has before them."""

import re

NOT_READ = re.compile(
    r"[\[\]{/](?:(?<=\[)(?=[^\[\]\n@]*@)[^\[\]\n]*+\]|(?<=\])\([^)\s]*+\)"
    r"|(?<=\{)[#.][^{}\n]*+\}|(?<=^/)//.*$)",
    re.MULTILINE,
)
"""Citations, addresses, ids and the lines of blocks, each known by its first sign."""
WORD = re.compile(r"[^\W_]\S*")
"""A word from its first letter or digit on: what stands before it in the same word is a sign."""
ASCII = [chr(code) for code in range(128)]
LETTERS = "".join(one for one in ASCII if one.isalnum())
GAPS = "".join(one for one in ASCII if one.isspace())
SIGNS = "".join(one for one in ASCII if not one.isalnum() and not one.isspace()).encode()
SHAPE = bytes.maketrans((LETTERS + GAPS).encode(), b"a" * len(LETTERS) + b" " * len(GAPS))
"""Makes every letter and digit of ASCII an `a`, and all white space spaces."""
HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def counted_words(text: str) -> int:
    """Count words; a Chinese or Japanese character counts as one, a citation as none."""
    text = NOT_READ.sub(" ", text)
    if text.isascii():
        return (b" " + text.encode().translate(SHAPE, SIGNS)).count(b" a")
    letters = HAN.findall(text)
    return len(letters) + len(WORD.findall(HAN.sub(" ", text)))
