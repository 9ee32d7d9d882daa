"""A catalogue gives words, dates, numbers and names as its language writes them (CLDR)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from third_reader.languages import codes, language
from third_reader.languages.catalogue import Catalogue, catalogue
from third_reader.model.blocks import EventDate
from third_reader.model.source import PartialDate

DAY, MONTH, YEAR = PartialDate(2019, 9, 26), PartialDate(2019, 9), PartialDate(2019)


def words(code: str) -> Catalogue:
    return catalogue(language(code, first=code == "en"))


def test_a_language_is_its_folder() -> None:
    assert codes() == ("en", "zh-hans", "zh-hant")
    first, other = language("en", first=True), language("zh-hant", first=False)
    assert (first.prefix, first.tag, first.direction) == ("", "en", "ltr")
    assert (other.prefix, other.tag, other.name) == ("/zh-hant", "zh-Hant", "繁體")


def test_an_unknown_language_is_an_error_that_names_the_known() -> None:
    with pytest.raises(LookupError, match="'xx'; known are en, zh-hans, zh-hant"):
        language("xx", first=False)


def test_unknown_words_stand_in_english() -> None:
    t = words("zh-hant")
    assert t("Words that no page has, {who}", who="A") == "Words that no page has, A"
    assert t("No {values}") == "No {values}"
    assert t.n("{n} odd thing", "{n} odd things", 1) == "1 odd thing"
    assert t.n("{n} odd thing of {who}", "{n} odd things of {who}", 1200, who="A") == (
        "1,200 odd things of A"
    )


@pytest.fixture
def read_anew() -> Iterator[None]:
    """Catalogues are kept once they are read: those of a test stay in it."""
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


@pytest.mark.usefixtures("read_anew")
def test_a_catalogue_translates_and_chinese_has_one_plural(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "messages.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n'
        'Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgid "Sources"\nmsgstr "來源"\n\n'
        'msgctxt "{n} claims"\n'
        'msgid "{n} claim"\nmsgid_plural "{n} claims"\nmsgstr[0] "{n} 條陳述"\n\n'
        'msgctxt "All {n} claims"\n'
        'msgid "{n} claim"\nmsgid_plural "All {n} claims"\nmsgstr[0] "全部 {n} 條陳述"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr("third_reader.languages.catalogue.folder", lambda _: tmp_path)
    t = words("zh-hant")
    assert t("Sources") == "來源"
    assert [t.n("{n} claim", "{n} claims", n) for n in (0, 1, 2)] == [
        "0 條陳述",
        "1 條陳述",
        "2 條陳述",
    ]
    assert t.n("{n} claim", "All {n} claims", 1200) == "全部 1,200 條陳述"


@pytest.mark.parametrize(
    ("code", "day", "short"),
    [
        ("en", "24 November 2026", ("26 Sep 2019", "Sep 2019", "2019")),
        ("zh-hant", "2026年11月24日", ("2019年9月26日", "2019年9月", "2019年")),
        ("zh-hans", "2026年11月24日", ("2019年9月26日", "2019年9月", "2019年")),
    ],
)
def test_dates(code: str, day: str, short: tuple[str, ...]) -> None:
    t = words(code)
    for _ in range(2):
        assert t.day(date(2026, 11, 24)) == day
        assert tuple(t.short(one) for one in (DAY, MONTH, YEAR)) == short


@pytest.mark.parametrize(
    ("code", "long"),
    [
        ("en", ("26 September 2019", "September 2019", "2019")),
        ("zh-hant", ("2019年9月26日", "2019年9月", "2019年")),
        ("zh-hans", ("2019年9月26日", "2019年9月", "2019年")),
    ],
)
def test_dates_in_full(code: str, long: tuple[str, ...]) -> None:
    assert tuple(words(code).long(one) for one in (DAY, MONTH, YEAR)) == long


@pytest.mark.parametrize(
    ("start", "end", "english", "chinese"),
    [
        (DAY, None, "26 Sep 2019", "2019年9月26日"),
        (DAY, DAY, "26 Sep 2019", "2019年9月26日"),
        (DAY, PartialDate(2019, 9, 28), "26–28 Sep 2019", "2019年9月26日至28日"),
        (DAY, PartialDate(2019, 12, 11), "26 Sep – 11 Dec 2019", "2019年9月26日至12月11日"),
        (MONTH, PartialDate(2020, 1), "Sep 2019 – Jan 2020", "2019年9月至2020年1月"),
        (YEAR, PartialDate(2021), "2019–2021", "2019年至2021年"),
        (YEAR, PartialDate(2020, 1), "2019 – Jan 2020", "2019年至2020年1月"),
        (DAY, PartialDate(2020, 1), "26 Sep 2019 – Jan 2020", "2019年9月26日至2020年1月"),
    ],
)
def test_spans(start: PartialDate, end: PartialDate | None, english: str, chinese: str) -> None:
    assert words("en").when(EventDate(start, end)) == english
    assert words("zh-hant").when(EventDate(start, end)) == chinese


def test_countries_numbers_lists_and_languages() -> None:
    english, traditional, simplified = words("en"), words("zh-hant"), words("zh-hans")
    assert [english.country(code) for code in ("CN-SX", "HK", "US", "qq")] == [
        "China",
        "Hong Kong",
        "United States",
        "qq",
    ]
    assert traditional.country("TW") == "台灣"
    assert simplified.country("MO") == "澳门"
    assert english.number(12345) == "12,345"
    assert english.list(["a", "b", "c"]) == "a, b and c"
    assert traditional.list(["甲", "乙"]) == "甲和乙"
    assert english.list([]) == ""
    assert english.language_name("zh-Hans") == "Chinese"
    assert traditional.language_name("en") == "英文"
    assert english.language_name("qqq") == "qqq"
