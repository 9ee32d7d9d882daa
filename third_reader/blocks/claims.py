"""`/// claims`: a list of statements, each with an id and what it rests on."""

import re
from xml.etree.ElementTree import Element

from third_reader.blocks.reader import IDENTIFIER, Page, holds_more, items, unwrap
from third_reader.model.address import claim_anchor
from third_reader.model.blocks import ClaimsBlock
from third_reader.model.claim import Claim, Marker
from third_reader.model.diagnostic import Code
from third_reader.model.wording import did_you_mean, quoted

ATTRIBUTES = re.compile(r"(?:\s*\{:?[ ]*[#.][^{}]*\})*\s*\{:?[^{}]*\}\s*$")

WITHOUT_ID = Code(
    "claim-without-id",
    "Every claim has a permanent id, so that it can be linked, exported and translated: end the "
    "item with `{#its-id}`. An id is lower-case letters, digits and hyphens, at most 80.",
)
ATTRIBUTE = Code(
    "claim-attribute",
    "After its id a claim may carry one of `.inferred`, `.not-established`, `.disputed`; its grade "
    "is computed and cannot be written.",
)
MARKERS = {f".{marker.value}": marker for marker in Marker}


def read(element: Element, page: Page) -> ClaimsBlock:
    """Read the claims of a block; items that are none are reported and left out."""
    found = (_claim(item, page) for item in items(page, element))
    return ClaimsBlock(tuple(claim for claim in found if claim is not None))


def _claim(item: Element, page: Page) -> Claim | None:
    at = page.at(item)
    words = unwrap(item)
    attributes = _take_attributes(words, item)
    ids = [one[1:] for one in attributes if one.startswith("#")]
    markers = [MARKERS[one] for one in attributes if one in MARKERS]
    unknown = [one for one in attributes if one[0] != "#" and one not in MARKERS]
    for one in unknown:
        hint = did_you_mean(one, MARKERS) or "; only an id and one marker may stand here"
        page.report(ATTRIBUTE.error(at, f"a claim cannot carry {quoted(one)}{hint}"))
    if len(markers) > 1:
        page.report(
            ATTRIBUTE.error(at, "a claim carries one marker at most; keep the one that holds")
        )
    if len(ids) != 1 or not IDENTIFIER.fullmatch(ids[0]):
        _report_id(page, item, ids)
        page.rich(words)
        return None
    page.name(claim_anchor(ids[0]), at)
    page.claim = ids[0]
    plain = page.plain(words)
    text = page.rich(words)
    page.claim = None
    marker = markers[0] if markers else None
    return Claim(ids[0], page.count("claim"), text, plain, marker, page.keys(text), at)


def _report_id(page: Page, item: Element, ids: list[str]) -> None:
    if not ids and holds_more(page, item):
        return
    begin = quoted(page.plain(item)[:40])
    if not ids:
        told = f"claim {begin} has no id; end it with '{{#some-id}}'"
    elif len(ids) > 1:
        told = f"claim {begin} has more than one id; keep the first, for ever"
    else:
        told = (
            f"claim id {quoted(ids[0])} is not lower-case letters, digits and hyphens (80 at most)"
        )
    page.report(WITHOUT_ID.error(page.at(item), told))


def _take_attributes(words: Element, item: Element) -> list[str]:
    """Take the attribute list off the end of an item, wherever Markdown has left it."""
    found: list[str] = []
    for holder in (item, words, *list(words)[-1:]):
        if "id" in holder.attrib:
            found.append("#" + holder.attrib.pop("id"))
        found += [f".{one}" for one in holder.attrib.pop("class", "").split()]
    last = words[-1] if len(words) else None
    text = (last.tail if last is not None else words.text) or ""
    match = ATTRIBUTES.search(text)
    if match:
        found += re.sub(r"[{}]:?", " ", match.group()).split()
        if last is not None:
            last.tail = text[: match.start()]
        else:
            words.text = text[: match.start()]
    return list(dict.fromkeys(found))
