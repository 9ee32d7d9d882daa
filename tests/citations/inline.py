"""What the grammar's tests share: a text as the grammar gets it, and its answer in short."""

import re
from collections.abc import Container

from third_reader.citations.grammar import find_citations
from third_reader.model.citation import Citation, NearMiss

_CODE_OR_ESCAPE = re.compile(
    r"(?<![`\\])(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.DOTALL,
)
_CODE = re.compile(r"\x02klzzwxh:(\d+)\x03")

Short = tuple[str, ...]


def masked(markdown: str) -> tuple[str, tuple[str, ...]]:
    """Put placeholders for code spans and escapes, as Markdown does; give the code as well."""
    code: list[str] = []

    def placeholder(found: re.Match[str]) -> str:
        if found["escaped"]:
            return f"\x02{ord(found['escaped'])}\x03"
        code.append(found["code"].strip())
        return f"\x02klzzwxh:{len(code) - 1:04}\x03"

    return _CODE_OR_ESCAPE.sub(placeholder, markdown), tuple(code)


def found(markdown: str, references: Container[str] = ()) -> tuple[Citation | NearMiss, ...]:
    """Give all that the grammar finds."""
    return find_citations(masked(markdown)[0], is_reference=lambda label: label in references)


def misses(
    markdown: str, known: Container[str] = (), references: Container[str] = ()
) -> tuple[NearMiss, ...]:
    """Give the near misses that are errors when these keys are sources."""
    return tuple(
        one
        for one in found(markdown, references)
        if isinstance(one, NearMiss) and (one.only_if_known is None or one.only_if_known in known)
    )


def groups(markdown: str, references: Container[str] = ()) -> list[list[Short]]:
    """Give the items of each citation: mode, key, prefix, label, locator and suffix."""
    _, code = masked(markdown)

    def plain(words: str) -> str:
        return folded(_CODE.sub(lambda match: code[int(match.group(1))], words))

    return [
        [
            (
                item.mode.value,
                item.key,
                plain(item.prefix),
                item.locator_label,
                plain(item.locator),
                plain(item.suffix),
            )
            for item in citation.items
        ]
        for citation in found(markdown, references)
        if isinstance(citation, Citation)
    ]


def folded(text: str | None) -> str:
    """Give a text as conformance cases compare it."""
    plain = (text or "").replace("–", "-").replace("—", "-").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", plain).strip(" ,;，；")
