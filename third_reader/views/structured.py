"""What search engines read of a page: JSON-LD in the words of schema.org.

No `ClaimReview`: nobody here rates the claims of others (FEATURES, R28).
"""

import json
from collections.abc import Iterable, Mapping

from markupsafe import Markup

from third_reader.model.address import source_address
from third_reader.model.dataset import DATA, LICENCE_ADDRESS
from third_reader.model.document import Document, PageKind
from third_reader.views.imprint import site_name
from third_reader.views.shared import Shared

CONTEXT = "https://schema.org"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""Signs by which a reader of HTML, or of old JavaScript, could leave the data."""


def article_data(document: Document, shared: Shared) -> Markup:
    """Give a case or an explainer with its sources, and the way to it from the front page."""
    keys = {mark.item.key for mark in document.marks} & shared.site.sources.keys()
    prefix = shared.language.prefix
    days = {
        "datePublished": document.date,
        "dateModified": document.updated or document.date,
    }
    author = {"@type": "Organization", "name": site_name(shared), "url": shared.absolute("/")}
    told: dict[str, object] = {
        "@type": "Article",
        "@id": shared.absolute(document.url),
        "headline": document.title,
        "description": document.summary,
        "inLanguage": shared.language.tag,
        **{name: day.isoformat() for name, day in days.items() if day},
        "author": author,
        "publisher": author,
        "license": LICENCE_ADDRESS,
        "citation": [shared.absolute(source_address(key, prefix)) for key in sorted(keys)],
    }
    return escaped({"@context": CONTEXT, "@graph": [told, _crumbs(document, shared)]})


def dataset_data(description: str, files: Iterable[str], shared: Shared) -> Markup:
    """Give the page of the data as a `Dataset`, with the addresses of its files."""
    told = {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": shared.absolute(shared.url(DATA)),
        "name": site_name(shared),
        "description": description,
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": site_name(shared)},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": shared.absolute(file),
                "encodingFormat": file.rpartition(".")[2],
            }
            for file in files
        ],
    }
    return escaped(told)


def escaped(value: Mapping[str, object]) -> Markup:
    """Give JSON that may stand in a `script` element, which HTML reads to the next `</`."""
    text = _JSON.encode(value)
    return Markup(text.translate(_ESCAPES))  # noqa: S704  nothing in it is markup


def _crumbs(document: Document, shared: Shared) -> dict[str, object]:
    t = shared.t
    names = {PageKind.CASE: t("Cases"), PageKind.EXPLAINER: t("Explainers")}
    way = [(site_name(shared), shared.url("/"))]
    if document.kind in names:
        way.append((names[document.kind], shared.url(f"/{document.kind.value}/")))
    way.append((document.title, document.url))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": name,
                "item": shared.absolute(address),
            }
            for place, (name, address) in enumerate(way, 1)
        ],
    }
