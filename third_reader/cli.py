"""The command line: arguments, what is printed, and exit statuses, which live here only.

0: done. 1: the content has errors (or, in a strict build, warnings). 2: the machine, the
settings or the arguments are at fault. Anything else is a fault of ours and shows its traceback.
"""

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from third_reader import desk
from third_reader.authoring.balance import balance
from third_reader.authoring.diff import NoBaseError, diff
from third_reader.authoring.new_case import NotNewError
from third_reader.authoring.stale import stale
from third_reader.authoring.stats import stats
from third_reader.authoring.what_if import what_if
from third_reader.build import Wish, build, fails, judged
from third_reader.copies import verified, write_configurations
from third_reader.guard import WouldLeakError
from third_reader.model.diagnostic import Diagnostic, errors
from third_reader.model.site import Site
from third_reader.model.wording import did_you_mean, quoted, visible
from third_reader.publishing.lock import BusyError
from third_reader.publishing.signing import SigningError
from third_reader.publishing.staging import NotOursError, recover
from third_reader.reading.base import NotClaimsError
from third_reader.report import FORMATS, lines
from third_reader.serve import serve
from third_reader.settings import SettingsError

DONE, BAD_CONTENT, BAD_MACHINE = 0, 1, 2


COLLECT_AFTER = 2_000_000
"""Objects made before the collector looks again: a site is many values that all stay alive."""


ASKED: Mapping[str, Callable[[Site, argparse.Namespace], Iterable[str]]] = {
    "what-if": lambda site, given: what_if(site, given.without),
    "balance": lambda site, _: balance(site),
    "diff": lambda site, given: diff(site, Path(given.base)),
    "stale": lambda site, _: stale(site),
    "stats": lambda site, _: stats(site),
}
"""What only prints lines about content that has no errors."""
FAULTS = (
    NotOursError,
    NotClaimsError,
    NoBaseError,
    NotNewError,
    BusyError,
    SigningError,
    SettingsError,
)
"""What a user can mend; each says how."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status."""
    given = _parser().parse_args(arguments)
    gc.set_threshold(COLLECT_AFTER)
    try:
        return _run(given)
    except OSError as fault:
        where = f"{_short(fault.filename)}: " if fault.filename else ""
        return _failed(f"{where}{fault.strerror or fault}")
    except FAULTS as fault:
        return _failed(str(fault))


