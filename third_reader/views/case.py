"""One case."""

from dataclasses import dataclass

from markupsafe import Markup

from third_reader.languages.script import tag_of
from third_reader.model.address import facet_address, route_address
from third_reader.model.document import CaseFacts, Document, Person
from third_reader.views.article import Article, Link, article
from third_reader.views.claims import SkyGroup, sky
from third_reader.views.envelope import EnvelopeView, Native, envelope_view
from third_reader.views.related import Related, related
from third_reader.views.routes import country, route_words
from third_reader.views.shared import Shared
from third_reader.views.structured import article_data
from third_reader.views.text import Page, Text
from third_reader.views.words import basis_words, role_words


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody whom the case names, and why."""

    role: str
    name: str
    native: Native | None
    basis: str
    marks: Text


@dataclass(frozen=True, slots=True)
class CaseView:
    """What `case.html` shows."""

    title: str
    description: str
    facets: tuple[Link, ...]
    envelope: EnvelopeView | None
    sky: tuple[SkyGroup, ...]
    article: Article
    people: tuple[PersonView, ...]
    related: tuple[Related, ...]
    structured: Markup
    """JSON-LD."""


def case_view(document: Document, facts: CaseFacts, shared: Shared) -> CaseView:
    """Give a case in its language."""
    page = Page(shared, document)
    people = tuple(_person(person, page) for person in facts.people)
    near = related(document, shared)
    parts = [("people", shared.t("Who is named, and why"))] if people else []
    return CaseView(
        title=document.title,
        description=document.summary,
        facets=facet_links(facts, shared),
        envelope=envelope_view(page, facts),
        sky=sky(document, shared),
        article=article(page, parts),
        people=people,
        related=near,
        structured=article_data(document, shared),
    )


def facet_links(facts: CaseFacts, shared: Shared) -> tuple[Link, ...]:
    """Give the links over the title: app, routes, outcome."""
    prefix = shared.language.prefix
    links = []
    if facts.platform:
        links.append(
            Link(
                facet_address("platform", facts.platform, prefix),
                shared.word("platforms", facts.platform),
            )
        )
    origin = country(facts.origin)
    links += [
        Link(route_address(origin, to, prefix), route_words(origin, to, shared))
        for to in dict.fromkeys(country(code) for code in facts.to if facts.origin)
    ]
    if facts.outcome:
        links.append(
            Link(
                facet_address("outcome", facts.outcome, prefix),
                shared.word("outcomes", facts.outcome),
            )
        )
    return tuple(links)


def _person(person: Person, page: Page) -> PersonView:
    t = page.shared.t
    native = person.native
    if page.shared.language.tag == "zh-Hans":
        native = person.native_hans or native
    lang = tag_of(native) if any(letter >= "\u2e80" for letter in native) else "und"
    return PersonView(
        role=role_words(t).get(person.role, person.role),
        name=person.name,
        native=Native(native, "zh-Hant" if lang == "zh" else lang)
        if native and native != person.name
        else None,
        basis=basis_words(t).get(person.named_because, person.named_because),
        marks=page.marks(person.marks),
    )
