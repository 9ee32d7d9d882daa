"""A small site made by hand: one case in two languages, an explainer and a page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from third_reader.languages import language
from third_reader.model.blocks import ClaimsBlock, Event, EventDate, TimelineBlock
from third_reader.model.citation import CiteItem, Mark, Mode
from third_reader.model.claim import Claim, Grade, Graded
from third_reader.model.document import (
    CaseFacts,
    Document,
    Envelope,
    Leg,
    PageKind,
    Person,
    Point,
    Stop,
    Tick,
)
from third_reader.model.glossary import Glossary, Term, Word
from third_reader.model.position import Position
from third_reader.model.site import Config, Place, Site, Vocabulary
from third_reader.model.source import Kind, Name, PartialDate, ReadState, Source
from third_reader.model.text import CiteSlot

AT = Position("cases/gao.md")
LANGUAGES = tuple(language(code, code == "en") for code in ("en", "zh-hant", "zh-hans"))


def source(key: str, kind: Kind, issued: PartialDate | None, csl: dict[str, object]) -> Source:
    return Source(
        id=key,
        kind=kind,
        title=str(csl["title"]),
        title_short="",
        title_en="",
        author=(Name(family="Lee", given="Ann"),),
        container="",
        publisher="",
        issued=issued,
        issued_end=None,
        url="https://news.example/1?a=1&b=2",
        call_number="",
        language="en",
        derived_from=(),
        archived=(),
        status="",
        checked=None,
        read=ReadState.WHOLE,
        note="",
        csl=csl,
        position=AT,
    )


SOURCES = {
    "rfa-2020": source(
        "rfa-2020",
        Kind.NEWS_REPORT,
        PartialDate(2020, 8, 18),
        {
            "type": "article-newspaper",
            "title": "腾讯监视海外客户 <b>&",
            "id": "rfa-2020",
            "author": [{"family": "Lee", "given": "Ann"}],
            "issued": {"date-parts": [["2020", "8", "18"]], "circa": True},
            "accessed": date(2026, 11, 1),
            "x-unknown": "kept",
            "custom": {"kind": "news-report", "read": "whole", "checked": date(2026, 11, 2)},
        },
    ),
    "court:2019": source(
        "court:2019",
        Kind.COURT_RECORD,
        None,
        {"type": "legal_case", "title": "判决书", "custom": {"kind": "court-record"}},
    ),
    "tn-2020": source(
        "tn-2020",
        Kind.NEWS_REPORT,
        PartialDate(2020, 8),
        {
            "type": "article-newspaper",
            "title": "Man jailed",
            "issued": "2020-08",
            "custom": {"kind": "news-report", "derived-from": ["rfa-2020"]},
        },
    ),
}


def mark(key: str, group: int, claim: str | None = None, **parts: str) -> Mark:
    words = {"prefix": "", "locator_label": "", "locator": "", "suffix": "", **parts}
    return Mark(CiteItem(key, Mode.NORMAL, at=0, **words), group, AT, claim, "")


def claim(key: str, number: int, plain: str, *keys: str) -> Claim:
    return Claim(key, number, (plain,), plain, None, keys, AT)


def stop(plain: str) -> Stop:
    return Stop((plain,), (), plain)


FACTS = CaseFacts(
    platform="wechat",
    origin="CN-SX",
    to=("US",),
    mechanism=("account-monitoring",),
    outcome="",
    when=PartialDate(2019, 9, 26),
    people=(Person("gao", "Gao Zhigang", "高志剛", "高志刚", "sender", "own-interview", (0,), AT),),
    envelope=Envelope(
        sender=stop("Gao Zhigang, in Taiyuan"),
        through=None,
        recipient=stop("Geng Guanjun, in the United States"),
        reader=stop("Police in Taiyuan"),
        legs=(
            Leg(
                Point.FROM,
                False,
                ("His <em>phone</em> &amp; more, says Geng ", CiteSlot((0,)), "."),
                "His phone & more, says Geng.",
            ),
        ),
        ticks=(Tick("third", "ten-months", AT),),
    ),
)


def page(kind: PageKind, slug: str, lang: str, **parts: object) -> Document:
    prefix = "" if lang == "en" else f"/{lang}"
    folder = "" if kind is PageKind.PAGE else f"/{kind.value}"
    fields: dict[str, object] = {
        "kind": kind,
        "slug": slug,
        "lang": lang,
        "url": f"{prefix}{folder}/{slug}/",
        "path": f"{slug}.md",
        "translation": lang != "en",
        "draft": False,
        "title": slug.title(),
        "summary": f"About {slug}.",
        "date": date(2026, 11, 20),
        "reviewed": None,
        "updated": None,
        "translated": None,
        "case": None,
        "body": (),
        "blocks": (),
        "marks": (),
        "headings": (),
        "anchors": (),
        "links": (),
        "suspects": (),
        "keys": (),
        "diagnostics": (),
        "words": 0,
    }
    return Document(**{**fields, **parts})


EVENT = Event(
    "event-1",
    EventDate(PartialDate(2019, 12), PartialDate(2019, 12, 11)),
    (),
    "He is tried.",
    ("rfa-2020",),
    AT,
)
CASE = page(
    PageKind.CASE,
    "gao",
    "en",
    title="Ten months",
    updated=date(2026, 11, 21),
    case=FACTS,
    marks=(
        mark("rfa-2020", 0),
        mark("rfa-2020", 1, "ten-months", locator_label="paragraph", locator="3"),
        mark("tn-2020", 1, "ten-months", prefix="see also", suffix="passim"),
        mark("court:2019", 2, "guilty"),
    ),
    blocks=(
        ClaimsBlock(
            (
                claim("ten-months", 1, "The court gave “ten” months.", "rfa-2020", "tn-2020"),
                claim("guilty", 2, "=It found him guilty.", "court:2019"),
            )
        ),
        TimelineBlock((EVENT,)),
    ),
)
TRANSLATION = page(
    PageKind.CASE,
    "gao",
    "zh-hant",
    title="十個月",
    translated=date(2026, 11, 21),
    case=FACTS,
    marks=CASE.marks[:2],
    blocks=(ClaimsBlock((claim("ten-months", 1, "法院判十個月。", "rfa-2020"),)),),
)
EXPLAINER = page(
    PageKind.EXPLAINER,
    "backups",
    "en",
    blocks=(ClaimsBlock((claim("kept", 1, "Copies are kept.", "tn-2020"),)),),
    marks=(mark("tn-2020", 0, "kept"),),
)
CONTACT = page(PageKind.PAGE, "contact", "en")
DOCUMENTS = (CASE, TRANSLATION, EXPLAINER, CONTACT)
GRADES = {
    (CASE.url, "ten-months"): Graded(Grade.ONE_SOURCE, 5, ("rfa-2020", "tn-2020"), ("rfa-2020",)),
    (CASE.url, "guilty"): Graded(Grade.ON_RECORD, 2, ("court:2019",), ("court:2019",)),
    (TRANSLATION.url, "ten-months"): Graded(Grade.ONE_SOURCE, 5, ("rfa-2020",), ("rfa-2020",)),
    (EXPLAINER.url, "kept"): Graded(Grade.ONE_SOURCE, 5, ("tn-2020",), ("rfa-2020",)),
}
WORDS = {
    "platforms": {"wechat": {"en": "WeChat", "zh-hant": "微信", "zh-hans": "微信"}},
    "countries": {"US": {"en": "United States", "zh-hant": "美國"}},
}

GLOSSARY = Glossary(
    {
        "md5": Term(
            "md5",
            {"en": Word("MD5", "A hash of 128 bits."), "zh-hant": Word("MD5", "雜湊值。")},
            frozenset({"en", "zh-hant"}),
            frozenset({"en", "zh-hant"}),
            AT,
        )
    }
)
MakeSite = Callable[..., Site]


@pytest.fixture
def make_site() -> MakeSite:
    """Give the site; `turn` brings everything that has no order of its own into another one."""

    def make(url: str = "", contact: str = "", turn: int = 0) -> Site:
        config = Config("The Third Reader", url, contact, LANGUAGES, date(2026, 11, 24))
        documents = list(permutations(DOCUMENTS))[turn * 7]
        sources = list(permutations(SOURCES.items()))[turn]
        cited: dict[str, tuple[Place, ...]] = {}
        for document in DOCUMENTS:
            for index, one in enumerate(document.marks):
                cited[one.item.key] = (*cited.get(one.item.key, ()), Place(document, index))
        return Site(
            config=config,
            documents=documents,
            sources=dict(sources),
            vocabulary=Vocabulary(WORDS),
            origins={
                "rfa-2020": ("rfa-2020",),
                "court:2019": ("court:2019",),
                "tn-2020": ("rfa-2020",),
            },
            relays={"rfa-2020": ("tn-2020",)},
            grades=GRADES,
            cited=cited,
            pictures={},
            drafts=frozenset(),
            diagnostics=(),
            groups={
                (PageKind.CASE, "gao"): (CASE, TRANSLATION),
                (PageKind.EXPLAINER, "backups"): (EXPLAINER,),
                (PageKind.PAGE, "contact"): (CONTACT,),
            },
            shelves={(PageKind.PAGE, "en"): (CONTACT,)},
            glossary=GLOSSARY,
        )

    return make


@pytest.fixture
def bare_site(make_site: MakeSite) -> Site:
    """Give a site whose one case has neither envelope nor claims."""
    facts = replace(FACTS, envelope=None, when=None, people=())
    bare = page(PageKind.CASE, "bare", "en", case=facts)
    return replace(make_site(), documents=(bare,), groups={(PageKind.CASE, "bare"): (bare,)})
