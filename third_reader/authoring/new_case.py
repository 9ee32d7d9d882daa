"""`new-case`: a page for a case, in which every place that a person has to fill in says so."""

from datetime import date
from pathlib import Path

from third_reader.model.wording import quoted
from third_reader.reading.names import DEVICES, SLUG

SCAFFOLD = """\
---
title: "TODO: the case in a few words"
summary: "TODO: who wrote to whom, who read it too and what came of it, in one or two plain sentences of 60 to 300 characters."
date: {day}
# TODO: take the mark away from each line below and fill it in; docs/format.md has the fields.
# TODO reviewed: {day}
# TODO platform: an id of data/vocabulary.yaml
# TODO from: CN-SX
# TODO to: [US]
# TODO mechanism: [an id of data/vocabulary.yaml]
# TODO outcome: an id of data/vocabulary.yaml
# TODO when: 2019-09-26, or a month or a year
# TODO people: only whom a source has named; each with named-because and cite
# TODO envelope: from, to and also-read-by, each with its source; through and read-at where known
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


class NotNewError(Exception):
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
