"""All that can be taken away: each file of data with what it holds, and its licence."""

from dataclasses import dataclass

from markupsafe import Markup

from third_reader.model.address import book_address, feed_address
from third_reader.model.dataset import DATA, LICENCE_ADDRESS
from third_reader.model.document import PageKind
from third_reader.views.imprint import site_name
from third_reader.views.shared import Shared
from third_reader.views.structured import dataset_data

WRITTEN = (
    *("case", "explainer", "page", "source"),
    *("vocabulary", "glossary", "chart", "correction"),
)
"""What editors write, by the names of its schemas."""
_SCHEMAS = frozenset({"cases", "claims", "citations", "events", "sources"})


@dataclass(frozen=True, slots=True)
class Form:
    """One file."""

    href: str
    words: str
    """Its format: `JSON`."""


@dataclass(frozen=True, slots=True)
class DataRow:
    """One set of data, in each of its formats."""

    name: str
    what: str
    records: str
    """How many records it has; empty: it is not counted."""
    forms: tuple[Form, ...]
    schema: str
    """Address of its schema; empty: none."""


@dataclass(frozen=True, slots=True)
class DataView:
    """What `data.html` shows."""

    title: str
    description: str
    structured: Markup
    """JSON-LD."""
    rows: tuple[DataRow, ...]
    readings: tuple[Form, ...]
    """The site to be read elsewhere: feeds and the book."""
    package: tuple[Form, ...]
    """The files that describe the others."""
    written: tuple[Form, ...]
    """Schemas of what editors write."""
    licence: str
    name: str


def data_view(shared: Shared) -> DataView:
    """Give the page of the data in a language."""
    t = shared.t
    description = t(
        "Everything that these pages say, as files. The pages and the files are made from the "
        "same values, so a number in one is the number in the other."
    )
    rows = _rows(shared)
    files = [form.href for row in rows for form in row.forms]
    return DataView(
        title=t("Data"),
        description=description,
        structured=dataset_data(description, files, shared),
        rows=rows,
        readings=_readings(shared),
        package=(
            Form(f"{DATA}datapackage.json", "datapackage.json"),
            Form(f"{DATA}README.md.txt", t("What each field means")),
        ),
        written=tuple(Form(f"{DATA}schema/{name}.json", name) for name in WRITTEN),
        licence=LICENCE_ADDRESS,
        name=site_name(shared),
    )


def _readings(shared: Shared) -> tuple[Form, ...]:
    """Give the book and the feeds: both are made where the site knows its own address."""
    if not shared.site.config.url:
        return ()
    t, prefix = shared.t, shared.language.prefix
    found = [Form(book_address(prefix), t("All cases, explainers and sources as a book (EPUB)"))]
    explainers = shared.site.of(PageKind.EXPLAINER, shared.language.code)
    listed: dict[str, str] = {
        "all": t("Everything new") if shared.cases or explainers else "",
        "cases": t("New cases") if shared.cases else "",
    }
    for name, words in listed.items():
        if words:
            address = feed_address(name, prefix)
            found.append(Form(address, f"{words} (Atom)"))
            found.append(Form(address.replace(".atom.xml", ".json"), f"{words} (JSON Feed)"))
    found += [
        Form(feed_address("corrections", prefix), t("Feed of corrections")),
        Form(feed_address("changes", prefix), t("Feed of changed claims")),
    ]
    return tuple(found)


def _rows(shared: Shared) -> tuple[DataRow, ...]:
    t, site = shared.t, shared.site
    marks = sum(len(one.marks) for one in site.documents)
    claims = sum(len(one.claims) for one in site.documents)
    events = sum(len(one.events) for one in site.documents)
    cases = sum(kind is PageKind.CASE for kind, _ in site.groups)
    return (
        _row(
            "cases",
            t("Cases"),
            t("What each case is about, and how many of its claims have which grade."),
            t.number(cases),
            ("json", "csv"),
        ),
        _row(
            "claims",
            t("Claims"),
            t("Every claim in each language, its grade, its sources and their origins."),
            t.number(claims),
            ("json", "csv"),
        ),
        _row(
            "citations",
            t("Citations"),
            t("Every mark on every page, in the order of the text."),
            t.number(marks),
            ("json",),
        ),
        _row(
            "events",
            t("Events"),
            t("Every dated event in each language."),
            t.number(events),
            ("json", "ics"),
        ),
        _row(
            "sources",
            t("Sources"),
            t("Every source, for programs and for reference managers."),
            t.number(len(site.sources)),
            ("json", "bib", "ris"),
        ),
        _row(
            "glossary",
            t("Glossary"),
            t("Every term, its meaning, and the pages that use it."),
            t.number(len(site.glossary.terms)),
            ("json",),
        ),
    )


def _row(file: str, name: str, what: str, records: str, forms: tuple[str, ...]) -> DataRow:
    words = {"bib": "BibTeX", "csv": "CSV", "ics": "iCalendar", "json": "JSON", "ris": "RIS"}
    return DataRow(
        name=name,
        what=what,
        records=records,
        forms=tuple(Form(f"{DATA}{file}.{form}", words[form]) for form in forms),
        schema=f"{DATA}schema/{file}.json" if file in _SCHEMAS else "",
    )
