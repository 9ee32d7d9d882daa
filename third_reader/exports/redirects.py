"""`/_redirects`: where pages that have moved are now, for hosts that read it.

Netlify and Cloudflare Pages do; with it what stands beside a page, its check sheet or how to cite
it, is found too, and the anchor in an address is kept. Elsewhere the page at the old address leads.
"""

from collections.abc import Iterable

from third_reader.exports.artifact import Artifact, lines
from third_reader.model.site import Site


def export(site: Site) -> Iterable[Artifact]:
    """Give a line for each address; no file if no page has moved."""
    if site.moved:
        yield lines("/_redirects", (f"{old}* {new}:splat 301" for old, new in site.moved.items()))
