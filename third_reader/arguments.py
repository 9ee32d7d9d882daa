"""The commands and their arguments."""

import argparse

from third_reader.report import FORMATS

CONTENT = "content"
"""The content folder, if none is named."""
ASKED = {
    "stale": "list what to look at first: pages long unchecked, sources adrift",
    "stats": "tell how long and how hard to read each page is, and what it rests on",
    "what-if": "tell what becomes of each claim without a source",
    "balance": "tell on whom the cases bear, and how many have the other side's answer",
    "diff": "tell what changed in the evidence since another state",
}
"""What only prints lines about content that has no errors; third_reader/asked.py answers."""
DESK = {
    "new-case": "begin the page of a case",
    "new-source": "begin the record of a source, from its address alone",
    "links": "ask over the network which sources are still there, and make a diff of it",
    "archive": "ask the Wayback Machine for copies of sources without one, as a diff",
}
"""What begins a page or a record, or asks the network; third_reader/desk.py does it."""


def parser() -> argparse.ArgumentParser:
    """Give what reads the command line."""
    made = argparse.ArgumentParser(prog="third_reader", description="Build The Third Reader.")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = {
        "build": "check the content and build the site",
        "check": "check the content only",
        **ASKED,
        "serve": "build with drafts, serve on this machine, and build again at each change",
        "bundle": "check the content, build the site, and pack it to be carried",
    }
    for name, words in about.items():
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument("--input", default=CONTENT, help="the content folder")
        usual = "" if name == "serve" else "output"
        command.add_argument("--output", default=usual, help="where the site goes")
        command.add_argument("--cache", default=".cache", help="what is kept between builds")
        command.add_argument("--strict", action="store_true", help="a warning counts as an error")
        if name == "check":
            command.add_argument("--format", choices=sorted(FORMATS), default="text")
            told = "an earlier claims.json: none of its claims may vanish"
            command.add_argument("--base", default="", help=told)
        if name == "what-if":
            command.add_argument("--without", required=True, help="the id of a source")
        if name == "diff":
            told = "a content folder, a built site, or a claims.json"
            command.add_argument("--base", required=True, help=told)
        if name == "bundle":
            command.add_argument("--bundle", default="", help="the archive to write")
    _parse_apart(commands)
    _parse_desk(commands)
    return made


def _parse_apart(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that read no content."""
    check = commands.add_parser("verify", help="check a bundle or a copy of the site")
    check.add_argument("--bundle", default="", help="a zip or a folder")
    check.add_argument("--allowed", default="", help="allowed signers, as ssh-keygen reads them")
    headers = commands.add_parser("headers", help="write configurations of servers")
    headers.add_argument("--to", default="headers", help="the folder that they go to")
    headers.add_argument("--strict", action="store_true", help="with the settings of publishing")


def _parse_desk(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands of an author's desk."""
    made = {name: commands.add_parser(name, help=words) for name, words in DESK.items()}
    for command in made.values():
        command.add_argument("--input", default=CONTENT, help="the content folder")
    made["new-case"].add_argument("--slug", required=True, help="its part of the address")
    made["new-source"].add_argument("--url", required=True, help="the address of the source")
    made["new-source"].add_argument("--file", default="", help="the file of sources/ for it")
    for name in ("links", "archive"):
        made[name].add_argument("--cache", default=".cache", help="where answers are kept")
        made[name].add_argument("--patch", default=f"{name}.patch", help="the diff to write")
