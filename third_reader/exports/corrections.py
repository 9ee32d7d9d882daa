"""Feeds of corrections, and of changed claims alone (RFC 4287), in each language's words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from xml.etree.ElementTree import Element, SubElement, tostring

from third_reader.exports.artifact import Artifact
from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import claim_anchor
from third_reader.model.correction import Correction
from third_reader.model.language import Language
from third_reader.model.site import Site

ATOM = "http://www.w3.org/2005/Atom"


def correction_feeds(site: Site, catalogues: Mapping[str, Catalogue]) -> Iterator[Artifact]:
    """Give both feeds of each language that has pages; none if the site has no address.

    An entry's id is that of its correction, so what was not touched is never new again.
    """
    if not site.config.url:
        return
    written = {document.lang for document in site.documents}
    for language in site.config.languages:
        if language.code not in written:
            continue
        t = catalogues[language.code]
        changes = tuple(one for one in site.corrections if one.claim)
        feeds = (
            ("corrections", t("Corrections"), site.corrections),
            ("changes", t("Changed claims"), changes),
        )
        for name, title, found in feeds:
            address = f"{language.prefix}/feeds/{name}.atom.xml"
            yield Artifact(address, _feed(address, title, found, site, language, t))


def _feed(
    address: str,
    title: str,
    found: Iterable[Correction],
    site: Site,
    language: Language,
    t: Catalogue,
) -> bytes:
    entries, url = tuple(found), site.config.url
    name = t("The Third Reader") if site.config.name == "The Third Reader" else site.config.name
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": language.tag})
    SubElement(feed, "title").text = t("{name}: {title}", name=name, title=title)
    SubElement(feed, "id").text = f"{url}{address}"
    SubElement(feed, "link", {"rel": "self", "href": f"{url}{address}"})
    SubElement(feed, "link", {"href": f"{url}{language.prefix}/corrections/"})
    SubElement(feed, "updated").text = _noon(entries[0].date if entries else site.config.today)
    SubElement(SubElement(feed, "author"), "name").text = name
    titles = {document.url: document.title for document in site.documents}
    for one in entries:
        _entry(feed, one, titles.get(one.page, one.page), site, language, t)
    text = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(
    feed: Element, one: Correction, title: str, site: Site, language: Language, t: Catalogue
) -> None:
    url = site.config.url
    anchor = f"#{claim_anchor(one.claim)}" if one.claim else ""
    words = t("Withdrawn") if one.withdrawn else t("Corrected")
    entry = SubElement(feed, "entry")
    SubElement(entry, "title").text = t("{name}: {title}", name=words, title=title)
    SubElement(entry, "id").text = f"{url}{language.prefix}/corrections/#{one.id}"
    SubElement(entry, "link", {"href": f"{url}{one.page}{anchor}"})
    SubElement(entry, "updated").text = _noon(one.date)
    SubElement(entry, "published").text = _noon(one.date)
    said = ((t("It said"), one.was), (t("It says"), one.now), (t("Why"), one.why))
    SubElement(entry, "content", {"type": "html"}).text = "".join(
        f"<p><b>{escape(label)}{t(': ')}</b>{escape(text)}</p>" for label, text in said if text
    )


def _noon(day: date) -> str:
    """Give noon of a day, so that it is the same day wherever it is read."""
    return f"{day.isoformat()}T12:00:00Z"
