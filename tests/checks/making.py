"""Sites made by hand: each part has a value that no check objects to."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from third_reader.evidence.grades import grade
from third_reader.evidence.lineage import all_origins, relays
from third_reader.model.blocks import ClaimsBlock
from third_reader.model.citation import CiteItem, Mark, Mode
from third_reader.model.claim import Claim, Marker
from third_reader.model.diagnostic import Diagnostic
from third_reader.model.document import (
    CaseFacts,
    Document,
    Envelope,
    Link,
    PageKind,
    Person,
    Stop,
    Tick,
)
from third_reader.model.glossary import Glossary, Term, Word
from third_reader.model.language import Language
from third_reader.model.position import Position
from third_reader.model.site import Config, Place, Site, Vocabulary
from third_reader.model.source import Kind, Name, PartialDate, ReadState, Source
from third_reader.model.text import CiteSlot

TODAY = date(2026, 11, 24)
DAY = date(2026, 11, 20)
LANGUAGES = (
    Language("en", "en", "English", "en_GB", "ltr", ""),
    Language("zh-hant", "zh-Hant", "繁體", "zh_Hant_TW", "ltr", "/zh-hant"),
    Language("zh-hans", "zh-Hans", "简体", "zh_Hans_CN", "ltr", "/zh-hans"),
)
WORDS = {
    "platforms": {"wechat": {"en": "WeChat"}, "line": {"en": "LINE"}},
    "mechanisms": {"account-monitoring": {"en": "Account watched"}},
    "outcomes": {"imprisoned": {"en": "Imprisoned"}},
    "countries": {"CN": {"en": "China"}, "US": {"en": "United States"}},
}


def source(key: str, *derived: str, line: int = 1, **given: object) -> Source:
    fields: dict[str, object] = {
        "id": key,
        "kind": Kind.NEWS_REPORT,
        "title": key.title(),
        "title_short": "",
        "title_en": "",
        "author": (Name("Lee", "Ann"),),
        "container": "",
        "publisher": "",
        "issued": PartialDate(2020),
        "issued_end": None,
        "url": "https://news.example/",
        "call_number": "",
        "language": "en",
        "derived_from": derived,
        "archived": (),
        "no_copy_known": PartialDate(2026, 11),
        "status": "",
        "checked": None,
        "read": ReadState.WHOLE,
        "note": "",
        "csl": {},
        "position": Position("content/sources/a.yaml", line, 7),
    }
    return Source(**{**fields, **given})


def claim(key: str, *keys: str, line: int = 30, marker: Marker | None = None) -> Claim:
    return Claim(key, 1, ("Words.",), "Words.", marker, keys, Position("", line, 3))


def facts(**given: object) -> CaseFacts:
    fields: dict[str, object] = {
        "platform": "wechat",
        "origin": "CN-SX",
        "to": ("US",),
        "mechanism": ("account-monitoring",),
        "outcome": "imprisoned",
        "when": PartialDate(2019),
        "people": (),
        "envelope": envelope(),
    }
    return CaseFacts(**{**fields, **given})


def envelope(*ticks: tuple[str, str]) -> Envelope:
    stop = Stop(("Somebody",), (CiteSlot(()),), "Somebody")
    made = tuple(
        Tick(stage, name, Position("content/cases/gao.md", 20 + number, 9))
        for number, (stage, name) in enumerate(ticks)
    )
    return Envelope(stop, None, stop, stop, (), made)


def person(key: str, line: int = 9, native: str = "高", hans: str = "高") -> Person:
    at = Position("content/cases/gao.md", line, 5)
    return Person(key, "Gao", native, hans, "sender", "press", (), at)


def page(
    slug: str = "gao",
    kind: PageKind = PageKind.CASE,
    lang: str = "",
    *,
    claims: Iterable[Claim] = (),
    cites: Iterable[str] = (),
    links: Iterable[str] = (),
    pictures: Iterable[str] = (),
    **given: object,
) -> Document:
    """Make a page; with a language it is a translation. Its claims' keys are cited, and `cites`."""
    prefix = f"/{lang}" if lang else ""
    folder = "" if kind is PageKind.PAGE else f"/{kind.value}"
    path = f"content/{kind.value}/{slug}.{lang}.md".replace("..", ".")
    placed = tuple(
        Claim(one.id, 1, one.text, one.plain, one.marker, one.keys, at(path, one.position))
        for one in claims
    )
    keys = [*cites, *(key for one in placed for key in one.keys)]
    fields: dict[str, object] = {
        "kind": kind,
        "slug": slug,
        "lang": lang or "en",
        "url": f"{prefix}{folder}/{slug}/",
        "path": path,
        "translation": bool(lang),
        "draft": False,
        "title": slug.title(),
        "summary": "Words.",
        "date": DAY,
        "reviewed": DAY,
        "updated": None,
        "translated": None,
        "case": facts() if kind is PageKind.CASE else None,
        "body": (),
        "blocks": (ClaimsBlock(placed),),
        "marks": tuple(mark(key, path, number) for number, key in enumerate(keys)),
        "headings": (),
        "anchors": (
            *(f"cite-{number + 1}" for number in range(len(keys))),
            *(f"claim-{one.id}" for one in placed),
        ),
        "links": (
            *(Link(one, Position(path, 60 + n, 4), False) for n, one in enumerate(links)),
            *(Link(one, Position(path, 80 + n, 4), True) for n, one in enumerate(pictures)),
        ),
        "suspects": (),
        "keys": (("title", (2, 8)),),
        "diagnostics": (),
        "words": 1,
    }
    return Document(**{**fields, **given})


