"""What every mention of one source shows, made once a language for all pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from third_reader.citations.labels import reference
from third_reader.languages.catalogue import Catalogue
from third_reader.languages.script import mark_scripts
from third_reader.model.address import source_address
from third_reader.model.blocks import EventDate
from third_reader.model.language import Language
from third_reader.model.source import Kind, Source
from third_reader.reading.targets import onion
from third_reader.views.margins import lines
from third_reader.views.words import kind_words, read_words

OF_A_PARTY = frozenset({Kind.OFFICIAL, Kind.COURT_RECORD, Kind.PARTY_CLAIM})
"""Kinds whose own server may belong to the accused: the copy is the first link."""

BARE = re.compile(r"[A-Za-z]?\d{3,}")
"""A call number that tells a reader nothing: `n12334640`."""


@dataclass(frozen=True, slots=True)
class Out:
    """A link that leaves the site."""

    href: str
    words: str
    """`archived copy`, or the name of the server."""


@dataclass(frozen=True, slots=True)
class Card:
    """One source in one language."""

    id: str
    label: str
    name: Markup
    """The label as HTML: letters of another script carry their language."""
    href: str
    kind: str
    who: str
    title: str
    lang: str
    """BCP 47 tag of the title; empty: as the page."""
    title_en: str
    """Empty: none, or the title is English already, or the page reads the title's language."""
    tongue: str
    """`in Chinese`; empty: in the page's language, or not stated."""
    aside: str
    """The same in brackets, to follow the title."""
    container: Markup
    """Its words in another script carry their language."""
    date: str
    read: str
    links: tuple[Out, ...]
    """Best first; empty: it has no address."""
    copied: bool
    """One of them is an archived copy."""
    call_number: str
    """With words before it where it is a bare number."""
    lines: int
    """Lines of its full note."""
    stop: str
    """What ends its title."""
    lost: str
    """Says that it is gone without a copy; empty: it is not."""


def cards(
    sources: Mapping[str, Source], labels: Mapping[str, str], language: Language, t: Catalogue
) -> dict[str, Card]:
    """Give the card of every source, by id."""
    kinds, reads = kind_words(t), read_words(t)
    made = {}
    for id_, source in sources.items():
        shown = reference(source, language)
        lang = source.language if shown.foreign else ""
        # Of a language that is not stated, a Chinese page shows the title as it stands.
        unread = shown.foreign or not (source.language or language.tag.startswith("zh"))
        english = shown.title_en if unread else ""
        place = shown.container or shown.publisher
        day = date_words(source, t)
        tongue = t("in {language}", language=t.language_name(lang)) if lang else ""
        made[id_] = Card(
            id=id_,
            label=labels[id_],
            name=spoken(labels[id_], language.tag),
            href=source_address(id_, language.prefix),
            kind=kinds[source.kind],
            who=shown.who,
            title=shown.title,
            lang=lang,
            title_en=english,
            tongue=tongue,
            aside=t.gap + t("({place})", place=tongue) if tongue else "",
            container=spoken(place, language.tag),
            date=day,
            read=reads[source.read],
            links=links(source, t),
            copied=any(is_web(copy.url) for copy in source.archived),
            call_number=_called(source.call_number, t),
            lines=lines(english or shown.title, f"{place}, {day}, {host(source.url)}"),
            stop=" " if shown.title[-1:] in "?!.…？！。" and not shown.title_en else t(". "),
            lost=_lost(source, t),
        )
    return made


def date_words(source: Source, t: Catalogue) -> str:
    """Give the date of a source as precise as it is known."""
    if source.issued is None:
        return t("undated")
    return t.when(EventDate(source.issued, source.issued_end))


def links(source: Source, t: Catalogue) -> tuple[Out, ...]:
    """Give its outside links, best first (FEATURES, no. 13)."""
    copies = [Out(copy.url, t("archived copy")) for copy in source.archived if is_web(copy.url)]
    own = [Out(source.url, host(source.url))] if is_web(source.url) else []
    return tuple(copies + own if source.kind in OF_A_PARTY else own + copies)


def is_web(url: str) -> bool:
    """Tell whether an address may be a link: an onion service's is shown as text."""
    return url.startswith(("https://", "http://")) and not onion(url)


def host(url: str) -> str:
    """Give the server of an address, for readers: whom they would call on."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


def spoken(words: str, tag: str) -> Markup:
    """Escape words, and mark those in a script that a page of this language does not use."""
    return Markup(mark_scripts(str(escape(words)), tag))  # noqa: S704  escaped here


def _called(number: str, t: Catalogue) -> str:
    return t("Publisher’s number: {number}", number=number) if BARE.fullmatch(number) else number


def _lost(source: Source, t: Catalogue) -> str:
    return t("gone, and no copy is left") if source.status == "gone" and not source.archived else ""
