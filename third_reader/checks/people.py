"""People of a case: each once, with names for both scripts."""

from collections.abc import Iterator

from third_reader.model.diagnostic import Code, Diagnostic
from third_reader.model.document import Person
from third_reader.model.site import Site
from third_reader.model.wording import quoted
from third_reader.reading.judge import NO_BASIS

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
    """Give people who share an id or whose `cite` cites nothing, and simplified names alone."""
    for document in site.documents:
        first: dict[str, Person] = {}
        keys = dict(document.keys)
        for number, person in enumerate(document.case.people if document.case else ()):
            cite = f"people.{number}.cite"
            if cite in keys and not person.marks:
                told = (
                    f"{quoted(person.name or person.id, 40)} is named without a source: 'cite' "
                    'holds no citation; write "@" and the id of the source, in quotes'
                )
                yield NO_BASIS.error(document.at(cite), told)
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
