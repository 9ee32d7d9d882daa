"""An author's desk: the commands that begin a page or a record, and those that ask the network."""

import argparse
import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from third_reader.authoring.archive import archive, copy_fields
from third_reader.authoring.asking import AGENT, Asker
from third_reader.authoring.links import (
    Network,
    link_fields,
    links,
    patches,
    read_shelf,
    told,
)
from third_reader.authoring.new_case import new_case
from third_reader.authoring.new_source import new_source
from third_reader.authoring.visiting import Clock
from third_reader.machinery.journal import Journal
from third_reader.reading.tree import shown_path
from third_reader.settings import config_of, read_settings

NEXT = "'make check' lists what is to be filled in"


def _new_case(given: argparse.Namespace) -> Iterator[str]:
    content = Path(given.input)
    file = new_case(content, given.slug, config_of(read_settings(strict=False)).today)
    yield f"{shown_path(file, content)} is begun; {NEXT}"


def _new_source(given: argparse.Namespace) -> Iterator[str]:
    content = Path(given.input)
    today = config_of(read_settings(strict=False)).today
    key, file = new_source(content, given.url, given.file, today)
    yield f"{shown_path(file, content)} has [@{key}]; {NEXT}"


def _links(given: argparse.Namespace) -> Iterator[str]:
    shelf, network = read_shelf(Path(given.input)), _network(given, "links")
    yield from _until_stopped(links(shelf, network))
    text, refused = patches(shelf, link_fields(shelf, network.journal.read()))
    yield from told(refused, text, Path(given.patch))


def _archive(given: argparse.Namespace) -> Iterator[str]:
    shelf, network = read_shelf(Path(given.input)), _network(given, "archive")
    yield from _until_stopped(archive(shelf, network))
    text, refused = patches(shelf, copy_fields(shelf, network.journal.read()))
    yield from told(refused, text, Path(given.patch))


def _until_stopped(lines: Iterator[str]) -> Iterator[str]:
    """Give lines until they end or somebody interrupts; what is known by then is still written."""
    try:
        yield from lines
    except KeyboardInterrupt:
        yield "stopped; run it again to go on"


def _network(given: argparse.Namespace, name: str) -> Network:
    site = os.environ.get("SITEURL", "")
    return Network(
        ask=Asker(f"{AGENT} (+{site})" if site else AGENT),
        clock=Clock(time.monotonic, time.sleep),
        journal=Journal(Path(given.cache) / f"{name}.jsonl"),
        today=config_of(read_settings(strict=False)).today,
    )


COMMANDS: Mapping[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "new-case": _new_case,
    "new-source": _new_source,
    "links": _links,
    "archive": _archive,
}
"""Each gives the lines that are printed."""
