"""`/robots.txt` (RFC 9309): all may read everything; where the site map is."""

from collections.abc import Iterable

from third_reader.exports.artifact import Artifact, lines
from third_reader.model.site import Site


def export(site: Site) -> Iterable[Artifact]:
    """Give the rules for robots; the site map is named if the site knows its own address."""
    rules = ["User-agent: *", "Allow: /"]
    if site.config.url:
        rules += ["", f"Sitemap: {site.config.url}/sitemap.xml"]
    return (lines("/robots.txt", rules),)
