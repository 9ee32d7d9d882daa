"""Sources: each is used, was read, and relays only what is there."""

from collections.abc import Iterator

from third_reader.checks.readable import sources_lost
from third_reader.evidence.lineage import reached
from third_reader.model.claim import Claim
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.site import Site
from third_reader.model.source import ReadState
from third_reader.model.wording import quoted, suggestions

UNUSED = Code(
    "unused-source",
    "No page cites the source, and no cited source relays it. Cite it, or take it out, so that the "
    "list of sources shows what the site rests on.",
)
UNKNOWN_PARENT = Code(
    "unknown-derived-from",
    "A source is said to relay one that is in no file under `sources/`, so its origin cannot be "
    "counted. Mend the id, or add the source.",
)
NOT_READ = Code(
    "source-not-read",
    "A claim rests on sources alone of which we have read nothing (`read: none`). Read one and say "
    "so in its entry, or cite one that was read.",
)
NOT_STATED = Code(
    "read-not-stated",
    "A source's entry does not say how much of it we have read. Add `read` under `custom`: "
    "`whole`, `part` or `none`.",
)
NOT_ACCESSED = Code(
    "accessed-not-read",
    "`accessed` is the day on which the address was read, and reference managers take it as such; "
    "but of this source nothing was read (`read: none`). Take `accessed` out, or read the source. "
    "When no archived copy was known is `no-copy-known` under `custom`.",
)
CONTRADICTS = Code(
    "copy-contradiction",
    "A source says at once where a copy is kept (`archived`) and that none was known "
    "(`no-copy-known`). Take one of them out.",
)
LOST = Code(
    "lost-evidence",
    "Every source of a claim is gone and no copy of any is left, so nobody can check it. Find a "
    "copy (`archived`), cite another source, or withdraw the claim.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give what is wrong with sources and with what rests on them."""
    yield from _unused(site)
    yield from _unknown_parents(site)
    for document in site.documents:
        for claim in document.claims:
            yield from _not_read(claim, site)
            if lost(claim, site):
                told = (
                    f"every source of claim {quoted(claim.id)} is gone without a copy; "
                    "find a copy, or cite another"
                )
                yield LOST.warning(claim.position, told)
    for source in site.sources.values():
        if source.read is None:
            told = f"source {quoted(source.id)} does not say how much of it we read; add 'read'"
            yield NOT_STATED.warning(source.position, told)
        if source.read is ReadState.NONE and "accessed" in source.csl:
            told = (
                f"source {quoted(source.id)} has 'accessed', but nothing of it was read; "
                "take 'accessed' out"
            )
            yield NOT_ACCESSED.warning(source.at("accessed"), told)
        if source.archived and source.no_copy_known:
            told = (
                f"'no-copy-known' contradicts 'archived' of source {quoted(source.id)}; "
                "take one of them out"
            )
            yield CONTRADICTS.warning(source.at("no-copy-known"), told)


def lost(claim: Claim, site: Site) -> bool:
    """Tell whether all sources of a claim are gone without a copy (FEATURES, no. 22)."""
    known = [site.sources[key] for key in claim.keys if key in site.sources]
    return bool(known) and all(one.status == "gone" and not one.archived for one in known)


def _unused(site: Site) -> Iterator[Diagnostic]:
    used = reached(site.cited, site.sources)
    for source in site.sources.values():
        if source.id not in used:
            told = f"source {quoted(source.id)} is cited nowhere; cite it or take it out"
            yield UNUSED.warning(source.position, told)


def _unknown_parents(site: Site) -> Iterator[Diagnostic]:
    if sources_lost(site):
        return
    unknown = [
        (source, parent)
        for source in site.sources.values()
        for parent in dict.fromkeys(source.derived_from)
        if parent not in site.sources
    ]
    hints = suggestions((parent for _, parent in unknown), site.sources)
    for source, parent in unknown:
        wish = hints[parent] or "; add it under sources/ or mend the id"
        told = f"'derived-from' names {quoted(parent, 60)}, which is no source{wish}"
        yield UNKNOWN_PARENT.error(source.position, told)


def _not_read(claim: Claim, site: Site) -> Iterator[Diagnostic]:
    known = [site.sources[key] for key in claim.keys if key in site.sources]
    if known and all(source.read is ReadState.NONE for source in known):
        told = (
            f"claim {quoted(claim.id)} rests on what nobody here has read; "
            "read a source of it, or cite one that was read"
        )
        yield NOT_READ.error(claim.position, told)