def _run(given: argparse.Namespace) -> int:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch and not re.fullmatch("[0-9]{1,11}", epoch):
        return _failed(f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a number of seconds")
    if given.command in APART:
        return APART[given.command](given)
    if given.command in desk.COMMANDS:
        return _desk(given)
    wish = _wish(given)
    if not wish.content.is_dir():
        return _failed(f"{given.input}: there is no such folder; name one with INPUTDIR")
    if given.command not in {"check", *ASKED} and _overlap(wish):
        return _failed("the output may not lie in the content, nor the content in the output")
    if wish.strict and not wish.url:
        return _failed("a strict build needs the address of the site: SITEURL=https://…")
    if wish.signing_key is not None and not wish.signing_key.is_file():
        return _failed(f"{wish.signing_key}: there is no such key; name one with SIGNING_KEY")
    return _do(wish, given)


def _do(wish: Wish, given: argparse.Namespace) -> int:
    if given.command == "serve":
        return serve(wish, _judge_and_build)
    if given.command == "check":
        return _check(wish, given.format)
    if given.command in ASKED:
        return _told(wish, given)
    return _judge_and_build(wish)


def _verify(given: argparse.Namespace) -> int:
    if not given.bundle:
        return _failed("name the bundle to check, a zip or a folder: BUNDLE=…")
    allowed = Path(given.allowed) if given.allowed else None
    if allowed is not None and not allowed.is_file():
        return _failed(f"{given.allowed}: there is no such list of allowed signers")
    return DONE if verified(Path(given.bundle), allowed) else BAD_CONTENT


def _headers(given: argparse.Namespace) -> int:
    write_configurations(Path(given.to), given.strict)
    return DONE


def _desk(given: argparse.Namespace) -> int:
    """Do what an author asks for, and print what comes of it, line by line as it comes."""
    if not Path(given.input).is_dir():
        return _failed(f"{given.input}: there is no such folder; name one with INPUTDIR")
    for line in desk.COMMANDS[given.command](given):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return DONE


APART: Mapping[str, Callable[[argparse.Namespace], int]] = {"verify": _verify, "headers": _headers}
"""What reads no content."""


def _check(wish: Wish, form: str) -> int:
    _, diagnostics = judged(wish, to_build=False)
    _print(diagnostics, form)
    return BAD_CONTENT if fails(diagnostics, wish.strict) else DONE


def _told(wish: Wish, given: argparse.Namespace) -> int:
    """Print what an author asks of content without errors; nothing is built."""
    site, diagnostics = judged(wish, to_build=False)
    if errors(diagnostics):
        _print(diagnostics, "text")
        return BAD_CONTENT
    if given.command == "what-if" and not given.without:
        return _failed("name the source to do without: WITHOUT=<its id>")
    if given.command == "what-if" and given.without not in site.sources:
        wish_ = did_you_mean(given.without, site.sources) or "; write the id of a source"
        return _failed(f"no source has the id {quoted(given.without)}{wish_}")
    lines_ = ASKED[given.command](site, given)
    sys.stdout.write("".join(f"{line}\n" for line in lines_))
    return DONE


def _judge_and_build(wish: Wish) -> int:
    recover(wish.output)
    site, diagnostics = judged(wish, to_build=True)
    _print(diagnostics, "text")
    if fails(diagnostics, wish.strict):
        count = len(diagnostics if wish.strict else errors(diagnostics))
        words = "one thing" if count == 1 else f"{count} things"
        sys.stdout.write(f"not built: {words} to mend; {_short(wish.output)} is as it was\n")
        return BAD_CONTENT
    try:
        build(wish, site)
    except WouldLeakError as fault:
        _print(fault.found, "text")
        sys.stdout.write(f"not built: a withheld name; {_short(wish.output)} is as it was\n")
        return BAD_CONTENT
    sys.stdout.write(f"The site is in {_short(wish.output)}; see it with 'make serve'\n")
    if wish.bundle is not None:
        hint = "" if wish.signing_key else ", not signed: name a key with SIGNING_KEY"
        sys.stdout.write(f"The bundle is {_short(wish.bundle)}{hint}\n")
    return DONE


def _short(path: str | Path) -> str:
    """Give a path without that of the folder we are in, which may tell who builds here."""
    full, here = Path(os.fsdecode(path)), Path.cwd()
    return visible(str(full.relative_to(here) if full.is_relative_to(here) else full))


def _print(diagnostics: Sequence[Diagnostic], form: str) -> None:
    sys.stderr.write("".join(f"{line}\n" for line in lines(diagnostics, form)))


def _failed(message: str) -> int:
    sys.stderr.write(f"error: {message}\n")
    return BAD_MACHINE


def _wish(given: argparse.Namespace) -> Wish:
    output = Path(os.path.abspath(given.output))  # noqa: PTH100  a link as output is refused
    key = os.environ.get("SIGNING_KEY") if given.command == "bundle" else ""
    return Wish(
        content=Path(given.input).resolve(),
        output=output,
        url=os.environ.get("SITEURL") or None,
        contact=os.environ.get("CONTACT_EMAIL") or None,
        withheld_key=os.environ.get("WITHHELD_KEY", ""),
        strict=given.strict or given.command == "bundle",
        drafts=given.command == "serve",
        base=Path(given.base) if given.command == "check" and given.base else None,
        bundle=_bundle(given, output),
        signing_key=Path(key) if key else None,
        commit=os.environ.get("COMMIT", ""),
    )


def _bundle(given: argparse.Namespace, output: Path) -> Path | None:
    if given.command != "bundle":
        return None
    beside = output.with_name(f"{output.name}.zip")
    return Path(given.bundle).absolute() if given.bundle else beside


def _overlap(wish: Wish) -> bool:
    return wish.output.is_relative_to(wish.content) or wish.content.is_relative_to(wish.output)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="third_reader", description="Build The Third Reader.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = {
        "build": "check the content and build the site",
        "check": "check the content only",
        "stale": "list what to look at first: pages long unchecked, sources adrift",
        "stats": "tell how long and how hard to read each page is, and what it rests on",
        "what-if": "tell what becomes of each claim without a source",
        "balance": "tell on whom the cases bear, and how many have the other side's answer",
        "diff": "tell what changed in the evidence since another state",
        "serve": "build with drafts, serve on this machine, and build again at each change",
        "bundle": "check the content, build the site, and pack it to be carried",
    }
    for name, words in about.items():
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument("--input", default="content", help="the content folder")
        command.add_argument("--output", default="output", help="where the site goes")
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
    desk.parse(commands)
    return parser


def _parse_apart(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands that read no content."""
    check = commands.add_parser("verify", help="check a bundle or a copy of the site")
    check.add_argument("--bundle", default="", help="a zip or a folder")
    check.add_argument("--allowed", default="", help="allowed signers, as ssh-keygen reads them")
    headers = commands.add_parser("headers", help="write configurations of servers")
    headers.add_argument("--to", default="headers", help="the folder that they go to")
    headers.add_argument("--strict", action="store_true", help="with the settings of publishing")
