"""Which script a run of letters is in, so that a name gets its own fonts and voice."""

import re
from functools import lru_cache

FOREIGN = re.compile(
    "(<[^>]*>)|("
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
    "[\u2e80-\u2fdf\u3001-\u3011\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\uff01-\uff1f\u00b7\u2014\u201c\u201d]*)"
)
KANA = re.compile("[\u3040-\u30ff]")
HANGUL = re.compile("[\uac00-\ud7a3]")


def mark_scripts(html: str, tag: str) -> str:
    """Put `<span lang>` round each run of East Asian letters in HTML whose language is another.

    `tag` is the BCP 47 tag of the HTML; Chinese, Japanese and Korean pages are left as they are.
    """
    if tag[:2] in {"zh", "ja", "ko"} or html.isascii():
        return html
    return FOREIGN.sub(_span, html)


def _span(found: re.Match[str]) -> str:
    run = found.group(2)
    return f'<span lang="{tag_of(run)}">{run}</span>' if run else found.group(0)


@lru_cache(maxsize=4096)
def tag_of(run: str) -> str:
    """Give the BCP 47 tag of a run of East Asian letters.

    Letters that only Big5 has make it traditional, letters that only GB 2312 has simplified;
    where neither decides it is plain `zh`.
    """
    if KANA.search(run):
        return "ja"
    if HANGUL.search(run):
        return "ko"
    simplified = sum(_in(one, "gb2312") and not _in(one, "big5") for one in run)
    traditional = sum(_in(one, "big5") and not _in(one, "gb2312") for one in run)
    if simplified == traditional:
        return "zh"
    return "zh-Hans" if simplified > traditional else "zh-Hant"


def _in(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
