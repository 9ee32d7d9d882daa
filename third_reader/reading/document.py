"""One file becomes one `Document`: it depends on its own bytes, and on the charts that it names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from third_reader.machinery.bounds import OverBoundsError, bounded
from third_reader.model.address import page_address
from third_reader.model.chart import Table
from third_reader.model.diagnostic import Code, errors
from third_reader.model.document import (
    CaseFacts,
    Document,
    Envelope,
    Leg,
    PageKind,
    Person,
    Point,
    Stop,
    Tick,
)
from third_reader.model.language import Language
from third_reader.model.position import Position
from third_reader.model.text import CiteSlot, Rich
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.allowlist import beyond_list
from third_reader.reading.body import Assembly
from third_reader.reading.characters import in_body, without
from third_reader.reading.counting import counted_words
from third_reader.reading.frontmatter import FrontMatter, parse_front_matter, when
from third_reader.reading.limits import LostPageError
from third_reader.reading.markdown import Converter
from third_reader.reading.pieces import outside
from third_reader.reading.placeholders import placeholders
from third_reader.reading.stamping import Prepared, prepare
from third_reader.reading.text import LARGEST_PAGE, read_text
from third_reader.reading.tree import LANGUAGE, PageFile
from third_reader.reading.yaml12 import Path

TOO_DEEP = Code(
    "nested-too-deep",
    "Lists, quotations or definitions stand in each other hundreds deep, so the page cannot be "
    "read. Put blank lines between definitions, and fewer things into each other.",
)
TOO_SLOW = Code(
    "too-slow",
    "A page may take 10 seconds of the processor and 1 GiB of memory, a thousand times what pages "
    "need, and is then given up. Look for long runs of one sign, and for nesting.",
)
KEPT = ("status", "date", "slug", "lang")
"""What is known of a page that cannot be read: whether it is to be published, and where."""
MOST_SECONDS = 10
MOST_MEMORY = 1 << 30
COMMA = re.compile(r"[,，](?![^<]*>)\s*")
STAGES = ("delivered", "read", "third")


@dataclass(slots=True)
class Reader:
    """Reads pages, one after the other, with one Markdown object."""

    languages: tuple[Language, ...]
    converter: Converter
    charts: Mapping[str, Table] = field(default_factory=dict)
    """The files of numbers, by name: a chart's rows cite, so their marks are the page's."""

    def read(self, page: PageFile) -> Document:
        """Read a page's file; what is wrong with it stands in its diagnostics.

        A page that takes more time or memory than any needs is given up.
        """
        try:
            with bounded(MOST_SECONDS, MOST_MEMORY):
                return self._read(page)
        except OverBoundsError as over:
            self.converter = Converter()
            told = f"this page takes {over} to read; make it plainer, or two pages of it"
            return self._lost(
                page, FrontMatter(diagnostics=[TOO_SLOW.error(Position(page.shown), told)])
            )

    def _read(self, page: PageFile) -> Document:
        text, faults = read_text(page.file, page.shown, LARGEST_PAGE)
        front = FrontMatter()
        if text or not errors(faults):
            front = parse_front_matter(text, page.shown, page.kind)
        front.diagnostics[:0] = faults
        front.diagnostics += placeholders(text, page.shown)
        language = self._language(page, front)
        assembly = Assembly(
            path=page.shown,
            tag=language.tag,
            converter=self.converter,
            prepared=Prepared(),
            must_cite=page.kind is not PageKind.PAGE,
            prefix=language.prefix,
            charts=self.charts,
        )
        facts = _Facts(front, assembly)
        is_case = page.kind is PageKind.CASE
        body, case = cast(Rich, ()), None
        try:
            envelope = facts.envelope() if is_case else None
            assembly.section = ""
            assembly.prepared = prepare(front.body, page.shown, front.body_line)
            body = assembly.body()
            case = facts.case(envelope) if is_case else None
        except LostPageError as lost:
            front.diagnostics += lost.diagnostics
            return self._lost(page, front)
        except RecursionError:
            told = "lists, quotations or definitions are nested too deep to be read; take some out"
            front.diagnostics.append(TOO_DEEP.error(Position(page.shown, front.body_line), told))
            return self._lost(page, front)
        made = _document(page, front, language, assembly, body, case)
        if not errors(made.diagnostics) and (beyond := beyond_list(made)):
            code, told = beyond
            front.diagnostics.append(code.error(Position(page.shown, front.body_line), told))
            return self._lost(page, front)
        return made

    def _lost(self, page: PageFile, front: FrontMatter) -> Document:
        """Give a page of which nothing is known but what is wrong: without a title."""
        language = self._language(page, front)
        front.values = {key: front.values[key] for key in KEPT if key in front.values}
        front.body = ""
        assembly = Assembly(page.shown, language.tag, self.converter, Prepared(), must_cite=False)
        return _document(page, front, language, assembly, (), None)

    def _language(self, page: PageFile, front: FrontMatter) -> Language:
        wanted = page.lang or front.text("lang") or self.languages[0].code
        for language in self.languages:
            if language.code == wanted:
                if page.lang and front.text("lang") not in {"", page.lang}:
                    told = f"the file name says {quoted(page.lang)}; 'lang' cannot say another"
                    front.diagnostics.append(
                        LANGUAGE.error(_at(front, page.shown, ("lang",)), told)
                    )
                return language
        codes = [one.code for one in self.languages]
        hint = did_you_mean(wanted, codes) or f"; the site has {', '.join(codes)}"
        told = f"there is no language {quoted(wanted)}{hint}"
        front.diagnostics.append(LANGUAGE.error(_at(front, page.shown, ("lang",)), told))
        return self.languages[0]


class _Facts:
    """What only a case has, read from its front matter."""

    def __init__(self, front: FrontMatter, assembly: Assembly) -> None:
        self._front = front
        self._assembly = assembly

    def envelope(self) -> Envelope | None:
        """Read the envelope, whose marks are the first of the page."""
        given = self._front.map("envelope")
        if not all(isinstance(given.get(key), str) for key in ("from", "to", "also-read-by")):
            return None
        self._assembly.section = "envelope"
        legs: list[Leg] = []
        stops: dict[Point, Stop] = {}
        for point in Point:
            if isinstance(given.get(point.value), str):
                stops[point] = self._stop(given, point.value, split=point is not Point.THROUGH)
            legs += self._legs(given, point)
        return Envelope(
            sender=stops[Point.FROM],
            through=stops.get(Point.THROUGH),
            recipient=stops[Point.TO],
            reader=self._stop(given, "also-read-by", split=True),
            legs=tuple(legs),
            ticks=self._ticks(given),
        )

    def _stop(self, given: Mapping[str, object], key: str, *, split: bool) -> Stop:
        rich, plain = self._fragment(str(given[key]), ("envelope", key))
        who, rest = _split(rich) if split else ((), rich)
        return Stop(who, rest, plain)

    def _legs(self, given: Mapping[str, object], point: Point) -> list[Leg]:
        listed = given.get("read-at")
        legs = []
        for number, one in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(one, dict) and one.get("point") == point.value and "text" in one:
                where = ("envelope", "read-at", number, "text")
                text, plain = self._fragment(str(one["text"]), where)
                legs.append(Leg(point, one.get("status") == "established", text, plain))
        return legs

    def _ticks(self, given: Mapping[str, object]) -> tuple[Tick, ...]:
        ticks = given.get("ticks")
        if not isinstance(ticks, dict):
            return ()
        return tuple(
            Tick(stage, str(ticks[stage]), self._at(("envelope", "ticks", stage)))
            for stage in STAGES
            if stage in ticks
        )

    def _fragment(self, text: str, where: Path) -> tuple[Rich, str]:
        at = self._at(where)
        if faults := list(in_body(text, at)):
            self._assembly.diagnostics += faults
            text = without(text)
        return self._assembly.fragment(text, at.line, at.column)

    def _at(self, where: Path) -> Position:
        return _at(self._front, self._assembly.path, where)

    def case(self, envelope: Envelope | None) -> CaseFacts:
        """Read the rest, after the body: the marks of people are the last of the page."""
        front = self._front
        self._assembly.section = "people"
        return CaseFacts(
            platform=front.text("platform"),
            origin=front.text("from"),
            to=front.texts("to"),
            mechanism=front.texts("mechanism"),
            outcome=front.text("outcome"),
            when=when(front.values.get("when")),
            people=tuple(
                self._person(number, one) for number, one in enumerate(front.maps("people"))
            ),
            envelope=envelope,
        )

    def _person(self, number: int, given: Mapping[str, object]) -> Person:
        values = {key: value for key, value in given.items() if isinstance(value, str)}
        rich, _ = self._fragment(values.get("cite", ""), ("people", number, "cite"))
        marks = tuple(mark for piece in rich if isinstance(piece, CiteSlot) for mark in piece.marks)
        return Person(
            id=values.get("id", ""),
            name=values.get("name", ""),
            native=values.get("native", ""),
            native_hans=values.get("native-hans", ""),
            role=values.get("role", ""),
            named_because=values.get("named-because", ""),
            marks=marks,
            position=self._at(("people", number)),
        )


def _at(front: FrontMatter, path: str, where: Path) -> Position:
    while where and where not in front.yaml.values:
        where = where[:-1]
    return Position(path, *front.yaml.values.get(where, (1, 1)))


def _split(rich: Rich) -> tuple[Rich, Rich]:
    """Split at the first comma, or before the first mark: who it is, and what is said of them.

    A comma within an element parts nothing, or the element would be open to the end of the page.
    """
    who: list[str] = []
    for place, piece in enumerate(rich):
        if not isinstance(piece, str):
            return tuple(who), rich[place:]
        for comma in COMMA.finditer(piece):
            written = "".join((*who, piece[: comma.start()]))
            if outside(written, len(written)):
                head, rest = piece[: comma.start()], piece[comma.end() :]
                return (*who, head), ((rest, *rich[place + 1 :]) if rest else rich[place + 1 :])
        who.append(piece)
    return tuple(who), ()


def _document(
    page: PageFile,
    front: FrontMatter,
    language: Language,
    assembly: Assembly,
    body: Rich,
    case: CaseFacts | None,
) -> Document:
    slug = front.text("slug") or page.slug
    return Document(
        kind=page.kind,
        slug=slug,
        lang=language.code,
        url=page_address(page.kind, slug, language.prefix),
        path=page.shown,
        translation=page.lang is not None,
        draft=front.text("status") == "draft",
        title=front.text("title"),
        summary=front.text("summary"),
        date=front.day("date"),
        reviewed=front.day("reviewed"),
        updated=front.day("updated"),
        translated=front.day("translated"),
        case=case,
        body=body,
        blocks=tuple(assembly.blocks),
        marks=tuple(assembly.marks),
        headings=tuple(assembly.headings),
        anchors=tuple(assembly.anchors),
        links=tuple(assembly.links),
        suspects=tuple(assembly.suspects),
        keys=tuple(
            (".".join(map(str, where)), place)
            for where, place in front.yaml.values.items()
            if where
        ),
        diagnostics=(
            *front.diagnostics,
            *assembly.prepared.diagnostics,
            *assembly.diagnostics,
        ),
        words=counted_words(front.body),
        terms=tuple(assembly.terms),
        was=front.texts("was"),
    )
