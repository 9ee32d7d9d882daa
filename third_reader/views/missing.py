"""The page for an address that has none: one file, in every language."""

from dataclasses import dataclass

from third_reader.views.shared import Shared


@dataclass(frozen=True, slots=True)
class Way:
    """The same words in another language, and the way there."""

    lang: str
    words: str
    href: str
    home: str


@dataclass(frozen=True, slots=True)
class MissingView:
    """What `404.html` shows."""

    title: str
    description: str
    ways: tuple[Way, ...]
    cases: str
    explainers: str
    sources: str
    contact: str


def missing_view(first: Shared, languages: tuple[Shared, ...]) -> MissingView:
    """Give the page in the first language, with a line in each other one."""
    t = first.t
    return MissingView(
        title=t("Not delivered"),
        description=t("There is no page at this address."),
        ways=tuple(_way(one) for one in languages if one is not first),
        cases=first.url("/cases/"),
        explainers=first.url("/explainers/"),
        sources=first.url("/sources/"),
        contact=first.contact,
    )


def _way(shared: Shared) -> Way:
    return Way(
        shared.language.tag,
        shared.t("There is no page at this address."),
        shared.url("/"),
        shared.t("To the front page"),
    )
