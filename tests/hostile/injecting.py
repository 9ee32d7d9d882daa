"""One tree with hostile words in every field that takes words, and the same tree with plain ones.

`injections/` is the tree; its marks `@@NAME@@` are what is put in. Whatever the words, both sites
must have the same structure: then none of the words has become markup.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent / "injections"
SCRIPT = "<script>alert(1)</script>"
PLAIN = (
    f"\"'>{SCRIPT}<img src=//evil.example/x onerror=alert(1)>]]>--></title></textarea>"
    "{{7+7}}{% x %}"
)
SHORT = f'">{SCRIPT}'
MARKED = (
    f"&lt;script&gt;alert(1)&lt;/script&gt; \\<img src=x onerror=alert(1)\\> `{SCRIPT}` {{{{7+7}}}}"
)
CITED = "\\<script\\>alert(1)\\</script\\>"
WORDS = "words and words"


def _yaml(text: str) -> str:
    """Give a text as it stands within double quotation marks of YAML."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _csv(text: str) -> str:
    """Give a text as it stands within quotation marks of CSV."""
    return text.replace('"', '""')


HOSTILE: Mapping[str, str] = {
    "PLAIN": _yaml(PLAIN),
    "SHORT": _yaml(SHORT),
    "FRAGMENT": _yaml(MARKED),
    "MARKED": MARKED,
    "CITED": CITED,
    "CITEDYAML": _yaml(CITED),
    "LINK": _yaml("%22'&quot;onx='1'"),
    "RAW": f"{SCRIPT} &lt;b&gt; <!-- -->",
    "CSV": _csv(SHORT),
    "CSVLONG": _csv(PLAIN),
}
HARMLESS: Mapping[str, str] = dict.fromkeys(HOSTILE, WORDS) | {
    "LINK": "words",
    "MARKED": f"{WORDS} {WORDS} `{WORDS}` {WORDS}",
    "FRAGMENT": f"{WORDS} {WORDS} `{WORDS}` {WORDS}",
}


def files() -> Iterator[tuple[str, str]]:
    """Give the files of the tree, with their marks."""
    for file in sorted(HERE.rglob("*")):
        if file.is_file():
            yield file.relative_to(HERE).as_posix(), file.read_text(encoding="utf-8")


def write(tree: Path, words: Mapping[str, str]) -> None:
    """Write the tree with words for its marks."""
    for name, text in files():
        for mark, given in words.items():
            text = text.replace(f"@@{mark}@@", given)
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tree / "images").mkdir()
    Image.new("RGB", (9, 9), (200, 10, 10)).save(tree / "images" / "seal.png")
