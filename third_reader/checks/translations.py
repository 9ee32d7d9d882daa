"""Translations: each has its original, with the same claims and sources (FORMAT, section 5)."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from third_reader.checks.readable import readable
from third_reader.model.address import page_address
from third_reader.model.claim import Claim
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document
from third_reader.model.position import Position
from third_reader.model.site import Site
from third_reader.model.wording import nearest, quoted

WITHOUT_ORIGINAL = Code(
    "translation-without-original",
    "A file name with a language is a translation of the page of that slug without one. Add the "
    "original, mend the name, or write the language as `lang:` in a file of its own.",
)
DIFFERS = Code(
    "translation-differs",
    "A translation has the claims of its original, by the same ids and with the same sources. "
    "While the original's `updated` is later than this one's `translated`, it is a warning.",
)

Finding = Callable[[Position, str], Diagnostic]


def check(site: Site) -> Iterator[Diagnostic]:
    """Compare each translation with its original."""
    for group in site.groups.values():
        original = next((one for one in group if not one.translation), None)
        for document in group:
            if not document.translation or not readable(document):
                continue
            if original is None:
                yield _alone(document, site)
            elif readable(original):
                yield from _compared(document, original)


def _alone(document: Document, site: Site) -> Diagnostic:
    prefixes = (language.prefix for language in site.config.languages)
    places = {page_address(document.kind, document.slug, prefix) for prefix in prefixes}
    if places & site.drafts:
        told = "the original of this translation is a draft; publish it, or make this one a draft"
    else:
        name = f"{document.kind.value}/{document.slug}.md"
        told = f"this translation has no original {quoted(name)}; add it or mend the name"
    return WITHOUT_ORIGINAL.error(Position(document.path), told)


def _compared(document: Document, original: Document) -> Iterator[Diagnostic]:
    behind = (
        original.updated is not None
        and document.translated is not None
        and original.updated > document.translated
    )
    found = DIFFERS.warning if behind else DIFFERS.error
    theirs = {claim.id: claim for claim in original.claims}
    ours = {claim.id: claim for claim in document.claims}
    missing = {one: claim for one, claim in theirs.items() if one not in ours}
    for one, claim in ours.items():
        if one in theirs:
            yield from _sources(claim, theirs[one], found)
        else:
            meant = nearest(one, missing) if len(missing) <= 50 else None
            missing.pop(meant or "", None)
            yield _added(claim, meant, original, found)
    for claim in missing.values():
        told = f"claim {quoted(claim.id)} of {_place(claim)} is missing here; translate it"
        yield found(Position(document.path), told)


def _sources(claim: Claim, original: Claim, found: Finding) -> Iterator[Diagnostic]:
    here, there = set(claim.keys), set(original.keys)
    if here != there:
        told = (
            f"claim {quoted(claim.id, 30)} cites {_keys(here, there)} here but "
            f"{_keys(there, here)} at {_place(original)}; cite the same sources"
        )
        yield found(claim.position, told)


def _keys(keys: set[str], others: set[str]) -> str:
    """Name sources; where they are too many for a line, those first that the others lack."""
    ordered = [*sorted(keys - others), *sorted(keys & others)]
    told = "; ".join(sorted(keys))
    return quoted(told if len(told) <= 40 else "; ".join(ordered), 40) if keys else "nothing"


def _added(claim: Claim, meant: str | None, original: Document, found: Finding) -> Diagnostic:
    wish = f"did you mean {quoted(meant, 40)}?" if meant else "add it there or take it out"
    told = f"claim {quoted(claim.id, 40)} is not in {_name(original.path)}, the original; {wish}"
    return found(claim.position, told)


def _place(claim: Claim) -> str:
    return f"{_name(claim.position.path)}:{claim.position.line}"


def _name(path: str) -> str:
    return quoted(PurePosixPath(path).name, 30).strip("'")
