"""Parts of rich text: how strings join, what a paragraph holds, where a stop stands."""

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from third_reader.citations.extension import TAG as CITE
from third_reader.citations.extension import Found
from third_reader.model.text import Rich, Slot

STOPS = re.compile(r"[.,;:!?。，；：！？、”」』’)）]+")
OPENING = re.compile(r"<[a-z][^>]*(?<!/)>")
ENTITY = re.compile(r"&#?\w+$")
NAME = re.compile(r"[^a-zA-Z0-9-]+")


def joined(pieces: list[str | Slot]) -> Rich:
    """Join the strings that follow each other."""
    found: list[str | Slot] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


def quoted_attribute(text: str) -> str:
    """Escape a text for an attribute."""
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def slug(words: str, taken: Collection[str]) -> str:
    """Give the anchor of a heading, which is none of those that are taken."""
    made = re.sub(r"[^\w]+", "-", words.lower()).strip("-_") or "section"
    number, found = 1, made
    while found in taken:
        number += 1
        found = f"{made}-{number}"
    return found


def outside(markup: str, place: int) -> bool:
    """Tell whether a sign of some markup stands in no element and ends no entity.

    Only there may it be parted: else an element would stay open to the end of the page.
    """
    head = markup[:place]
    return len(OPENING.findall(head)) == head.count("</") and not ENTITY.search(head)


def openings(tags: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Give the tags of a page by line and column, without those that close one before them."""
    kept: list[tuple[int, int, str]] = []
    opened: set[str] = set()
    for line, column, written in sorted(tags):
        tag = written.partition(">")[0] + (">" if ">" in written else "")
        name = NAME.sub("", tag[1:].partition(" ")[0]).lower()
        if not tag.startswith("</") or name not in opened:
            kept.append((line, column, tag))
        opened.add(name)
    return kept


def own_parts(element: Element) -> tuple[bool, list[str]]:
    """Tell whether an element cites outside its inner lists, and give its words there."""
    cites, words = False, [element.text or ""]
    for child in element:
        if child.tag == CITE:
            cites = True
        elif child.tag not in {"ul", "ol", "pre"}:
            inner_cites, inner_words = own_parts(child)
            cites = cites or inner_cites
            words += [" ", *inner_words, " "] if child.tag in {"p", "br"} else inner_words
        words.append(child.tail or "")
    return cites, words


def move_stop(parent: Element, place: int) -> None:
    """Put the stop behind a run of marks before it: a sentence ends, then its sources stand."""
    child = parent[place]
    if child.get("mode") == "in-text":
        return
    stop = STOPS.match(child.tail or "")
    if stop:
        child.tail = (child.tail or "")[stop.end() :]
    while place and parent[place - 1].tag == CITE and not (parent[place - 1].tail or "").strip():
        place -= 1
        parent[place].tail = None
    before = parent[place - 1].tail if place else parent.text
    settled = (before or "").rstrip(" \n") + (stop.group() if stop else "")
    if place:
        parent[place - 1].tail = settled
    else:
        parent.text = settled


def words_of(element: Element, found: Found) -> list[str]:
    """Give the words of an element without marks, stamped; an in-text mark by its key."""
    told = [element.text or ""]
    for child in element:
        if child.tag == CITE:
            citation = found.citations[int(child.get("n", "0"))][0]
            told += [item.key for item in citation.items if item.mode == "in-text"]
            if citation.items[0].mode != "in-text" and told[-1].endswith((" ", "\n")):
                told[-1] = told[-1].rstrip()
        else:
            told += words_of(child, found) if child.tag != "br" else [" "]
        told.append(child.tail or "")
    return told
