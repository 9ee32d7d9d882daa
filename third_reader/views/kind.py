"""The sources of one kind, where a library has too many for one list."""

from collections.abc import Sequence
from dataclasses import dataclass

from third_reader.model.source import Source
from third_reader.views.article import Link
from third_reader.views.shared import Shared
from third_reader.views.sharing import Step
from third_reader.views.shelves import Shelf, Year, steps, year_words, years
from third_reader.views.yearly import Sheet


@dataclass(frozen=True, slots=True)
class KindView:
    """What `kind.html` shows."""

    title: str
    description: str
    kinds: tuple[Step, ...]
    steps: tuple[Step, ...]
    """The years of this kind."""
    years: tuple[Year, ...]
    ways: tuple[Link, ...]


def kind_view(found: Sequence[Shelf], shelf: Shelf, number: int, shared: Shared) -> KindView:
    """Give a page of one kind, by its number from 0; `found` are the shelves of all kinds."""
    t, sheet = shared.t, shelf.sheets[number]
    resting = sum(len(shared.resting.get(one.id, ())) for one in shelf.sources)
    title = shelf.heading
    if number:
        title = t("{kind}, {year}", kind=title, year=year_words(sheet.parts[0], shared))
    return KindView(
        title=title,
        description=t(
            "{sources} of this kind, newest first. {claims}.",
            sources=t.n("{n} source", "{n} sources", len(shelf.sources)),
            claims=t.n("{n} claim rests on them", "{n} claims rest on them", resting),
        ),
        kinds=tuple(
            Step(one.sheets[0].address, one.heading, t.number(len(one.sources)), one is shelf)
            for one in found
        ),
        steps=steps(shelf, shared),
        years=years(sheet.parts, shared),
        ways=_ways(shelf, number, shared),
    )


def _ways(shelf: Shelf, number: int, shared: Shared) -> tuple[Link, ...]:
    t, sheets = shared.t, shelf.sheets
    found = []
    if number:
        before = sheets[number - 1]
        found.append(Link(before.address, t("Later: {years}", years=_span(before, shared))))
    if number + 1 < len(sheets):
        after = sheets[number + 1]
        found.append(Link(after.address, t("Earlier: {years}", years=_span(after, shared))))
    return tuple(found)


def _span(sheet: Sheet[Source], shared: Shared) -> str:
    ends = (year_words(sheet.parts[-1], shared), year_words(sheet.parts[0], shared))
    return "–".join(dict.fromkeys(ends))
