"""An author's desk: the commands that begin a page or a record, and those that ask the network."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from third_reader.authoring.new_case import new_case
from third_reader.authoring.new_source import new_source
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


COMMANDS: Mapping[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "new-case": _new_case,
    "new-source": _new_source,
}
"""Each gives the lines that are printed."""


def parse(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands and their arguments."""
    about = {
        "new-case": "begin the page of a case",
        "new-source": "begin the record of a source, from its address alone",
    }
    made = {name: commands.add_parser(name, help=words) for name, words in about.items()}
    for command in made.values():
        command.add_argument("--input", default="content", help="the content folder")
    made["new-case"].add_argument("--slug", required=True, help="its part of the address")
    made["new-source"].add_argument("--url", required=True, help="the address of the source")
    made["new-source"].add_argument("--file", default="", help="the file of sources/ for it")
