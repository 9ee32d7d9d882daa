"""A small site made by hand: two cases, an explainer and a page, in two languages."""

# Its sample prose stands on one line a paragraph, as an author would write it.
# ruff: noqa: E501

import re
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from third_reader.evidence.grades import grade
from third_reader.evidence.lineage import origins, relays
from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.languages.load import language
from third_reader.model.blocks import (
    AnalysisBlock,
    Block,
    ClaimsBlock,
    DisagreeBlock,
    Event,
    EventDate,
    QuoteBlock,
    SafetyBlock,
    TimelineBlock,
    UnknownBlock,
)
from third_reader.model.citation import CiteItem, Mark, Mode
from third_reader.model.claim import Claim, Graded, Marker
from third_reader.model.document import (
    CaseFacts,
    Document,
    Envelope,
    Heading,
    Leg,
    PageKind,
    Person,
    Point,
    Stop,
    Tick,
)
from third_reader.model.position import Position
from third_reader.model.site import Config, Place, Site, Vocabulary
from third_reader.model.source import Copy, Kind, Name, PartialDate, ReadState, Source
from third_reader.model.text import BlockSlot, CiteSlot, NotesSlot, Rich
from third_reader.pelican_plugin.templates import Kept, in_language
from third_reader.views.chrome import Surroundings
from third_reader.views.pages import all_pages

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
HERE = Position("cases/a.md")
CITE = re.compile(r"\[([^]]+)\]")
PREFIX = {"en": "", "zh-hant": "/zh-hant"}


def source(id_: str, kind: Kind, title: str, **fields: object) -> Source:
    """Make a source; what is not given is empty."""
    empty = Source(
        id=id_,
        kind=kind,
        title=title,
        title_short="",
        title_en="",
        author=(),
        container="",
        publisher="",
        issued=PartialDate(2020, 8, 18),
        issued_end=None,
        url=f"https://www.example.org/{id_}",
        call_number="",
        language="en",
        derived_from=(),
        archived=(Copy(f"https://web.archive.org/web/2024/{id_}", date(2024, 5, 1)),),
        status="live",
        checked=date(2026, 11, 1),
        read=ReadState.PART,
        note="",
        csl={"type": "article-newspaper"},
        position=HERE,
    )
    return replace(empty, **fields)


SOURCES = {
    one.id: one
    for one in (
        source(
            "cctv-2016",
            Kind.LAW,
            "关于办理刑事案件收集提取和审查判断电子数据若干问题的规定",
            title_en="Provisions on electronic data in criminal cases",
            language="zh-Hans",
            title_short="Supreme People’s Court",
            issued=PartialDate(2016, 9, 9),
            read=ReadState.WHOLE,
        ),
        source(
            "epoch-2020",
            Kind.NEWS_REPORT,
            "海外微信遭监控新例 山西网民发短片遭判十个月",
            title_en="A new case of overseas WeChat being monitored",
            language="zh-Hans",
            container="大纪元 Epoch Times",
            archived=(),
            no_copy_known=PartialDate(2026, 11),
            status="gone",
        ),
        source(
            "geng-2020",
            Kind.FIRST_PERSON,
            "微信转发一个视频，判刑十个月",
            title_en="One video forwarded on WeChat, ten months",
            author=(Name(literal="耿冠军"),),
            container="北京之春 Beijing Spring",
            language="zh-Hans",
            issued=PartialDate(2020, 8, 13),
            note="Signed by the recipient; quotes the judgment from pictures.",
        ),
        source(
            "lab-2020",
            Kind.TECHNICAL_RESEARCH,
            "We Chat, They Watch",
            author=(Name(literal="Citizen Lab"),),
            issued=PartialDate(2020, 5, 7),
            read=ReadState.WHOLE,
        ),
        source(
            "rfa-2020",
            Kind.NEWS_REPORT,
            "Jailed WeChat user says Chinese police monitor overseas accounts too",
            container="Radio Free Asia",
            derived_from=("rfam-2020",),
        ),
        source(
            "rfam-2020",
            Kind.NEWS_REPORT,
            "腾讯监视海外客户又现新证据 山西网民与在美友人微信私聊判囚十月",
            title_en="New evidence that Tencent watches overseas customers",
            title_short="RFA Mandarin",
            container="自由亚洲电台 Radio Free Asia",
            language="zh-Hans",
            issued=PartialDate(2020, 8, 20),
        ),
        source(
            "tn-2020",
            Kind.NEWS_REPORT,
            "Man jailed for sharing video on WeChat with friend in US",
            container="Taiwan News",
            issued=PartialDate(2020, 8),
            derived_from=("rfa-2020",),
        ),
        source(
            "wechat-2018",
            Kind.PARTY_CLAIM,
            "Statement of 2 January 2018",
            author=(Name(literal="WeChat"),),
            issued=PartialDate(2018, 1, 2),
        ),
    )
}


