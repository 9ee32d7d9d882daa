"""What stands around every page: head, navigation, languages, foot."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from third_reader.languages.catalogue import Catalogue
from third_reader.model.address import CITED_KINDS, card_address, feed_address, list_feed
from third_reader.model.document import PageKind
from third_reader.model.language import Language
from third_reader.model.site import Site
from third_reader.views.article import Link
from third_reader.views.corrections import Corrected, noted

MISSING = "/404.html"


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link of the navigation."""

    href: str
    words: str
    current: str
    """`page`: it is this page; `true`: this page lies under it; empty: neither."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The page in a language."""

    href: str
    tag: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in a language, for machines."""

    href: str
    tag: str
    """BCP 47, or `x-default`."""


@dataclass(frozen=True, slots=True)
class Social:
    """What other sites show of a link to the page (Open Graph)."""

    kind: str
    """`article` or `website`."""
    locale: str
    picture: str
    """Its absolute address."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What ends every page of a language."""

    name: str
    """The site's."""
    check: tuple[Link, ...]
    """The ways to check us."""
    safety: str
    """What a reader leaves behind; empty: this language has no such page."""
    built: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What `base.html` shows of every page."""

    name: str
    lang: str
    direction: str
    home: str
    address: str
    """Within the site, from its root: what print names where `canonical` is empty."""
    stylesheets: tuple[str, ...]
    icon: str
    policy: Markup
    """The policy of its `<meta>`."""
    script: str
    """Empty: it loads none."""
    canonical: str
    """Empty: the site does not know its own address."""
    onion: str
    """The same page as an onion service; empty: there is none."""
    nav: tuple[NavLink, ...]
    languages: tuple[LanguageLink, ...]
    alternates: tuple[Alternate, ...]
    foot: Foot
    corrections: tuple[Corrected, ...]
    """Those of this page."""
    feeds: tuple[Link, ...]
    """Feeds that hold what the page lists, the nearest first; without an address none."""
    social: Social | None
    """None: the site does not know its own address."""


class Surroundings:
    """What stands around the pages of a site; what many of them share is made once."""

    def __init__(
        self, site: Site, catalogues: Mapping[str, Catalogue], addresses: Collection[str]
    ) -> None:
        """`addresses` are all that the site has, so that nothing links to what is not there."""
        self._site = site
        self._catalogues = catalogues
        self._addresses = addresses
        self._feet: dict[str, Foot] = {}
        """By code of language."""
        self._navs: dict[tuple[NavLink, ...], tuple[NavLink, ...]] = {}

    def of(
        self,
        page_address: str,
        lang: str,
        stylesheets: tuple[str, ...],
        policy: str,
        script: str = "",
        icon: str = "/icon.png",
    ) -> Chrome:
        """Give what stands around a page.

        `lang` is the code of the page's language; `policy` is that of its `<meta>`.
        """
        site, addresses = self._site, self._addresses
        config, t = site.config, self._catalogues[lang]
        language = config.language(lang)
        now = site.moved.get(page_address, page_address)
        bare = page_address.removeprefix(language.prefix)
        versions = tuple(
            (one, one.prefix + bare)
            for one in config.languages
            if bare != MISSING and now == page_address and one.prefix + bare in addresses
        )
        several = len(versions) > 1
        foot = self._foot(language, t)
        nav = _nav(page_address, language, addresses, t)
        return Chrome(
            name=foot.name,
            lang=language.tag,
            direction=language.direction,
            home=f"{language.prefix}/",
            address=page_address.lstrip("/"),
            stylesheets=stylesheets,
            icon=icon,
            policy=Markup(policy),  # noqa: S704  made by exports/headers.py, of no other's words
            script=script,
            canonical=f"{config.url}{now}" if config.url and bare != MISSING else "",
            onion=f"{config.onion}{page_address}" if config.onion and bare != MISSING else "",
            nav=self._navs.setdefault(nav, nav),
            languages=tuple(
                LanguageLink(href, one.tag, one.name, one == language) for one, href in versions
            )
            if several
            else (),
            alternates=_alternates(versions, config.url) if several else (),
            foot=foot,
            corrections=noted(site, page_address, language, t),
            feeds=feeds(site, page_address, language, t),
            social=_social(site, page_address, language) if config.url else None,
        )

    def _foot(self, language: Language, t: Catalogue) -> Foot:
        if language.code not in self._feet:
            config = self._site.config
            self._feet[language.code] = Foot(
                name=t("The Third Reader") if config.name == "The Third Reader" else config.name,
                check=_check(language, self._addresses, t),
                safety=_known(f"{language.prefix}/safety/", self._addresses),
                built=t.day(config.today),
            )
        return self._feet[language.code]


def feeds(site: Site, page: str, language: Language, t: Catalogue) -> tuple[Link, ...]:
    """Give the feeds that a page tells of: its own, then those of the language."""
    cases = site.of(PageKind.CASE, language.code)
    if not site.config.url or not (cases or site.of(PageKind.EXPLAINER, language.code)):
        return ()
    found = [Link(feed_address("all", language.prefix), t("Everything new"))]
    if cases:
        found.insert(0, Link(feed_address("cases", language.prefix), t("New cases")))
    if page == f"{language.prefix}/corrections/":
        found = [
            Link(feed_address("corrections", language.prefix), t("Feed of corrections")),
            Link(feed_address("changes", language.prefix), t("Feed of changed claims")),
            *found,
        ]
    parts = page.removeprefix(language.prefix).strip("/").split("/")
    facet = parts[0] == "cases" and len(parts) > 2 and parts[1] != "page"
    if facet and (PageKind.CASE, parts[1]) not in site.groups:
        found.insert(0, Link(list_feed(page), t("New cases of this list")))
    return tuple(found)


def _social(site: Site, page: str, language: Language) -> Social:
    bare = page.removeprefix(language.prefix).strip("/").split("/")
    kinds = {kind.value: kind for kind in CITED_KINDS}
    kind = kinds.get(bare[0]) if len(bare) == 2 else None
    written = kind is not None and (kind, bare[1]) in site.groups
    own = written and kind is PageKind.CASE
    return Social(
        kind="article" if written else "website",
        locale="_".join(language.locale.split("_")[:: 2 if language.locale.count("_") > 1 else 1]),
        picture=f"{site.config.url}{card_address(page if own else '/')}",
    )


def _nav(
    page: str, language: Language, addresses: Collection[str], t: Catalogue
) -> tuple[NavLink, ...]:
    found = (
        ("/cases/", t("Cases")),
        ("/explainers/", t("Explainers")),
        ("/sources/", t("Sources")),
        ("/timeline/", t("Timeline")),
        ("/method/", t("Method")),
        ("/search/", t("Search")),
    )
    return tuple(
        NavLink(href, words, "page" if href == page else "true" if page.startswith(href) else "")
        for bare, words in found
        if (href := language.prefix + bare) in addresses
    )


def _alternates(versions: tuple[tuple[Language, str], ...], url: str) -> tuple[Alternate, ...]:
    alternates = tuple(Alternate(f"{url}{href}", one.tag) for one, href in versions)
    return (*alternates, Alternate(alternates[0].href, "x-default"))


def _check(language: Language, addresses: Collection[str], t: Catalogue) -> tuple[Link, ...]:
    found = (
        ("/method/", t("How grades are computed")),
        ("/corrections/", t("Corrections")),
        ("/open-questions/", t("Open questions")),
        ("/glossary/", t("Glossary")),
        ("/data/", t("All data")),
        ("/verify/", t("Check this copy")),
        ("/about/", t("About")),
        ("/privacy/", t("Privacy")),
        ("/contact/", t("Contact")),
    )
    return tuple(
        Link(href, words) for bare, words in found if (href := language.prefix + bare) in addresses
    )


def _known(address: str, addresses: Collection[str]) -> str:
    return address if address in addresses else ""
