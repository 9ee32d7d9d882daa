"""`/.well-known/security.txt` (RFC 9116): whom to tell of a weakness."""

from collections.abc import Iterable
from datetime import timedelta

from third_reader.exports.artifact import Artifact, lines
from third_reader.model.document import PageKind
from third_reader.model.site import Site

_ADDRESS = "/.well-known/security.txt"
_VALID = timedelta(days=365)
_POLICY_PAGES = ("security", "contact")


def export(site: Site) -> Iterable[Artifact]:
    """Give the file if the publisher has a contact; it is out of date a year after the build."""
    config = site.config
    if not config.contact:
        return ()
    tags = ", ".join(language.tag for language in config.languages)
    fields = [
        f"Contact: mailto:{config.contact}",
        f"Expires: {config.today + _VALID}T00:00:00Z",
        f"Preferred-Languages: {tags}",
    ]
    if config.url:
        fields.append(f"Canonical: {config.url}{_ADDRESS}")
        fields += [f"Policy: {config.url}{address}" for address in _policies(site)]
    return (lines(_ADDRESS, fields),)


def _policies(site: Site) -> list[str]:
    """Give the page that says how reports are treated, in the first language."""
    first = site.config.languages[0].code
    pages = {page.slug: page.url for page in site.of(PageKind.PAGE, first)}
    return [pages[slug] for slug in _POLICY_PAGES if slug in pages][:1]
