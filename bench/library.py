"""Writes a library that has grown: all that a tree may hold, and much of it.

Hundreds of cases in two languages, four sources for each case, one of them cited by all, terms
that half of the cases use, a correction for each case. What lists do then is what tests look at.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from bench.speech import Speech

KINDS = (
    *("news-report",) * 10,
    *("official", "official", "law", "court-record", "technical-research"),
    *("first-person", "analysis", "party-claim", "party-claim", "analysis"),
)
STATES = (
    *("CN", "TW", "HK", "US", "GB", "IN", "VN", "AU", "DE", "FR", "IR", "TR", "RU", "BY", "UA"),
    *("SA", "AE", "EG", "ET", "KE", "TH", "MY", "SG", "JP", "KR", "KP", "CA", "MX", "BR", "NL"),
    *("SE", "NO", "FI", "PL", "CZ", "AT", "CH", "IT", "ES", "KZ", "UZ", "PK", "BD", "LK", "MM"),
)
PARTS = ("CN-SX", "CN-XJ", "CN-BJ", "US-CA", "GB-LND")
CLAIMS, EVENTS = 12, 6
"""In each case."""
PEOPLE = 2
TERMS = 240
NOTED = ("method", "about", "privacy", "safety", "contact", "licence")
STRAY = 5
"""Of so many sources one is cited nowhere."""


@dataclass(slots=True)
class Library:
    """A content tree in the making."""

    folder: Path
    cases: int
    speech: Speech = field(default_factory=Speech)
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def sources(self) -> int:
        """Give how many sources there are."""
        return 4 * self.cases

    def write(self) -> None:
        """Write every file."""
        self.facets = {
            "platforms": self._ids("app", 60),
            "mechanisms": self._ids("way", 24),
            "outcomes": self._ids("end", 20),
        }
        self._file("data/vocabulary.yaml", self._vocabulary())
        self._file("data/glossary.yaml", "".join(self._term(n) for n in range(TERMS)))
        self._file("corrections.yaml", "".join(self._correction(n) for n in range(self.cases)))
        self._file("sources/all.yaml", "".join(self._source(n) for n in range(self.sources)))
        for slug in NOTED:
            self._file(f"pages/{slug}.md", f"---\ntitle: {slug.title()}\n---\n\nOf the {slug}.\n")
        for number in range(self.cases // 6):
            self._file(f"explainers/matter-{number}.md", self._explainer(number))
        for number in range(self.cases):
            self._case(number)

    def _file(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _ids(self, start: str, amount: int) -> tuple[str, ...]:
        return tuple(f"{start}-{number}" for number in range(amount))

    def _label(self) -> str:
        return _map({"en": self.speech.words(2), "zh-hant": self.speech.signs(4)})

    def _vocabulary(self) -> str:
        groups = {**self.facets, "countries": (*STATES, *PARTS)}
        return "".join(
            f"{group}:\n" + "".join(f"  {id_}: {self._label()}\n" for id_ in ids)
            for group, ids in groups.items()
        )

    def _term(self, number: int) -> str:
        speech = self.speech
        english = {"term": f"{speech.words(2)} {number}", "definition": f"{speech.words(25)}."}
        chinese = {"term": f"{speech.signs(4)}{number}", "definition": f"{speech.signs(40)}。"}
        return f"- id: term-{number}\n  en: {_map(english)}\n  zh-hant: {_map(chinese)}\n"

    def _correction(self, number: int) -> str:
        speech = self.speech
        found = {
            "page": f"/cases/letter-{number}/",
            "date": f"20{number % 6 + 20}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "was": f"{speech.words(14)}.",
            "now": f"{speech.words(14)}.",
            "why": f"{speech.words(12)}.",
        }
        return f"- {_map(found)}\n"

    def _source(self, number: int) -> str:
        """Give a source; each third is in Chinese, each eighth only relays the one before it."""
        speech, kind = self.speech, KINDS[number % len(KINDS)]
        chinese = number % 3 == 1
        year = 2026 - speech.pick(27)
        found: dict[str, object] = {
            "id": f"paper-{number}",
            "type": "article-newspaper",
            "title": speech.signs(18) if chinese else speech.words(9),
            "language": "zh-Hant" if chinese else "en",
            "container-title": f"The {speech.kinds[number % 150].capitalize()} Paper",
            "author": [{"family": speech.name(), "given": speech.name()}],
            "issued": f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "URL": f"https://paper.example/{year}/{number}",
        }
        custom: dict[str, object] = {"kind": kind, "read": ("whole", "part")[number % 2]}
        if chinese:
            custom["title-en"] = speech.words(9)
        if number % 8 == 7 and kind == "news-report":
            custom["derived-from"] = [f"paper-{number - 1}"]
        return f"- {_map({**found, 'custom': custom})}\n"

    def _cited(self, number: int) -> str:
        """Give a source that a case cites; all cite the first, and most of theirs are their own."""
        if self.speech.chance.random() < 0.1:
            return "paper-0"
        own = number * 4 + self.speech.chance.randrange(4)
        return f"paper-{own if own % STRAY else own + 1}"

    def _mark(self, number: int) -> str:
        return f"[@{self._cited(number)}]"

    def _paragraph(self, number: int) -> str:
        term = f"[[term-{self.speech.pick(TERMS)}]]"
        sentences = " ".join(f"{self.speech.words(16)} {self._mark(number)}." for _ in range(3))
        return f"{sentences} {self.speech.words(4)} {term} {self._mark(number)}."

    def _explainer(self, number: int) -> str:
        head: dict[str, object] = {
            "title": self.speech.words(5),
            "summary": f"{self.speech.words(30)}.",
        }
        head |= {"date": "2026-11-01", "reviewed": "2026-11-01"}
        return f"{_front(head)}\n{self._paragraph(number)}\n"

    def _case(self, number: int) -> None:
        """Write a case and its translation, whose claims cite what the original's do."""
        speech = self.speech
        keys = [self._cited(number) for _ in range(CLAIMS)]
        texts = (self._body(number), f"{speech.signs(80)}。[@{keys[0]}]")
        facts = self._facts(number)
        for name, text, chinese in zip(("", ".zh-hant"), texts, (False, True), strict=True):
            head = _front(self._head(number, chinese) | facts)
            blocks = (_block("claims", self._claims(keys, chinese)), self._events(number, chinese))
            page = "\n\n".join((head, text, *blocks, self._open(number, chinese)))
            self._file(f"cases/letter-{number}{name}.md", f"{page}\n")

    def _head(self, number: int, chinese: bool) -> dict[str, object]:
        speech = self.speech
        title = speech.signs(10) if chinese else speech.words(6)
        summary = speech.signs(80) if chinese else speech.words(30)
        people = [
            {
                "id": f"person-{one}",
                "name": f"{speech.name()} {speech.name()}",
                "native": speech.signs(3),
                "role": "sender",
                "named-because": "press",
                "cite": f"@{self._cited(number)}",
            }
            for one in range(PEOPLE)
        ]
        envelope = {
            "from": f"{speech.name()}, {speech.words(4)} {self._mark(number)}",
            "through": f"{speech.words(7)} {self._mark(number)}",
            "to": f"{speech.name()}, {speech.words(4)} {self._mark(number)}",
            "also-read-by": f"{speech.name()}, {speech.words(5)} {self._mark(number)}",
        }
        dates = {"date": "2026-11-01", "reviewed": "2026-11-01"}
        if chinese:
            dates["translated"] = "2026-11-01"
        return {"title": title, "summary": f"{summary}.", **dates} | {
            "people": people,
            "envelope": envelope,
        }

    def _facts(self, number: int) -> dict[str, object]:
        speech, facets = self.speech, self.facets
        ways = {facets["mechanisms"][speech.pick(24)] for _ in range(1 + number % 2)}
        places = {STATES[speech.pick(len(STATES))] for _ in range(1 + number % 3 // 2)}
        return {
            "platform": facets["platforms"][speech.pick(60)],
            "from": self._origin(number),
            "to": sorted(places),
            "mechanism": sorted(ways),
            "outcome": facets["outcomes"][speech.pick(20)],
            "when": str(2026 - speech.pick(25)),
        }

    def _origin(self, number: int) -> str:
        """Give where a message was sent from: every other one from one country."""
        if number % 2:
            return STATES[self.speech.pick(len(STATES))]
        return PARTS[number // 2 % len(PARTS)] if number % 4 else STATES[0]

    def _body(self, number: int) -> str:
        """Give a short text: what cases look like that are long is for the real ones to show."""
        paragraphs = "\n\n".join(self._paragraph(number) for _ in range(2))
        return f"## {self.speech.words(4)}\n\n{paragraphs}"

    def _claims(self, keys: list[str], chinese: bool) -> str:
        speech = self.speech
        lines = []
        for one, key in enumerate(keys):
            marker = " .not-established" if one == CLAIMS - 1 else ""
            words = f"{speech.signs(28)}。" if chinese else f"{speech.words(16)}."
            lines.append(f"- {words} [@{key}] {{#claim-{one}{marker}}}")
        return "\n".join(lines)

    def _events(self, number: int, chinese: bool) -> str:
        speech = self.speech
        years = sorted(2027 - speech.pick(26) for _ in range(EVENTS))
        lines = []
        for place, year in enumerate(years):
            words = f"{speech.signs(24)}。" if chinese else f"{speech.words(14)}."
            lines.append(f"- {year}-{place + 1:02}-{number % 28 + 1:02}: {words} [@paper-{number}]")
        return _block("timeline", "\n".join(lines))

    def _open(self, number: int, chinese: bool) -> str:
        speech = self.speech
        asked = [f"{speech.signs(24)}？" if chinese else f"{speech.words(13)}?" for _ in range(3)]
        said = [f"- {speech.words(12)} {self._mark(number)}." for _ in range(2)]
        unknown = _block("unknown", "\n".join(f"- {one}" for one in asked))
        return "\n\n".join((unknown, _block(f"disagree | {speech.words(6)}?", "\n".join(said))))


def _map(value: object) -> str:
    """Give a value in YAML's flow style, of which JSON is a part."""
    return json.dumps(value, ensure_ascii=False)


def _front(fields: dict[str, object]) -> str:
    lines = "".join(f"{name}: {_map(value)}\n" for name, value in fields.items())
    return f"---\n{lines}---\n"


def _block(name: str, text: str) -> str:
    return f"/// {name}\n\n{text}\n\n///"
