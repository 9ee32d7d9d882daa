"""Source to words: short labels, locators and references, in each language's own style."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from third_reader.citations.wording import Wording, wording
from third_reader.model.citation import CiteItem
from third_reader.model.language import Language
from third_reader.model.source import Kind, Name, PartialDate, Source

_HAN = re.compile(r"[\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_AFTERTHOUGHT = re.compile(
    r"\s*(?:[(（\[,，;；]|\s/\s|\s(?:via|reposted by|reprint(?:ed)?|copy at)\b).*", re.DOTALL
)
_NUMBER = r"(?:\d+|[ivxlcdm]+)"
_RANGE = re.compile(rf"\b({_NUMBER})\s*[-\u2010-\u2015]+\s*({_NUMBER})\b", re.IGNORECASE)
_LIST = re.compile(r"\d\w*\s*(?:[,;&、，；]|\band\b|與|和|及)\s*\w")
_FEW_WORDS, _FEW_CHARACTERS, _AUTHORS = 4, 10, 3
_BY_AUTHOR = (Kind.FIRST_PERSON, Kind.ANALYSIS, Kind.TECHNICAL_RESEARCH)
_PERIODICALS = ("article-journal", "article-magazine", "article-newspaper", "chapter")
_BOOKS = ("book", "thesis", "motion_picture", "report")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a note or a bibliography says of a source, in one language's style."""

    who: str
    """Authors as they write themselves, three at most; empty: none named."""
    title: str
    """In the source's own language, within that style's title marks."""
    title_tag: str
    """BCP 47 tag of the title's language; empty: not stated."""
    title_en: str
    """The title in English; empty: none, or the title is English already."""
    container: str
    """What it appeared in, within title marks if that is a periodical; may be empty."""
    publisher: str
    """Empty if it only repeats the author or the container."""
    issued: PartialDate | None
    """None: undated."""
    issued_end: PartialDate | None
    foreign: bool
    """Its language is stated and is not the page's: name it for the reader (`title_tag`)."""
    url: str
    call_number: str


def labels(
    sources: Mapping[str, Source], people: Mapping[str, str], language: Language
) -> Mapping[str, str]:
    """Give every source's label, by id: `Taiwan News 2020`, `Citizen Lab 2020a`.

    `people` maps names as sources write them to those that pages of this language use. Equal
    labels get letters, by date and then id, so they do not depend on the order of `sources`. A
    name that ends with the year has it once: `Cybersecurity Law of 2016`.
    """
    words = wording(language)
    ordered = sorted(sources.values(), key=_by_date)
    plain = {source.id: _plain(source, people, words) for source in ordered}
    times = Counter(plain.values())
    seen: Counter[str] = Counter()
    result = {}
    for source in ordered:
        text = plain[source.id]
        letter = ""
        if times[text] > 1:
            letter = ("" if source.issued else words.undated_letter) + _letter(seen[text])
            seen[text] += 1
        result[source.id] = text + letter
    return dict(sorted(result.items()))


def locator_words(item: CiteItem, language: Language) -> str:
    """Give an item's locator as a reader sees it: `pp. 3–5`, `第3–5頁`; empty without one.

    A locator without a label, which Pandoc's braces allow, stays as it was typed.
    """
    place = _RANGE.sub(r"\1–\2", item.locator.strip())
    if not place or not item.locator_label:
        return place
    patterns = wording(language).locators.get(item.locator_label)
    if patterns is None:
        return f"{item.locator_label} {place}"
    several = bool(_RANGE.search(place) or _LIST.search(place))
    return patterns[several].format(place)


