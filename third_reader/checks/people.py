"""People of a case: each once, with names for both scripts."""

from collections.abc import Iterator

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Person
from third_reader.model.site import Site
from third_reader.model.wording import quoted

TWICE = Code(
    "duplicate-person",
    "Two people of one page have one id, so pages and exports could not tell them apart.",
)
HANS_ALONE = Code(
    "native-hans-alone",
    "`native-hans` is the simplified form of `native`; without that, pages in traditional "
    "characters have no name in the person's own script.",
)


def check(site: Site) -> Iterator[Diagnostic]:
    """Give people who share an id, and simplified names without the name itself."""
    for document in site.documents:
        first: dict[str, Person] = {}
        for person in document.case.people if document.case else ():
            other = first.setdefault(person.id, person)
            if other is not person and person.id:
                told = (
                    f"person {quoted(person.id)} stands already in line {other.position.line}; "
                    "choose another id"
                )
                yield TWICE.error(person.position, told)
            if person.native_hans and not person.native:
                told = f"person {quoted(person.id)} has 'native-hans' alone; add 'native'"
                yield HANS_ALONE.warning(person.position, told)
