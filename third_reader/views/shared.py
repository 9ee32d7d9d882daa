"""What all pages of one language share, made once: nothing here is per page."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast
from urllib.parse import quote

from third_reader.citations.labels import labels
from third_reader.languages.catalogue import Catalogue
from third_reader.model.claim import Claim, Grade
from third_reader.model.document import Document, PageKind, Person
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.model.source import Kind
from third_reader.views.cards import Card, cards
from third_reader.views.lineage import Node
from third_reader.views.words import GradeView, grade_views, kind_words

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Shared:
    """One language of the site, looked up from every side."""

    site: Site
    language: Language
    t: Catalogue
    cards: Mapping[str, Card]
    grades: Mapping[Grade, GradeView]
    kinds: Mapping[Kind, str]
    pages: tuple[Document, ...]
    """Every page once: in this language, or else as the original."""
    cases: tuple[Document, ...]
    """The cases of this language, newest first."""
    claims: Mapping[str, tuple[Claim, ...]]
    """By address of a page."""
    resting: Mapping[str, tuple[tuple[Document, Claim], ...]]
    """By id of a source: the claims of `pages` that cite it, in the order of pages."""
    method: str
    safety: str
    contact: str
    """Addresses of those pages; empty: this language has no such page."""
    drawings: Collection[str] = ()
    """Ids of headings for which the theme has a drawing."""
    trees: dict[tuple[str, ...], tuple[Node, ...]] = field(default_factory=dict)
    """Trees of cited sources that many claims share."""
    having: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    """By what cases have in common: their places in `cases`; filled when first asked for."""
    _made: dict[tuple[str, Hashable], object] = field(default_factory=dict)

    def once(self, what: str, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give what was made for a key before, or make it; `what` says what it is."""
        if (what, key) not in self._made:
            self._made[what, key] = make()
        return cast(Made, self._made[what, key])

    def url(self, address: str) -> str:
        """Give an address with this language's prefix."""
        return f"{self.language.prefix}{address}"

    def word(self, facet: str, id_: str) -> str:
        """Give the label of a controlled word; facets as in the vocabulary, `platforms`."""
        labelled = self.site.vocabulary.words.get(facet, {}).get(id_, {})
        if found := labelled.get(self.language.code):
            return found
        return next(iter(labelled.values()), id_.replace("-", " "))

    def place(self, code: str) -> str:
        """Give the name of a country or a part of one (ISO 3166)."""
        if code in self.site.vocabulary.words.get("countries", {}):
            return self.word("countries", code)
        country = code.partition("-")[0]
        if country in self.site.vocabulary.words.get("countries", {}):
            return self.word("countries", country)
        return self.t.country(code)

    def absolute(self, address: str) -> str:
        """Give a full address if the site knows its own, else the address within the site."""
        return f"{self.site.config.url}{address}"

    def mail(self, address: str) -> str:
        """Give a mail link that reports an error at an address; empty without a contact."""
        to = self.site.config.contact
        if not to:
            return ""
        subject = quote(self.t("An error on The Third Reader"))
        return f"mailto:{to}?subject={subject}&body={quote(self.absolute(address))}"

    def mark_gap(self, last: str) -> str:
        """Give what parts words from what follows them in running text of this language."""
        return "" if last >= "\u2e80" else " "


def shared(site: Site, language: Language, t: Catalogue, drawings: Collection[str] = ()) -> Shared:
    """Make what all pages of a language share."""
    pages = tuple(_version(group, language.code) for group in site.groups.values())
    claims = {document.url: document.claims for document in site.documents}
    resting: dict[str, list[tuple[Document, Claim]]] = {}
    for document in pages:
        for claim in claims[document.url]:
            for key in claim.keys:
                resting.setdefault(key, []).append((document, claim))
    short = labels(site.sources, _names(site, language), language)
    method = _page(site, "method", language)
    return Shared(
        site=site,
        language=language,
        t=t,
        cards=cards(site.sources, short, language, t),
        grades=grade_views(t, method),
        kinds=kind_words(t),
        pages=pages,
        cases=tuple(sorted(site.of(PageKind.CASE, language.code), key=newest)),
        claims=claims,
        resting={key: tuple(found) for key, found in resting.items()},
        method=method,
        safety=_page(site, "safety", language),
        contact=_page(site, "contact", language),
        drawings=drawings,
    )


def newest(document: Document) -> tuple[tuple[int, int, int], str]:
    """Sort cases by when they happened, the newest first, then by slug."""
    when = document.case.when if document.case else None
    if when is not None:
        day = (when.year, when.month or 0, when.day or 0)
    elif document.date is not None:
        day = (document.date.year, document.date.month, document.date.day)
    else:
        day = (0, 0, 0)
    return (-day[0], -day[1], -day[2]), document.slug


def _version(group: tuple[Document, ...], code: str) -> Document:
    return next((document for document in group if document.lang == code), group[0])


def _page(site: Site, slug: str, language: Language) -> str:
    versions = site.groups.get((PageKind.PAGE, slug), ())
    return next((document.url for document in versions if document.lang == language.code), "")


def _names(site: Site, language: Language) -> dict[str, str]:
    """Map people's names, as sources write them, to those that pages of a language use."""
    names: dict[str, str] = {}
    for document in site.documents:
        for person in document.case.people if document.case else ():
            shown = shown_name(person, language)
            if document.lang == language.code or person.name not in names:
                names |= dict.fromkeys(
                    filter(None, (person.name, person.native, person.native_hans)), shown
                )
    return names


def shown_name(person: Person, language: Language) -> str:
    """Give a person's name as pages of a language write it."""
    if language.tag == "zh-Hans":
        return person.native_hans or person.native or person.name
    if language.tag.startswith("zh"):
        return person.native or person.name
    return person.name