@dataclass
class Writer:
    """A document in the making: it counts marks as reading does."""

    marks: list[Mark] = field(default_factory=list)
    groups: int = 0
    passages: int = 0
    section: str = ""
    claim: str | None = None

    def rich(self, html: str) -> Rich:
        """Read `words [key|p. 3; key]` as rich text."""
        pieces: list[str | CiteSlot] = []
        for place, part in enumerate(CITE.split(html)):
            if place % 2:
                pieces.append(self.cite(part))
            elif part:
                pieces.append(part)
        return tuple(pieces)

    def cite(self, text: str) -> CiteSlot:
        """Count one citation."""
        first = len(self.marks)
        for one in text.split(";"):
            mode, bare = Mode.NORMAL, one.strip()
            if bare[0] in "+-":
                mode = Mode.IN_TEXT if bare[0] == "+" else Mode.SUPPRESS_AUTHOR
                bare = bare[1:]
            prefix, _, rest = bare.rpartition("@")
            key, _, locator = rest.partition("|")
            item = CiteItem(
                key, mode, prefix.strip(), "paragraph" if locator else "", locator, "", 0
            )
            self.marks.append(Mark(item, self.groups, HERE, self.claim, self.section))
        self.groups += 1
        return CiteSlot(tuple(range(first, len(self.marks))))

    def passage(self, html: str, tag: str = "p") -> Rich:
        """Write a paragraph or a list item with its notes."""
        first = len(self.marks)
        inside = self.rich(html)
        self.passages += 1
        notes = NotesSlot(self.passages, tuple(range(first, len(self.marks))))
        if tag == "li":
            return ('<li class="passage">', *inside, notes, "</li>")
        return ('<div class="passage"><p>', *inside, "</p>", notes, "</div>")

    def made_claim(self, number: int, id_: str, html: str, marker: Marker | None) -> Claim:
        """Write a claim."""
        self.claim = id_
        first = len(self.marks)
        text = self.rich(html)
        keys = tuple(dict.fromkeys(mark.item.key for mark in self.marks[first:]))
        self.claim = None
        plain = re.sub(r"<[^>]+>", "", CITE.sub("", html)).strip()
        return Claim(id_, number, text, plain, marker, keys, HERE)

    def stop(self, who: str, rest: str) -> Stop:
        """Write a stop of the envelope."""
        return Stop(self.rich(who), self.rich(rest), CITE.sub("", f"{who}, {rest}"))


CLAIMS: tuple[tuple[str, str, Marker | None], ...] = (
    ("sent", "Gao sent the video on 23 September 2019.[geng-2020]", None),
    (
        "forwarded",
        "The conviction rested on a video that Gao had forwarded.[rfam-2020;geng-2020;epoch-2020]",
        None,
    ),
    ("never-opened", "Geng says that he never opened it.[geng-2020]", None),
    ("held", "Gao was held from 26 September 2019.[rfa-2020;tn-2020;geng-2020]", None),
    ("sentence", "The sentence was given on 11 December 2019.[tn-2020;rfa-2020]", None),
    (
        "term",
        "Counted from custody, ten months ended in July or August 2020.[geng-2020;rfa-2020]",
        Marker.INFERRED,
    ),
    (
        "how",
        "The message reached police from the platform’s side.[rfam-2020;geng-2020]",
        Marker.DISPUTED,
    ),
    (
        "watched",
        "Police watched the account of the recipient in America.[rfa-2020]",
        Marker.NOT_ESTABLISHED,
    ),
    ("rules", "Since 2016 Chinese rules of evidence cover instant messages.[cctv-2016]", None),
    (
        "files",
        "Files sent only between accounts abroad are analysed by the platform.[lab-2020]",
        None,
    ),
    ("no-store", "WeChat says that it keeps no chats on its servers.[wechat-2018]", None),
)


