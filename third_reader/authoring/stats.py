"""`stats`: how long and how hard to read each page is, and what it rests on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from third_reader.authoring.prose import grade_level, lengths, middle, sentences
from third_reader.model.claim import Grade
from third_reader.model.document import Document
from third_reader.model.site import Site
from third_reader.model.wording import counted, quoted

SHOWN = 40
"""Characters of the longest sentence that are printed, so that it can be found."""


def stats(site: Site) -> Iterator[str]:
    """Give a line for all pages of each language, then one a page."""
    for language in site.config.languages:
        pages = [one for one in site.documents if one.lang == language.code]
        if pages:
            yield _line(f"all {language.code}: pages {len(pages)},", pages, site)
    for document in site.documents:
        yield _line(f"{document.path}:", [document], site)


def _line(name: str, pages: Sequence[Document], site: Site) -> str:
    found = [one for page in pages for one in sentences(page)]
    long = lengths(found)
    longest = max(found, key=lambda one: lengths([one])[0], default="")
    level = f", grade level {grade_level(found):.1f}" if pages[0].lang == "en" else ""
    claims = Counter(
        site.grades[page.url, one.id].grade
        for page in pages
        for one in page.claims
        if (page.url, one.id) in site.grades
    )
    grades = ", ".join(f"{one.value} {claims[one]}" for one in Grade if claims[one])
    sources = {mark.item.key for page in pages for mark in page.marks}
    return (
        f"{name} {counted(sum(long), 'word')}, {counted(len(found), 'sentence')}, "
        f"median {middle(long):g}, "
        f"longest {max(long, default=0)} {quoted(longest, SHOWN)}{level}, "
        f"{counted(claims.total(), 'claim')}{f' ({grades})' if grades else ''}, "
        f"{counted(len(sources), 'source')}"
    )