def at(path: str, position: Position) -> Position:
    return Position(path, position.line, position.column)


def mark(key: str, path: str, number: int) -> Mark:
    item = CiteItem(key, Mode.NORMAL, "", "", "", "", 0)
    return Mark(item, number, Position(path, 40 + number, 12), None, "")


def site(
    documents: Iterable[Document] = (),
    sources: Iterable[Source] = (),
    *,
    vocabulary: Mapping[str, Mapping[str, Mapping[str, str]]] | None = WORDS,
    pictures: Iterable[str] = (),
    drafts: Iterable[str] = (),
    diagnostics: Iterable[Diagnostic] = (),
    glossary: Glossary | None = None,
) -> Site:
    """Join pages and sources, in the order given."""
    pages, known = tuple(documents), {one.id: one for one in sources}
    cited: dict[str, tuple[Place, ...]] = {}
    groups: dict[tuple[PageKind, str], tuple[Document, ...]] = {}
    shelves: dict[tuple[PageKind, str], tuple[Document, ...]] = {}
    grades = {}
    for document in pages:
        of, on = (document.kind, document.slug), (document.kind, document.lang)
        groups[of] = (*groups.get(of, ()), document)
        shelves[on] = (*shelves.get(on, ()), document)
        for number, one in enumerate(document.marks):
            cited[one.item.key] = (*cited.get(one.item.key, ()), Place(document, number))
        for stated in document.claims:
            if graded := grade(stated.marker, stated.keys, known):
                grades[document.url, stated.id] = graded
    given = None if vocabulary is None else Position("content/data/vocabulary.yaml")
    return Site(
        config=Config("The Third Reader", "", "", LANGUAGES, TODAY),
        documents=pages,
        sources=known,
        vocabulary=Vocabulary(vocabulary or {}, given),
        origins=all_origins(known),
        relays=relays(known),
        grades=grades,
        cited=cited,
        pictures={one: Path(one) for one in pictures},
        drafts=frozenset(drafts),
        diagnostics=tuple(diagnostics),
        groups=groups,
        shelves=shelves,
        glossary=glossary or Glossary(),
    )


def term(key: str, *langs: str, line: int = 1) -> Term:
    """Make an entry with a word and a definition in some languages."""
    words = {lang: Word(key.title(), "Words.") for lang in langs or ("en",)}
    given = frozenset(words)
    return Term(key, words, given, given, Position("content/data/glossary.yaml", line, 7))


def lines(found: Iterable[Diagnostic]) -> list[str]:
    return [str(one) for one in found]
