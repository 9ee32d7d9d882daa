"""The manual of errors, `docs/errors.md`, made of the codes that the modules declare."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import third_reader
from third_reader.model.diagnostic import Code

ABOUT = """\
# What the check says

Each finding is one line, as compilers print it:

    cases/a.md:12:8: error: no source has the id 'smiht-2020'; did you mean 'smith-2020'? [unknown-source]

First the file, seen from the folder you work in, the line and the column, both counted from 1 and
the column in characters. An `error` stops every build; a `warning` stops `make publish` alone. The
message says what is wrong and what to do; the word in brackets is the kind of finding, which never
changes its name. All findings of a run are printed, sorted by file and line; mend the first of a
file first, since one mistake may cause others below it. The published site stays as it was until
nothing is left to mend.

`make check` prints them without building, `make check FORMAT=github` as annotations of a pull
request, and `FORMAT=json` as one object a line.

This page is written by `make docs` from what the program itself declares. The kinds, by name:
"""  # noqa: E501  the example is one line, as it is printed


def errors_page() -> str:
    """Give `docs/errors.md`: how to read a diagnostic, then every kind, sorted by name."""
    sections = (f"\n## {code.name}\n\n{code.explanation}\n" for code in all_codes())
    return ABOUT + "".join(sections)


def all_codes() -> tuple[Code, ...]:
    """Give every code that a module of the program declares, each once, by name."""
    found = {code.name: code for name in _modules() for code in _codes(name)}
    return tuple(code for _, code in sorted(found.items()))


def _modules() -> Iterator[str]:
    for module in walk_packages(third_reader.__path__, f"{third_reader.__name__}."):
        if not module.name.endswith(".__main__"):
            yield module.name


def _codes(name: str) -> Iterator[Code]:
    for value in vars(import_module(name)).values():
        if isinstance(value, Code):
            yield value


if __name__ == "__main__":
    sys.stdout.write(errors_page())
