"""Corrections: each names a page and a claim that are there; no published claim just vanishes."""

from collections.abc import Iterable, Iterator

from third_reader.checks.dates import FUTURE
from third_reader.checks.known import known_addresses
from third_reader.model.address import claim_anchor
from third_reader.model.correction import Correction
from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Document
from third_reader.model.position import Position
from third_reader.model.site import Site
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.base import Published

NO_PAGE = Code(
    "correction-without-page",
    "A correction names a page by its address, `/cases/gao-zhigang/`; the site has none there.",
)
NO_CLAIM = Code(
    "correction-without-claim",
    "A correction names a claim that its page does not have. If the claim was taken out, write "
    "`withdrawn: true`, so that its anchor says so.",
)
STANDS = Code(
    "withdrawn-claim-stands",
    "A claim is said to be withdrawn, but its id still stands on the page, or it is withdrawn "
    "twice. One anchor cannot be both: take one of them out.",
)
VANISHED = Code(
    "vanished-claim",
    "A claim that was published is not there any more, so links to it lead nowhere. Put it back, "
    "or say in `corrections.yaml` when and why it was withdrawn (`claim`, `withdrawn: true`).",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give corrections of what is not there, and days that are still to come."""
    if not site.corrections:
        return
    known = {one for one in known_addresses(site) if one.endswith("/")}
    pages = {document.url: document for document in site.documents}
    stones: set[tuple[str, str]] = set()
    for one in site.corrections:
        if one.page not in known:
            wish = did_you_mean(one.page, known) or "; write an address such as '/cases/x/'"
            told = f"no page of the site is {quoted(one.page, 60)}{wish}"
            yield NO_PAGE.error(one.position, told)
        elif one.claim:
            yield from _claim(one, pages.get(one.page), stones)
        if one.date > site.config.today:
            told = f"the correction's 'date' is {one.date}, later than the day of this build"
            yield FUTURE.warning(one.position, f"{told}; mend it")


def _claim(
    one: Correction, page: Document | None, stones: set[tuple[str, str]]
) -> Iterator[Diagnostic]:
    claims = {claim.id for claim in page.claims} if page else set()
    if one.withdrawn and page:
        taken = {*page.anchors, *(head.id for head in page.headings)}
        if one.claim in claims or claim_anchor(one.claim) in taken:
            told = (
                f"{quoted(one.claim, 60)} is withdrawn, but still stands on its page; take it out"
            )
            yield STANDS.error(one.position, told)
        elif (one.page, one.claim) in stones:
            told = f"{quoted(one.claim, 60)} is withdrawn twice; keep one entry"
            yield STANDS.error(one.position, told)
        stones.add((one.page, one.claim))
    elif one.claim not in claims:
        wish = did_you_mean(one.claim, claims) or "; mend it, or write 'withdrawn: true'"
        told = f"{quoted(one.page, 50)} has no claim {quoted(one.claim, 50)}{wish}"
        yield NO_CLAIM.error(one.position, told)


def vanished(site: Site, before: Iterable[Published]) -> Iterator[Diagnostic]:
    """Give claims that were published before and are gone without a word (FEATURES, no. 19)."""
    there = {(page.url, claim.id) for page in site.documents for claim in page.claims}
    told = {(one.page, one.claim) for one in site.corrections if one.withdrawn}
    bare = {(_bare(page, site), claim) for page, claim in told}
    pages = {document.url: document for document in site.documents}
    for one in before:
        address = _address(one, [*pages, *site.moved])
        address = site.moved.get(address, address)
        if (address, one.id) in there or (_bare(address, site), one.id) in bare:
            continue
        page = pages.get(address)
        at = Position(page.path) if page else Position("corrections.yaml")
        message = (
            f"claim {quoted(one.id, 50)} of {quoted(address, 60)} was published and is gone; "
            "put it back, or withdraw it in corrections.yaml"
        )
        yield VANISHED.error(at, message)


def _address(one: Published, pages: Iterable[str]) -> str:
    """Give the address within the site, whatever folder the earlier one lay in."""
    fitting = [page for page in pages if one.path.endswith(page)]
    return max(fitting, key=len, default=one.path)


def _bare(address: str, site: Site) -> str:
    return address.removeprefix(site.config.language_at(address).prefix)
