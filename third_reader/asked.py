"""What authors ask of content without errors: each command gives the lines that are printed."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from third_reader.authoring.balance import balance
from third_reader.authoring.diff import diff
from third_reader.authoring.stale import stale
from third_reader.authoring.stats import stats
from third_reader.authoring.what_if import what_if
from third_reader.model.site import Site

COMMANDS: Mapping[str, Callable[[Site, argparse.Namespace], Iterable[str]]] = {
    "what-if": lambda site, given: what_if(site, given.without),
    "balance": lambda site, _: balance(site),
    "diff": lambda site, given: diff(site, Path(given.base)),
    "stale": lambda site, _: stale(site),
    "stats": lambda site, _: stats(site),
}
