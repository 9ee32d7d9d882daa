"""The glossary: `data/glossary.yaml` becomes entries, each with its position."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath

from third_reader.languages.hans import mainland
from third_reader.model.diagnostic import Code, Diagnostic, errors
from third_reader.model.glossary import Glossary, Term, Word
from third_reader.model.language import Language
from third_reader.model.position import Position
from third_reader.model.wording import did_you_mean, quoted
from third_reader.reading.judge import judge, position
from third_reader.reading.text import read_text
from third_reader.reading.tree import LANGUAGE
from third_reader.reading.yaml12 import Yaml, parse_yaml

HANT, HANS = "zh-hant", "zh-hans"
"""What the second lacks is made from the first (FORMAT, section 1)."""

SHAPE = Code(
    "glossary-shape",
    "The glossary is a list of entries, each beginning with `- id:`; then for each language, "
    "`en:`, `zh-hant:`, its `term` and `definition`.",
)
TWICE = Code(
    "duplicate-term",
    "A term stands twice in the glossary, by its id or by its word in one language, so a link or a "
    "reader would not know which is meant. Keep one entry, or tell the two words apart.",
)


def read_glossary(
    file: tuple[FilePath, str] | None, languages: tuple[Language, ...]
) -> tuple[Glossary, list[Diagnostic]]:
    """Read the glossary; gives the entries that can be used, and what is wrong."""
    if file is None:
        return Glossary(), []
    text, faults = read_text(*file)
    yaml = parse_yaml(text, file[1])
    diagnostics = faults + yaml.diagnostics
    if errors(diagnostics):
        return Glossary(lost=True), diagnostics
    if not isinstance(yaml.value, list):
        told = "this is no list of terms; begin each with '- id: …'"
        found = [] if yaml.value is None else [SHAPE.error(Position(file[1]), told)]
        return Glossary(lost=bool(found)), diagnostics + found
    codes = tuple(language.code for language in languages)
    terms: dict[str, Term] = {}
    for term in _terms(yaml, file[1], codes, diagnostics):
        first = terms.setdefault(term.id, term)
        if first is not term:
            told = f"term {quoted(term.id)} stands already in line {first.position.line}; keep one"
            diagnostics.append(TWICE.error(term.position, told))
    diagnostics += _same_words(terms.values())
    return Glossary(_completed(terms, codes)), diagnostics


def _terms(
    yaml: Yaml, shown: str, codes: tuple[str, ...], diagnostics: list[Diagnostic]
) -> Iterator[Term]:
    entries = yaml.value if isinstance(yaml.value, list) else []
    for number, entry in enumerate(entries):
        at = position(shown, yaml, (number, "id"))
        if not isinstance(entry, dict):
            told = "this is no term; a term is a map that begins with 'id: …'"
            diagnostics.append(SHAPE.error(at, told))
            continue
        faults = judge(entry, "glossary", shown, yaml, (number,))
        if not errors(faults):
            faults = list(_languages(entry, codes, shown, yaml, number))
        diagnostics += faults
        if isinstance(entry.get("id"), str):
            term = _term(entry, codes, at)
            # Of a faulty entry nothing more is said: one cause, one line.
            every = frozenset(codes)
            yield replace(term, written=every, defined=every) if errors(faults) else term


def _languages(
    entry: Mapping[str, object], codes: tuple[str, ...], shown: str, yaml: Yaml, number: int
) -> Iterator[Diagnostic]:
    for key in entry:
        if key not in codes and key != "id":
            line, column = yaml.keys[number, key]
            hint = did_you_mean(key, codes) or f"; the site has {', '.join(codes)}"
            told = f"there is no language {quoted(key)}{hint}"
            yield LANGUAGE.error(Position(shown, line, column), told)


def _term(entry: Mapping[str, object], codes: tuple[str, ...], at: Position) -> Term:
    given = {code: entry[code] for code in codes if isinstance(entry.get(code), dict)}
    words = {
        code: Word(_text(value, "term"), _text(value, "definition"))
        for code, value in given.items()
        if isinstance(value, dict)
    }
    return Term(
        str(entry["id"]),
        {code: word for code, word in words.items() if word.term or code == HANS},
        frozenset(code for code, word in words.items() if word.term),
        frozenset(code for code, word in words.items() if word.definition),
        at,
    )


def _text(value: Mapping[str, object], key: str) -> str:
    found = value.get(key)
    return " ".join(found.split()) if isinstance(found, str) else ""


def _same_words(terms: Iterable[Term]) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Term] = {}
    for term in terms:
        for lang, said in term.words.items():
            word = said.term
            other = first.setdefault((lang, word.casefold()), term)
            if word and other is not term:
                told = f"{quoted(word, 60)} is also the word of {quoted(other.id)}, in line "
                yield TWICE.error(
                    term.position, f"{told}{other.position.line}; keep one, or part the words"
                )


def _completed(terms: Mapping[str, Term], codes: tuple[str, ...]) -> dict[str, Term]:
    """Make what simplified Chinese lacks; other entries' own words for it are kept in it."""
    own = {
        term.words[HANT].term: term.words[HANS].term
        for term in terms.values()
        if term.words.keys() >= {HANT, HANS} and term.words[HANS].term
    }
    kept = re.compile("|".join(sorted(map(re.escape, own), key=len, reverse=True)) or "(?!)")
    made = {}
    for term in sorted(terms.values(), key=lambda one: one.id):
        words = dict(term.words)
        if HANT in words and HANS in codes:
            given = words.get(HANS, Word("", ""))
            words[HANS] = Word(
                given.term or mainland(words[HANT].term, kept, own),
                given.definition or mainland(words[HANT].definition, kept, own),
            )
        ordered = {code: words[code] for code in codes if code in words and words[code].term}
        made[term.id] = Term(term.id, ordered, term.written, term.defined, term.position)
    return made