def reference(source: Source, language: Language) -> Reference:
    """Give the full reference of a source, in the style of the page's language."""
    words = wording(language)
    kind = str(source.csl.get("type", ""))
    title_marks = words.book if kind in _BOOKS else words.article
    container_marks = words.book if kind in _PERIODICALS else ("", "")
    who = _joined([_full(name) for name in source.author if _full(name)], words, _AUTHORS)
    publisher = source.publisher
    if publisher in (who, source.container):
        publisher = ""
    return Reference(
        who=who,
        title=_marked(source.title, title_marks),
        title_tag=source.language,
        title_en=_english(source),
        container=_marked(source.container, container_marks),
        publisher=publisher,
        issued=source.issued,
        issued_end=source.issued_end,
        foreign=bool(source.language) and _primary(source.language) != _primary(language.tag),
        url=source.url,
        call_number=source.call_number,
    )


def _plain(source: Source, people: Mapping[str, str], words: Wording) -> str:
    who = _who(source, people, words)
    if source.issued and re.search(rf"(?<!\d){source.issued.year}年?$", who):
        return who
    return f"{who} {source.issued.year if source.issued else words.undated}"


def _english(source: Source) -> str:
    """Give the title in English; empty if the title is that already."""
    same = _primary(source.language) == "en" or source.title_en == source.title
    return "" if same else source.title_en


def _who(source: Source, people: Mapping[str, str], words: Wording) -> str:
    if source.title_short:
        return people.get(source.title_short) or _in_script(source.title_short, words.han)
    outlet = _outlet(source.container, people, words)
    author = _authors(source, people, words)
    by_outlet = source.kind is Kind.NEWS_REPORT or (
        source.csl.get("type") == "webpage" and source.kind not in _BY_AUTHOR
    )
    first, second = (outlet, author) if by_outlet else (author, outlet)
    return first or second or _outlet(source.publisher, people, words) or _first_words(source.title)


def _outlet(name: str, people: Mapping[str, str], words: Wording) -> str:
    cut = _AFTERTHOUGHT.sub("", name).strip() or name.strip()
    return people.get(cut) or _in_script(cut, words.han)


def _authors(source: Source, people: Mapping[str, str], words: Wording) -> str:
    names = [_short(name, people, words) for name in source.author]
    return _joined([name for name in names if name], words, 2)


def _short(name: Name, people: Mapping[str, str], words: Wording) -> str:
    full = _full(name)
    if full in people:
        return people[full]
    if name.family and not _HAN.search(full):
        return name.family
    return _outlet(full, people, words)


def _full(name: Name) -> str:
    if name.literal:
        return name.literal.strip()
    if _HAN.search(name.family):
        return (name.family + name.given).strip()
    return f"{name.given} {name.family}".strip()


def _joined(names: list[str], words: Wording, most: int) -> str:
    if len(names) > most:
        kept = names[:1] if most < _AUTHORS else names[:most]
        space = " " if words.han and _LATIN.match(kept[-1][-1]) else ""
        return words.many.join(kept) + space + words.others
    if len(names) == 2:
        return words.two.join(names)
    return words.last.join(filter(None, (words.many.join(names[:-1]), *names[-1:])))


def _in_script(name: str, han: bool) -> str:
    """Give the part of a name that is in the page's script: names often stand in both."""
    if not (_HAN.search(name) and _LATIN.search(name)):
        return name
    part = " ".join(word for word in name.split() if bool(_HAN.search(word)) is han)
    return part if (_HAN if han else _LATIN).search(part) else name


def _first_words(title: str) -> str:
    if _HAN.search(title):
        return re.split(r"[\s，。：；、,.:;]", title.strip("《〈「“\"' "))[0][:_FEW_CHARACTERS]
    return " ".join(title.split()[:_FEW_WORDS]).rstrip(",.:;")


def _marked(words: str, marks: tuple[str, str]) -> str:
    if not words or words[0] in "《〈":
        return words
    return f"{marks[0]}{words}{marks[1]}"


def _by_date(source: Source) -> tuple[int, int, int, str]:
    issued = source.issued or PartialDate(0)
    return issued.year, issued.month or 0, issued.day or 0, source.id


def _letter(index: int) -> str:
    """Give a, b, and after z: aa, ab."""
    more, last = divmod(index, 26)
    return (_letter(more - 1) if more else "") + chr(ord("a") + last)


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()
