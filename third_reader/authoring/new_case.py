"""`new-case`: a page for a case, in which every place that a person has to fill in says so."""

from datetime import date
from pathlib import Path

from third_reader.model.fault import MendableError
from third_reader.model.wording import quoted
from third_reader.reading.names import DEVICES, SLUG

SCAFFOLD = """\
---
title: "TODO: the case in a few words"
summary: "TODO: who wrote to whom, who read it too and what came of it, in one or two plain sentences of 60 to 300 characters."
date: {day}
## TODO: take "# " away from the beginning of each line below and fill it in; docs/format.md has the fields.
# reviewed: {day}  # TODO the day on which the whole page was checked against its sources
# platform: "TODO: an id of platforms in data/vocabulary.yaml"
# from: CN-SX  # TODO the country or the part of one that it was sent from
# to: [US]  # TODO where it was sent to
# mechanism: ["TODO: an id of mechanisms in data/vocabulary.yaml"]
# outcome: "TODO: an id of outcomes in data/vocabulary.yaml"
# when: 2019-09-26  # TODO a day, a month or a year
# people:  # TODO only whom a source has named; an entry each
#   - id: sender  # TODO a short name of lower-case letters, digits and hyphens
#     name: "TODO: as the source writes it"
#     native: "TODO: in its own script; take the line out if that is the same"
#     role: sender  # TODO sender, recipient, subject, official or other
#     named-because: press  # TODO own-interview, own-statement, court-record, press or public-role
#     cite: "@source-id"  # TODO the source that named this person
# envelope:
#   from: "TODO: who wrote, and where [@source-id]"
#   through: "TODO: what, and by which way [@source-id]; take the line out if that is not known"
#   to: "TODO: to whom, and where [@source-id]"
#   also-read-by: "TODO: the third reader, as a source says it [@source-id]"
#   read-at:  # TODO where on the way it was read; take these lines out if nobody says
#     - point: through  # TODO from, through or to
#       status: claimed  # TODO established or claimed
#       text: "TODO: who says that it was read there [@source-id]"
---

## What happened

TODO: tell it here, this way; each paragraph ends in its sources, as in `[@source-id, p. 4]`:

/// claims

- TODO: one statement a line; it reads alone and cites, as in `[@source-id]`; then take the dot's word away. {{#first .not-established}}

///

/// unknown

- TODO: what nobody has established.
- TODO: what the other side says, if no words of theirs are cited above, and until when you looked.

///
"""  # noqa: E501  lines of a page, as an author meets them


class NotNewError(MendableError):
    """What was asked for cannot be begun: its name is wrong, or it is there already."""


def new_case(content: Path, slug: str, today: date) -> Path:
    """Write the page of a case that is to be told, and give its file.

    Raises NotNewError when the name cannot be taken, OSError when the file cannot be written.
    """
    if not SLUG.fullmatch(slug) or slug in DEVICES:
        message = (
            f"{quoted(slug)} is no name of a page; give one of lower-case letters, digits and "
            "hyphens: SLUG=gao-zhigang"
        )
        raise NotNewError(message)
    file = content / "cases" / f"{slug}.md"
    file.parent.mkdir(exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(SCAFFOLD.format(day=today))
    except FileExistsError as fault:
        message = f"{file}: this case is there already"
        raise NotNewError(message) from fault
    return file
