"""One source, cited in three languages, has each language's own label (golden pairs)."""

from dataclasses import replace

import pytest

from third_reader.citations.labels import labels, locator_words, reference
from third_reader.citations.wording import WORDINGS
from third_reader.model.citation import CiteItem, Mode
from third_reader.model.language import Language
from third_reader.model.position import Position
from third_reader.model.source import Kind, Name, PartialDate, Source

ENGLISH = Language("en", "en", "English", "en_GB", "ltr", "")
TRADITIONAL = Language("zh-hant", "zh-Hant", "繁體", "zh_Hant_TW", "ltr", "/zh-hant")
SIMPLIFIED = Language("zh-hans", "zh-Hans", "简体", "zh_Hans_CN", "ltr", "/zh-hans")
Y2020 = PartialDate(2020)
RFA = "自由亚洲电台 Radio Free Asia, reposted by msa-it.org"


def source(
    key: str = "a",
    kind: Kind = Kind.NEWS_REPORT,
    issued: PartialDate | None = Y2020,
    author: tuple[Name, ...] = (),
    container: str = "",
    publisher: str = "",
    title: str = "Man jailed for sharing video on WeChat",
    short: str = "",
    csl_type: str = "article-newspaper",
    language: str = "en",
) -> Source:
    return Source(
        id=key,
        kind=kind,
        title=title,
        title_short=short,
        title_en="Tencent watches",
        author=author,
        container=container,
        publisher=publisher,
        issued=issued,
        issued_end=None,
        url="https://news.example/",
        call_number="",
        language=language,
        derived_from=(),
        archived=(),
        status="",
        checked=None,
        read=None,
        note="",
        csl={"type": csl_type},
        position=Position("sources/a.yaml"),
    )


def people(*names: str) -> tuple[Name, ...]:
    return tuple(Name(literal=name) for name in names)


GENG = source(kind=Kind.FIRST_PERSON, author=people("耿冠军"), container="北京之春 Beijing Spring")


@pytest.mark.parametrize(
    ("one", "english", "traditional"),
    [
        (source(container="Taiwan News"), "Taiwan News 2020", "Taiwan News 2020"),
        (
            source(container="Taiwan News", short="台灣英文新聞 Taiwan News"),
            "Taiwan News 2020",
            "台灣英文新聞 2020",
        ),
        (
            source(container=RFA, author=people("黄小山")),
            "Radio Free Asia 2020",
            "自由亚洲电台 2020",
        ),
        (GENG, "Geng Guanjun 2020", "耿冠軍 2020"),
        (
            source(container="Toronto Star (agency report)"),
            "Toronto Star 2020",
            "Toronto Star 2020",
        ),
        (source(container="National Review via Yahoo"), "National Review 2020", None),
        (source(short="RFA, September 2020"), "RFA, September 2020", "RFA, September 2020"),
        (source(short="RFA, September 2019"), "RFA, September 2019 2020", None),
        (source(short="Law no. 12020"), "Law no. 12020 2020", None),
        (source(container="WIRED reprint"), "WIRED 2020", None),
        (source(container="", title="「微信」转发一个视频"), "微信」转发一个视频 2020", None),
        (source(container=""), "Man jailed for sharing 2020", None),
        (source(container="", publisher="Court of Appeal, Leeds"), "Court of Appeal 2020", None),
        (
            source(
                kind=Kind.TECHNICAL_RESEARCH,
                author=people("Citizen Lab, University of Toronto"),
                container="A journal",
            ),
            "Citizen Lab 2020",
            None,
        ),
        (
            source(
                kind=Kind.ANALYSIS,
                csl_type="webpage",
                author=(Name("Smart", "Roger"), Name("Mosley", "Oliver")),
                container="A site",
            ),
            "Smart and Mosley 2020",
            "Smart、Mosley 2020",
        ),
        (
            source(kind=Kind.ANALYSIS, author=people("Ann Lee", "Bo Li", "Cy Lo")),
            "Ann Lee et al. 2020",
            "Ann Lee 等 2020",
        ),
        (
            source(
                kind=Kind.PARTY_CLAIM, csl_type="webpage", author=people("X Ltd"), container="X"
            ),
            "X 2020",
            None,
        ),
        (source(kind=Kind.OFFICIAL, author=people("NIST"), container="News"), "NIST 2020", None),
        (source(container="Quartz", issued=None), "Quartz n.d.", "Quartz 無日期"),
        (
            source(kind=Kind.FIRST_PERSON, author=(Name("耿", "冠军"),)),
            "Geng Guanjun 2020",
            "耿冠軍 2020",
        ),
    ],
)
def test_a_label_says_who_and_when(one: Source, english: str, traditional: str | None) -> None:
    assert labels({"a": one}, {"耿冠军": "Geng Guanjun"}, ENGLISH) == {"a": english}
    if traditional:
        assert labels({"a": one}, {"耿冠军": "耿冠軍"}, TRADITIONAL) == {"a": traditional}