def case_gao(lang: str) -> Document:
    """Write the long case."""
    w = Writer(section="envelope")
    gao, geng = ("Gao Zhigang", "Geng Guanjun") if lang == "en" else ("高志剛", "耿冠軍")
    envelope = Envelope(
        w.stop(gao, "in Taiyuan, Shanxi [rfam-2020]"),
        Stop((), w.rich("One video, 5 min 44 s, in a private chat [geng-2020]"), "One video"),
        w.stop(geng, "in California, and one person in Taiyuan, not named [geng-2020]"),
        w.stop("Police in Taiyuan", "[rfam-2020;geng-2020]"),
        (
            Leg(
                Point.FROM,
                False,
                w.rich("His phone, searched in custody, says Geng [geng-2020]"),
                "",
            ),
            Leg(Point.THROUGH, False, w.rich("Tencent’s back end, says Gao [rfam-2020]"), ""),
        ),
        (
            Tick("delivered", "sent", HERE),
            Tick("read", "never-opened", HERE),
            Tick("third", "forwarded", HERE),
        ),
    )
    body: list[str | CiteSlot | NotesSlot | BlockSlot] = []
    blocks: list[Block] = []

    def block(one: Block) -> None:
        blocks.append(one)
        body.append(BlockSlot(len(blocks) - 1))

    w.section = "safety"
    block(
        SafetyBlock(
            ("<p><b>This page names an app that may watch you.</b> Read it elsewhere.</p>",)
        )
    )
    w.section = "happened"
    body += ['<h2 id="happened">What happened</h2>']
    body += w.passage(
        "On the evening of 23 September 2019 Gao Zhigang, a villager in Taiyuan who had led a dispute over the sale of collective land, forwarded a video on WeChat. One copy went to Geng Guanjun, a friend in southern California. Geng was busy filming and did not open it. When he looked, it had expired.[geng-2020; epoch-2020]"
    )
    body += w.passage(
        'The clip was about All People Act Together <span lang="zh-Hant">全民共振</span>, a campaign begun abroad in 2018.[see also @tn-2020|4] On 11 December a court found him guilty.[rfam-2020|3-5; -geng-2020]'
    )
    body += [
        "<ul>",
        *w.passage(
            "As [+rfa-2020|2] reports, the court papers show that departments watch users directly.",
            "li",
        ),
        *w.passage(
            "Geng tells it another way: officers went through his phone and found the clip there.[geng-2020;lab-2020;cctv-2016;wechat-2018]",
            "li",
        ),
        "<li>A plain item that ends here.</li></ul>",
    ]
    w.section = "reading"
    body += ['<h2 id="reading">Who read it, and how</h2>']
    block(
        DisagreeBlock(
            "disagree-1",
            "How did police get the message?",
            (
                w.rich(
                    "<b>From Tencent’s side.</b> The screenshots were not from Gao’s phone.[rfam-2020; rfa-2020]"
                ),
                w.rich(
                    "<b>From his phone.</b> Officers found it there while he was held.[geng-2020]"
                ),
            ),
        )
    )
    block(
        AnalysisBlock(
            (
                "<p>The two accounts may answer different questions: where the evidence in court came from, and how police first learnt of the clip.</p>",
            )
        )
    )
    block(
        UnknownBlock(
            "unknown-1",
            (
                ("Whether anyone read the message before 26 September, or only afterwards.",),
                ("What Tencent answers. No reply was found when we looked on 24 November 2026.",),
            ),
            (
                "Whether anyone read the message before 26 September, or only afterwards.",
                "What Tencent answers. No reply was found when we looked on 24 November 2026.",
            ),
        )
    )
    w.section = "quote"
    slot = w.cite("rfam-2020")
    block(
        QuoteBlock(
            ("<p>我没想到警察能看到私聊。</p>",),
            ("<p>I had not thought that police could see private messages.</p>",),
            slot.marks[0],
        )
    )
    w.section = "when"
    body += ['<h2 id="when">When</h2>']
    dates = (
        (EventDate(PartialDate(2018), None), "All People Act Together is begun abroad.[tn-2020]"),
        (
            EventDate(PartialDate(2019, 9, 23), None),
            "Gao forwards the clip to Geng at 19:43.[geng-2020]",
        ),
        (EventDate(PartialDate(2019, 9, 26), None), "Police in Taiyuan take Gao away.[rfa-2020]"),
        (EventDate(PartialDate(2020, 7), None), "Released, counted from custody.[geng-2020]"),
        (
            EventDate(PartialDate(2020, 8, 7), PartialDate(2020, 8, 18)),
            "He sends photographs of the judgment.[geng-2020]",
        ),
    )
    block(
        TimelineBlock(
            tuple(
                Event(f"event-{n}", when, w.rich(text), text, (), HERE)
                for n, (when, text) in enumerate(dates, 1)
            )
        )
    )
    w.section = "claims"
    body += [
        '<h2 id="claims">Claim by claim</h2><p>Each line stands alone, with what it rests on:</p>'
    ]
    block(ClaimsBlock(tuple(w.made_claim(n, *one) for n, one in enumerate(CLAIMS, 1))))
    body += [
        '<div class="scroll" role="group" tabindex="0" aria-label="Claims"><table><thead><tr><th>Copy</th><th>State</th></tr></thead><tbody><tr><td>Archived</td><td>kept</td></tr></tbody></table></div><pre tabindex="0"><code><span class="kn">from</span> <span class="nn">hashlib</span> <span class="kn">import</span> md5  <span class="c1"># a number</span>\n</code></pre>'
    ]
    w.section = "people"
    first = len(w.marks)
    w.cite("rfam-2020")
    w.cite("geng-2020")
    people = (
        Person("gao", gao, "高志剛", "高志刚", "sender", "own-interview", (first,), HERE),
        Person("geng", geng, "耿冠軍", "耿冠军", "recipient", "own-statement", (first + 1,), HERE),
    )
    facts = CaseFacts(
        "wechat",
        "CN-SX",
        ("US",),
        ("account-monitoring", "device-search"),
        "imprisoned",
        PartialDate(2019, 9, 26),
        people,
        envelope,
    )
    title = "Ten months for one forwarded video" if lang == "en" else "轉傳一段影片，十個月"
    summary = "Gao Zhigang sent a clip to a friend in California. The friend, he says, never opened it. Somebody else did, and a court in Taiyuan put Gao in prison."
    if lang != "en":
        summary = "高志剛把一段影片傳給在加州的朋友。朋友說，他從沒點開。點開的另有其人；太原的法院把高志剛送進監獄。"
    heads = (
        ("happened", "What happened"),
        ("reading", "Who read it, and how"),
        ("when", "When"),
        ("claims", "Claim by claim"),
    )
    return document(
        PageKind.CASE, "gao-zhigang", lang, title, summary, body, blocks, w.marks, heads, facts
    )


