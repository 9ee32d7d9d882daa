"""The command line: arguments, what is printed, and exit statuses, which live here only.

Each command loads what it needs: a build waits for no library that only other commands use.

0: done. 1: the content has errors (or, in a strict build, warnings). 2: the machine, the
settings or the arguments are at fault. Anything else is a fault of ours and shows its traceback.
"""

import argparse
import os
import re
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from third_reader.arguments import ASKED, CONTENT, DESK, parser
from third_reader.build import Wish, build, fails, judged
from third_reader.model.diagnostic import Diagnostic, errors
from third_reader.model.document import PageKind
from third_reader.model.fault import MendableError
from third_reader.model.site import Site
from third_reader.model.wording import counted, did_you_mean, quoted, visible
from third_reader.report import lines

DONE, BAD_CONTENT, BAD_MACHINE = 0, 1, 2
PREVIEW = "preview"
"""The folder of the cache that `serve` builds into."""

NO_CONTACT = (
    "note: no CONTACT_EMAIL was given, so there is no security.txt and no link to report an error"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status."""
    given = parser().parse_args(arguments)
    try:
        return _run(given)
    except OSError as fault:
        where = f"{_short(fault.filename)}: " if fault.filename else ""
        return _failed(f"{where}{fault.strerror or fault}")
    except MendableError as fault:
        return _failed(str(fault))


def _run(given: argparse.Namespace) -> int:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch and not re.fullmatch("[0-9]{1,11}", epoch):
        return _failed(f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a number of seconds")
    if given.command in APART:
        return APART[given.command](given)
    if given.command in DESK:
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
        from third_reader.serve import serve

        return serve(wish, _judge_and_build)
    if given.command == "check":
        return _check(wish, given.format)
    if given.command in ASKED:
        return _told(wish, given)
    return _judge_and_build(wish)


def _verify(given: argparse.Namespace) -> int:
    from third_reader.copies import verified

    if not given.bundle:
        return _failed("name the bundle to check, a zip or a folder: BUNDLE=…")
    allowed = _from_home(given.allowed) if given.allowed else None
    if allowed is not None and not allowed.is_file():
        return _failed(f"{given.allowed}: there is no such list of allowed signers")
    return DONE if verified(Path(given.bundle), allowed) else BAD_CONTENT


def _headers(given: argparse.Namespace) -> int:
    from third_reader.copies import write_configurations

    write_configurations(Path(given.to), given.strict)
    return DONE


def _desk(given: argparse.Namespace) -> int:
    """Do what an author asks for, and print what comes of it, line by line as it comes."""
    from third_reader.desk import COMMANDS

    if not Path(given.input).is_dir():
        return _failed(f"{given.input}: there is no such folder; name one with INPUTDIR")
    for line in COMMANDS[given.command](given):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return DONE


APART: Mapping[str, Callable[[argparse.Namespace], int]] = {"verify": _verify, "headers": _headers}
"""What reads no content."""


def _check(wish: Wish, form: str) -> int:
    site, diagnostics = judged(wish, to_build=False)
    _print(diagnostics, form)
    if not diagnostics and form == "text":
        sys.stdout.write(f"nothing to mend: {_counts(site)}\n")
    return BAD_CONTENT if fails(diagnostics, wish.strict) else DONE


def _counts(site: Site) -> str:
    """Tell how much was judged; a page and its translations are so many pages."""
    cases = sum(kind is PageKind.CASE for kind, _ in site.groups)
    return f"{counted(cases, 'case')}, {counted(len(site.documents), 'page')}"


def _told(wish: Wish, given: argparse.Namespace) -> int:
    """Print what an author asks of content without errors; nothing is built."""
    from third_reader.asked import COMMANDS

    site, diagnostics = judged(wish, to_build=False)
    if errors(diagnostics):
        _print(diagnostics, "text")
        return BAD_CONTENT
    if given.command == "what-if" and not given.without:
        return _failed("name the source to do without: WITHOUT=<its id>")
    if given.command == "what-if" and given.without not in site.sources:
        wish_ = did_you_mean(given.without, site.sources) or "; write the id of a source"
        return _failed(f"no source has the id {quoted(given.without)}{wish_}")
    lines_ = COMMANDS[given.command](site, given)
    sys.stdout.write("".join(f"{line}\n" for line in lines_))
    return DONE


def _judge_and_build(wish: Wish) -> int:
    from third_reader.publishing.staging import recover

    recover(wish.output)
    site, diagnostics = judged(wish, to_build=True)
    _print(diagnostics, "text")
    if fails(diagnostics, wish.strict):
        count = len(diagnostics if wish.strict else errors(diagnostics))
        words = "one thing" if count == 1 else f"{count} things"
        sys.stdout.write(f"not built: {words} to mend; {_short(wish.output)} is as it was\n")
        return BAD_CONTENT
    from third_reader.guard import WouldLeakError

    try:
        build(wish, site)
    except WouldLeakError as fault:
        _print(fault.found, "text")
        sys.stdout.write(f"not built: a withheld name; {_short(wish.output)} is as it was\n")
        return BAD_CONTENT
    sys.stdout.write(f"{_made(wish)}\n")
    if wish.strict and not site.config.contact:
        sys.stderr.write(f"{NO_CONTACT}\n")
    if wish.bundle is not None:
        hint = "" if wish.signing_key else ", not signed: name a key with SIGNING_KEY"
        sys.stdout.write(f"The bundle is {_short(wish.bundle)}{hint}\n")
    return DONE


def _made(wish: Wish) -> str:
    """Say where the site is, and what comes next."""
    place = _short(wish.output)
    if wish.drafts:
        return f"The preview is in {place}"
    if wish.strict:
        return f"The site is in {place}; copy that folder to your host"
    usual = wish.content == Path(CONTENT).resolve()
    other = "" if usual else f" INPUTDIR={shlex.quote(_short(wish.content))}"
    return f"The site is in {place}; see it with 'make serve{other}'"


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
    output = _output(given)
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
        signing_key=_from_home(key) if key else None,
        commit=os.environ.get("COMMIT", ""),
    )


def _output(given: argparse.Namespace) -> Path:
    """Give where the site goes.

    A preview has drafts: unless a place is named for it, it has one of its own, and so does not
    replace what is to be published.
    """
    place = given.output or Path(given.cache) / PREVIEW
    return Path(os.path.abspath(place))  # noqa: PTH100  a link as output is refused


def _bundle(given: argparse.Namespace, output: Path) -> Path | None:
    if given.command != "bundle":
        return None
    beside = output.with_name(f"{output.name}.zip")
    return Path(given.bundle).absolute() if given.bundle else beside


def _from_home(path: str) -> Path:
    """Give a path whose leading `~` the shell has left, as it does within quotes."""
    try:
        return Path(path).expanduser()
    except RuntimeError:  # nobody has that name here
        return Path(path)


def _overlap(wish: Wish) -> bool:
    return wish.output.is_relative_to(wish.content) or wish.content.is_relative_to(wish.output)