def test_equal_labels_get_letters_by_date_and_then_by_id() -> None:
    found = {
        "z": source("z", container="Lab", issued=PartialDate(2020, 1)),
        "b": source("b", container="Lab", issued=PartialDate(2020, 5, 7)),
        "a": source("a", container="Lab", issued=PartialDate(2020, 5, 7)),
        "old": source("old", container="Lab", issued=PartialDate(2019)),
        "l": source("l", short="Lab 2019", issued=PartialDate(2019, 2)),
        "n": source("n", container="Lab", issued=None),
        "m": source("m", container="Lab", issued=None),
    }
    assert labels(found, {}, ENGLISH) == {
        "a": "Lab 2020b",
        "b": "Lab 2020c",
        "l": "Lab 2019b",
        "m": "Lab n.d.-a",
        "n": "Lab n.d.-b",
        "old": "Lab 2019a",
        "z": "Lab 2020a",
    }
    assert labels(found, {}, SIMPLIFIED)["m"] == "Lab 无日期a"


def test_labels_do_not_depend_on_the_order_of_sources_and_stay_apart_after_z() -> None:
    many = [source(f"s{number:03}", container="Lab") for number in range(60)]
    straight = labels({one.id: one for one in many}, {}, ENGLISH)
    many = many[31:] + many[30::-1]
    assert labels({one.id: one for one in many}, {}, ENGLISH) == straight
    assert len(set(straight.values())) == 60
    assert [straight[key] for key in ("s000", "s025", "s026", "s052")] == [
        "Lab 2020a",
        "Lab 2020z",
        "Lab 2020aa",
        "Lab 2020ba",
    ]


def at(label: str, place: str) -> CiteItem:
    return CiteItem("a", Mode.NORMAL, "", label, place, "", 0)


@pytest.mark.parametrize(
    ("label", "place", "english", "traditional", "simplified"),
    [
        ("page", "3", "p. 3", "第3頁", "第3页"),
        ("page", "3-5", "pp. 3–5", "第3–5頁", "第3–5页"),
        ("page", "iv -- vi", "pp. iv–vi", "第iv–vi頁", "第iv–vi页"),
        ("page", "33, 35-37", "pp. 33, 35–37", "第33, 35–37頁", "第33, 35–37页"),
        ("page", "3f", "p. 3f", "第3f頁", "第3f页"),
        ("paragraph", "4", "para. 4", "第4段", "第4段"),
        ("article", "47", "art. 47", "第47條", "第47条"),
        ("article", "47 and 48", "arts. 47 and 48", "第47 and 48條", "第47 and 48条"),
        ("chapter", "2", "chap. 2", "第2章", "第2章"),
        ("timestamp", "01:20", "at 01:20", "01:20 處", "01:20 处"),
        ("table", "A-1", "table A-1", "表A-1", "表A-1"),
        ("", "at the end", "at the end", "at the end", "at the end"),
        ("", "", "", "", ""),
        ("scene", "3", "scene 3", "scene 3", "scene 3"),
    ],
)
def test_locators(label: str, place: str, english: str, traditional: str, simplified: str) -> None:
    assert locator_words(at(label, place), ENGLISH) == english
    assert locator_words(at(label, place), TRADITIONAL) == traditional
    assert locator_words(at(label, place), SIMPLIFIED) == simplified


LABELS = (
    "page chapter section paragraph volume book issue folio figure line note opus part column verse"
    " sub-verbo article annex appendix recital table timestamp"
)


@pytest.mark.parametrize("code", WORDINGS)
def test_every_label_of_the_syntax_has_words(code: str) -> None:
    assert set(WORDINGS[code].locators) == set(LABELS.split())


def test_a_reference_in_each_style() -> None:
    one = source(
        author=(Name("Lee", "Ann"), Name(literal="程文"), Name("陳", "雅婷"), Name("Day", "Bo")),
        container="自由时报",
        publisher="自由时报",
        title="腾讯监视海外客户",
        language="zh-Hans",
    )
    english, traditional = reference(one, ENGLISH), reference(one, TRADITIONAL)
    assert english.who == "Ann Lee, 程文, 陳雅婷 et al."
    assert (english.title, english.title_en, english.title_tag, english.foreign) == (
        "腾讯监视海外客户",
        "Tencent watches",
        "zh-Hans",
        True,
    )
    assert (english.container, english.publisher) == ("自由时报", "")
    assert traditional.who == "Ann Lee、程文、陳雅婷等"
    assert (traditional.title, traditional.container) == ("〈腾讯监视海外客户〉", "《自由时报》")
    assert reference(one, SIMPLIFIED).title == "《腾讯监视海外客户》"
    assert not traditional.foreign
    assert traditional.issued == Y2020


def test_a_reference_names_three_authors_and_a_body_without_marks() -> None:
    one = source(author=people("A B", "C D", "E F"), container="Citizen Lab", csl_type="webpage")
    assert reference(one, ENGLISH).who == "A B, C D and E F"
    assert reference(one, TRADITIONAL).who == "A B、C D、E F"
    assert reference(one, TRADITIONAL).container == "Citizen Lab"
    assert reference(one, ENGLISH).title_en == ""
    unstated = source(language="")
    assert reference(unstated, ENGLISH).title_en == "Tencent watches"
    assert reference(replace(unstated, title="Tencent watches"), ENGLISH).title_en == ""
    assert reference(source(csl_type="book", title="《书》"), SIMPLIFIED).title == "《书》"