def case_unknown(lang: str) -> Document:
    """Write a short case: no platform, no way known."""
    w = Writer(section="envelope")
    envelope = Envelope(
        w.stop("Somebody", ""),
        None,
        w.stop("A friend", "in Sweden"),
        w.stop("The police", "[tn-2020]"),
        (),
        (),
    )
    claims = ClaimsBlock((w.made_claim(1, "only", "One thing happened.[tn-2020]", None),))
    facts = CaseFacts("", "SE", ("SE", "CN"), (), "", PartialDate(2012), (), envelope)
    return document(
        PageKind.CASE,
        "sweden",
        lang,
        "A mail that arrived",
        "A mail from Sweden. Nobody knows how it came to be read.",
        [BlockSlot(0)],
        [claims],
        w.marks,
        (),
        facts,
    )


def document(
    kind: PageKind,
    slug: str,
    lang: str,
    title: str,
    summary: str,
    body: list[object],
    blocks: list[Block],
    marks: list[Mark],
    heads: tuple[tuple[str, str], ...],
    facts: CaseFacts | None,
) -> Document:
    """Make a document of its parts."""
    folder = "" if kind is PageKind.PAGE else f"/{kind.value}"
    return Document(
        kind=kind, slug=slug, lang=lang, url=f"{PREFIX[lang]}{folder}/{slug}/", path=f"{kind.value}/{slug}.md",
        translation=lang != "en", draft=False, title=title, summary=summary, date=date(2026, 11, 24),
        reviewed=date(2026, 11, 24), updated=date(2026, 11, 24), translated=date(2026, 11, 24) if lang != "en" else None,
        case=facts, body=tuple(body), blocks=tuple(blocks), marks=tuple(marks),
        headings=tuple(Heading(id_, words, 2) for id_, words in heads),
        anchors=tuple(id_ for id_, _ in heads), links=(), suspects=(), keys=(), diagnostics=(), words=900,
    )  # fmt: skip


