"""Withheld names: they stand nowhere, and the list of them gives none away (docs/security.md).

`parse_withheld` reads the list, `key_faults` judges the key, `find_withheld` looks into a text,
`scan` and `scan_authors` report, `masked` cleans what else is printed. Pure functions: the command
line reads the file and the key.
"""

from third_reader.checks.withheld.listing import Withheld, key_faults, parse_withheld
from third_reader.checks.withheld.matching import (
    Finder,
    FoldHan,
    digest,
    find_withheld,
    fold,
)
from third_reader.checks.withheld.published import Published
from third_reader.checks.withheld.report import masked, scan, scan_authors

__all__ = [
    "Finder",
    "FoldHan",
    "Published",
    "Withheld",
    "digest",
    "find_withheld",
    "fold",
    "key_faults",
    "masked",
    "parse_withheld",
    "scan",
    "scan_authors",
]
