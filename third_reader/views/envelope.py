"""The envelope that a case opens with: who, to whom, who else, and by which way."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from third_reader.languages.script import tag_of
from third_reader.model.claim import Grade
from third_reader.model.document import CaseFacts, Envelope, Leg, Person, Point, Stop
from third_reader.model.text import Rich
from third_reader.reading.pieces import outside
from third_reader.views.receipt import ReceiptRow, receipt, tick_grades
from third_reader.views.shared import Shared
from third_reader.views.text import Page, Text
from third_reader.views.words import point_words

OPEN = frozenset({Grade.NOT_ESTABLISHED, Grade.DISPUTED})
SEMICOLON = re.compile("[;；] *")


@dataclass(frozen=True, slots=True)
class Native:
    """A name in its owner's own script."""

    words: str
    lang: str


@dataclass(frozen=True, slots=True)
class LegView:
    """One place where it is said to have been read."""

    shown: bool
    """Established: drawn solid."""
    text: Text


@dataclass(frozen=True, slots=True)
class StopView:
    """One stop on the way."""

    label: str
    who: Text
    natives: tuple[Native, ...]
    rest: Text
    legs: tuple[LegView, ...]
    shown: bool
    """One of its legs is established."""
    passed: bool
    """The line to the reader comes from a stop before it."""
    carries: bool
    """That line goes on to a stop after it."""
    gap: bool
    """Its stretch to the next stop is not established."""
    open: bool
    """Arrival at it is not established."""


@dataclass(frozen=True, slots=True)
class EnvelopeView:
    """The whole drawing."""

    stops: tuple[StopView, ...]
    reader: StopView
    place: int
    """The column, of three, that the reader stands in."""
    shown: bool
    """One of the legs is established, so what they share is solid."""
    apart: bool
    """Nobody says by which way: the reader stands apart."""
    way: str
    receipt: tuple[ReceiptRow, ...]
    small: bool
    claimed: bool
    """Something in it is dotted."""


def envelope_view(page: Page, facts: CaseFacts, small: bool = False) -> EnvelopeView | None:
    """Give a case's envelope; small: without marks and receipt, for other pages."""
    envelope = facts.envelope
    if envelope is None:
        return None
    stops = _stops(envelope, facts, page.shared)
    points = [point for point, _ in stops]
    legs = {point: [leg for leg in envelope.legs if leg.point is point] for point in points}
    read = [place for place, point in enumerate(points) if legs[point]]
    arrival = tick_grades(page, envelope).get("delivered") in OPEN
    labels = point_words(page.shared.t)
    text = page.plain if small else page.text
    views = tuple(
        StopView(
            label=labels[point],
            who=text(stop.who),
            natives=() if small else natives(stop, facts.people, page.shared),
            rest=() if small else text(stop.rest),
            legs=tuple(LegView(leg.established, text(leg.text)) for leg in legs[point]),
            shown=any(leg.established for leg in legs[point]),
            passed=any(other < place for other in read),
            carries=bool(read) and read[0] <= place < read[-1],
            gap=arrival and place == len(stops) - 2,
            open=arrival and place == len(stops) - 1,
        )
        for place, (point, stop) in enumerate(stops)
    )
    return EnvelopeView(
        stops=views,
        reader=_reader(envelope, facts, page, small),
        place=_place(envelope, points),
        shown=any(leg.established for leg in envelope.legs),
        apart=not envelope.legs,
        way="" if own_way(envelope.reader) else way_words(envelope.legs, page.shared),
        receipt=() if small else receipt(page, envelope),
        small=small,
        claimed=arrival or any(not leg.established for leg in envelope.legs),
    )


def way_words(legs: tuple[Leg, ...], shared: Shared) -> str:
    """Say what is known of the way by which it was read."""
    t = shared.t
    if not legs:
        return t("By which way: not known")
    if any(leg.established for leg in legs):
        return t("By which way: established")
    return t("By which way: not established")


def natives(stop: Stop, people: tuple[Person, ...], shared: Shared) -> tuple[Native, ...]:
    """Give the own-script names of the people whom a stop names."""
    words = words_of(stop.who)
    found = []
    for person in people:
        native = person.native
        if shared.language.tag == "zh-Hans":
            native = person.native_hans or native
        if native and person.name in words and native not in words:
            tag = tag_of(native) if any(letter >= "\u2e80" for letter in native) else "und"
            found.append(Native(native, "zh-Hant" if tag == "zh" else tag))
    return tuple(found)


def _stops(envelope: Envelope, facts: CaseFacts, shared: Shared) -> list[tuple[Point, Stop]]:
    stops = [(Point.FROM, envelope.sender)]
    through = envelope.through
    if through is None and any(leg.point is Point.THROUGH for leg in envelope.legs):
        through = Stop((), (), "")
    if through is not None:
        stops.append((Point.THROUGH, _named(through, facts, shared)))
    stops.append((Point.TO, envelope.recipient))
    return stops


def _named(through: Stop, facts: CaseFacts, shared: Shared) -> Stop:
    """Let the platform stand where `through` says only what was sent."""
    if through.who:
        return through
    known = facts.platform
    name = shared.word("platforms", known) if known else shared.t("App not known")
    return Stop((str(Markup.escape(name)),), through.rest, through.plain)


def _reader(envelope: Envelope, facts: CaseFacts, page: Page, small: bool) -> StopView:
    stop = _parted(envelope.reader)
    text = page.plain if small else page.text
    return StopView(
        label=page.shared.t("Also read by"),
        who=text(stop.who),
        natives=() if small else natives(stop, facts.people, page.shared),
        rest=() if small else text(stop.rest),
        legs=(),
        shown=False,
        passed=False,
        carries=False,
        gap=False,
        open=False,
    )


def own_way(reader: Stop) -> bool:
    """Tell whether an author says after a semicolon by which way it was read."""
    return _semicolon(_first(reader)) is not None


def reader_words(reader: Stop) -> str:
    """Give who the third reader is, and no more."""
    return words_of(_parted(reader).who)


def _parted(reader: Stop) -> Stop:
    """Part who read it from what follows a semicolon."""
    first = _first(reader)
    found = _semicolon(first)
    if found is None:
        return reader
    way = first[found.end() :]
    way = f"{way[:1].upper()}{way[1:]}"
    return Stop((first[: found.start()],), (way, *reader.who[1:], *reader.rest), reader.plain)


def _semicolon(first: str) -> re.Match[str] | None:
    """Find the first semicolon of some markup that is one of its words' and in no element."""
    found = SEMICOLON.finditer(first)
    return next((one for one in found if outside(first, one.start())), None)


def _first(reader: Stop) -> str:
    first = reader.who[0] if reader.who else ""
    return first if isinstance(first, str) else ""


def _place(envelope: Envelope, points: list[Point]) -> int:
    if not envelope.legs:
        return 1
    place = points.index(envelope.legs[0].point)
    return 3 if place == len(points) - 1 else place + 1


def words_of(rich: Rich) -> str:
    """Give the bare words of a short rich text."""
    joined = Markup("").join(Markup(piece) for piece in rich if isinstance(piece, str))  # noqa: S704
    return str(joined.striptags()).strip(" ,，;；")