def explainer(lang: str) -> Document:
    """Write an explainer."""
    w = Writer(section="a")
    body = [
        '<h2 id="a">Two kinds of account</h2>',
        *w.passage("The company sorts people by telephone number.[lab-2020]"),
        BlockSlot(0),
    ]
    claims = ClaimsBlock(
        (
            w.made_claim(
                1, "files", "Files sent among accounts abroad are examined.[lab-2020]", None
            ),
            w.made_claim(
                2,
                "person",
                "A person looks at what the program finds.[lab-2020]",
                Marker.NOT_ESTABLISHED,
            ),
        )
    )
    summary = "A message on WeChat is unlocked on the company’s servers. Tests show that files are examined there."
    return document(
        PageKind.EXPLAINER,
        "how-wechat-reads",
        lang,
        "How WeChat reads messages",
        summary,
        body,
        [claims],
        w.marks,
        (("a", "Two kinds of account"),),
        None,
    )


def page(lang: str, slug: str) -> Document:
    """Write a plain page."""
    body = [
        '<h2 id="on-record">On record</h2><p>Rule 2: a document <code>itself</code>.</p><ol><li>One</li><li>Two<ul><li>Inner</li></ul></li></ol><blockquote><p>Words.</p></blockquote>'
    ]
    return document(
        PageKind.PAGE,
        slug,
        lang,
        slug.title(),
        "",
        body,
        [],
        [],
        (("on-record", "On record"),),
        None,
    )


def join(documents: list[Document], **settings: object) -> Site:
    """Make the site of some documents, as reading does."""
    languages = (language("en", first=True), language("zh-hant"))
    config = Config("The Third Reader", "https://third.example", "", languages, date(2026, 11, 24))
    groups: dict[tuple[PageKind, str], list[Document]] = {}
    shelves: dict[tuple[PageKind, str], list[Document]] = {}
    cited: dict[str, list[Place]] = {}
    grades: dict[tuple[str, str], Graded] = {}
    for one in documents:
        groups.setdefault((one.kind, one.slug), []).append(one)
        shelves.setdefault((one.kind, one.lang), []).append(one)
        for number, mark in enumerate(one.marks):
            cited.setdefault(mark.item.key, []).append(Place(one, number))
        for claim in one.claims:
            if found := grade(claim.marker, claim.keys, SOURCES):
                grades[one.url, claim.id] = found
    words = {
        "platforms": {"wechat": {"en": "WeChat", "zh-hant": "微信"}},
        "mechanisms": {"device-search": {"en": "Phone searched"}},
        "outcomes": {"imprisoned": {"en": "Imprisoned"}},
        "countries": {
            "CN": {"en": "China", "zh-hant": "中國"},
            "CN-SX": {"en": "Shanxi, China", "zh-hant": "中國山西"},
        },
    }
    return Site(
        config=replace(config, **settings),
        documents=tuple(documents),
        sources=SOURCES,
        vocabulary=Vocabulary(words),
        origins={id_: origins((id_,), SOURCES) for id_ in SOURCES},
        relays=relays(SOURCES),
        grades=grades,
        cited={key: tuple(places) for key, places in cited.items()},
        drafts=frozenset(),
        pictures={},
        diagnostics=(),
        groups={key: tuple(found) for key, found in groups.items()},
        shelves={key: tuple(found) for key, found in shelves.items()},
    )


def whole_site(**settings: object) -> Site:
    """Make the whole small site."""
    return join(
        [
            *(case_gao(lang) for lang in PREFIX),
            case_unknown("en"),
            *(explainer(lang) for lang in PREFIX),
            *(page(lang, slug) for slug in ("contact", "method", "safety") for lang in PREFIX),
        ],
        **settings,
    )


@dataclass(frozen=True)
class Rendered:
    """A site as files."""

    site: Site
    html: dict[str, str]
    """By address."""


def render(site: Site) -> Rendered:
    """Render every page as the plugin does."""
    words: dict[str, Catalogue] = {one.code: catalogue(one) for one in site.config.languages}
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, extensions=[Kept],
    )  # fmt: skip
    spoken = {code: in_language(environment, t) for code, t in words.items()}
    pages = all_pages(site, words)
    around = Surroundings(site, words, frozenset(one.address for one in pages))
    html = {}
    for one in pages:
        template = spoken[one.lang].get_template(one.template)
        chrome = around.of(one.address, one.lang, ("/theme/site.css",), "default-src 'none'")
        html[one.address] = template.render(view=one.make(), site=chrome)
    return Rendered(site, html)
