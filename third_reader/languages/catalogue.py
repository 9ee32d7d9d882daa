"""Words, dates, numbers and country names of the interface, in one language (Babel, CLDR)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from third_reader.languages.load import folder, read_settings
from third_reader.model.blocks import EventDate
from third_reader.model.language import Language
from third_reader.model.source import PartialDate


@dataclass(frozen=True, slots=True)
class Customs:
    """What a language writes otherwise than CLDR does: from its `language.yaml`."""

    territories: Mapping[str, str]
    """ISO 3166-1 code to a shorter name."""
    months: Mapping[str, str]
    """CLDR's short name of a month to another."""
    years: str
    """A span of two years, with `{start}` and `{end}`."""
    mixed: str
    """A span of two dates of different precision."""


class Catalogue:
    """What templates and views call `t`: `t("Sources")`, `t.n("{n} claim", "{n} claims", 3)`.

    The English words are the message ids; a word that the catalogue lacks stands in English. It
    is made once a language and called for thousands of pages, so dates and numbers are kept.
    """

    def __init__(
        self, language: Language, translations: NullTranslations, customs: Customs
    ) -> None:
        """Join a language with its translations and what it writes otherwise than CLDR."""
        self.language = language
        self.gap = "" if language.tag.startswith("zh") else " "
        """What parts two sentences."""
        self._locale = Locale.parse(language.locale)
        self._translations = translations
        self._customs = customs
        self._short: Callable[[PartialDate], str] = cache(self._make_short)
        self._when: Callable[[EventDate], str] = cache(self._make_when)
        self._day: Callable[[date], str] = cache(self._make_day)
        self._number: Callable[[int | float], str] = cache(self._make_number)

    def __call__(self, words: str, **values: object) -> str:
        """Give the words in this language, with values in their braces."""
        found = self._translations.gettext(words)
        return found.format(**values) if values else found

    def n(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Give the words for a number of things; `{n}` stands for the number, grouped.

        Two messages may share a singular, so a counted message's context is its plural.
        """
        found = self._translations.npgettext(plural, singular, plural, n)
        return found.format(**{"n": self.number(n), **values})

    def day(self, day: date) -> str:
        """Give a day in full: `24 November 2026`, `2026年11月24日`."""
        return self._day(day)

    def short(self, when: PartialDate) -> str:
        """Give a date as precise as it is known: `26 Sep 2019`, `Sep 2019`, `2019`."""
        return self._short(when)

    def long(self, when: PartialDate) -> str:
        """Give a date in full, as precise as it is known: `November 2026`."""
        if when.day is not None:
            return self.day(_first_day(when))
        skeleton = _skeleton(when).replace("MMM", "MMMM")
        return str(format_skeleton(skeleton, _first_day(when), locale=self._locale))

    def when(self, when: EventDate) -> str:
        """Give the date of an event, or its span: `26 Sep – 11 Dec 2019`."""
        return self._when(when)

    def number(self, number: int | float) -> str:
        """Give a number with its thousands apart: `12,345`."""
        return self._number(number)

    def country(self, code: str) -> str:
        """Give the name of a territory (ISO 3166-1), of a subdivision that of its country.

        A code that CLDR does not know is its own name.
        """
        territory = code.partition("-")[0].upper()
        return self._customs.territories.get(territory) or self._locale.territories.get(
            territory, code
        )

    def list(self, words: Sequence[str]) -> str:
        """Give words as a list in a sentence: `a, b and c`, `a、b和c`."""
        return format_list(words, locale=self._locale)

    def language_name(self, tag: str) -> str:
        """Give the name of a language (BCP 47), without its script: `Chinese`, `中文`.

        A tag that CLDR does not know is its own name.
        """
        return str(self._locale.languages.get(tag.partition("-")[0].lower(), tag))

    def _make_day(self, day: date) -> str:
        return format_date(day, "long", locale=self._locale)

    def _make_number(self, number: int | float) -> str:
        return format_decimal(number, locale=self._locale)

    def _make_short(self, when: PartialDate) -> str:
        words = format_skeleton(_skeleton(when), _first_day(when), locale=self._locale)
        return self._renamed(str(words))

    def _make_when(self, when: EventDate) -> str:
        start, end = when.start, when.end
        if end is None or end == start:
            return self.short(start)
        if start.month is None or _skeleton(start) != _skeleton(end):
            # CLDR's intervals need one precision, and drop the year's own word in Chinese.
            years = (start.month, end.month) == (None, None)
            span = self._customs.years if years else self._customs.mixed
            return span.format(start=self.short(start), end=self.short(end))
        words = format_interval(
            _first_day(start), _first_day(end), _skeleton(start), locale=self._locale
        )
        return self._renamed(words.replace("\u2009", " "))

    def _renamed(self, words: str) -> str:
        for long, short in self._customs.months.items():
            words = words.replace(long, short)
        return words


@cache
def catalogue(language: Language) -> Catalogue:
    """Read a language's catalogue; English, which has none, gives the message ids back.

    Raises LookupError for a language without a folder, ValueError for a file that is no .po.
    """
    settings = read_settings(language.code)
    span = settings["span"]
    customs = Customs(
        settings["territories"], settings.get("months", {}), span["years"], span["mixed"]
    )
    return Catalogue(language, read_translations(language), customs)


def read_translations(language: Language) -> NullTranslations:
    """Read `messages.po` of a language; without one, every message stands for itself."""
    file = folder(language.code) / "messages.po"
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as stream:
        messages = read_po(stream, locale=language.locale, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _skeleton(when: PartialDate) -> str:
    if when.month is None:
        return "y"
    return "yMMM" if when.day is None else "yMMMd"


def _first_day(when: PartialDate) -> date:
    return date(when.year, when.month or 1, when.day or 1)
