"""The words that labels and references need in each language: data, and no rule."""

from collections.abc import Mapping
from dataclasses import dataclass

from third_reader.model.language import Language


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language writes a citation."""

    han: bool
    """Its own script is Han: names in two scripts show their Han part."""
    undated: str
    """In place of the year."""
    undated_letter: str
    """Between that and a letter: `n.d.-a`."""
    two: str
    """Between two authors."""
    many: str
    """Between more authors."""
    last: str
    """Before the last of them."""
    others: str
    """After the first authors, in place of the rest."""
    article: tuple[str, str]
    """Marks around the title of an article, a page or a case."""
    book: tuple[str, str]
    """Marks around the title of a book, and of a periodical that holds an article."""
    locators: Mapping[str, tuple[str, str]]
    """Label to patterns for one and for more; `{}` is the locator."""


ENGLISH = Wording(
    han=False,
    undated="n.d.",
    undated_letter="-",
    two=" and ",
    many=", ",
    last=" and ",
    others=" et al.",
    article=("", ""),
    book=("", ""),
    locators={
        "page": ("p. {}", "pp. {}"),
        "chapter": ("chap. {}", "chaps. {}"),
        "section": ("sec. {}", "secs. {}"),
        "paragraph": ("para. {}", "paras. {}"),
        "volume": ("vol. {}", "vols. {}"),
        "book": ("book {}", "books {}"),
        "issue": ("no. {}", "nos. {}"),
        "folio": ("fol. {}", "fols. {}"),
        "figure": ("fig. {}", "figs. {}"),
        "line": ("line {}", "lines {}"),
        "note": ("note {}", "notes {}"),
        "opus": ("op. {}", "opp. {}"),
        "part": ("part {}", "parts {}"),
        "column": ("col. {}", "cols. {}"),
        "verse": ("verse {}", "verses {}"),
        "sub-verbo": ("entry {}", "entries {}"),
        "article": ("art. {}", "arts. {}"),
        "annex": ("annex {}", "annexes {}"),
        "appendix": ("appendix {}", "appendices {}"),
        "recital": ("recital {}", "recitals {}"),
        "table": ("table {}", "tables {}"),
        "timestamp": ("at {}", "at {}"),
    },
)


def _same(patterns: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    return {label: (pattern, pattern) for label, pattern in patterns.items()}


TRADITIONAL = Wording(
    han=True,
    undated="無日期",
    undated_letter="",
    two="、",
    many="、",
    last="、",
    others="等",
    article=("〈", "〉"),
    book=("《", "》"),
    locators=_same(
        {
            "page": "第{}頁",
            "chapter": "第{}章",
            "section": "第{}節",
            "paragraph": "第{}段",
            "volume": "第{}卷",
            "book": "第{}冊",
            "issue": "第{}期",
            "folio": "第{}葉",
            "figure": "圖{}",
            "line": "第{}行",
            "note": "註{}",
            "opus": "作品{}",
            "part": "第{}部分",
            "column": "第{}欄",
            "verse": "第{}節",
            "sub-verbo": "詞條{}",
            "article": "第{}條",
            "annex": "附件{}",
            "appendix": "附錄{}",
            "recital": "前言第{}段",
            "table": "表{}",
            "timestamp": "{} 處",
        }
    ),
)

SIMPLIFIED = Wording(
    han=True,
    undated="无日期",
    undated_letter="",
    two="、",
    many="、",
    last="、",
    others="等",
    article=("《", "》"),
    book=("《", "》"),
    locators=_same(
        {
            "page": "第{}页",
            "chapter": "第{}章",
            "section": "第{}节",
            "paragraph": "第{}段",
            "volume": "第{}卷",
            "book": "第{}册",
            "issue": "第{}期",
            "folio": "第{}叶",
            "figure": "图{}",
            "line": "第{}行",
            "note": "注{}",
            "opus": "作品{}",
            "part": "第{}部分",
            "column": "第{}栏",
            "verse": "第{}节",
            "sub-verbo": "词条{}",
            "article": "第{}条",
            "annex": "附件{}",
            "appendix": "附录{}",
            "recital": "序言第{}段",
            "table": "表{}",
            "timestamp": "{} 处",
        }
    ),
)

WORDINGS: Mapping[str, Wording] = {"en": ENGLISH, "zh-hant": TRADITIONAL, "zh-hans": SIMPLIFIED}


def wording(language: Language) -> Wording:
    """Give a language's citation words; a language without its own takes the English ones."""
    return WORDINGS.get(language.code, ENGLISH)
